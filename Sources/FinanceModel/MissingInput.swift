/// A table or column that would open up an analysis.
public struct MissingInput: Sendable, Hashable {
  /// "Add a table of receivables (customer, opening and closing balance) …"
  public var whatToAdd: LocalizedText
  /// "… to get turnover, days outstanding and ageing."
  public var whatItGives: LocalizedText

  public init(whatToAdd: LocalizedText, whatItGives: LocalizedText) {
    self.whatToAdd = whatToAdd
    self.whatItGives = whatItGives
  }
}
