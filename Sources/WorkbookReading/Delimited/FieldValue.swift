import FinanceModel

/// What a field of a text file is taken for.
///
/// Only what cannot be meant otherwise becomes a number or a date: `007` and long digit strings stay
/// text, since they are ids; `1E5` and `3/4/2026` stay text, since they can be read in two ways.
enum FieldValue: Equatable {
  case empty
  case text
  /// The number in the file form, `-1234.5`.
  case number(String)
  case boolean(Bool)
  /// Days since the start of the 1900 system.
  case date(Double, hasTime: Bool)

  /// - Parameter decimalComma: whether `1.234,5` is meant, as in files separated by semicolons.
  init(_ field: [UInt8], decimalComma: Bool) {
    let text = String(decoding: field, as: UTF8.self).trimmingSpaces()
    if text.isEmpty {
      self = field.isEmpty ? .empty : .text
    } else if let number = FieldValue.number(Array(text.utf8), decimalComma: decimalComma) {
      self = .number(number)
    } else if text == "TRUE" || text == "FALSE" {
      self = .boolean(text == "TRUE")
    } else {
      self = FieldValue.date(text) ?? .text
    }
  }

  /// Digits with or without groups of three, at most fifteen, with or without decimals.
  private static func number(_ text: [UInt8], decimalComma: Bool) -> String? {
    let point = UInt8(ascii: decimalComma ? "," : ".")
    let group = UInt8(ascii: decimalComma ? "." : ",")
    var rest = text[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let halves = rest.split(separator: point, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = halves.first.flatMap({ ungrouped($0, group: group) }) else { return nil }
    let fraction = halves.count > 1 ? Array(halves[1]) : []
    guard halves.count == 1 || !fraction.isEmpty, fraction.allSatisfy(isDigit),
      whole.count + fraction.count <= 15, whole.count == 1 || whole.first != UInt8(ascii: "0")
    else { return nil }
    let digits = String(decoding: whole, as: UTF8.self)
    let sign = isNegative ? "-" : ""
    return fraction.isEmpty
      ? sign + digits : "\(sign)\(digits).\(String(decoding: fraction, as: UTF8.self))"
  }

  /// The digits of `1234` or `1,234,567`; nil for anything else.
  private static func ungrouped(_ text: ArraySlice<UInt8>, group: UInt8) -> [UInt8]? {
    let groups = text.split(separator: group, omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    if groups.count > 1 {
      guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    }
    return groups.flatMap { $0 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// `2026-01-31`, `2026/1/31`, `2026年1月31日`, with or without a time of day.
  private static func date(_ text: String) -> FieldValue? {
    guard text.utf8.first.map(isDigit) == true else { return nil }
    let halves = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
    guard let first = halves.first, let day = day(first) else { return nil }
    let serial = Double(day.serial(in: .from1900))
    guard halves.count > 1 else { return .date(serial, hasTime: false) }
    guard halves[1].contains(":"), let time = ISODate(String(halves[1]), system: .from1900),
      !time.hasDay
    else { return nil }
    return .date(serial + time.serial, hasTime: true)
  }

  private static func day(_ text: Substring) -> Day? {
    var parts = text.split(omittingEmptySubsequences: false) { "-/年月日".contains($0) }
    if text.last == "日", parts.last?.isEmpty == true { parts.removeLast() }
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count <= 2,
      parts[2].utf8.count <= 2, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), year >= 1900
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}
