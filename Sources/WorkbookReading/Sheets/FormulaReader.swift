import FinanceModel

/// Reads the formulas of a worksheet (ECMA-376 part 1, 18.3.1.40).
struct FormulaReader: ~Copyable {
  private var xml: XMLTokenizer
  private var formulas: [CellAddress: String] = [:]
  /// Shared formulas by index: the master's cell and text.
  private var masters: [Int: (cell: CellAddress, text: String)] = [:]
  /// Cells that share a formula, resolved at the end since a master may come later.
  private var followers: [(cell: CellAddress, index: Int)] = []
  private var byteCount = 0
  private var row = 0
  private var nextColumn = 1

  init(_ xml: consuming XMLTokenizer) {
    self.xml = xml
  }

  consuming func read() throws(WorkbookError) -> [CellAddress: String] {
    while true {
      let token = try xml.next()
      if token == .endOfPart { return try resolved() }
      guard token == .start, xml.depth > 1 else { continue }
      switch xml.name {
      case Names.sheetData where xml.isMain: continue
      case Names.row where xml.isMain: beginRow()
      case Names.cell where xml.isMain: try readCell()
      default: try xml.skipElement()
      }
    }
  }

  private mutating func beginRow() {
    row = xml.integer(Names.reference) ?? row + 1
    nextColumn = 1
  }

  private mutating func readCell() throws(WorkbookError) {
    let written = xml.value(Names.reference).flatMap { CellAddress(a1: $0) }
    let cell = written ?? CellAddress(row: row, column: nextColumn)
    nextColumn = cell.column + 1
    while try xml.nextChild() {
      if xml.name == Names.formula, xml.isMain {
        try readFormula(of: cell)
      } else {
        try xml.skipElement()
      }
    }
  }

  private mutating func readFormula(of cell: CellAddress) throws(WorkbookError) {
    let isShared = xml.value(Names.type) == "shared"
    let index = isShared ? xml.integer(XMLName("si")) : nil
    let text = String(decoding: try xml.elementText(), as: UTF8.self)
    if let index, text.isEmpty {
      followers.append((cell, index))
    } else if !text.isEmpty {
      formulas[cell] = text
      if let index { masters[index] = (cell, text) }
    }
    guard formulas.count + followers.count <= RowCollector.cellLimit else {
      throw xml.context.error(.limit(.cells, allowed: UInt64(RowCollector.cellLimit)))
    }
    try count(text)
  }

  private mutating func count(_ text: String) throws(WorkbookError) {
    byteCount += text.utf8.count
    guard byteCount <= xml.limits.formulaBytes else {
      throw xml.context.error(.limit(.formulaBytes, allowed: UInt64(xml.limits.formulaBytes)))
    }
  }

  private consuming func resolved() throws(WorkbookError) -> [CellAddress: String] {
    for (cell, index) in followers {
      guard let master = masters[index] else { continue }
      try count(master.text)
      formulas[cell] = FormulaShift(
        rows: cell.row - master.cell.row, columns: cell.column - master.cell.column
      ).applied(to: master.text)
    }
    return formulas
  }
}
