public import FinanceModel

/// Sales and margins by month, quarter and year.
public enum PeriodAnalysis {
  /// Every month, quarter and year that has sales, months first, each in order of time. Empty where
  /// sales carry no dates.
  public static func periods(of inputs: CostingInputs) -> [PeriodResult] {
    PeriodGrain.allCases.concurrentMap { periods(of: inputs, by: $0) }.flatMap { $0 }
  }

  /// The periods of one length that have sales, in order of time; of months up to the year 9999.
  public static func periods(of inputs: CostingInputs, by grain: PeriodGrain) -> [PeriodResult] {
    let months = inputs.salesByMonth.lazy.map(\.month).filter { monthsOfDates.contains($0.number) }
    guard let earliest = months.min(), let latest = months.max() else { return [] }
    // By month from the first period's on: the place of the period that begins with it, −1 for none yet.
    let start = grain.firstMonth(of: earliest).number
    var places = [Int32](repeating: -1, count: Int(latest.number - start) + 1)
    var periods: [PeriodResult] = []
    var lastCustomer: [Int32?] = []
    let unassigned = Int32(clamping: inputs.unassignedIndex ?? -1)
    for sales in inputs.salesByMonth where monthsOfDates.contains(sales.month.number) {
      let first = grain.firstMonth(of: sales.month)
      let index = Int(first.number - start)
      if places[index] < 0 {
        guard let place = open(grain, first, in: &periods) else { continue }
        places[index] = Int32(clamping: place)
        lastCustomer.append(nil)
      }
      let place = Int(places[index])
      periods[place].add(sales)
      if sales.customer != unassigned, lastCustomer[place] != sales.customer {
        periods[place].customers += 1
      }
      lastCustomer[place] = sales.customer
    }
    return periods.sorted { $0.period.start < $1.period.start }
  }

  /// ``Month/number`` of the months that a workbook's dates can be in.
  private static let monthsOfDates: Range<Int32> = 0..<120_000

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
