/// Reads the part of shared strings (ECMA-376 part 1, 18.4.9). Its counts are hints and not used.
struct SharedStringsReader: ~Copyable {
  private var xml: XMLTokenizer
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Whether plain forms are read without tokens; switched off to compare the two ways.
  var usesPlainForms = true

  private static let item = XMLName("si")
  /// Bytes that should be at hand before an item is tried in its plain form.
  private static let lookahead = 4096

  init(_ xml: consuming XMLTokenizer) {
    self.xml = xml
  }

  /// The whole table.
  consuming func read() throws(WorkbookError) -> SharedStrings {
    while true {
      try readPlainItems()
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
    try endItem()
  }

  /// Reads items as nearly every writer spells them, `<si><t>text</t></si>`, without tokens.
  private mutating func readPlainItems() throws(WorkbookError) {
    guard usesPlainForms, xml.depth == 1, !xml.pendingEnd else { return }
    let namespace = xml.elements.namespace(of: XMLName())
    guard namespace == .main || namespace == .none else { return }
    while true {
      while xml.window.end - xml.window.position < Self.lookahead {
        if try !xml.window.refill(context: xml.context, limit: xml.tokenLimit) { break }
      }
      guard let item = plainItem() else { return }
      let start = bytes.count
      bytes.append(contentsOf: xml.window.bytes[item.text])
      EscapedText.unescape(&bytes, from: start)
      xml.window.position = item.end
      try endItem()
    }
  }

  /// Where the text of the item at the position is, and where the item ends; nil where it needs a
  /// closer look.
  private func plainItem() -> (text: Range<Int>, end: Int)? {
    let window = xml.window.bytes
    let span = window.span
    var place = xml.window.position
    PlainMarkup.skipSpace(span, &place)
    guard PlainMarkup.take(span, &place, "<si>"), PlainMarkup.takeTextTag(span, &place),
      let end = PlainMarkup.endOfText(span, from: place)
    else { return nil }
    var behind = end
    guard end - place <= xml.limits.textBytes, PlainMarkup.take(span, &behind, "</t></si>") else {
      return nil
    }
    return (place..<end, behind)
  }

  private mutating func endItem() throws(WorkbookError) {
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
