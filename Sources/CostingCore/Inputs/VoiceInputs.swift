public import FinanceModel

/// How long a customer waited for the first reply to a request.
public struct ServiceResponse: Sendable, Hashable {
  public var customer: CustomerID
  /// The day of the request.
  public var date: Day?
  /// Below zero where the workbook has the reply before the request.
  public var hours: Double
  public var provenance: Provenance?

  public init(customer: CustomerID, hours: Double) {
    self.customer = customer
    self.hours = hours
  }
}

/// A customer's interactions of one kind in one month.
public struct MonthlyInteractions: Sendable, Hashable {
  /// Place in ``CostingInputs/customers``.
  public var customer: Int32
  /// Place in ``CostingInputs/interactions``.
  public var kind: Int32
  public var month: Month
  public var count: Quantity

  public init(customer: Int32, kind: Int32, month: Month, count: Quantity) {
    self.customer = customer
    self.kind = kind
    self.month = month
    self.count = count
  }
}
