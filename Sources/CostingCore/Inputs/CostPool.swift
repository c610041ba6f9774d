public import FinanceModel

/// Indirect cost that is allocated together.
public struct CostPool: Sendable, Hashable {
  public var name: String
  public var amount: Amount
  public var costClass: CostClass?
  public var method: AllocationMethod
  /// The driver's name as the pool's row has it; nil where it names none.
  public var driver: String?
  public var level: CostLevel?
  public var department: String?
  /// In units of the driver, or in minutes where activities of the pool are time-driven.
  public var practicalCapacity: Quantity?
  public var isValueAdded: Bool?
  /// For pools of level channel: the channel whose customers bear it.
  public var channel: String?
  public var provenance: Provenance?
  /// What the cell of ``provenance`` is multiplied by to give ``amount``: 10,000 for 万元.
  public var unitFactor = 1

  public init(name: String, amount: Amount, method: AllocationMethod) {
    self.name = name
    self.amount = amount
    self.method = method
  }
}

/// How a pool reaches the customers.
public enum AllocationMethod: String, Sendable, Hashable, CaseIterable {
  case driver, even, percent, fixed, revenue, unallocated
}

/// What a cost is spent for.
public enum CostClass: String, Sendable, Hashable, CaseIterable {
  case acquisition, service, relationship, marketing, administration, facility
}

/// The level of the cost hierarchy that a cost arises at (Cooper & Kaplan 1991).
public enum CostLevel: String, Sendable, Hashable, CaseIterable {
  case unit, order, customer, channel, facility
}

/// What each customer uses of something: hours, orders, visits.
public struct Driver: Sendable, Hashable {
  public var name: String
  /// One a customer, parallel to ``CostingInputs/customers``.
  public var quantities: [Quantity]
  public var origin: Origin
  /// How the column can be a formula over the team's cells.
  public var liveness: Liveness?
  public var provenance: Provenance?

  public init(name: String, quantities: [Quantity], origin: Origin = .table) {
    self.name = name
    self.quantities = quantities
    self.origin = origin
  }

  /// Where a driver's quantities come from.
  public enum Origin: Sendable, Hashable {
    /// A table of drivers.
    case table
    /// The sales lines: orders, order lines, quantity, net revenue.
    case sales
    /// The table of interactions.
    case interactions
  }
}

/// What a pool's money is spent on: the second stage of activity-based costing.
///
/// A pool with activities is split among them by share, or time-driven by unit time (Kaplan &
/// Anderson, Harvard Business Review, November 2004).
public struct Activity: Sendable, Hashable {
  public var name: String
  public var pool: String
  public var driver: String
  /// Minutes for one unit of the driver.
  public var unitTime: Quantity?
  /// As written: 40 for 40 %, or 0.4 where all of a pool's shares sum to at most 1.
  public var share: Quantity?
  public var provenance: Provenance?

  public init(name: String, pool: String, driver: String) {
    self.name = name
    self.pool = pool
    self.driver = driver
  }
}

/// The service departments and what each department uses of them.
public struct ServiceDepartmentTable: Sendable, Hashable {
  public var departments: [ServiceDepartment] = []
  public init() {}
  public var isEmpty: Bool { departments.isEmpty }
}

/// A department that serves others, or one that is served.
public struct ServiceDepartment: Sendable, Hashable {
  public var name: String
  public var kind: Kind
  public var amount: Amount
  /// What each department uses of this one, parallel to ``ServiceDepartmentTable/departments``.
  public var use: [Quantity]
  public var provenance: Provenance?
  /// What the cell of ``provenance`` is multiplied by to give ``amount``.
  public var unitFactor = 1

  public init(name: String, kind: Kind, amount: Amount, use: [Quantity] = []) {
    self.name = name
    self.kind = kind
    self.amount = amount
    self.use = use
  }

  public enum Kind: String, Sendable, Hashable {
    case service, operating
  }
}
