import FinanceModel

/// Rows and cells in their plain form, read without tokens.
extension SheetScanner {
  /// Bytes that should be at hand before a cell is tried.
  private static let lookahead = 1024
  private static let rowName = Array("row".utf8)
  /// Elements that are open within an inline string of a plain cell.
  private static let plainDepth = 6

  /// Notes whether unprefixed elements are SpreadsheetML's.
  mutating func noteNamespaces() {
    let namespace = xml.elements.namespace(of: XMLName())
    let isMain = namespace == .main || namespace == .none
    plainBindings =
      isMain && xml.limits.xmlDepth >= Self.plainDepth ? xml.elements.bindingCount : nil
  }

  /// Whether elements without prefix mean what they meant at the start of the data.
  private var isPlain: Bool {
    usesPlainForms && plainBindings == xml.elements.bindingCount && !xml.pendingEnd
  }

  private mutating func lookAhead() throws(WorkbookError) {
    while xml.window.end - xml.window.position < Self.lookahead {
      if try !xml.window.refill(context: xml.context, limit: xml.tokenLimit) { return }
    }
  }

  /// Opens `<row r="12" spans="1:9">`; false where the tag needs a closer look.
  mutating func openPlainRow() throws(WorkbookError) -> Bool {
    guard isPlain else { return false }
    try lookAhead()
    guard let found = plainRow() else { return false }
    currentRow = found.number
    cellRow = found.number
    nextColumn = 1
    xml.window.position = found.end
    guard !found.isEmpty else { return true }
    state = .inRow
    isRowUntold = true
    return true
  }

  /// Tells the tokenizer of the row that was opened without it, so that it goes on from there.
  mutating func tellOfRow() {
    guard isRowUntold else { return }
    isRowUntold = false
    xml.elements.push(
      Self.rowName, name: Names.row, namespace: .main, bindingCount: xml.elements.bindingCount)
  }

  /// Closes the open row, of which the tokenizer may know nothing.
  private mutating func closePlainRow() {
    if !isRowUntold { xml.closeElement() }
    isRowUntold = false
    state = .betweenRows
  }

  private struct PlainRow {
    var number: Int
    var end: Int
    var isEmpty: Bool
  }

  /// The row tag at the position; nil where there is none in plain form.
  private func plainRow() -> PlainRow? {
    let bytes = xml.window.bytes.span
    var place = xml.window.position
    PlainMarkup.skipSpace(bytes, &place)
    guard bytes[place] == UInt8(ascii: "<"), bytes[place + 1] == UInt8(ascii: "r"),
      bytes[place + 2] == UInt8(ascii: "o"), bytes[place + 3] == UInt8(ascii: "w")
    else { return nil }
    place += 4
    var number = currentRow + 1
    while bytes[place] == UInt8(ascii: " ") {
      place += 1
      if bytes[place] == UInt8(ascii: "r"), bytes[place + 1] == UInt8(ascii: "="),
        bytes[place + 2] == UInt8(ascii: "\"")
      {
        place += 3
        guard let written = PlainMarkup.quotedNumber(bytes, &place) else { return nil }
        number = written
      } else {
        guard PlainMarkup.skipAttribute(bytes, &place) else { return nil }
      }
    }
    let isEmpty = bytes[place] == UInt8(ascii: "/")
    if isEmpty { place += 1 }
    guard bytes[place] == UInt8(ascii: ">"), number >= 1, number <= CellAddress.lastRow else {
      return nil
    }
    return PlainRow(number: number, end: place + 1, isEmpty: isEmpty)
  }

  /// Passes over the cells of the open row; false where they need a closer look: the row is not at
  /// hand to its end, shows no value in plain form, or holds formulas, which are counted.
  mutating func passOverPlainRow() -> Bool {
    guard isPlain, let end = plainRowEnd() else { return false }
    row = currentRow
    summary.rows += 1
    xml.window.position = end
    closePlainRow()
    return true
  }

  /// Behind the open row's end tag; nil as ``passOverPlainRow()`` says.
  private func plainRowEnd() -> Int? {
    let bytes = xml.window.bytes.span
    let start = xml.window.position
    guard let end = PlainMarkup.find("</row>", by: 4, bytes, in: start..<xml.window.end),
      let value = PlainMarkup.find("<v>", by: 1, bytes, in: start..<end),
      bytes[value + 3] != UInt8(ascii: "<"),
      PlainMarkup.find("<f", by: 1, bytes, in: start..<end) == nil,
      // Comments, character data and instructions may hold what looks like a tag.
      PlainMarkup.find("<!", by: 1, bytes, in: start..<end) == nil,
      PlainMarkup.find("<?", by: 1, bytes, in: start..<end) == nil
    else { return nil }
    return end + 6
  }

  /// Reads cells until the row ends or one needs a closer look.
  mutating func readPlainCells() throws(WorkbookError) {
    guard isPlain, cells.isEmpty || row == cellRow else { return }
    while true {
      try lookAhead()
      if cells.isEmpty { row = cellRow }
      switch scanPlainCells() {
      case .rowEnd: return closePlainRow()
      case .other: return
      case .cell, .empty: continue
      }
    }
  }

  /// Reads cells as far as the window surely holds them and there is room; `cell` where either ran low.
  private mutating func scanPlainCells() -> PlainCell.Outcome {
    let window = xml.window.bytes
    let known = styles.classes
    let bytes = window.span
    let classes = known.span
    let safeEnd = xml.window.isComplete ? xml.window.end : xml.window.end - Self.lookahead
    var place = xml.window.position
    var plain = PlainCell(row: cellRow, nextColumn: nextColumn, stringCount: stringCount)
    var last = cells.last?.column ?? 0
    var outcome = PlainCell.Outcome.cell
    cells.fill { room, count in
      repeat {
        outcome = plain.read(
          bytes, &place, into: &room[count], tags: &tags, text: &text, classes: classes,
          formats: styles)
        if outcome == .cell {
          let column = room[count].column
          if column <= last { needsSorting = true }
          last = column
          if column == lookUp.column { lookUp.fetch(room[count].text.shared) }
          count &+= 1
        }
      } while place <= safeEnd && count < room.count && (outcome == .cell || outcome == .empty)
    }
    nextColumn = plain.nextColumn
    xml.window.position = place
    return outcome
  }
}
