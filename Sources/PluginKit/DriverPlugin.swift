public import CostingCore
public import FinanceModel

/// Adds a driver that no table of the workbook holds: how much of something each customer uses, worked
/// out from what is known of the customers.
///
/// A plugin gets all customers at once and gives a whole column, so that a call costs nothing beside
/// its work.
public protocol DriverPlugin: Sendable {
  /// The name that cost pools call it by. A driver of the team's own tables wins over one of the
  /// same name.
  var name: LocalizedText { get }

  /// The quantities, one a customer, parallel to ``CostingInputs/customers``; nil where the inputs do
  /// not give them. A negative quantity counts as none.
  func quantities(for inputs: CostingInputs) -> [Quantity]?
}
