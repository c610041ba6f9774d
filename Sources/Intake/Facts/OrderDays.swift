/// The distinct days that each customer ordered on, over all tables of sales, and which of them have a
/// purchase: days with nothing but returns have none.
struct OrderDays {
  /// What a line adds to its customer's days.
  struct News {
    /// Whether it is the customer's first line of the day.
    var isOrderDay = false
    /// Whether it is the first one above zero.
    var isPurchaseDay = false
  }

  private struct Latest {
    var day = Int32.min
    /// Place of the day among ``keys``.
    var place: Int32 = 0
    var hasPurchase = false
  }

  /// Customer and day in one number that ascends with the day, its lowest bit whether the day has a
  /// purchase; each day once, in the order of first mention.
  private var keys: [Int64] = []
  /// The last day by customer; lines mostly come by date, and then nothing else is looked up.
  private var latest = ByCustomer(Latest())
  /// Places of all ``keys`` without their lowest bit, once a line came with a day before its
  /// customer's last.
  private var known: IntegerMap<Int64>?

  /// Makes room for the days that so many lines may have; what is not used costs nothing.
  mutating func expect(lines: Int) {
    if keys.isEmpty { keys.reserveCapacity(lines) }
  }

  /// Notes the day of a customer's line.
  ///
  /// - Parameter isPurchase: whether the line is above zero.
  mutating func insert(_ day: Int32, of customer: Int32, isPurchase: Bool) -> News {
    let last = latest[customer]
    if day == last.day {
      guard isPurchase, !last.hasPurchase else { return News() }
      latest[customer].hasPurchase = true
      return notePurchase(at: last.place)
    }
    let key = Int64(customer) << 32 | Int64(UInt32(bitPattern: day ^ .min))
    let end = Int32(clamping: keys.count)
    if day > last.day {
      latest[customer] = Latest(day: day, place: end, hasPurchase: isPurchase)
      _ = known?.index(of: key, orInsert: end)
    } else {
      if known == nil { known = IntegerMap(keys.map { $0 >> 1 }) }
      if let found = known?.index(of: key, orInsert: end), !found.isNew {
        return isPurchase ? notePurchase(at: found.index) : News()
      }
    }
    keys.append(key << 1 | (isPurchase ? 1 : 0))
    return News(isOrderDay: true, isPurchaseDay: isPurchase)
  }

  /// Asks for the memory of a customer's last day.
  @inline(__always)
  func fetch(for customer: Int32) { latest.fetch(customer) }

  private mutating func notePurchase(at place: Int32) -> News {
    let hadNone = keys[Int(place)] & 1 == 0
    keys[Int(place)] |= 1
    return News(isPurchaseDay: hadNone)
  }

  /// The median number of days between consecutive order days of each customer; nil with fewer
  /// than two.
  ///
  /// - Parameter count: customers; days of others are left out.
  /// - Complexity: linear in the days, plus sorting each customer's.
  func medianGaps(customers count: Int) -> [Double?] {
    var medians = [Double?](repeating: nil, count: count)
    var gaps: [Int64] = []
    let keys = keys.grouped(by: Self.customer, count: count, then: <)
    for place in keys.indices.dropFirst() {
      let customer = Self.customer(keys[place])
      guard Self.customer(keys[place - 1]) == customer else { continue }
      gaps.append((keys[place] >> 1) - (keys[place - 1] >> 1))
      let isLast = place + 1 == keys.endIndex || Self.customer(keys[place + 1]) != customer
      guard isLast else { continue }
      medians[customer] = Self.median(&gaps)
      gaps.removeAll(keepingCapacity: true)
    }
    return medians
  }

  private static func customer(_ key: Int64) -> Int { Int(key >> 33) }

  private static func median(_ gaps: inout [Int64]) -> Double? {
    guard !gaps.isEmpty else { return nil }
    gaps.sort()
    let middle = gaps.count / 2
    return gaps.count.isMultiple(of: 2)
      ? Double(gaps[middle - 1] + gaps[middle]) / 2 : Double(gaps[middle])
  }
}
