public import FinanceModel

/// Sorts customers by value and cost-to-serve, two by two. See ``ValueCostQuadrant``.
public struct ValueCostMatrix: Sendable, Hashable {
  /// Contribution before cost-to-serve (CM2) of all customers together, and their number.
  public var totalContribution: Amount = 0
  public var customers: Int
  public var totalRevenue: Amount = 0
  public var totalCostToServe: Amount = 0

  /// The lines drawn by the averages of these customers.
  public init(_ lines: some Sequence<CustomerResult>) {
    customers = 0
    for line in lines {
      customers += 1
      totalContribution += line.cm2
      totalRevenue += line.revenue
      totalCostToServe += line.costToServe
    }
  }

  /// Where a customer stands.
  public func quadrant(of line: CustomerResult) -> ValueCostQuadrant {
    switch (isHighValue(line), isHighCost(line)) {
    case (true, false): .highValueLowCost
    case (true, true): .highValueHighCost
    case (false, false): .lowValueLowCost
    case (false, true): .lowValueHighCost
    }
  }

  /// CM2 ≥ ΣCM2 / n.
  private func isHighValue(_ line: CustomerResult) -> Bool {
    guard customers > 0 else { return false }
    return line.cm2 >= ExactDecimal(units: totalContribution.units / Int128(customers))
  }

  /// Cost-to-serve beyond revenue × Σ cost-to-serve / Σ revenue; any cost at all without revenue.
  private func isHighCost(_ line: CustomerResult) -> Bool {
    guard totalRevenue.isPositive, line.revenue.isPositive,
      let average = totalCostToServe.share(line.revenue.units, of: totalRevenue.units)
    else { return line.costToServe.isPositive }
    return line.costToServe > average
  }
}
