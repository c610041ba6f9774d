import FinanceModel
import WorkbookReading

/// Finds the tables in a sheet's head: header rows, their columns, and how far each table reaches.
///
/// Tables may start anywhere, stand side by side or one under the other, and have one to three
/// header rows under titles and notes.
struct TableFinder {
  private let head: SheetHead
  private let vocabulary: Vocabulary
  private var tables: [TableCandidate] = []

  init(_ head: SheetHead, vocabulary: Vocabulary = .shared) {
    self.head = head
    self.vocabulary = vocabulary
  }

  /// The tables, in the order of their header rows.
  static func tables(in head: SheetHead) -> [TableCandidate] {
    var finder = TableFinder(head)
    finder.findHeaders()
    return finder.finished()
  }

  private mutating func findHeaders() {
    var index = 0
    while index < head.rows.count {
      var used = 1
      for cells in segments(ofRow: index) {
        if isInside(cells), !mayStartAnew(index, cells) { continue }
        guard let header = header(at: index, columns: cells) else { continue }
        if isRepeated(header) { continue }
        close(above: header)
        used = max(used, header.rows)
        open(header)
      }
      index += used
    }
  }

  // MARK: Header rows

  /// A header found: which rows of the head it takes and which columns it spans.
  private struct Header {
    /// Places in ``SheetHead/rows`` of the first and the last header row.
    var first: Int
    var last: Int
    var columns: ClosedRange<Int>
    var rows: Int { last - first + 1 }
  }

  private struct Score {
    var cells = 0
    var matched = 0.0
    var figuresBelow = 0
    var isAccepted = false
  }

  /// The row's cells in runs of columns with no empty column between them.
  private func segments(ofRow index: Int) -> [ClosedRange<Int>] {
    let row = head.rows[index]
    var runs: [ClosedRange<Int>] = []
    for cell in row.cells {
      if let last = runs.last, isJoined(last.upperBound, cell.column, below: index) {
        runs[runs.count - 1] = last.lowerBound...cell.column
      } else {
        runs.append(cell.column...cell.column)
      }
    }
    return runs.filter { $0.count >= 2 }
  }

  /// Whether two header cells belong to one table: side by side, or with a gap that is filled below
  /// or that a merge spans, or before a column that cannot start a table.
  private func isJoined(_ left: Int, _ right: Int, below index: Int) -> Bool {
    if right - left <= 1 { return true }
    let below = head.rows[min(index + 1, head.rows.count)...].prefix(4)
    let gap = (left + 1)...(right - 1)
    if below.contains(where: { row in row.cells.contains { gap.contains($0.column) } }) {
      return true
    }
    if right - left > 3 { return false }
    let starts = below.compactMap { $0.cell(at: right) }
    return !starts.isEmpty && starts.allSatisfy { $0.kind == .number }
      && !isKeyHeader(head.rows[index].cell(at: right)?.text ?? "")
  }

  private func isKeyHeader(_ text: String) -> Bool {
    let keys: Set<ColumnRole> = [
      .customerID, .customerName, .documentNo, .costPool, .accountCode, .accountName, .department,
      .setting, .transactionDate, .period,
    ]
    return vocabulary.candidates(for: HeaderText(text)).contains {
      $0.strength >= 0.9 && keys.contains($0.role)
    }
  }

  private func header(at index: Int, columns: ClosedRange<Int>) -> Header? {
    let score = score(index, columns)
    guard score.isAccepted else { return nil }
    for next in [index + 1, index + 2] where next < head.rows.count && isAdjacent(index, next) {
      let better = self.score(next, columns)
      if better.isAccepted, better.matched >= score.matched + 1.5 {
        return isParent(index, of: next, columns)
          ? Header(first: index, last: next, columns: columns) : nil
      }
    }
    var header = Header(first: index, last: index, columns: columns)
    if index + 1 < head.rows.count, isAdjacent(index, index + 1),
      isChild(index + 1, of: index, columns)
    {
      header.last = index + 1
      header.columns = widened(columns, by: index + 1)
    }
    if index > 0, isAdjacent(index - 1, index), isParent(index - 1, of: index, columns) {
      header.first = index - 1
    }
    return header
  }

  private func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    head.rows[second].row - head.rows[first].row == second - first
  }

  private func cells(_ index: Int, _ columns: ClosedRange<Int>) -> [HeadCell] {
    head.rows[index].cells.filter { columns.contains($0.column) }
  }

  private func score(_ index: Int, _ columns: ClosedRange<Int>) -> Score {
    let cells = cells(index, columns)
    var score = Score(cells: cells.count)
    guard cells.count >= 2, mayBeHeaders(cells) else { return score }
    let texts = cells.filter(\.isText)
    let distinct = Set(texts.map { TextFolding.key($0.text) })
    guard texts.count >= 1, texts.allSatisfy({ $0.text.count <= 80 }),
      distinct.count * 10 >= texts.count * 6,
      !texts.contains(where: {
        RowMarkers.kind(of: $0.text) == .total && cells.first?.column == $0.column
      })
    else { return score }
    for cell in texts {
      let strength = vocabulary.candidates(for: HeaderText(cell.text)).first?.strength ?? 0
      if strength >= 0.5 { score.matched += strength }
    }
    let below = head.rows[(index + 1)...].prefix(3)
    let filled = columns.filter { column in below.contains { $0.cell(at: column) != nil } }.count
    score.figuresBelow =
      cells.filter { cell in below.contains { $0.cell(at: cell.column)?.isNumeric == true } }.count
    let count = Double(cells.count)
    score.isAccepted =
      (score.matched >= 0.9 && score.figuresBelow >= 1)
      || (score.matched >= 1.5 && score.matched >= count / 2)
      || (score.matched >= 2.8 && score.matched >= count * 0.3)
      || (score.figuresBelow >= 1 && texts.count >= 2 && cells.count >= 3
        && filled * 10 >= cells.count * 6)
    return score
  }

  /// A year, a month's number or a date in a header over months.
  private func isPeriod(_ cell: HeadCell) -> Bool {
    guard cell.isNumeric, cell.number.rounded() == cell.number else { return false }
    return cell.kind == .date || (1990...2100).contains(cell.number)
      || (1...12).contains(cell.number)
  }

  /// Whether the row above holds headers over groups of columns, rather than a title.
  private func isParent(_ index: Int, of child: Int, _ columns: ClosedRange<Int>) -> Bool {
    let cells = cells(index, columns)
    guard let first = cells.first, mayBeHeaders(cells) else { return false }
    let spans = cells.filter { span(row: index, column: $0.column).count > 1 }
    if cells.count == 1 { return !spans.isEmpty && first.column > columns.lowerBound }
    return spans.count >= 1
      && spans.allSatisfy {
        span(row: index, column: $0.column).count < columns.count
      }
  }

  /// Whether the row below splits the header's groups into columns.
  private func isChild(_ index: Int, of parent: Int, _ columns: ClosedRange<Int>) -> Bool {
    let below = cells(index, widened(columns, by: index))
    guard below.count >= 2, mayBeHeaders(below) else { return false }
    let spans = cells(parent, columns).contains { span(row: parent, column: $0.column).count > 1 }
    let matched = below.filter {
      (vocabulary.candidates(for: HeaderText($0.text)).first?.strength ?? 0) >= 0.9
        || PeriodText.isPeriodHeader($0.text)
    }
    return spans && matched.count * 2 >= below.count
  }

  private func widened(_ columns: ClosedRange<Int>, by index: Int) -> ClosedRange<Int> {
    var last = columns.upperBound
    for cell in head.rows[index].cells where cell.column == last + 1 { last = cell.column }
    return columns.lowerBound...last
  }

  /// The columns that a cell's merge spans; the cell's own where it is not merged.
  private func span(row index: Int, column: Int) -> ClosedRange<Int> {
    let address = CellAddress(row: head.rows[index].row, column: column)
    guard let merge = head.merges.first(where: { $0.first == address }) else {
      return column...column
    }
    return column...max(column, merge.last.column)
  }

  // MARK: Tables

  /// Whether an open table spans these columns.
  private func isInside(_ columns: ClosedRange<Int>) -> Bool {
    tables.contains { overlaps($0, columns) }
  }

  /// Whether a row inside a table may be a header: it holds no figures, and at least two of its texts
  /// are terms as they stand. Looked up without comparing with every term, since most rows are data.
  private func mayStartAnew(_ index: Int, _ columns: ClosedRange<Int>) -> Bool {
    let cells = cells(index, columns)
    return mayBeHeaders(cells)
      && cells.count { $0.isText && vocabulary.knows(HeaderText($0.text)) } >= 2
  }

  private func mayBeHeaders(_ cells: [HeadCell]) -> Bool {
    cells.allSatisfy { $0.isText || isPeriod($0) }
  }

  private func isRepeated(_ header: Header) -> Bool {
    let keys = headerKeys(row: header.last, header.columns)
    guard let open = tables.last(where: { overlaps($0, header.columns) }) else { return false }
    if open.columns.map({ TextFolding.key($0.leaf.key) }) == keys { return true }
    return !startsAnew(header, under: open)
  }

  private func headerKeys(row index: Int, _ columns: ClosedRange<Int>) -> [String] {
    cells(index, columns).map { TextFolding.key(HeaderText($0.text).key) }
  }

  /// Whether a header-like row inside a table starts another: after a gap or a title, with headers
  /// that are known.
  private func startsAnew(_ header: Header, under open: TableCandidate) -> Bool {
    guard head.rows[header.first].row > open.firstDataRow else { return false }
    let score = score(header.last, header.columns)
    guard score.matched >= 1.8, score.matched * 10 >= Double(score.cells) * 6 else { return false }
    let before = head.rows[header.first - 1]
    return before.row < head.rows[header.first].row - 1
      || before.cells.filter { header.columns.contains($0.column) }.count == 1
  }

  private func overlaps(_ table: TableCandidate, _ columns: ClosedRange<Int>) -> Bool {
    table.lastRow == nil && (table.firstColumn...table.lastColumn).overlaps(columns)
  }

  private mutating func close(above header: Header) {
    for index in tables.indices where overlaps(tables[index], header.columns) {
      tables[index].lastRow = head.rows[header.first].row - 1
    }
  }

  private mutating func open(_ header: Header) {
    let columns = header.columns.map { headerColumn($0, header) }
    guard columns.count >= 2 else { return }
    tables.append(
      TableCandidate(
        sheet: head.sheet, headerRows: head.rows[header.first].row...head.rows[header.last].row,
        columns: columns, lastRow: nil, notes: notes(above: header), sample: [], unit: nil,
        tableName: nil))
  }

  private func headerColumn(_ column: Int, _ header: Header) -> HeaderColumn {
    let leafCell = head.rows[header.last].cell(at: column)
    let upperCell = header.rows > 1 ? parentCell(column, header) : nil
    guard let cell = leafCell ?? upperCell else {
      return HeaderColumn(
        column: column, text: "", parent: nil, leaf: HeaderText(""), candidates: [])
    }
    let leafText = shown(cell)
    let parent = leafCell == nil ? nil : upperCell.map { shown($0) }
    let leaf = HeaderText(leafText)
    let text = parent.map { "\($0) \(leafText)" } ?? leafText
    var candidates = vocabulary.candidates(for: leaf)
    if let parent, (candidates.first?.strength ?? 0) < 0.95 {
      candidates = vocabulary.candidates(for: HeaderText("\(parent) \(leafText)")) + candidates
    }
    let unit = (leaf.unitNotes + HeaderText(parent ?? "").unitNotes).lazy
      .compactMap { UnitScale(note: $0) }.first
    return HeaderColumn(
      column: column, text: text, parent: parent, leaf: leaf, candidates: candidates, unit: unit)
  }

  /// The parent header over a column: its own cell, the merge or the last one to the left.
  private func parentCell(_ column: Int, _ header: Header) -> HeadCell? {
    let row = head.rows[header.first]
    if let cell = row.cell(at: column) { return cell }
    guard
      let left = row.cells.last(where: { $0.column < column && header.columns.contains($0.column) })
    else { return nil }
    let span = span(row: header.first, column: left.column)
    return span.contains(column) || (span.count == 1 && head.merges.isEmpty)
      ? left : nil
  }

  private func shown(_ cell: HeadCell) -> String {
    if cell.isText {
      return TextFolding.trimmed(cell.text).split(whereSeparator: \.isNewline).joined(
        separator: " ")
    }
    if cell.kind == .date, let day = Day(serial: Int(cell.number), system: .from1900) {
      return day.month.description
    }
    return String(Int(cell.number))
  }

  private func notes(above header: Header) -> [(row: Int, cell: HeadCell)] {
    let row = head.rows[header.first].row
    let floor =
      tables.filter { overlaps($0, header.columns) || $0.lastRow != nil }
      .map(\.headerRows.upperBound).max() ?? 0
    return head.rows[..<header.first].suffix(8)
      .filter { $0.row > floor && row - $0.row <= 10 && $0.cells.count <= 6 }
      .flatMap { above in above.cells.filter(\.isText).map { (above.row, $0) } }
  }

  private func finished() -> [TableCandidate] {
    tables.map { found in
      var table = found
      if let excel = excelTable(table) {
        table.tableName = excel.name
        if excel.totalsRowCount == 0,
          table.lastRow == nil || excel.range.last.row < (table.lastRow ?? 0)
        {
          table.rowsBelowTable = table.lastRow ?? CellAddress.lastRow
          table.lastRow = excel.range.last.row
        }
      }
      table.unit = TableUnit.of(table, sheetName: head.sheet.name)
      fill(&table)
      return table
    }
  }

  private func excelTable(_ table: TableCandidate) -> TableInfo? {
    head.tables.first {
      $0.range.contains(CellAddress(row: table.headerRows.upperBound, column: table.firstColumn))
    }
  }

  /// Samples the table's rows and profiles its columns.
  private func fill(_ table: inout TableCandidate) {
    let columns = table.firstColumn...table.lastColumn
    for row in head.rows where row.row >= table.firstDataRow {
      if let last = table.lastRow, row.row > last { break }
      let cells = row.cells.filter { columns.contains($0.column) }
      guard !cells.isEmpty else { continue }
      table.sample.append(HeadRow(row: row.row, cells: cells))
      if cells.contains(where: { $0.isText && RowMarkers.kind(of: $0.text) == .total }) { continue }
      if cells.count == 1, cells[0].isText, columns.count > 2 { continue }
      for cell in cells { table.columns[cell.column - table.firstColumn].profile.take(cell) }
    }
  }
}
