public import CostingCore

/// Decides in another way which tier a customer is in.
///
/// It sees the finished results and gives a whole column; what it gives takes the place of the
/// engine's tiers.
public protocol TierRulePlugin: Sendable {
  /// Stable, language-free identity, `loyalty-points`.
  var key: String { get }

  /// The tiers, one a customer, parallel to ``CostingInputs/customers``; nil leaves a customer's as it
  /// is. A column of another length is not taken.
  func tiers(for inputs: CostingInputs, results: CostingResults) -> [Tier?]
}
