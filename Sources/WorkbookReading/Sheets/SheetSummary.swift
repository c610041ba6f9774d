public import FinanceModel

/// What was met while a sheet was read, beside its values.
public struct SheetSummary: Sendable, Hashable {
  /// Rows and cells with a value; of rows passed over the cells are not counted.
  public var rows = 0
  public var cells = 0
  public var formulas = 0
  /// Formulas that carry no cached value: the workbook was never calculated.
  public var formulasWithoutValue = 0
  /// The first of them.
  public var firstWithoutValue: CellAddress?

  public init() {}
}
