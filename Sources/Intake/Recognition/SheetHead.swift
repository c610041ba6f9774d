import FinanceModel
import WorkbookReading

/// A cell of a sheet's head, its text at hand.
struct HeadCell {
  /// From 1.
  var column: Int
  var kind: Cell.Kind
  /// Of text and error cells; empty for others.
  var text: String
  var number: Double
  var format: Int32

  /// Whether the cell is text that shows something.
  var isText: Bool { kind == .text && !TextFolding.trimmed(text).isEmpty }

  /// Whether the cell holds a number, or a date's serial.
  var isNumeric: Bool {
    switch kind {
    case .number, .date, .timeOfDay, .duration: true
    case .boolean, .text, .error: false
    }
  }
}

/// A row of a sheet's head.
struct HeadRow {
  /// From 1.
  var row: Int
  /// Ascending by column; blank texts left out.
  var cells: [HeadCell]

  func cell(at column: Int) -> HeadCell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low] : nil
  }
}

/// The first rows of a sheet: what recognition looks at.
struct SheetHead {
  var sheet: SheetInfo
  var rows: [HeadRow]
  /// Whether the rows are all that the sheet has.
  var isWhole: Bool
  /// Excel tables on the sheet.
  var tables: [TableInfo] = []
  /// Merged ranges, where ``mayHaveParentHeaders``.
  var merges: [CellRange] = []

  /// Whether some header-like row leaves cells free that the row below fills: only there may a
  /// header span several columns.
  var mayHaveParentHeaders: Bool {
    zip(rows, rows.dropFirst()).contains { upper, lower in
      guard lower.row == upper.row + 1, let first = upper.cells.first?.column,
        upper.cells.allSatisfy({ $0.isText || $0.isNumeric })
      else { return false }
      return lower.cells.contains { $0.column > first && upper.cell(at: $0.column) == nil }
    }
  }

  /// How many rows are looked at.
  static let rowLimit = 240
  /// How far down tables below a gap are looked for.
  static let searchLimit = 4000
  /// How many rows after a gap are looked at, and how many of these in all.
  static let rowsAfterGap = 30
  static let rowLimitWithGaps = 900
}

/// Collects the head of a sheet, and what follows the gaps not far below it, where another table may
/// start; then stops the reader.
struct HeadSink: RowSink, ~Copyable {
  var rows: [HeadRow] = []
  var isWhole = true
  private let strings: SharedStrings
  private var lastRow = 0
  private var wanted = 0

  init(strings: SharedStrings) {
    self.strings = strings
  }

  /// Behind the first rows only those after a gap are looked at.
  var wantsCellsOfNextRow: Bool { rows.count < SheetHead.rowLimit || wanted > 0 }

  var isReadAgain: Bool { true }

  mutating func startOver() -> Bool {
    self = HeadSink(strings: strings)
    return true
  }

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    let isAfterGap = row > lastRow + 1
    lastRow = row
    if rows.count >= SheetHead.rowLimit {
      isWhole = false
      guard row <= SheetHead.searchLimit, rows.count < SheetHead.rowLimitWithGaps else {
        return false
      }
      if isAfterGap { wanted = SheetHead.rowsAfterGap }
      guard wanted > 0 else { return true }
      wanted -= 1
    }
    var found: [HeadCell] = []
    found.reserveCapacity(cells.count)
    for index in cells.indices {
      let cell = cells[index]
      var head = HeadCell(
        column: Int(cell.column), kind: cell.kind, text: "", number: cell.number,
        format: cell.format)
      if cell.kind == .text || cell.kind == .error {
        head.text = strings.text(of: cell, in: text)
        if cell.kind == .text, !head.isText { continue }
      }
      found.append(head)
    }
    if !found.isEmpty { rows.append(HeadRow(row: row, cells: found)) }
    return true
  }
}

extension SharedStrings {
  /// The text of a string or error cell, wherever it is.
  func text(of cell: Cell, in bytes: Span<UInt8>) -> String {
    if cell.text.shared >= 0 { return string(at: Int(cell.text.shared)) }
    let start = max(0, Int(cell.text.start))
    let end = min(bytes.count, start + max(0, Int(cell.text.count)))
    guard start < end else { return "" }
    var copy: [UInt8] = []
    copy.reserveCapacity(end - start)
    for index in start..<end { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
