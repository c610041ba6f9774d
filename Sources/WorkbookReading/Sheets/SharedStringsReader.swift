/// Reads the part of shared strings (ECMA-376 part 1, 18.4.9). Its counts are hints and not used.
struct SharedStringsReader: ~Copyable {
  private var xml: XMLTokenizer
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  /// Whether plain forms are read without tokens; switched off to compare the two ways.
  var usesPlainForms = true

  private static let item = XMLName("si")
  /// Bytes that room is made for on an archive's word alone.
  private static let mostRoom: UInt64 = 64 << 20
  /// Bytes that should be at hand before an item is tried in its plain form.
  private static let lookahead = 4096

  /// - Parameter partSize: bytes of the part, as its archive says: more than all texts have. What is not
  ///   used of the room costs nothing.
  init(_ xml: consuming XMLTokenizer, partSize: UInt64) {
    bytes.reserveCapacity(Int(clamping: min(partSize, Self.mostRoom)))
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
      guard try takePlainItems() else { return }
    }
  }

  /// Takes items as far as the window surely holds them; false at one that needs a closer look.
  private mutating func takePlainItems() throws(WorkbookError) -> Bool {
    let window = xml.window.bytes
    let span = window.span
    let safeEnd = xml.window.isComplete ? xml.window.end : xml.window.end - Self.lookahead
    repeat {
      guard let item = plainItem(span, at: xml.window.position) else { return false }
      let start = bytes.count
      span.extracting(item.text).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      if item.mayBeEscaped { EscapedText.unescape(&bytes, from: start) }
      xml.window.position = item.end
      try endItem()
    } while xml.window.position <= safeEnd
    return true
  }

  private struct PlainItem {
    var text: Range<Int>
    /// Where the item ends.
    var end: Int
    /// Whether the text holds what every escape begins with.
    var mayBeEscaped: Bool
  }

  /// The item at a place; nil where it needs a closer look.
  @inline(__always)
  private func plainItem(_ span: Span<UInt8>, at start: Int) -> PlainItem? {
    var place = start
    PlainMarkup.skipSpace(span, &place)
    guard PlainMarkup.take(span, &place, "<si>"), PlainMarkup.takeTextTag(span, &place) else {
      return nil
    }
    var item = PlainItem(text: place..<place, end: place, mayBeEscaped: false)
    guard let end = PlainMarkup.endOfText(span, from: place, mayBeEscaped: &item.mayBeEscaped)
    else {
      return nil
    }
    item.text = place..<end
    item.end = end
    guard item.text.count <= xml.limits.textBytes,
      PlainMarkup.take(span, &item.end, "</t></si>")
    else { return nil }
    return item
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
