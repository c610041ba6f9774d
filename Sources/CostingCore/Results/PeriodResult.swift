public import FinanceModel

/// What was sold in one month, quarter or year.
public struct PeriodResult: Sendable, Hashable {
  /// `2026-03`, `2026-Q1` or `2026`.
  public var name: String
  public var grain: PeriodGrain
  /// The calendar's days, even where the data begin or end within them.
  public var period: Period
  public var revenue: Amount = 0
  public var productCost: Amount = 0
  public var directCost: Amount = 0
  public var quantity: Quantity = 0
  public var orders = 0
  /// Customers with revenue, cost or an order in it; the unassigned line not counted.
  public var customers = 0

  public init(name: String, grain: PeriodGrain, period: Period) {
    self.name = name
    self.grain = grain
    self.period = period
  }

  /// Net revenue less product cost (CM1).
  public var grossMargin: Amount { revenue - productCost }
  /// Net revenue less all direct cost (CM2).
  public var cm2: Amount { revenue - directCost }
}

/// How long a period is.
public enum PeriodGrain: String, Sendable, Hashable, CaseIterable {
  case month, quarter, year
}
