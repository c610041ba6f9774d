import FinanceModel

/// Reads a table part (ECMA-376 part 1, 18.5).
struct TableReader: ~Copyable {
  private var xml: XMLTokenizer

  private static let columnLimit = 16_384

  init(_ xml: consuming XMLTokenizer) {
    self.xml = xml
  }

  /// The table; nil where its range is none.
  consuming func read() throws(WorkbookError) -> TableInfo? {
    var table: TableInfo?
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1: table = header()
      case .start where xml.name == XMLName("tableColumns"): table?.columns = try columns()
      case .start: try xml.skipElement()
      case .endOfPart: return table
      default: continue
      }
    }
  }

  private func header() -> TableInfo? {
    guard let range = xml.value(XMLName("ref")).flatMap({ CellRange(a1: $0) }) else { return nil }
    return TableInfo(
      name: xml.value(XMLName("displayName")) ?? xml.value(XMLName("name")) ?? "", range: range,
      headerRowCount: xml.integer(XMLName("headerRowCount")) ?? 1,
      totalsRowCount: xml.integer(XMLName("totalsRowCount")) ?? 0, columns: [])
  }

  private mutating func columns() throws(WorkbookError) -> [String] {
    var names: [String] = []
    while try xml.nextChild() {
      if xml.name == XMLName("tableColumn"), names.count < Self.columnLimit {
        var bytes = Array((xml.value(XMLName("name")) ?? "").utf8)
        EscapedText.unescape(&bytes, from: 0)
        names.append(String(decoding: bytes, as: UTF8.self))
      }
      try xml.skipElement()
    }
    return names
  }
}
