import FinanceModel
import WorkbookReading

/// What a cell of a small table holds.
enum CellValue: Hashable {
  case number(ExactDecimal?, Double)
  case date(Day)
  case text(String)
  case boolean(Bool)
  case error(String)

  var isText: Bool {
    if case .text = self { true } else { false }
  }

  /// As a person sees it, roughly.
  var shown: String {
    switch self {
    case .number(let exact, let number): exact?.description ?? String(number)
    case .date(let day): day.description
    case .text(let text), .error(let text): text
    case .boolean(let value): value ? "TRUE" : "FALSE"
    }
  }
}

/// A row of a small table: one value a column of the table, nil for blank.
struct TableRow {
  /// From 1.
  var row: Int
  var values: [CellValue?]
  /// Serials with their time of day, by place, where those were asked for and the cell is a number.
  var moments: [Int: Double] = [:]
  /// Whether some text in it has blanks around it, which are left out of ``values``.
  var isPadded = false
}

/// Collects the rows of one table.
struct TableRowSink: RowSink, ~Copyable {
  var rows: [TableRow] = []
  /// Rows right below an Excel table, which are not part of it.
  var rowsBelow: [TableRow] = []
  private let first: Int
  private let count: Int
  private let firstRow: Int
  private let lastRow: Int
  private let lastBelow: Int
  /// Places of the columns whose times of day are kept.
  private let timed: Set<Int>
  private let strings: SharedStrings
  private let dateSystem: DateSystem

  init(_ candidate: TableCandidate, timed: Set<Int> = [], workbook: Workbook) {
    self.timed = timed
    first = candidate.firstColumn
    count = candidate.columns.count
    firstRow = candidate.firstDataRow
    lastRow = candidate.lastRow ?? CellAddress.lastRow
    lastBelow = candidate.rowsBelowTable ?? 0
    strings = workbook.strings
    dateSystem = workbook.dateSystem
  }

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    if row < firstRow { return true }
    let isBelow = row > lastRow
    if isBelow, row > lastBelow || row != lastRow + 1 + rowsBelow.count { return false }
    var values = [CellValue?](repeating: nil, count: count)
    var moments: [Int: Double] = [:]
    var isBlank = true
    var isPadded = false
    for index in cells.indices {
      let place = Int(cells[index].column) - first
      guard place >= 0, place < count,
        let value = value(cells[index], text, &isPadded)
      else { continue }
      values[place] = value
      if timed.contains(place), !value.isText { moments[place] = cells[index].number }
      isBlank = false
    }
    guard !isBlank else { return !isBelow }
    let read = TableRow(row: row, values: values, moments: moments, isPadded: isPadded)
    if isBelow { rowsBelow.append(read) } else { rows.append(read) }
    return true
  }

  private func value(_ cell: Cell, _ bytes: Span<UInt8>, _ isPadded: inout Bool) -> CellValue? {
    switch cell.kind {
    case .number, .duration, .timeOfDay:
      return .number(cell.decimal, cell.number)
    case .date:
      guard cell.number >= 0, cell.number < 3_000_000,
        let day = Day(serial: Int(cell.number), system: dateSystem)
      else { return .number(cell.decimal, cell.number) }
      return .date(day)
    case .boolean:
      return .boolean(cell.number != 0)
    case .text:
      let raw = strings.text(of: cell, in: bytes)
      let text = TextFolding.trimmed(raw)
      if text.utf8.count != raw.utf8.count { isPadded = true }
      return text.isEmpty ? nil : .text(text)
    case .error:
      return .error(strings.text(of: cell, in: bytes))
    }
  }
}
