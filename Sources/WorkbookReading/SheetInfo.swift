public import FinanceModel

/// A sheet as the workbook lists it.
public struct SheetInfo: Sendable, Hashable {
  /// Place in the workbook's order, from 0, all kinds of sheets counted.
  public var index: Int
  public var name: String
  public var kind: Kind
  public var visibility: Visibility
  /// The part that holds it, `xl/worksheets/sheet1.xml`.
  public var part: String

  public init(index: Int, name: String, kind: Kind, visibility: Visibility, part: String) {
    self.index = index
    self.name = name
    self.kind = kind
    self.visibility = visibility
    self.part = part
  }

  public enum Kind: Sendable, Hashable {
    case worksheet, chartSheet, dialogSheet, macroSheet
  }

  public enum Visibility: Sendable, Hashable {
    case visible, hidden, veryHidden
  }
}

/// What a sheet holds beside its cells; read on demand.
public struct SheetDetails: Sendable, Hashable {
  /// Excel tables, in the order of the sheet's relationships.
  public var tables: [TableInfo] = []
  public var mergedRanges: [CellRange] = []
  /// Columns that are hidden.
  public var hiddenColumns: [ClosedRange<Int>] = []
  public var hasComments = false

  public init() {}
}

/// An Excel table (ListObject).
public struct TableInfo: Sendable, Hashable {
  public var name: String
  /// Header and totals row included.
  public var range: CellRange
  /// 0 or 1.
  public var headerRowCount: Int
  public var totalsRowCount: Int
  public var columns: [String]

  public init(
    name: String, range: CellRange, headerRowCount: Int, totalsRowCount: Int, columns: [String]
  ) {
    self.name = name
    self.range = range
    self.headerRowCount = headerRowCount
    self.totalsRowCount = totalsRowCount
    self.columns = columns
  }
}

/// A defined name of the workbook.
public struct DefinedName: Sendable, Hashable {
  public var name: String
  /// Place of the sheet it is local to, from 0; nil for the whole workbook.
  public var sheet: Int?
  /// The formula text, without `=`.
  public var formula: String
  public var isHidden: Bool

  public init(name: String, sheet: Int?, formula: String, isHidden: Bool) {
    self.name = name
    self.sheet = sheet
    self.formula = formula
    self.isHidden = isHidden
  }
}
