public import FinanceModel

/// How fast receivables turn into money.
public struct ReceivablesPace: Sendable {
  /// Net sales of the period.
  public var sales: Amount
  /// Days in the period, both ends counted.
  public var days: Double
  public var daysInYear: Double
  /// Yearly; nil: not asked.
  public var financingRate: Double?

  public init(sales: Amount, days: Double, daysInYear: Double = 365, financingRate: Double? = nil) {
    self.sales = sales
    self.days = days
    self.daysInYear = daysInYear
    self.financingRate = financingRate
  }

  /// Sales over an average balance: 12.75 for 4,192,200 and 328,800. Nil without a positive balance.
  public func turnover(of average: Amount?) -> Double? {
    guard let average, average.isPositive else { return nil }
    return sales.ratio(to: average)
  }

  /// Days in the period over the turnover; nil where nothing turned over.
  public func days(forTurnover turnover: Double?) -> Double? {
    guard let turnover, turnover > 0 else { return nil }
    return days / turnover
  }

  /// What the money tied up cost in the period; nil where no rate is set.
  func financingCost(of average: Amount?) -> Amount? {
    guard let average, let financingRate else { return nil }
    return Amount(financingRate * days / daysInYear).flatMap(average.multiplied(by:))
  }

  func with(sales: Amount) -> ReceivablesPace {
    var copy = self
    copy.sales = sales
    return copy
  }

  /// Turnover, days outstanding, their best possible and what delays add (the latter two by closing
  /// balances, where ageing is known).
  func fill(_ result: inout ReceivablesResult) {
    result.turnover = turnover(of: result.average)
    result.dso = days(forTurnover: result.turnover)
    result.financingCost = financingCost(of: result.average)
    guard let overdue = result.overdue, sales.isPositive else { return }
    let notDue = result.closing - overdue
    result.bestPossibleDSO = notDue.ratio(to: sales).map { $0 * days }
    if let dso = result.dso, let best = result.bestPossibleDSO {
      result.averageDaysDelinquent = dso - best
    }
  }
}
