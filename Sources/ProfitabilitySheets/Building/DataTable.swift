import FinanceModel
import SheetPlan

/// A table of a sheet: a header, rows of values or formulas, and a line of totals.
struct DataTable {
  var columns: [DataColumn]
  var rowCount: Int
  /// The Excel table's name; nil for a plain range that is not meant to be sorted.
  var name: String?
  var totals = Totals.none

  /// Where the line of totals stands.
  enum Totals {
    case none
    /// The last line of an Excel table: it follows the filter.
    case below
    /// Between header and rows, always in sight; sums everything.
    case above
  }

  /// Where a table came to stand; rows and columns from 1.
  struct Place {
    var headerRow: Int
    var firstRow: Int
    var rowCount: Int
    var firstColumn: Int
    var columnCount: Int

    var lastRow: Int { firstRow + max(rowCount, 1) - 1 }
    var lastColumn: Int { firstColumn + columnCount - 1 }

    /// The first row after the table and its totals.
    var nextRow: Int { lastRow + 2 }

    /// The data of a column, counted from 0 within the table.
    func data(_ index: Int) -> CellRange {
      CellRange(
        CellAddress(row: firstRow, column: firstColumn + index),
        CellAddress(row: lastRow, column: firstColumn + index))
    }
  }
}

/// A column of a ``DataTable``.
struct DataColumn {
  var header: String
  var content: CellBlock.Content
  var style: CellStyle
  var total = Total.none
  var minimumWidth = 0.0
  var maximumWidth = 44.0
  var outlineLevel = 0
  /// Whether the outline is closed when the sheet opens.
  var isFolded = false
  /// As the cells below it stand; left for texts, right for figures.
  var headerSide = CellStyle.Horizontal.right
  var comment: String?

  enum Total {
    case none
    case label(String)
    /// The sum of the column with its value.
    case sum(Double)
    /// A formula over the totals line, with its value: `{r}` is the line's row.
    case formula(String, Double?)
  }

  init(_ header: String, _ content: CellBlock.Content, _ style: CellStyle, total: Total = .none) {
    self.header = header
    self.content = content
    self.style = style
    self.total = total
    headerSide = style.horizontal
    guard headerSide == .automatic else { return }
    if case .texts = content { headerSide = .left } else { headerSide = .right }
  }

  /// A copy with some things changed.
  func with(_ change: (inout DataColumn) -> Void) -> DataColumn {
    var copy = self
    change(&copy)
    return copy
  }
}

extension CellBlock.Content {
  /// Whether no row has anything: such a column is better left out where nothing points at it.
  var isBlank: Bool {
    switch self {
    case .texts(let texts): texts.allSatisfy(\.isEmpty)
    case .numbers(let values): values.allSatisfy(\.isNaN)
    case .cells(let cells): cells.allSatisfy { $0 == .empty || $0 == .text("") }
    case .formula, .textFormula: false
    }
  }

  /// Whether every row has a text.
  var isTexts: Bool {
    switch self {
    case .texts, .textFormula: true
    case .numbers, .formula, .cells: false
    }
  }

  /// The widest entry under a format, looking at no more than a few thousand rows.
  func width(format: String) -> Double {
    switch self {
    case .texts(let texts), .textFormula(_, let texts):
      texts.prefix(3000).reduce(0) { max($0, TextWidth.of($1)) }
    case .numbers(let values), .formula(_, let values):
      TextWidth.of(
        values.lazy.filter(\.isFinite).map(\.magnitude).max() ?? 0, format: format)
    case .cells(let cells):
      cells.prefix(3000).reduce(0) { max($0, $1.width(format: format)) }
    }
  }
}

extension CellContent {
  /// The width of what the cell shows.
  func width(format: String) -> Double {
    switch self {
    case .text(let text): TextWidth.of(text)
    case .number(let value): TextWidth.of(value, format: format)
    case .day: 10
    case .formula(let formula):
      switch formula.value {
      case .number(let value): TextWidth.of(value, format: format)
      case .text(let text): TextWidth.of(text)
      default: 5
      }
    default: 5
    }
  }
}
