import FinanceModel

/// Pulls the rows of a worksheet out of its part, in the order of the file (ECMA-376 part 1, 18.3.1).
struct SheetScanner: ~Copyable {
  var xml: XMLTokenizer
  let styles: CellFormats
  let stringCount: Int
  let dateSystem: DateSystem
  /// The row that ``nextRow()`` brought, from 1, its cells and the text that came with them.
  var row = 0
  var cells = RowCells()
  var text: [UInt8] = []
  /// What was found beside the values.
  var summary = SheetSummary()

  var state = State.beforeData
  /// The `row` element that is open or was last, and the next column in it.
  var currentRow = 0
  var nextColumn = 1
  var cellRow = 0
  /// Whether the row was opened in its plain form, and the tokenizer does not know of it.
  var isRowUntold = false
  /// Whether unprefixed elements are SpreadsheetML's, with the prefixes bound when that was found.
  var plainBindings: Int?
  /// Tags of cells that were read in their plain form.
  var tags = CellTagMemory()
  /// Whether plain forms are read without tokens; switched off to compare the two ways.
  var usesPlainForms = true
  /// Whether a row that directly follows the last one may be brought without its cells.
  var mayPassOver = false
  /// Where a cell's shared string is looked up once the row is handed over.
  var lookUp = SharedStringLookUp.none
  /// A cell of another row that ended the row before.
  private var carried: CarriedCell?
  var needsSorting = false
  var scratch: [UInt8] = []

  enum State {
    case beforeData, betweenRows, inRow, finished
  }

  private struct CarriedCell {
    var row: Int
    var cell: Cell
    var text: [UInt8]
  }

  init(
    _ xml: consuming XMLTokenizer, styles: CellFormats, stringCount: Int, dateSystem: DateSystem
  ) {
    self.xml = xml
    self.styles = styles
    self.stringCount = stringCount
    self.dateSystem = dateSystem
  }

  /// Reads on to the next row that has values; false at the end of the part, once all is checked.
  ///
  /// Where it ``mayPassOver`` a row, that one comes without cells.
  mutating func nextRow() throws(WorkbookError) -> Bool {
    cells.removeAll()
    if !text.isEmpty { text.removeAll(keepingCapacity: true) }
    needsSorting = false
    takeCarried()
    while true {
      switch state {
      case .beforeData: try findData()
      case .betweenRows: if try openRow() { return try finishRow() }
      case .inRow:
        if mayPassOver, cells.isEmpty, currentRow == row + 1, passOverPlainRow() { return true }
        try readPlainCells()
        if state == .inRow {
          tellOfRow()
          if try readCell() { return try finishRow() }
        }
      case .finished: return try finishRow()
      }
    }
  }

  private mutating func takeCarried() {
    guard let held = carried else { return }
    carried = nil
    row = held.row
    text.append(contentsOf: held.text)
    cells.append(held.cell)
  }

  /// Puts the row's cells in order; of two at one place the later one stays.
  private mutating func finishRow() throws(WorkbookError) -> Bool {
    guard !cells.isEmpty else { return false }
    if needsSorting {
      var byColumn: [Int32: Cell] = [:]
      for cell in cells.all { byColumn[cell.column] = cell }
      cells.replaceAll(by: byColumn.values.sorted { $0.column < $1.column })
    }
    summary.rows += 1
    summary.cells += cells.count
    guard UInt64(summary.cells) <= xml.limits.cells else {
      throw xml.context.error(.limit(.cells, allowed: xml.limits.cells))
    }
    return true
  }

  private mutating func findData() throws(WorkbookError) {
    switch try xml.next() {
    case .start where xml.name == Names.sheetData && xml.isMain:
      state = .betweenRows
      noteNamespaces()
    case .start where xml.depth > 1: try xml.skipElement()
    case .endOfPart: state = .finished
    default: return
    }
  }

  /// Reads up to the next `row`; true when the row before is complete.
  private mutating func openRow() throws(WorkbookError) -> Bool {
    if try openPlainRow() { return !cells.isEmpty && row != currentRow }
    switch try xml.next() {
    case .start where xml.name == Names.row && xml.isMain:
      try beginRow()
      state = .inRow
      return !cells.isEmpty && row != currentRow
    case .start:
      try xml.skipElement()
      return false
    case .end, .endOfPart:
      try xml.drain()
      state = .finished
      return false
    case .text: return false
    }
  }

  private mutating func beginRow() throws(WorkbookError) {
    var number = currentRow + 1
    if let text = xml.value(Names.reference) {
      guard let written = Int(text.trimmingSpaces()) else {
        throw xml.context.error(.badRowNumber(text))
      }
      number = written
    }
    guard number >= 1, number <= CellAddress.lastRow else {
      throw xml.context.error(.badRowNumber(String(number)))
    }
    currentRow = number
    cellRow = number
    nextColumn = 1
  }

  /// Reads one cell, or the end of the row; true when the row is complete.
  private mutating func readCell() throws(WorkbookError) -> Bool {
    switch try xml.next() {
    case .start where xml.name == Names.cell && xml.isMain: break
    case .start:
      try xml.skipElement()
      return false
    case .end, .endOfPart:
      state = .betweenRows
      return false
    case .text: return false
    }
    let place = try cellPlace()
    let textStart = text.count
    guard let cell = try parseCell(at: place) else { return false }
    return add(cell, row: place.row, textStart: textStart)
  }

  /// Where the cell stands: its own reference, or the place after the cell before.
  private mutating func cellPlace() throws(WorkbookError) -> CellAddress {
    var place = CellAddress(row: cellRow, column: nextColumn)
    for attribute in xml.attributes
    where attribute.name == Names.reference && attribute.namespace == .none {
      guard let written = CellReference.parse(xml.window.bytes[attribute.value]) else {
        throw xml.context.error(
          .badCellReference(xml.string(of: attribute.value, needsDecoding: true)))
      }
      place = written
    }
    guard place.column <= CellAddress.lastColumn else {
      throw xml.context.error(.badCellReference(place.a1))
    }
    cellRow = place.row
    nextColumn = place.column + 1
    return place
  }

  /// Adds a cell to the row, or holds it where it belongs to another; true when the row is complete.
  private mutating func add(_ cell: Cell, row place: Int, textStart: Int) -> Bool {
    if cells.isEmpty { row = place }
    if row == place {
      if let last = cells.last, last.column >= cell.column { needsSorting = true }
      cells.append(cell)
      return false
    }
    var held = cell
    if cell.text.shared < 0 { held.text.start = 0 }
    carried = CarriedCell(row: place, cell: held, text: Array(text[textStart...]))
    text.removeLast(text.count - textStart)
    return true
  }
}

/// Names of elements and attributes of a worksheet.
enum Names {
  static let sheetData = XMLName("sheetData")
  static let row = XMLName("row")
  static let cell = XMLName("c")
  static let value = XMLName("v")
  static let formula = XMLName("f")
  static let inlineString = XMLName("is")
  static let reference = XMLName("r")
  static let style = XMLName("s")
  static let type = XMLName("t")
}
