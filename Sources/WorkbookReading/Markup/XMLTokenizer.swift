/// A streaming scanner of XML 1.0 with namespaces, for what OPC allows: no document type, no
/// entities but the five, UTF-8 or UTF-16.
///
/// It holds a window of the part and refills it as it goes. What a token says – ranges into the
/// window – is valid until the next call. Tags are checked to match, depth and lengths to stay
/// under the limits. Markup compatibility is resolved on the way: `AlternateContent` and its
/// `Fallback` are not seen, `Choice` is skipped with all it holds.
struct XMLTokenizer: ~Copyable {
  enum Token {
    case start
    case end
    /// Text between tags, whole unless a comment or CDATA section divides it.
    case text
    case endOfPart
  }

  /// An attribute of the current start tag; namespace declarations are left out.
  struct Attribute {
    var name: XMLName
    var namespace: XMLNamespace
    /// The raw value's place in the window.
    var value: Range<Int>
    /// Whether the value holds references or white space to normalise.
    var needsDecoding: Bool
  }

  let context: PartContext
  let limits: ReadingLimits
  var window: XMLWindow
  /// Local name and namespace of the current start or end tag.
  var name = XMLName()
  var namespace = XMLNamespace.none
  var attributes: [Attribute] = []
  var raw: [RawAttribute] = []
  /// Place of the current text in the window.
  var text = 0..<0
  var textNeedsDecoding = false
  /// Elements that are open, the current start tag's included.
  var elements = OpenElements()
  var pendingEnd = false
  var sawRoot = false

  private static let choice = XMLName("Choice")

  init(
    source: any ByteSource, context: PartContext, limits: ReadingLimits
  ) throws(WorkbookError) {
    self.context = context
    self.limits = limits
    window = XMLWindow(source: source, seconds: limits.secondsPerPart)
    try window.open(context: context)
  }

  /// Refuses one item more than a list may have.
  func checkCount(_ count: Int) throws(WorkbookError) {
    guard count < limits.listedItems else {
      throw context.error(.limit(.listedItems, allowed: UInt64(limits.listedItems)))
    }
  }

  /// How many elements are open; 1 within the root.
  var depth: Int { elements.depth }

  func fault(_ what: ReadingFault.XMLFault) -> WorkbookError {
    context.error(.brokenXML(what: what, offset: window.offset))
  }

  /// The next token; `endOfPart` once the root is closed and nothing but white space followed.
  mutating func next() throws(WorkbookError) -> Token {
    while true {
      let token = try nextRaw()
      guard namespace == .compatibility, token == .start || token == .end else { return token }
      if token == .start, name == Self.choice { try skipElement() }
    }
  }

  /// Skips to the end tag of the element whose start tag was read last.
  mutating func skipElement() throws(WorkbookError) {
    let outer = depth - 1
    while depth > outer || pendingEnd {
      if try nextRaw() == .endOfPart { return }
    }
  }

  /// Passes over what the element holds without a look at its tags, up to its end tag.
  ///
  /// For content that is checked where it is read, and that holds no element of the same name: the
  /// next token is the element's end.
  mutating func passOver() throws(WorkbookError) {
    if pendingEnd { return }
    let name = Array(elements.innermost)
    while true {
      window.position = window.place(of: UInt8(ascii: "<"), from: window.position)
      while window.end - window.position < name.count + 3 {
        if try !window.refill(context: context, limit: tokenLimit) { throw fault(.stops) }
      }
      guard window.bytes[window.position] == UInt8(ascii: "<") else { continue }
      switch window.bytes[window.position + 1] {
      case UInt8(ascii: "/"):
        if isEndTag(of: name) { return }
        window.position += 2
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        _ = try scanMarkup()
      default:
        window.position += 1
      }
    }
  }

  /// Whether the end tag at the window's place has that name, as written.
  private func isEndTag(of name: [UInt8]) -> Bool {
    let start = window.position + 2
    guard window.bytes[start] == name.first else { return false }
    for (offset, byte) in name.enumerated() where window.bytes[start + offset] != byte {
      return false
    }
    let next = window.bytes[start + name.count]
    return next == UInt8(ascii: ">") || isSpace(next)
  }

  /// Reads on to the end of the part, so that all of it is checked.
  mutating func drain() throws(WorkbookError) {
    while try nextRaw() != .endOfPart {}
  }

  private mutating func nextRaw() throws(WorkbookError) -> Token {
    if pendingEnd {
      pendingEnd = false
      closeElement()
      return .end
    }
    while true {
      if window.position == window.end, try !window.refill(context: context, limit: tokenLimit) {
        try checkEnd()
        return .endOfPart
      }
      if window.bytes[window.position] != UInt8(ascii: "<") {
        if try scanText() { return .text }
      } else if let token = try scanMarkup() {
        return token
      }
    }
  }

  /// Most bytes that one tag, text or CDATA section may take in the window.
  var tokenLimit: Int { max(limits.textBytes, limits.attributeBytes) &+ 65_536 }

  private mutating func scanMarkup() throws(WorkbookError) -> Token? {
    while window.end - window.position < 9 {
      if try !window.refill(context: context, limit: tokenLimit) { break }
    }
    guard window.end - window.position >= 3 else { throw fault(.stops) }
    switch window.bytes[window.position + 1] {
    case UInt8(ascii: "/"):
      try scanEndTag()
      return .end
    case UInt8(ascii: "!"): return try scanDeclaration()
    case UInt8(ascii: "?"):
      try scanInstruction()
      return nil
    default:
      try scanStartTag()
      return .start
    }
  }

  /// Comments are skipped, CDATA is text, a document type is refused.
  private mutating func scanDeclaration() throws(WorkbookError) -> Token? {
    if window.starts(with: "<!--") {
      window.position += 4
      try skip(past: "-->")
      return nil
    }
    guard window.starts(with: "<![CDATA[") else {
      throw window.starts(with: "<!DOCTYPE") ? context.error(.documentType) : fault(.badTag)
    }
    guard depth > 0 else { throw fault(.textOutsideRoot) }
    try scanCharacterData()
    return .text
  }

  private mutating func scanInstruction() throws(WorkbookError) {
    window.position += 2
    try skip(past: "?>")
  }

  /// Moves behind the next occurrence of a terminator.
  private mutating func skip(past terminator: StaticString) throws(WorkbookError) {
    while true {
      if let place = window.find(terminator, from: window.position) {
        window.position = place + terminator.utf8CodeUnitCount
        return
      }
      window.position = max(
        window.position, window.end - terminator.utf8CodeUnitCount + 1)
      if try !window.refill(context: context, limit: tokenLimit) { throw fault(.stops) }
    }
  }

  /// A CDATA section: its text is taken as it is but for line ends.
  private mutating func scanCharacterData() throws(WorkbookError) {
    while true {
      if let place = window.find("]]>", from: window.position + 9) {
        text = window.position + 9..<place
        textNeedsDecoding = false
        textIsLiteral = true
        window.position = place + 3
        return
      }
      if try !window.refill(context: context, limit: tokenLimit, fault: .textBytes) {
        throw fault(.stops)
      }
    }
  }

  /// Whether the text is a CDATA section, in which `&` means itself.
  var textIsLiteral = false

  /// Text up to the next tag; false where it is white space outside the root.
  private mutating func scanText() throws(WorkbookError) -> Bool {
    var place = window.position
    while true {
      place = window.place(of: UInt8(ascii: "<"), from: place)
      if place < window.end { break }
      let scanned = place - window.position
      let hasMore = try window.refill(context: context, limit: tokenLimit, fault: .textBytes)
      place = window.position + scanned
      if !hasMore { break }
    }
    text = window.position..<place
    window.position = place
    textIsLiteral = false
    if depth == 0 {
      guard isBlank(text) else { throw fault(.textOutsideRoot) }
      return false
    }
    textNeedsDecoding = window.needsDecoding(text)
    return true
  }

  /// Whether a range of the window is white space only.
  func isBlank(_ range: Range<Int>) -> Bool {
    for place in range where !isSpace(window.bytes[place]) { return false }
    return true
  }

  private mutating func checkEnd() throws(WorkbookError) {
    if depth > 0 { throw fault(.stops) }
    if !sawRoot { throw fault(.noRoot) }
  }
}

/// XML's white space.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
