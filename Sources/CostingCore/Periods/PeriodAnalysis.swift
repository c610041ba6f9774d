public import FinanceModel

/// Sales and margins by month, quarter and year.
public enum PeriodAnalysis {
  /// Every month, quarter and year that has sales, months first, each in order of time. Empty where
  /// sales carry no dates.
  public static func periods(of inputs: CostingInputs) -> [PeriodResult] {
    PeriodGrain.allCases.concurrentMap { periods(of: inputs, by: $0) }.flatMap { $0 }
  }

  /// The periods of one length that have sales, in order of time.
  public static func periods(of inputs: CostingInputs, by grain: PeriodGrain) -> [PeriodResult] {
    var places: [Int32: Int] = [:]
    var periods: [PeriodResult] = []
    var lastCustomer: [Int: Int32] = [:]
    let unassigned = Int32(clamping: inputs.unassignedIndex ?? -1)
    for sales in inputs.salesByMonth {
      let first = grain.firstMonth(of: sales.month)
      guard let place = places[first.number] ?? open(grain, first, in: &periods) else { continue }
      places[first.number] = place
      periods[place].add(sales)
      if sales.customer != unassigned, lastCustomer[place] != sales.customer {
        periods[place].customers += 1
      }
      lastCustomer[place] = sales.customer
    }
    return periods.sorted { $0.period.start < $1.period.start }
  }

  private static func open(
    _ grain: PeriodGrain, _ first: Month, in periods: inout [PeriodResult]
  ) -> Int? {
    let last = first.advanced(byMonths: grain.months - 1)
    guard let period = Period(start: first.firstDay, end: last.lastDay) else { return nil }
    periods.append(PeriodResult(name: grain.name(of: first), grain: grain, period: period))
    return periods.count - 1
  }
}

extension PeriodResult {
  fileprivate mutating func add(_ sales: MonthlySales) {
    revenue += sales.netRevenue
    productCost += sales.productCost
    directCost += sales.directCost
    quantity += sales.quantity
    orders += Int(sales.orders)
  }
}

extension PeriodGrain {
  /// How many months it has.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    }
  }

  /// The first month of the period that a month is in.
  public func firstMonth(of month: Month) -> Month {
    month.advanced(byMonths: -((month.month - 1) % months))
  }

  /// `2026-03`, `2026-Q1` or `2026`, by the period's first month.
  public func name(of first: Month) -> String {
    switch self {
    case .month: first.description
    case .quarter: "\(first.year)-Q\((first.month - 1) / 3 + 1)"
    case .year: String(first.year)
    }
  }
}
