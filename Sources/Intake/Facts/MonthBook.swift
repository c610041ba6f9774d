import CostingCore
import FinanceModel

/// Sales by customer and month, in the order of first mention.
struct MonthBook {
  private(set) var rows: [MonthlySales] = []
  private var placeByKey = IntegerMap()

  mutating func add(_ line: SalesLedger.Line, _ day: Day, isOrder: Bool) {
    let month = day.month
    let key = Int64(line.customer) << 20 | Int64(month.number)
    let (found, isNew) = placeByKey.index(of: key, orInsert: Int32(clamping: rows.count))
    if isNew { rows.append(MonthlySales(customer: line.customer, month: month)) }
    let place = Int(found)
    rows[place].netRevenue += line.net
    rows[place].directCost += line.directCost
    rows[place].productCost += line.productCost
    rows[place].quantity += line.quantity
    if isOrder { rows[place].orders += 1 }
  }

  /// Ascending by customer, then month; the unassigned line under its place among the customers.
  func rows(unassigned place: Int32) -> [MonthlySales] {
    rows.map { row in
      var row = row
      if row.customer == SalesLedger.unassignedPlace { row.customer = place }
      return row
    }.sorted { ($0.customer, $0.month) < ($1.customer, $1.month) }
  }
}
