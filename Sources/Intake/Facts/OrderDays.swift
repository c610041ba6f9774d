/// The distinct days that each customer ordered on, over all tables of sales.
struct OrderDays {
  /// Customer and day in one key that ascends with the day, each once, in the order of first mention.
  private var keys: [Int64] = []
  /// The last day by customer; lines mostly come by date, and then nothing else is looked up.
  private var latest = ByCustomer(Int32.min)
  /// All of ``keys``, once a line came with a day before its customer's last.
  private var known: IntegerMap<Int64>?

  /// Makes room for the days that so many lines may have; what is not used costs nothing.
  mutating func expect(lines: Int) {
    if keys.isEmpty { keys.reserveCapacity(lines) }
  }

  /// Whether the day is new to the customer.
  mutating func insert(_ day: Int32, of customer: Int32) -> Bool {
    let last = latest[customer]
    if day == last { return false }
    let key = Int64(customer) << 32 | Int64(UInt32(bitPattern: day ^ .min))
    if day > last {
      latest[customer] = day
      _ = known?.index(of: key, orInsert: 0)
    } else {
      if known == nil { known = IntegerMap(keys) }
      guard known?.index(of: key, orInsert: 0).isNew == true else { return false }
    }
    keys.append(key)
    return true
  }

  /// The median number of days between consecutive order days of each customer; nil with fewer
  /// than two.
  ///
  /// - Parameter count: customers; days of others are left out.
  /// - Complexity: linear in the days, plus sorting each customer's.
  func medianGaps(customers count: Int) -> [Double?] {
    var medians = [Double?](repeating: nil, count: count)
    var gaps: [Int64] = []
    let keys = keys.grouped(by: { Int($0 >> 32) }, count: count, then: <)
    for place in keys.indices.dropFirst() where keys[place] >> 32 == keys[place - 1] >> 32 {
      gaps.append(keys[place] - keys[place - 1])
      let isLast = place + 1 == keys.endIndex || keys[place + 1] >> 32 != keys[place] >> 32
      guard isLast else { continue }
      medians[Int(keys[place] >> 32)] = Self.median(&gaps)
      gaps.removeAll(keepingCapacity: true)
    }
    return medians
  }

  private static func median(_ gaps: inout [Int64]) -> Double? {
    guard !gaps.isEmpty else { return nil }
    gaps.sort()
    let middle = gaps.count / 2
    return gaps.count.isMultiple(of: 2)
      ? Double(gaps[middle - 1] + gaps[middle]) / 2 : Double(gaps[middle])
  }
}
