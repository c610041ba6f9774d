import CostingCore
import FinanceModel
import Testing

/// A day from ISO text; tests write only days that exist.
func day(_ iso: String) -> Day {
  let parts = iso.split(separator: "-").compactMap { Int($0) }
  guard parts.count == 3, let day = Day(year: parts[0], month: parts[1], day: parts[2]) else {
    Issue.record("no day: \(iso)")
    return Day(number: 0)
  }
  return day
}

/// An amount from text.
func amount(_ text: String) -> Amount { Amount(text) ?? Amount(-999_999_999) }

/// Inputs made by hand, and what costing would make of them where revenue and product cost are all
/// there is.
struct AnalysisFixture {
  var inputs = CostingInputs()
  var results = CostingResults()

  init(start: String = "2025-01-01", end: String = "2025-12-31") {
    inputs.period = Period(start: day(start), end: day(end))
    inputs.currency = "CNY"
  }

  /// Adds a customer with its sales.
  @discardableResult mutating func add(
    _ id: String, revenue: Amount = 0, cost: Amount = 0, orders: Int = 0, first: String? = nil,
    last: String? = nil, _ change: (inout Customer) -> Void = { _ in }
  ) -> Int {
    var customer = Customer(id: CustomerID(id), name: id)
    change(&customer)
    inputs.customers.append(customer)
    var facts = SalesFacts()
    facts.orders = orders
    facts.orderDays = orders
    facts.lines = orders
    facts.firstOrder = first.map(day)
    facts.lastOrder = last.map(day)
    facts.netRevenue = revenue
    facts.productCost = cost
    inputs.sales.append(facts)
    return inputs.customers.count - 1
  }

  /// Costing without pools: net margin is gross margin, ranked as given.
  mutating func finish() {
    results.currency = inputs.currency
    results.period = inputs.period
    results.customers = inputs.sales.map { facts in
      var result = CustomerResult()
      result.revenue = facts.netRevenue
      result.productCost = facts.productCost
      result.grossMargin = facts.netRevenue - facts.productCost
      result.netMargin = result.grossMargin
      result.cm2 = result.grossMargin
      result.cm3 = result.grossMargin
      return result
    }
    results.totals.revenue = results.customers.reduce(.zero) { $0 + $1.revenue }
    results.totals.netMargin = results.customers.reduce(.zero) { $0 + $1.netMargin }
    results.totals.grossMargin = results.totals.netMargin
  }

  /// The analyses of the inputs as they stand.
  mutating func analytics() -> CustomerAnalytics {
    finish()
    return CustomerAnalytics.compute(inputs, results)
  }
}

/// Whether two doubles agree within an absolute tolerance; nil agrees with nothing.
func agrees(_ value: Double?, _ expected: Double, within tolerance: Double) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= tolerance
}
