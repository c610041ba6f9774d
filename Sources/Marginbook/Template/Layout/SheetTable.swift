import FinanceModel

/// One sheet of the canonical workbook with its rows, in no language yet.
struct SheetTable: Sendable {
  var sheet: CanonicalSheet
  var columns: [Column]
  /// Rows below the header; at least one.
  var rowCount: Int
  /// Single cells with words of their own to choose from.
  var lists: [CellList] = []

  /// What the comments on the first column's cells say, one a row; empty for none.
  var comments: [LocalizedText] = []

  /// The words that one cell is chosen from.
  struct CellList: Sendable {
    /// From 0, in ``columns``.
    var column: Int
    /// From 0, below the header.
    var row: Int
    var words: [LocalizedText]
  }

  /// A column with its cells.
  struct Column: Sendable {
    var column: CanonicalColumn
    /// One a row; empty where the sheet is blank.
    var cells: [TableCell]
    /// Over the English headers of the same row, in brackets: `[Quantity]*[Unit Price]`.
    var formula: String?
  }

  /// A filled sheet: each field says how a row's cell comes about.
  init<Row>(_ sheet: CanonicalSheet, rows: [Row], fields: [Field<Row>]) {
    self.sheet = sheet
    rowCount = max(1, rows.count)
    columns = fields.map { field in
      Column(column: field.column, cells: rows.map(field.cell), formula: field.formula)
    }
  }

  /// A blank sheet with rows to be filled in.
  init(blank sheet: CanonicalSheet, columns: [CanonicalColumn], rowCount: Int = 50) {
    self.sheet = sheet
    self.rowCount = max(1, rowCount)
    self.columns = columns.map { Column(column: $0, cells: []) }
  }
}

/// How one column is filled from rows of some kind.
struct Field<Row> {
  var column: CanonicalColumn
  /// See ``SheetTable/Column/formula``; its value is what ``cell`` gives.
  var formula: String?
  var cell: (Row) -> TableCell

  init(
    _ column: CanonicalColumn, formula: String? = nil, _ cell: @escaping (Row) -> TableCell
  ) {
    self.column = column
    self.formula = formula
    self.cell = cell
  }
}
