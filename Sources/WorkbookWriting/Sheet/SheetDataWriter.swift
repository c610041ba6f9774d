import FinanceModel
import SheetPlan

/// Writes the `sheetData` of a plan: rows ascending, cells ascending in each, strings inline so that
/// the workbook's shared strings stay as they are.
///
/// The bytes are ours rather than libxlsxwriter's, which everything around them comes from: it
/// prints 16 significant digits, so that the cached 0.1 + 0.2 reads back as 0.3, knows no boolean
/// result of a formula, leaves `_x0041_` to be read as `A`, and keeps a node for every cell. Rows are
/// written into a buffer that is handed on whenever it is large; memory does not grow with the sheet.
struct SheetDataWriter {
  /// Numbers of the styles, all registered before.
  let styles: StyleBook
  let dateSystem: DateSystem
  let flatTexts: FlatTextStore

  /// Bytes after which the buffer is handed on.
  static let chunk = 256 << 10

  /// Writes all rows, `<sheetData>` tags included.
  ///
  /// - Parameter flush: takes what has been written so far; the buffer is emptied after it.
  func write<E: Error>(
    _ plan: SheetPlan, cells: [PlannedCell], into out: inout ByteWriter,
    flush: (inout ByteWriter) throws(E) -> Void
  ) throws(E) {
    var rows = RowSequence(plan: plan, cells: cells)
    var writers = columnWriters(of: plan)
    out.put("<sheetData>")
    var digits = RowDigits()
    while let row = rows.next() {
      digits.set(row.number)
      putRowStart(plan.rows[row.number], digits: digits, into: &out)
      put(row, cells: rows.cells, writers: &writers, digits: digits, into: &out)
      out.put("</row>")
      if out.count >= Self.chunk {
        try flush(&out)
        out.removeAll()
      }
    }
    out.put("</sheetData>")
  }

  /// Rows from which on a block's formulas are shared; shorter tables spell every formula out, for
  /// programs that know no shared ones.
  static let rowsToShare = 250

  /// A writer for every column of every block, block by block.
  private func columnWriters(of plan: SheetPlan) -> [BlockColumnWriter] {
    var sharedCount = 0
    return plan.blocks.flatMap { block in
      block.columns.map { column in
        let isShared = block.rowCount >= Self.rowsToShare && column.content.canShareFormula
        defer { if isShared { sharedCount += 1 } }
        return BlockColumnWriter(
          column, of: block, sharedIndex: isShared ? sharedCount : nil, styles: styles,
          dateSystem: dateSystem, flatTexts: flatTexts)
      }
    }
  }

  private func putRowStart(_ plan: RowPlan?, digits: RowDigits, into out: inout ByteWriter) {
    out.put("<row r=\"")
    digits.putRow(into: &out)
    out.beginRow()
    out.put("\"")
    if let height = plan?.height, height.isFinite, height >= 0 {
      out.put(" ht=\"")
      out.put(number: min(height, 409))
      out.put("\" customHeight=\"1\"")
    }
    if let level = plan?.outlineLevel, level > 0 {
      out.put(" outlineLevel=\"")
      out.put(integer: min(level, 7))
      out.put("\"")
    }
    out.put(">")
  }

  /// Merges the row's single cells with the columns of the blocks it lies in; the cell wins.
  private func put(
    _ row: RowSequence.Row, cells: [PlannedCell], writers: inout [BlockColumnWriter],
    digits: RowDigits, into out: inout ByteWriter
  ) {
    var next = row.cells.lowerBound
    for place in row.columns {
      if next < row.cells.upperBound {
        let column = writers[place].column
        while next < row.cells.upperBound, cells[next].at.column < column {
          put(cells[next], digits: digits, into: &out)
          next += 1
        }
        if next < row.cells.upperBound, cells[next].at.column == column { continue }
      }
      writers[place].put(row: row.number, digits: digits, into: &out)
    }
    while next < row.cells.upperBound {
      put(cells[next], digits: digits, into: &out)
      next += 1
    }
  }

  private func put(_ cell: PlannedCell, digits: RowDigits, into out: inout ByteWriter) {
    let tag = CellTag(column: cell.at.column, format: styles.knownFormat(cell.style))
    tag.put(cell.content, digits: digits, dateSystem: dateSystem, into: &out)
  }
}

extension CellBlock.Content {
  fileprivate var canShareFormula: Bool {
    switch self {
    case .formula(let formula, _), .textFormula(let formula, _): formula.canBeShared
    case .texts, .numbers, .cells: false
    }
  }
}
