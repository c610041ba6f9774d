import FinanceModel

/// Reads the number formats and cell formats of the styles part (ECMA-376 part 1, 18.8).
struct StylesReader: ~Copyable {
  private var xml: XMLTokenizer
  private var numberFormats: [Int] = []
  private var codes: [Int: String] = [:]

  private static let numFmts = XMLName("numFmts")
  private static let numFmt = XMLName("numFmt")
  private static let cellXfs = XMLName("cellXfs")
  private static let xf = XMLName("xf")
  private static let numFmtId = XMLName("numFmtId")
  private static let formatCode = XMLName("formatCode")

  init(_ xml: consuming XMLTokenizer) {
    self.xml = xml
  }

  consuming func read(dateSystem: DateSystem) throws(WorkbookError) -> CellFormats {
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1: continue
      case .start where xml.name == Self.numFmts && xml.isMain: try readCodes()
      case .start where xml.name == Self.cellXfs && xml.isMain: try readFormats()
      case .start: try xml.skipElement()
      case .endOfPart:
        return CellFormats(numberFormats: numberFormats, codes: codes, dateSystem: dateSystem)
      default: continue
      }
    }
  }

  private mutating func readCodes() throws(WorkbookError) {
    while try xml.nextChild() {
      if xml.name == Self.numFmt, let id = xml.integer(Self.numFmtId),
        let code = xml.value(Self.formatCode)
      {
        guard codes.count < xml.limits.cellFormats else { throw tooMany() }
        codes[id] = code
      }
      try xml.skipElement()
    }
  }

  private mutating func readFormats() throws(WorkbookError) {
    while try xml.nextChild() {
      if xml.name == Self.xf {
        guard numberFormats.count < xml.limits.cellFormats else { throw tooMany() }
        numberFormats.append(xml.integer(Self.numFmtId) ?? 0)
      }
      try xml.skipElement()
    }
  }

  private func tooMany() -> WorkbookError {
    xml.context.error(.limit(.cellFormats, allowed: UInt64(xml.limits.cellFormats)))
  }
}
