import CostingCore
import FinanceModel

/// Sales by customer and month, in the order of first mention.
struct MonthBook {
  private(set) var rows: [MonthlySales] = []
  private var placeByKey = IntegerMap()
  /// The day of the line before and its month: lines mostly come by date.
  private var lastDay = Day(number: .min)
  private var lastMonth = Month(year: 0, month: 1)

  mutating func add(_ line: SalesLedger.Line, _ day: Day, isOrder: Bool) {
    if day != lastDay { (lastDay, lastMonth) = (day, day.month) }
    let key = Int64(line.customer) << 20 | Int64(lastMonth.number)
    let (found, isNew) = placeByKey.index(of: key, orInsert: Int32(clamping: rows.count))
    if isNew { rows.append(MonthlySales(customer: line.customer, month: lastMonth)) }
    let place = Int(found)
    rows[place].netRevenue += line.amounts.net
    rows[place].directCost += line.amounts.directCost
    rows[place].productCost += line.amounts.productCost
    rows[place].quantity += line.amounts.quantity
    if isOrder { rows[place].orders += 1 }
  }

  /// Ascending by customer, then month; the unassigned line under its place among the customers,
  /// which is the last.
  func rows(unassigned place: Int32) -> [MonthlySales] {
    let first = rows.map(\.month.number).min() ?? 0
    let last = rows.map(\.month.number).max() ?? 0
    let order = Buckets.order(
      of: rows, by: { SalesLedger.slot(of: $0.customer, unassigned: place) }, count: Int(place) + 1,
      then: { Int($0.month.number - first) }, count: Int(last - first) + 1)
    return order.map { index in
      var row = rows[Int(index)]
      row.customer = Int32(clamping: SalesLedger.slot(of: row.customer, unassigned: place))
      return row
    }
  }

  /// Forgets what is only needed to add lines.
  mutating func close() { placeByKey = IntegerMap() }
}
