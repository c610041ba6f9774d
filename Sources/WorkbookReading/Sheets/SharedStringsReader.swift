/// Reads the part of shared strings (ECMA-376 part 1, 18.4.9). Its counts are hints and not used.
struct SharedStringsReader: ~Copyable {
  private var xml: XMLTokenizer
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []

  private static let item = XMLName("si")

  init(_ xml: consuming XMLTokenizer) {
    self.xml = xml
  }

  /// The whole table.
  consuming func read() throws(WorkbookError) -> SharedStrings {
    while true {
      switch try xml.next() {
      case .start where xml.name == Self.item && xml.isMain && xml.depth == 2: try readItem()
      case .start where xml.depth > 1: try xml.skipElement()
      case .endOfPart: return SharedStrings(bytes: bytes, ends: ends)
      default: continue
      }
    }
  }

  private mutating func readItem() throws(WorkbookError) {
    try StringItem.append(from: &xml, to: &bytes)
    guard ends.count < xml.limits.sharedStrings else {
      throw xml.context.error(.limit(.sharedStrings, allowed: UInt64(xml.limits.sharedStrings)))
    }
    guard bytes.count <= xml.limits.sharedStringBytes, let end = UInt32(exactly: bytes.count) else {
      throw xml.context.error(
        .limit(.sharedStringBytes, allowed: UInt64(xml.limits.sharedStringBytes)))
    }
    ends.append(end)
  }
}
