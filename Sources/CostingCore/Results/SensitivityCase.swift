public import FinanceModel

/// The same workbook costed another way, customer by customer.
public struct SensitivityCase: Sendable, Hashable {
  /// Such as "Every pool by revenue".
  public var name: LocalizedText
  /// What each customer would earn; parallel to ``CostingInputs/customers``.
  public var netMargins: [Amount]
  /// Rank from 1 under the other way; nil for the unassigned line.
  public var ranks: [Int?]

  public init(name: LocalizedText, netMargins: [Amount], ranks: [Int?]) {
    self.name = name
    self.netMargins = netMargins
    self.ranks = ranks
  }
}
