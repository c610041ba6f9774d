public import FinanceModel

/// Why a customer earns less than the portfolio does on each unit of revenue.
public struct LowProfitDiagnosis: Sendable, Hashable {
  /// Place in ``CostingResults/customers``.
  public var customer: Int
  /// Net margin against what the portfolio's margin on the same revenue would be; negative.
  public var shortfall: Amount
  /// The three pools with the largest excess, largest first; only positive ones.
  public var excesses: [PoolExcess]
  /// From the portfolio's margin to the customer's; nil where revenue is zero or less.
  public var bridge: MarginBridge?
  /// The same from list revenue down, so that discount, rebate and returns are among the causes; nil
  /// where list revenue is zero or less.
  public var listBridge: ListBridge?

  public init(customer: Int, shortfall: Amount, excesses: [PoolExcess] = []) {
    self.customer = customer
    self.shortfall = shortfall
    self.excesses = excesses
  }
}

/// What a customer costs in one pool beyond the portfolio's average.
public struct PoolExcess: Sendable, Hashable {
  /// Place in ``CostingResults/pools``.
  public var pool: Int
  /// cost(c, p) − revenue(c) × Σ cost(p) / Σ revenue.
  public var excess: Amount

  public init(pool: Int, excess: Amount) {
    self.pool = pool
    self.excess = excess
  }
}

/// A customer's margin against the portfolio's, line by line, in points of net revenue.
///
/// ``portfolio`` plus the points of all ``steps`` is ``customer``. 12.5 stands for 12.5 %.
public struct MarginBridge: Sendable, Hashable {
  /// Net margin percent of all customers together.
  public var portfolio: Double
  /// In the order of the profit and loss account.
  public var steps: [Step]
  /// Net margin percent of the customer.
  public var customer: Double

  public init(portfolio: Double, steps: [Step], customer: Double) {
    self.portfolio = portfolio
    self.steps = steps
    self.customer = customer
  }

  /// One line of the bridge; negative where the customer costs more than average.
  public struct Step: Sendable, Hashable {
    public var line: Line
    public var points: Double

    public init(line: Line, points: Double) {
      self.line = line
      self.points = points
    }
  }

  /// The lines between net revenue and net margin.
  public enum Line: String, Sendable, Hashable, CaseIterable {
    case productCost, directSelling, costToServe, overhead
  }
}

/// A customer's margin on list revenue against the portfolio's, line by line, in points of list
/// revenue: is it the price, the product or the service that costs the margin?
///
/// ``portfolio`` plus the points of all ``steps`` is ``customer``. 12.5 stands for 12.5 %.
public struct ListBridge: Sendable, Hashable {
  /// Net margin of all customers together, in percent of their list revenue.
  public var portfolio: Double
  /// In the order of the profit and loss account.
  public var steps: [Step]
  /// Net margin of the customer, in percent of its list revenue.
  public var customer: Double

  public init(portfolio: Double, steps: [Step], customer: Double) {
    self.portfolio = portfolio
    self.steps = steps
    self.customer = customer
  }

  /// One line of the bridge; negative where the customer gives away or costs more than average.
  public struct Step: Sendable, Hashable {
    public var line: CustomerProfitAndLoss.Kind
    public var points: Double

    public init(line: CustomerProfitAndLoss.Kind, points: Double) {
      self.line = line
      self.points = points
    }
  }

  /// The line that takes the most points; nil where none takes any.
  public var mainCause: Step? {
    steps.min { $0.points < $1.points }.flatMap { $0.points < 0 ? $0 : nil }
  }
}

/// Value against cost-to-serve, two by two.
///
/// Value is high where the contribution before cost-to-serve (CM2) is at or above the average of
/// the ranked customers; cost is high where cost-to-serve takes more of the revenue than it does of
/// the portfolio's.
public enum ValueCostQuadrant: String, Sendable, Hashable, CaseIterable {
  case highValueLowCost, highValueHighCost, lowValueLowCost, lowValueHighCost
}
