/// What a bucket's label says: days overdue.
///
/// `1-30`, `0-30`, `1–30天`, `30天以内`, `31 to 60 days`; `>90`, `90+`, `over 90`, `90天以上`; everything without a number
/// is what is not due.
enum AgeingSpan: Hashable {
  case notDue
  case days(Int, Int)
  /// Past this many tens of days: `>90`, `90+` and `91+` are the same.
  case over(tens: Int)

  init(label: String) {
    let numbers = Self.numbers(in: label)
    if let first = numbers.first, numbers.count > 1 {
      self = .days(max(first, 1), numbers[1])
    } else if let only = numbers.first,
      label.contains("以内") || label.contains("<")
        || label.lowercased().contains("within")
    {
      self = .days(1, only)
    } else if let only = numbers.first, only > 0 {
      self = .over(tens: only / 10)
    } else {
      self = .notDue
    }
  }

  /// The whole numbers in a text, at most two, each at most six digits.
  private static func numbers(in text: String) -> [Int] {
    text.split { !("0"..."9").contains($0) }.prefix(2).compactMap { Int($0.suffix(6)) }
  }
}

/// Loss rates by bucket.
struct AgeingRates {
  private let rateByLabel: [String: Double]
  private let rateBySpan: [AgeingSpan: Double]

  /// - Parameter settings: rates by label, as written: 0.05 or 5 for 5 %. Where any is above 1, all
  ///   are percent.
  init(_ settings: [String: Double]) {
    let usable = settings.filter { $0.value.isFinite && $0.value >= 0 }
    let scale = usable.values.contains { $0 > 1 } ? 100.0 : 1
    rateByLabel = Dictionary(
      usable.map { (Self.folded($0.key), $0.value / scale) }, uniquingKeysWith: min)
    rateBySpan = Dictionary(
      usable.sorted { $0.key < $1.key }.map { (AgeingSpan(label: $0.key), $0.value / scale) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The rate of a bucket: its own, else the settings'; nil where neither gives one.
  func rate(of bucket: AgeingBucket) -> Double? {
    bucket.lossRate ?? rateByLabel[Self.folded(bucket.label)]
      ?? rateBySpan[AgeingSpan(label: bucket.label)]
  }

  /// Without blanks and letter case.
  private static func folded(_ label: String) -> String {
    String(label.lowercased().filter { !$0.isWhitespace })
  }
}

extension AgeingBucket {
  /// The buckets that items are sorted into.
  static let standard = [
    AgeingBucket(label: "not due", from: Int.min, through: 0),
    AgeingBucket(label: "1-30", from: 1, through: 30),
    AgeingBucket(label: "31-60", from: 31, through: 60),
    AgeingBucket(label: "61-90", from: 61, through: 90),
    AgeingBucket(label: ">90", from: 91, through: nil),
  ]
}
