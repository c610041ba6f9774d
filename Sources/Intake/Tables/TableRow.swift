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
  var values: RowValues
  /// Serials with their time of day, by place, where those were asked for and the cell is a number.
  var moments: [Int: Double] = [:]
  /// Whether some text in it has blanks around it, which are left out of ``values``.
  var isPadded = false
}

/// The values of a row by the places of the table's columns, held in one array with those of the rows
/// around it.
struct RowValues: RandomAccessCollection {
  private let slice: ArraySlice<CellValue?>

  init(_ slice: ArraySlice<CellValue?>) {
    self.slice = slice
  }

  var startIndex: Int { 0 }
  var endIndex: Int { slice.count }
  subscript(place: Int) -> CellValue? { slice[slice.startIndex + place] }
}

/// Collects the rows of one table.
struct TableRowSink: RowSink, ~Copyable {
  private(set) var rows: [TableRow] = []
  /// Rows right below an Excel table, which are not part of it.
  private(set) var rowsBelow: [TableRow] = []
  /// Rows received since the last were made ``rows``, and their values one after the other.
  private var pending: [PendingRow] = []
  private var values: [CellValue?] = []
  private var countBelow = 0
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

  /// A row but for its values.
  private struct PendingRow {
    var row: Int
    var isBelow: Bool
    var moments: [Int: Double]
    var isPadded: Bool
  }

  /// Rows whose values share an array.
  private static let rowsTogether = 256

  var isReadAgain: Bool { true }

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    if row < firstRow { return true }
    let isBelow = row > lastRow
    if isBelow, row > lastBelow || row != lastRow + 1 + countBelow { return false }
    let start = values.count
    for _ in 0..<count { values.append(nil) }
    var moments: [Int: Double] = [:]
    var isBlank = true
    var isPadded = false
    for index in cells.indices {
      let place = Int(cells[index].column) - first
      guard place >= 0, place < count,
        let value = value(cells[index], text, &isPadded)
      else { continue }
      values[start + place] = value
      if timed.contains(place), !value.isText { moments[place] = cells[index].number }
      isBlank = false
    }
    guard !isBlank else {
      values.removeLast(count)
      return !isBelow
    }
    pending.append(
      PendingRow(row: row, isBelow: isBelow, moments: moments, isPadded: isPadded))
    if isBelow { countBelow += 1 }
    if pending.count == Self.rowsTogether { finish() }
    return true
  }

  /// Makes rows of those that were received; to be called once all were.
  mutating func finish() {
    for (place, received) in pending.enumerated() {
      let row = TableRow(
        row: received.row, values: RowValues(values[(place * count)...].prefix(count)),
        moments: received.moments, isPadded: received.isPadded)
      if received.isBelow { rowsBelow.append(row) } else { rows.append(row) }
    }
    pending.removeAll(keepingCapacity: true)
    values = []
    values.reserveCapacity(Self.rowsTogether * count)
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
