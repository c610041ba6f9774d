public import CostingCore
public import FinanceModel

/// What intake made of a workbook.
public struct IntakeResult: Sendable {
  public var inputs: CostingInputs
  /// Every table found, used or not, in the workbook's order.
  public var tables: [RecognisedTable]
  /// In the workbook's order.
  public var findings: [Finding]
  /// What would have to be there for analyses that could not be done.
  public var missing: [MissingInput]

  public init(
    inputs: CostingInputs, tables: [RecognisedTable], findings: [Finding],
    missing: [MissingInput]
  ) {
    self.inputs = inputs
    self.tables = tables
    self.findings = findings
    self.missing = missing
  }
}
