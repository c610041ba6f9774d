public import FinanceModel

/// A worksheet as a value: what stands where, in which form. Nothing here knows a file format.
///
/// Rows and columns count from 1. Small things are single ``cells``; long tables are ``blocks``,
/// column by column, so that 50,000 customers cost a few arrays rather than a million values.
/// Where a cell and a block overlap, the cell wins.
public struct SheetPlan: Sendable {
  /// Stable, language-free identity, `customer-pl`: a workbook that is dropped again finds its
  /// sheets by it.
  public var key: String
  /// The name that the tab asks for; a taken name gets a number: `Receivables (2)`.
  public var name: String
  public var tabColor: Color?
  public var columns: [ColumnPlan] = []
  public var rows: [Int: RowPlan] = [:]
  public var cells: [PlannedCell] = []
  public var blocks: [CellBlock] = []
  public var tables: [TablePlan] = []
  public var charts: [ChartPlan] = []
  public var conditionalFormats: [ConditionalFormatPlan] = []
  public var validations: [ValidationPlan] = []
  /// Merged ranges, for titles only; never inside data.
  public var merges: [CellRange] = []
  /// The first row and column that scroll; nil for none.
  public var frozenAt: CellAddress?
  public var filter: CellRange?
  public var print = PrintPlan()
  /// Percent.
  public var zoom = 100
  public var showsGridLines = false
  /// Names that other sheets and a later run find cells by.
  public var names: [NamePlan] = []
  /// Whether outline symbols stand above and left of the detail they fold.
  public var outlineSummaryIsAbove = false

  public init(key: String, name: String) {
    self.key = key
    self.name = name
  }

  /// Puts one cell.
  public mutating func put(
    _ content: CellContent, row: Int, column: Int, style: CellStyle = .plain
  ) {
    cells.append(
      PlannedCell(at: CellAddress(row: row, column: column), content: content, style: style))
  }
}

/// One cell.
public struct PlannedCell: Sendable, Hashable {
  public var at: CellAddress
  public var content: CellContent
  public var style: CellStyle
  public var link: LinkTarget?
  public var comment: String?

  public init(
    at: CellAddress, content: CellContent, style: CellStyle = .plain, link: LinkTarget? = nil,
    comment: String? = nil
  ) {
    self.at = at
    self.content = content
    self.style = style
    self.link = link
    self.comment = comment
  }
}

/// What a cell holds.
public enum CellContent: Sendable, Hashable {
  case empty
  /// Always a string, whatever it looks like: `=1+1` stays text.
  case text(String)
  case number(Double)
  case boolean(Bool)
  /// Shown as a date by its style.
  case day(Day)
  case formula(Formula)
}

/// A live formula with the engine's value.
public struct Formula: Sendable, Hashable {
  /// Without `=`, in the file's form: English function names, commas, `Table[[#This Row],[Col]]`.
  public var text: String
  public var value: Value

  public init(_ text: String, value: Value) {
    self.text = text
    self.value = value
  }

  public init(_ text: String, value: Double) {
    self.init(text, value: .number(value))
  }

  /// What the formula gives.
  public enum Value: Sendable, Hashable {
    case number(Double)
    case text(String)
    case boolean(Bool)
    case empty
  }
}

/// Where a click leads.
public enum LinkTarget: Sendable, Hashable {
  /// A cell of the workbook; the sheet by the name its tab shows.
  case cell(SheetCell)
  /// A sheet of ours, by ``SheetPlan/key``, wherever its name ends up.
  case sheet(key: String, cell: CellAddress)
  case url(String)
}

/// A long table without its header, column by column; all columns have `rowCount` entries.
public struct CellBlock: Sendable {
  /// The row of the first entry.
  public var firstRow: Int
  public var rowCount: Int
  public var columns: [Column]

  public init(firstRow: Int, rowCount: Int, columns: [Column]) {
    self.firstRow = firstRow
    self.rowCount = rowCount
    self.columns = columns
  }

  /// One column of a block.
  public struct Column: Sendable {
    /// The sheet's column, from 1.
    public var column: Int
    public var content: Content
    public var style: CellStyle

    public init(column: Int, content: Content, style: CellStyle) {
      self.column = column
      self.content = content
      self.style = style
    }
  }

  /// What a column of a block holds, one entry a row.
  public enum Content: Sendable {
    case texts([String])
    /// NaN leaves the cell empty.
    case numbers([Double])
    /// The same formula in every row; NaN values are cached as empty text.
    case formula(RowFormula, values: [Double])
    case textFormula(RowFormula, values: [String])
    case cells([CellContent])
  }
}

/// A formula that differs from row to row only in row numbers.
///
/// Written with `{r}` for the row's own number and `{r-1}` for the row before: `C{r}-D{r}`,
/// `E{r-1}+D{r}`.
public struct RowFormula: Sendable, Hashable {
  /// Text before, between and after the row numbers; one more than ``offsets``.
  public var pieces: [String]
  /// What is added to the row's number at each gap: 0 or −1.
  public var offsets: [Int]

  /// Splits the template at its row marks.
  public init(_ template: String) {
    var pieces: [String] = []
    var offsets: [Int] = []
    var piece = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      piece += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("{r}") {
        pieces.append(piece)
        offsets.append(0)
        piece = ""
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("{r-1}") {
        pieces.append(piece)
        offsets.append(-1)
        piece = ""
        rest = rest.dropFirst(5)
      } else {
        piece.append("{")
        rest = rest.dropFirst()
      }
    }
    pieces.append(piece + rest)
    self.pieces = pieces
    self.offsets = offsets
  }

  /// The formula of one row.
  public func text(row: Int) -> String {
    var text = pieces[0]
    for (index, offset) in offsets.enumerated() {
      text += String(row + offset)
      text += pieces[index + 1]
    }
    return text
  }
}

/// A column's form.
public struct ColumnPlan: Sendable, Hashable {
  /// From 1.
  public var column: Int
  /// In characters of the default font; CJK counts double.
  public var width: Double
  public var isHidden: Bool
  /// 0 for none, up to 7.
  public var outlineLevel: Int

  public init(column: Int, width: Double, isHidden: Bool = false, outlineLevel: Int = 0) {
    self.column = column
    self.width = width
    self.isHidden = isHidden
    self.outlineLevel = outlineLevel
  }
}

/// A row's form.
public struct RowPlan: Sendable, Hashable {
  /// Points; nil for the default.
  public var height: Double?
  public var outlineLevel: Int

  public init(height: Double? = nil, outlineLevel: Int = 0) {
    self.height = height
    self.outlineLevel = outlineLevel
  }
}

/// An Excel table over cells that the plan puts; header cells are written by the renderer.
public struct TablePlan: Sendable, Hashable {
  /// Starts with `Mb_`; unique in the workbook.
  public var name: String
  /// With header row and, where it has one, totals row.
  public var range: CellRange
  /// Header texts; distinct, not empty.
  public var columns: [Column]
  public var hasTotalsRow: Bool

  public init(name: String, range: CellRange, columns: [Column], hasTotalsRow: Bool = false) {
    self.name = name
    self.range = range
    self.columns = columns
    self.hasTotalsRow = hasTotalsRow
  }

  public struct Column: Sendable, Hashable {
    public var header: String
    public var totals: Totals
    /// The totals cell's value.
    public var totalsValue: Double?
    public var totalsStyle: CellStyle

    public init(
      header: String, totals: Totals = .none, totalsValue: Double? = nil,
      totalsStyle: CellStyle = .plain
    ) {
      self.header = header
      self.totals = totals
      self.totalsValue = totalsValue
      self.totalsStyle = totalsStyle
    }
  }

  public enum Totals: Sendable, Hashable {
    case none
    case label(String)
    case sum
    case count
  }
}

/// A name for a cell or range.
public struct NamePlan: Sendable, Hashable {
  /// Starts with `Mb_`.
  public var name: String
  public var range: CellRange
  /// Whether a person types there: what stands in it survives when the workbook is dropped again.
  public var isInput: Bool

  public init(name: String, range: CellRange, isInput: Bool = false) {
    self.name = name
    self.range = range
    self.isInput = isInput
  }
}

/// How a sheet prints: A4 landscape, fitted to one page in width.
public struct PrintPlan: Sendable, Hashable {
  public var isLandscape = true
  /// Whether it is fitted to one page in height, too.
  public var isOnePage = false
  /// First and last row repeated on every page.
  public var repeatedRows: ClosedRange<Int>?
  public var area: CellRange?

  public init() {}
}

/// A restriction on what may be typed.
public struct ValidationPlan: Sendable, Hashable {
  public var range: CellRange
  public var rule: Rule
  /// At most 32 and 255 characters.
  public var promptTitle: String
  public var prompt: String

  public init(range: CellRange, rule: Rule, promptTitle: String = "", prompt: String = "") {
    self.range = range
    self.rule = rule
    self.promptTitle = promptTitle
    self.prompt = prompt
  }

  public enum Rule: Sendable, Hashable {
    /// At most 255 characters with their commas.
    case list([String])
    case decimal(ClosedRange<Double>)
    case whole(ClosedRange<Int>)
  }
}

/// A form that depends on values.
public struct ConditionalFormatPlan: Sendable, Hashable {
  public var range: CellRange
  public var rule: Rule

  public init(range: CellRange, rule: Rule) {
    self.range = range
    self.rule = rule
  }

  public enum Rule: Sendable, Hashable {
    /// Bars from zero; those of figures below it point the other way, in a colour on which a figure in
    /// red can be read.
    case dataBar(Color, negative: Color = Color(0xF3_C9BE))
    case colorScale(low: Color, middle: Color?, high: Color)
    /// True for the range's first cell, as written there; without `=`.
    case formula(String, CellStyle)
    case lessThan(Double, CellStyle)
    case greaterThan(Double, CellStyle)
  }
}
