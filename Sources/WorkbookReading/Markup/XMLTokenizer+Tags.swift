extension XMLTokenizer {
  /// The most attributes that a tag may have; Excel writes a few dozen.
  private static let attributeCount = 2048

  /// A start tag with its attributes.
  mutating func scanStartTag() throws(WorkbookError) {
    if depth == 0, sawRoot { throw fault(.textOutsideRoot) }
    while try !parseStartTag() {
      if try !window.refill(context: context, limit: tokenLimit, fault: .attributeBytes) {
        throw fault(.stops)
      }
    }
    sawRoot = true
  }

  /// Closes the innermost element; ``name`` and ``namespace`` become its own.
  mutating func closeElement() {
    guard let closed = elements.pop() else { return }
    name = closed.name
    namespace = closed.namespace
  }

  mutating func scanEndTag() throws(WorkbookError) {
    var place = window.place(of: UInt8(ascii: ">"), from: window.position)
    while place >= window.end {
      if try !window.refill(context: context, limit: tokenLimit) { throw fault(.stops) }
      place = window.place(of: UInt8(ascii: ">"), from: window.position)
    }
    var nameEnd = place
    while nameEnd > window.position + 2, isSpace(window.bytes[nameEnd - 1]) { nameEnd -= 1 }
    guard depth > 0,
      window.bytes[window.position + 2..<nameEnd].elementsEqual(elements.innermost)
    else { throw fault(.mismatchedTag) }
    closeElement()
    window.position = place + 1
  }

  /// Parses the tag at the position; false where it does not end within the window.
  private mutating func parseStartTag() throws(WorkbookError) -> Bool {
    let tag = window.position
    var place = tag + 1
    guard let tagName = try scanName(&place) else { return false }
    attributes.removeAll(keepingCapacity: true)
    raw.removeAll(keepingCapacity: true)
    let bindingCount = elements.bindingCount
    while true {
      let gap = skipSpace(&place)
      guard place < window.end else { return false }
      let byte = window.bytes[place]
      if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
        guard let end = try closing(at: place) else { return false }
        try open(tagName, tag: tag, isEmpty: byte != UInt8(ascii: ">"), bindingCount)
        window.position = end
        return true
      }
      guard gap else { throw fault(.badTag) }
      guard try scanAttribute(&place) else { return false }
    }
  }

  /// The place behind `>` or `/>`; nil where that is not in the window.
  private func closing(at place: Int) throws(WorkbookError) -> Int? {
    if window.bytes[place] == UInt8(ascii: ">") { return place + 1 }
    guard place + 1 < window.end else { return nil }
    guard window.bytes[place + 1] == UInt8(ascii: ">") else { throw fault(.badTag) }
    return place + 2
  }

  /// Settles namespaces and opens the element.
  private mutating func open(
    _ tagName: RawName, tag: Int, isEmpty: Bool, _ bindingCount: Int
  ) throws(WorkbookError) {
    for attribute in raw { bindNamespace(attribute) }
    for attribute in raw where !attribute.name.isDeclaration {
      let prefix = attribute.name.prefix
      attributes.append(
        Attribute(
          name: attribute.name.local,
          namespace: prefix.count == 0 ? .none : elements.namespace(of: prefix),
          value: attribute.value, needsDecoding: attribute.needsDecoding))
    }
    name = tagName.local
    namespace = elements.namespace(of: tagName.prefix)
    elements.push(
      window.bytes[tagName.range], name: name, namespace: namespace, bindingCount: bindingCount)
    guard depth <= limits.xmlDepth else {
      throw context.error(.limit(.xmlDepth, allowed: UInt64(limits.xmlDepth)))
    }
    pendingEnd = isEmpty
  }

  private mutating func bindNamespace(_ attribute: RawAttribute) {
    guard attribute.name.isDeclaration else { return }
    let uri = string(of: attribute.value, needsDecoding: attribute.needsDecoding)
    let prefix = attribute.name.prefix.count == 0 ? XMLName() : attribute.name.local
    elements.bind(prefix, to: XMLNamespace(uri: uri))
  }

  /// Skips white space; whether there was any.
  private func skipSpace(_ place: inout Int) -> Bool {
    let start = place
    while place < window.end, isSpace(window.bytes[place]) { place += 1 }
    return place > start
  }

  /// A name, split at its colon; nil where it runs out of the window.
  private func scanName(_ place: inout Int) throws(WorkbookError) -> RawName? {
    let start = place
    var name = RawName()
    while place < window.end {
      let byte = window.bytes[place]
      if byte == UInt8(ascii: ":") {
        guard name.prefix.count == 0, name.local.count > 0 else { throw fault(.badTag) }
        name.prefix = name.local
        name.local = XMLName()
      } else if isNameByte(byte) {
        name.local.append(byte)
      } else {
        guard name.local.count > 0 else { throw fault(.badTag) }
        name.range = start..<place
        return name
      }
      place += 1
    }
    return nil
  }

  /// `name = "value"`; false where it runs out of the window.
  private mutating func scanAttribute(_ place: inout Int) throws(WorkbookError) -> Bool {
    guard let name = try scanName(&place) else { return false }
    _ = skipSpace(&place)
    guard place < window.end else { return false }
    guard window.bytes[place] == UInt8(ascii: "=") else { throw fault(.badTag) }
    place += 1
    _ = skipSpace(&place)
    guard place < window.end else { return false }
    let quote = window.bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault(.badTag) }
    place += 1
    return try scanValue(quote, name: name, &place)
  }

  private mutating func scanValue(
    _ quote: UInt8, name: RawName, _ place: inout Int
  ) throws(WorkbookError) -> Bool {
    let start = place
    var needsDecoding = false
    while place < window.end {
      let byte = window.bytes[place]
      if byte == quote {
        guard place - start <= limits.attributeBytes else {
          throw context.error(.limit(.attributeBytes, allowed: UInt64(limits.attributeBytes)))
        }
        guard raw.count < Self.attributeCount else {
          throw context.error(.limit(.listedItems, allowed: UInt64(Self.attributeCount)))
        }
        raw.append(
          RawAttribute(name: name, value: start..<place, needsDecoding: needsDecoding))
        place += 1
        return true
      }
      if byte == UInt8(ascii: "<") { throw fault(.badTag) }
      if byte == UInt8(ascii: "&") || byte < 0x20 { needsDecoding = true }
      place += 1
    }
    return false
  }
}

/// A name as written, in two halves.
struct RawName {
  var prefix = XMLName()
  var local = XMLName()
  /// All of it, in the window.
  var range = 0..<0

  private static let xmlns = XMLName("xmlns")

  /// Whether it declares a namespace: `xmlns` or `xmlns:x`.
  var isDeclaration: Bool { prefix == Self.xmlns || (prefix.count == 0 && local == Self.xmlns) }
}

/// An attribute before its prefix is resolved.
struct RawAttribute {
  var name: RawName
  var value: Range<Int>
  var needsDecoding: Bool
}

/// Whether a byte may be in a name; all of UTF-8's multi-byte characters are let through.
@inline(__always)
func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
    UInt8(ascii: "."), 0x80...:
    true
  default: false
  }
}
