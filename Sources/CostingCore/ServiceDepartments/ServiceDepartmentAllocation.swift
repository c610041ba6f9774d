public import FinanceModel

/// Passes the cost of service departments on to the departments that use them.
///
/// What a department uses of itself is left out; a negative use counts as none. Every split is
/// exact, so what the operating departments end up with, and what could not be passed on, add up to
/// what went in. Source: Horngren, Datar & Rajan, Cost Accounting, chapter 15.
public enum ServiceDepartmentAllocation {
  /// Allocates by the direct, the step-down or the reciprocal method.
  ///
  /// - Parameters:
  ///   - departments: service and operating ones, in any order.
  ///   - order: for step-down, the names of those that give first. Others follow by the share of
  ///     their service that goes to other service departments, largest first.
  /// - Returns: one result a department, in the same order.
  /// - Complexity: cubic in the number of service departments for the reciprocal method, else
  ///   quadratic.
  public static func allocate(
    _ departments: [ServiceDepartment], method: ServiceDepartmentMethod, order: [String] = []
  ) -> ServiceAllocation {
    var flow = ServiceFlow(departments)
    switch method {
    case .direct: flow.passDirectly()
    case .stepDown: flow.stepDown(firstNamed: order)
    case .reciprocal: flow.passReciprocally()
    }
    return flow.finished(order: order, method: method)
  }

  /// Fixed cost by budgeted capacity, variable cost by actual use: no department's bill for fixed
  /// cost depends on how much another one uses.
  ///
  /// - Parameters:
  ///   - capacity: what each department reserved.
  ///   - use: what each department used.
  /// - Returns: nil where nobody reserved or nobody used anything.
  public static func dualRate(
    fixedCost: Amount, variableCost: Amount, capacity: [Quantity], use: [Quantity]
  ) -> DualRateCharge? {
    guard capacity.count == use.count,
      let fixed = Allocation.byWeights(fixedCost, weights: capacity),
      let variable = Allocation.byWeights(variableCost, weights: use)
    else { return nil }
    return DualRateCharge(fixed: fixed.shares, variable: variable.shares)
  }

  /// All cost by actual use. Nil where nobody used anything.
  public static func singleRate(cost: Amount, use: [Quantity]) -> [Amount]? {
    Allocation.byWeights(cost, weights: use)?.shares
  }
}

/// What each department is charged under dual rates, in the order of the departments.
public struct DualRateCharge: Sendable, Hashable {
  public var fixed: [Amount]
  public var variable: [Amount]

  /// Fixed and variable together.
  public var total: [Amount] { zip(fixed, variable).map(+) }
}

/// How the cost of service departments was passed on.
public struct ServiceAllocation: Sendable, Hashable {
  /// Parallel to the departments that were given.
  public var departments: [ServiceDepartmentResult]
  /// Service departments in the order they gave, for step-down; empty otherwise.
  public var order: [Int] = []
  /// What a service department could pass on to nobody; parallel to the departments.
  public var retained: [Amount]
  /// Groups of service departments that only serve each other, so that their cost never leaves.
  public var closedLoops: [[Int]] = []
  /// Names in the given order that no service department has.
  public var unknownInOrder: [String] = []
}
