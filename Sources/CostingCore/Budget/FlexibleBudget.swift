public import FinanceModel

/// Static budget, flexible budget and actual, line by line (level 2 analysis; Horngren, Datar &
/// Rajan, Cost Accounting, chapter 7).
///
/// Every variance is an effect on profit: above zero is favourable, for cost as for revenue.
public struct FlexibleBudget: Sendable, Hashable {
  public var budgetUnits: Quantity
  public var actualUnits: Quantity
  public var lines: [Line]

  public init(budgetUnits: Quantity, actualUnits: Quantity, lines: [Line]) {
    self.budgetUnits = budgetUnits
    self.actualUnits = actualUnits
    self.lines = lines
  }

  /// A line of the budget.
  public struct Line: Sendable, Hashable {
    public var name: String
    public var kind: Kind
    /// For the budgeted units.
    public var budget: Amount
    public var actual: Amount

    public init(name: String, kind: Kind, budget: Amount, actual: Amount) {
      self.name = name
      self.kind = kind
      self.budget = budget
      self.actual = actual
    }
  }

  /// How a line behaves.
  public enum Kind: String, Sendable, Hashable {
    case revenue, variableCost, fixedCost
  }

  /// One line against its flexible budget.
  public struct Result: Sendable, Hashable {
    public var line: Line
    /// The budget at the actual volume; fixed cost stays as it is.
    public var flexible: Amount
    /// Actual against flexible: price, efficiency and spending.
    public var flexibleBudgetVariance: Amount
    /// Flexible against static: volume.
    public var salesVolumeVariance: Amount

    /// Actual against static.
    public var staticBudgetVariance: Amount { flexibleBudgetVariance + salesVolumeVariance }
  }

  /// One result a line; nil where no units were budgeted.
  public func analysed() -> [Result]? {
    var results: [Result] = []
    for line in lines {
      let flexed =
        line.kind == .fixedCost
        ? line.budget : line.budget.share(actualUnits.units, of: budgetUnits.units)
      guard let flexible = flexed else { return nil }
      let sign: (Amount) -> Amount = { line.kind == .revenue ? $0 : -$0 }
      results.append(
        Result(
          line: line, flexible: flexible,
          flexibleBudgetVariance: sign(line.actual - flexible),
          salesVolumeVariance: sign(flexible - line.budget)))
    }
    return results
  }
}

extension Sequence<FlexibleBudget.Result> {
  /// Revenue less all cost, at the flexible budget.
  public var flexibleProfit: Amount {
    map { $0.line.kind == .revenue ? $0.flexible : -$0.flexible }.sum
  }
  /// Effect of price, efficiency and spending on profit.
  public var flexibleBudgetVariance: Amount { map(\.flexibleBudgetVariance).sum }
  /// Effect of volume on profit.
  public var salesVolumeVariance: Amount { map(\.salesVolumeVariance).sum }
  /// Effect of everything on profit.
  public var staticBudgetVariance: Amount { map(\.staticBudgetVariance).sum }
}
