import CostingCore
import FinanceModel

/// Sales by customer and month, in the order of first mention.
struct MonthBook {
  private(set) var rows: [MonthlySales] = []
  /// Place of the row with the customer's last month, −1 for none; lines mostly come by date, and
  /// then nothing else is looked up.
  private var latest = ByCustomer(Int32(-1))
  /// Places of all ``rows`` by ``key(_:_:)``, once a line came with a month before its customer's
  /// last.
  private var placeByKey: IntegerMap<Int64>?
  /// The day of the line before and its month: lines mostly come by date.
  private var lastDay = Day(number: .min)
  private var lastMonth = Month(year: 0, month: 1)
  /// From the first month to behind the last one, by their numbers.
  private var months = 0..<0

  /// Makes room for the months that so many lines may have; what is not used costs nothing.
  mutating func expect(lines: Int) {
    if rows.isEmpty { rows.reserveCapacity(lines) }
  }

  mutating func add(_ line: SalesLedger.Line, _ day: Day, isOrder: Bool) {
    if day != lastDay {
      (lastDay, lastMonth) = (day, day.month)
      months.extend(to: Int(lastMonth.number))
    }
    Self.add(line.amounts, to: &rows[place(of: line.customer, in: lastMonth)], isOrder: isOrder)
  }

  private static func add(_ amounts: LineAmounts, to row: inout MonthlySales, isOrder: Bool) {
    row.netRevenue += amounts.net
    row.directCost += amounts.directCost
    row.productCost += amounts.productCost
    row.quantity += amounts.quantity
    if isOrder { row.orders += 1 }
  }

  /// Asks for the memory that says where a customer's last month is.
  @inline(__always)
  func fetchPlace(for customer: Int32) { latest.fetch(customer) }

  /// Asks for the memory of a customer's last month, once that of its place is at hand.
  @inline(__always)
  func fetchRow(for customer: Int32) {
    let last = Int(latest[customer])
    if last >= 0 { rows.fetch(last) }
  }

  /// The place of a customer's row of a month, which is made where there is none.
  private mutating func place(of customer: Int32, in month: Month) -> Int {
    let last = Int(latest[customer])
    if last >= 0, rows[last].month == month { return last }
    let (new, key) = (Int32(clamping: rows.count), Self.key(customer, month))
    if last < 0 || rows[last].month < month {
      latest[customer] = new
      _ = placeByKey?.index(of: key, orInsert: new)
    } else {
      if placeByKey == nil { placeByKey = IntegerMap(rows.map { Self.key($0.customer, $0.month) }) }
      if let known = placeByKey?.index(of: key, orInsert: new), !known.isNew {
        return Int(known.index)
      }
    }
    rows.append(MonthlySales(customer: customer, month: month))
    return Int(new)
  }

  private static func key(_ customer: Int32, _ month: Month) -> Int64 {
    Int64(customer) << 20 | Int64(month.number)
  }

  /// Ascending by customer, then month; the unassigned line comes last, as it is.
  ///
  /// - Parameter count: how many customers there are.
  func rows(customers count: Int) -> [MonthlySales] {
    let last = Int32(clamping: count)
    return rows.joined(
      by: { SalesLedger.slot(of: $0.customer, unassigned: last) }, count: count + 1,
      then: { Int($0.month.number) }, in: months, { _, _ in })
  }

  /// Forgets what is only needed to add lines.
  mutating func close() { (latest, placeByKey) = (ByCustomer(-1), nil) }
}
