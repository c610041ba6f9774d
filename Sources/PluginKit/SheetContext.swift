public import CostingCore
public import FinanceModel
public import SheetPlan

/// What a sheet is made from.
public struct SheetContext: Sendable {
  public var inputs: CostingInputs
  public var results: CostingResults
  /// Of intake and of the core, most severe first.
  public var findings: [Finding]
  public var tables: [RecognisedTable]
  public var language: Language
  public var source: Source
  /// Such as `1.0.0`.
  public var engineVersion: String
  /// The final name of every sheet that will be written, by key; filled in before any is planned.
  public var sheetNames: [String: String] = [:]
  /// What the workbook lacks for analyses that could not be done.
  public var missing: [MissingInput] = []
  /// What a person typed into our input cells the last time, by the cell's name or, in a column of
  /// them, by ``TypedCell/key(_:row:)``.
  public var typedInputs: [String: TypedInput] = [:]

  /// What sheets that are planned together share; nil where each makes its own.
  package var sharedWork: SharedSheetWork?

  public init(
    inputs: CostingInputs, results: CostingResults, findings: [Finding],
    tables: [RecognisedTable], language: Language, source: Source, engineVersion: String
  ) {
    self.inputs = inputs
    self.results = results
    self.findings = findings
    self.tables = tables
    self.language = language
    self.source = source
    self.engineVersion = engineVersion
  }

  /// The workbook that the sheets are added to.
  public struct Source: Sendable, Hashable {
    /// Without its folder.
    public var fileName: String
    /// When it was converted, ISO 8601, as the caller's clock has it.
    public var convertedAt: String
    public var dateSystem: DateSystem
    /// All sheet names of the workbook.
    public var sheets: [String]

    public init(
      fileName: String, convertedAt: String, dateSystem: DateSystem, sheets: [String]
    ) {
      self.fileName = fileName
      self.convertedAt = convertedAt
      self.dateSystem = dateSystem
      self.sheets = sheets
    }
  }

  /// What a person typed.
  public typealias TypedInput = TypedCell

  /// The text in the sheet's language.
  public func text(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}
