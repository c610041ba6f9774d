/// The distinct days that each customer ordered on, over all tables of sales.
struct OrderDays {
  /// Customer and day in one key.
  private var days = IntegerMap()

  /// Whether the day is new to the customer.
  mutating func insert(_ day: Int32, of customer: Int32) -> Bool {
    let key = Int64(customer) << 32 | Int64(UInt32(bitPattern: day))
    return days.index(of: key, orInsert: 0).isNew
  }

  /// The median number of days between consecutive order days of each customer; nil with fewer
  /// than two.
  ///
  /// - Parameter count: customers; days of others are left out.
  /// - Complexity: linear in the days, plus sorting each customer's.
  func medianGaps(customers count: Int) -> [Double?] {
    var ends = [Int](repeating: 0, count: count + 1)
    days.forEachKey { key in
      let customer = Int(key >> 32)
      if customer < count { ends[customer + 1] += 1 }
    }
    for customer in 0..<count { ends[customer + 1] += ends[customer] }
    var next = ends
    var ordered = [Int32](repeating: 0, count: ends[count])
    days.forEachKey { key in
      let customer = Int(key >> 32)
      guard customer < count else { return }
      ordered[next[customer]] = Int32(truncatingIfNeeded: key)
      next[customer] += 1
    }
    return (0..<count).map { Self.medianGap(ordered[ends[$0]..<ends[$0 + 1]]) }
  }

  private static func medianGap(_ days: ArraySlice<Int32>) -> Double? {
    guard days.count > 1 else { return nil }
    let sorted = days.sorted()
    let gaps = zip(sorted.dropFirst(), sorted).map { Int($0) - Int($1) }.sorted()
    let middle = gaps.count / 2
    return gaps.count.isMultiple(of: 2)
      ? Double(gaps[middle - 1] + gaps[middle]) / 2 : Double(gaps[middle])
  }
}
