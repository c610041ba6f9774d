/// Where per-customer sums come from: the narrow place at which another engine can take over.
///
/// Costing needs nothing of the sales lines but what each customer's add up to. Intake gathers that
/// from a workbook; a database that holds hundreds of millions of lines can hand it over instead.
public protocol FactSource {
  /// Hands over the facts of every customer, each customer once, in any order.
  ///
  /// - Parameter receive: takes a customer and its facts.
  func forEachCustomer(_ receive: (Customer, SalesFacts) throws -> Void) throws
}
