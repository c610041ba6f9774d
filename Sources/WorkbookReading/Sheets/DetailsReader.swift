import FinanceModel

/// Reads what a worksheet holds beside its cells: merged ranges, hidden columns.
struct DetailsReader: ~Copyable {
  private var xml: XMLTokenizer
  private var details = SheetDetails()

  private static let sheetData = XMLName("sheetData")
  private static let mergeCells = XMLName("mergeCells")
  private static let mergeCell = XMLName("mergeCell")
  private static let columns = XMLName("cols")
  private static let column = XMLName("col")
  private static let reference = XMLName("ref")

  init(_ xml: consuming XMLTokenizer) {
    self.xml = xml
  }

  consuming func read() throws(WorkbookError) -> SheetDetails {
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1: continue
      case .start where xml.name == Self.mergeCells && xml.isMain: try readMerges()
      case .start where xml.name == Self.columns && xml.isMain: try readColumns()
      case .start where xml.name == Self.sheetData && xml.isMain: try xml.passOver()
      case .start: try xml.skipElement()
      case .endOfPart: return details
      default: continue
      }
    }
  }

  private mutating func readMerges() throws(WorkbookError) {
    while try xml.nextChild() {
      if xml.name == Self.mergeCell, let text = xml.value(Self.reference),
        let range = CellRange(a1: text)
      {
        try xml.checkCount(details.mergedRanges.count)
        details.mergedRanges.append(range)
      }
      try xml.skipElement()
    }
  }

  private mutating func readColumns() throws(WorkbookError) {
    while try xml.nextChild() {
      if xml.name == Self.column, xml.flag(XMLName("hidden")),
        let first = xml.integer(XMLName("min")), let last = xml.integer(XMLName("max")),
        first >= 1, last >= first
      {
        try xml.checkCount(details.hiddenColumns.count)
        details.hiddenColumns.append(first...min(last, CellAddress.lastColumn))
      }
      try xml.skipElement()
    }
  }
}
