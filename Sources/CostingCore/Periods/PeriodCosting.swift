public import FinanceModel

/// The whole costing of each month, quarter or year.
///
/// Sales are those of the period. Pools, capacities and table drivers carry no dates; they are taken
/// to accrue evenly by day, so that each period bears its days' share and all periods together bear
/// exactly the whole.
public enum PeriodCosting {
  /// One period and what it earned.
  public struct Costed: Sendable {
    public var name: String
    public var period: Period
    public var results: CostingResults
  }

  /// Every period that has sales, in order of time. Empty where sales carry no dates.
  ///
  /// - Complexity: one run of the engine a period.
  public static func run(_ inputs: CostingInputs, by grain: PeriodGrain) -> [Costed] {
    let periods = PeriodAnalysis.periods(of: inputs, by: grain)
    let days = periods.map { Quantity(covered($0.period, of: inputs).days) }
    let shares = inputs.costPools.map { Allocation.byWeights($0.amount, weights: days)?.shares }
    return periods.enumerated().map { place, period in
      var part = inputs
      part.period = covered(period.period, of: inputs)
      part.sales = sales(of: inputs, in: period.period)
      part.salesByMonth = inputs.salesByMonth.filter { period.period.contains($0.month.firstDay) }
      for pool in part.costPools.indices { part.costPools[pool].amount = shares[pool]?[place] ?? 0 }
      part.prorate(days[place], of: days.sum)
      let results = CostingEngine.run(part)
      return Costed(name: period.name, period: period.period, results: results)
    }
  }

  /// The days of a period that the workbook covers; the calendar's where it covers none of them.
  private static func covered(_ period: Period, of inputs: CostingInputs) -> Period {
    guard let whole = inputs.period else { return period }
    let start = max(whole.start, period.start)
    let end = min(whole.end, period.end)
    return Period(start: start, end: end) ?? period
  }

  /// What each customer's sales of the period add up to.
  private static func sales(of inputs: CostingInputs, in period: Period) -> [SalesFacts] {
    var facts = [SalesFacts](repeating: SalesFacts(), count: inputs.customerCount)
    for month in inputs.salesByMonth where period.contains(month.month.firstDay) {
      let customer = Int(month.customer)
      guard facts.indices.contains(customer) else { continue }
      facts[customer].add(month)
    }
    return facts
  }
}

extension SalesFacts {
  /// Adds a month's sales. A month keeps no lines of its own: its orders, at least one, stand for
  /// them.
  fileprivate mutating func add(_ month: MonthlySales) {
    lines += max(1, Int(month.orders))
    orders += Int(month.orders)
    quantity += month.quantity
    netRevenue += month.netRevenue
    productCost += month.productCost
    otherDirectCost += month.directCost - month.productCost
  }
}

extension CostingInputs {
  /// Scales what belongs to all days to some of them.
  fileprivate mutating func prorate(_ days: Quantity, of all: Quantity) {
    func part(_ value: ExactDecimal) -> ExactDecimal {
      value.share(days.units, of: all.units) ?? value
    }
    for pool in costPools.indices {
      costPools[pool].practicalCapacity = costPools[pool].practicalCapacity.map(part)
    }
    for driver in drivers.indices {
      drivers[driver].quantities = drivers[driver].quantities.map(part)
    }
    for kind in interactions.indices {
      interactions[kind].quantities = interactions[kind].quantities.map(part)
    }
    for department in serviceDepartments.departments.indices {
      let amount = serviceDepartments.departments[department].amount
      serviceDepartments.departments[department].amount = part(amount)
    }
  }
}
