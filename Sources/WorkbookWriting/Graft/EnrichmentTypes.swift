public import FinanceModel
public import SheetPlan

/// A sheet of ours that a workbook holds from an earlier run.
public struct ExistingSheet: Sendable, Hashable {
  /// ``SheetPlan/key``.
  public var key: String
  /// As its tab shows it now; a person may have renamed it.
  public var name: String
  /// Place in the workbook's order, from 0.
  public var index: Int

  public init(key: String, name: String, index: Int) {
    self.key = key
    self.name = name
    self.index = index
  }
}

/// What an earlier run left in a workbook, and what was typed there since.
public struct ExistingSheets: Sendable {
  /// One a key, in the workbook's order.
  public var sheets: [ExistingSheet]
  /// By the input's name, see ``TypedCell``.
  public var typedInputs: [String: TypedCell]

  public init(sheets: [ExistingSheet] = [], typedInputs: [String: TypedCell] = [:]) {
    self.sheets = sheets
    self.typedInputs = typedInputs
  }
}

/// What may be done to a workbook to add sheets to it.
public struct EnrichmentOptions: Sendable, Hashable {
  /// Whether a digital signature, which no added sheet leaves valid, may be taken off.
  public var dropsSignature = false
  /// Of the line that stands in for a sheet that is no longer made.
  public var language = Language.english

  public init() {}
}

/// What was written.
public struct EnrichmentReport: Sendable {
  /// The names of our sheets as their tabs show them, in the order of the plans.
  public var sheetNames: [String]
  /// Codes `WRITE-nnn`.
  public var findings: [Finding]

  public init(sheetNames: [String], findings: [Finding]) {
    self.sheetNames = sheetNames
    self.findings = findings
  }
}
