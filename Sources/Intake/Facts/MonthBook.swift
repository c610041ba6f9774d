import CostingCore
import FinanceModel

/// Sales by customer and month, in the order of first mention.
struct MonthBook {
  private(set) var rows: [MonthlySales] = []
  private var places = MonthPlaces()
  /// The day of the line before and its month: lines mostly come by date.
  private var lastDay = Day(number: .min)
  private var lastMonth = Month(year: 0, month: 1)

  mutating func add(_ line: SalesLedger.Line, _ day: Day, isOrder: Bool) {
    if day != lastDay { (lastDay, lastMonth) = (day, day.month) }
    let (place, isNew) = places.place(
      of: line.customer, in: lastMonth, orInsert: Int32(clamping: rows.count))
    if isNew { rows.append(MonthlySales(customer: line.customer, month: lastMonth)) }
    rows[place].netRevenue += line.net
    rows[place].directCost += line.directCost
    rows[place].productCost += line.productCost
    rows[place].quantity += line.quantity
    if isOrder { rows[place].orders += 1 }
  }

  /// Ascending by customer, then month; the unassigned line under its place among the customers,
  /// which is the last.
  func rows(unassigned place: Int32) -> [MonthlySales] {
    var ordered: [MonthlySales] = []
    ordered.reserveCapacity(rows.count)
    places.forEachPlace { index in
      var row = rows[index]
      if row.customer == SalesLedger.unassignedPlace { row.customer = place }
      ordered.append(row)
    }
    return ordered
  }
}

/// Where each customer's row of each month is: a table a month, so that no key is hashed.
private struct MonthPlaces {
  /// By month from ``first``; in each by customer, the unassigned line before all, −1 for none.
  private var tables: [[Int32]] = []
  private var first: Int32 = 0

  mutating func place(
    of customer: Int32, in month: Month, orInsert new: Int32
  ) -> (place: Int, isNew: Bool) {
    let table = tableIndex(month.number)
    let slot = customer == SalesLedger.unassignedPlace ? 0 : Int(customer) + 1
    let missing = slot + 1 - tables[table].count
    if missing > 0 {
      tables[table] += [Int32](repeating: -1, count: max(missing, tables[table].count / 2))
    }
    let known = tables[table][slot]
    if known >= 0 { return (Int(known), false) }
    tables[table][slot] = new
    return (Int(new), true)
  }

  /// Every place once, ascending by customer, then month; the unassigned line's at the end.
  func forEachPlace(_ body: (Int) -> Void) {
    let slots = tables.map(\.count).max() ?? 0
    for slot in Array(1..<max(slots, 1)) + [0] {
      for table in tables where slot < table.count && table[slot] >= 0 { body(Int(table[slot])) }
    }
  }

  private mutating func tableIndex(_ month: Int32) -> Int {
    if tables.isEmpty { first = month }
    if month < first {
      tables = [[Int32]](repeating: [], count: Int(first - month)) + tables
      first = month
    }
    let index = Int(month - first)
    if index >= tables.count {
      tables += [[Int32]](repeating: [], count: index + 1 - tables.count)
    }
    return index
  }
}
