import CostingCore
import FinanceModel
import Glibc

/// Customers that buy as the BG/NBD supposes, made up from a seed: two years of orders with dates,
/// amounts and months.
///
/// Rates are exponential over customers with a mean of one purchase in twelve weeks (r = 1, α = 12),
/// the chance to leave after a purchase is beta distributed (a = 0.8, b = 1).
struct SyntheticTrade {
  let inputs: CostingInputs
  let histories: [PurchaseHistory]

  init(customers count: Int) {
    var generator = SeededGenerator(seed: 20_260_102)
    let end = Day(number: 20_453)  // 31 December 2025
    var inputs = CostingInputs()
    inputs.period = Period(start: end.advanced(byDays: -730), end: end)
    inputs.measures = [.netRevenue, .productCost, .orders]
    for place in 0..<count {
      let days = Self.orderDays(&generator)
      let order = Amount(Int(20 + generator.next() % 400))
      inputs.customers.append(Customer(id: CustomerID("C\(place)"), name: "C\(place)"))
      inputs.sales.append(Self.facts(days, order, from: end))
      inputs.salesByMonth += Self.months(days, order, of: Int32(place), from: end)
    }
    histories = inputs.sales.compactMap { PurchaseHistory(sales: $0, end: end) }
    self.inputs = inputs
  }

  /// Days before the end, earliest order first.
  private static func orderDays(_ generator: inout SeededGenerator) -> [Int] {
    var next = Double(generator.next() % 730)
    var days = [Int(next)]
    let rate = -log(1 - generator.nextUnit()) / 12 / 7
    let leaving = pow(generator.nextUnit(), 1 / 0.8)
    repeat {
      next += log(1 - generator.nextUnit()) / max(rate, 1e-6)
      guard next >= 0 else { break }
      if Int(next) != days[days.count - 1] { days.append(Int(next)) }
    } while generator.nextUnit() >= leaving
    return days
  }

  private static func facts(_ days: [Int], _ order: Amount, from end: Day) -> SalesFacts {
    var facts = SalesFacts()
    facts.lines = days.count
    facts.orders = days.count
    facts.orderDays = days.count
    facts.firstOrder = days.first.map { end.advanced(byDays: -$0) }
    facts.lastOrder = days.last.map { end.advanced(byDays: -$0) }
    facts.netRevenue = days.indices.reduce(Amount.zero) { sum, _ in sum + order }
    facts.productCost = Amount(units: facts.netRevenue.units * 6 / 10)
    facts.firstDayRevenue = order
    return facts
  }

  private static func months(_ days: [Int], _ order: Amount, of customer: Int32, from end: Day)
    -> [MonthlySales]
  {
    var months: [MonthlySales] = []
    for day in days {
      let month = end.advanced(byDays: -day).month
      if months.last?.month != month {
        months.append(MonthlySales(customer: customer, month: month))
      }
      months[months.count - 1].netRevenue += order
      months[months.count - 1].orders += 1
    }
    return months
  }
}
