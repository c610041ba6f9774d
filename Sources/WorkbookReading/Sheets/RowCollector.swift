/// Holds the rows of a sheet until all are read, so that they can be handed over in order.
struct RowCollector {
  /// Sheets up to this many bytes of XML are held; larger ones stream.
  static let sizeToCollect: UInt64 = 4 << 20
  /// The most cells that are held.
  static let cellLimit = 4_000_000

  private struct Row {
    var row: Int
    var cells: Range<Int>
    var text: Range<Int>
  }

  private var rows: [Row] = []
  private var cells: [Cell] = []
  private var text: [UInt8] = []
  private var isInOrder = true

  /// - Parameter partSize: bytes of the sheet's XML, which tell how many cells there may be: a cell
  ///   with a number takes some forty.
  init(partSize: UInt64 = 0) {
    cells.reserveCapacity(Int(clamping: min(partSize, Self.sizeToCollect) / 40))
  }

  /// Adds a row; its cells are ascending.
  mutating func add(
    row: Int, cells new: ArraySlice<Cell>, text newText: [UInt8], _ context: PartContext
  ) throws(WorkbookError) {
    guard cells.count + new.count <= Self.cellLimit else {
      throw context.error(.limit(.cells, allowed: UInt64(Self.cellLimit)))
    }
    if let last = rows.last, last.row >= row { isInOrder = false }
    rows.append(
      Row(
        row: row, cells: cells.count..<cells.count + new.count,
        text: text.count..<text.count + newText.count))
    cells.append(contentsOf: new)
    text.append(contentsOf: newText)
  }

  /// Hands the rows over, ascending; rows of one number become one, the later cell winning.
  mutating func deliver(to sink: inout some RowSink & ~Copyable) {
    if !isInOrder { mergeInOrder() }
    for row in rows {
      let isWanted = sink.receive(
        row: row.row, cells: cells.span.extracting(row.cells),
        text: text.span.extracting(row.text))
      if !isWanted { return }
    }
  }

  private mutating func mergeInOrder() {
    var merged = RowCollector()
    let order = rows.indices.sorted { (rows[$0].row, $0) < (rows[$1].row, $1) }
    var place = 0
    while place < order.count {
      var group: [Int: Cell] = [:]
      let row = rows[order[place]].row
      let textStart = merged.text.count
      while place < order.count, rows[order[place]].row == row {
        take(rows[order[place]], into: &group, &merged.text, textStart: textStart)
        place += 1
      }
      let sorted = group.values.sorted { $0.column < $1.column }
      merged.rows.append(
        Row(
          row: row, cells: merged.cells.count..<merged.cells.count + sorted.count,
          text: textStart..<merged.text.count))
      merged.cells.append(contentsOf: sorted)
    }
    self = merged
  }

  private func take(
    _ row: Row, into group: inout [Int: Cell], _ mergedText: inout [UInt8], textStart: Int
  ) {
    let shift = Int32(clamping: mergedText.count - textStart)
    mergedText.append(contentsOf: text[row.text])
    for var cell in cells[row.cells] {
      if cell.text.shared < 0 { cell.text.start &+= shift }
      group[Int(cell.column)] = cell
    }
  }
}
