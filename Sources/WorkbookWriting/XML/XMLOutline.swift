/// The elements of a small XML part with the places of their tags in its bytes.
///
/// Parts of somebody's workbook are changed by splicing bytes at these places and never written
/// anew: writing anew moves prefixes, drops declarations that `mc:Ignorable` names and rewrites
/// entities. Elements are numbered in document order from 0, the root. Text and comments are passed
/// over. Cost: one pass, 72 bytes an element.
struct XMLOutline {
  /// One element; places are byte offsets from 0.
  struct Element {
    /// Of `<`.
    var start: Int
    var nameEnd: Int
    /// After the start tag's `>`.
    var contentStart: Int
    /// Of the end tag's `<`; ``contentStart`` where the element closes itself.
    var contentEnd: Int
    /// After the last `>`.
    var end: Int
    var closesItself: Bool
    var parent: Int
    var firstChild: Int
    var nextSibling: Int
    var depth: Int
  }

  /// What keeps bytes from being read as XML.
  enum Fault: Error {
    case malformed(offset: Int)
    /// A document type could pull in anything.
    case documentType
    case tooDeep
  }

  let bytes: [UInt8]
  private(set) var elements: [Element] = []

  /// Elements deeper than this are not expected in any part that is edited.
  private static let depthLimit = 256

  init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    var builder = Builder()
    try builder.read(bytes)
    elements = builder.elements
    guard !elements.isEmpty else { throw .malformed(offset: 0) }
  }

  /// The name without its prefix.
  func localName(_ index: Int) -> String { String(decoding: localNameBytes(index), as: UTF8.self) }

  /// Whether the name without its prefix is this one.
  func isNamed(_ index: Int, _ name: String) -> Bool {
    let element = elements[index]
    let start = element.nameEnd - name.utf8.count
    guard start > element.start, start == element.start + 1 || bytes[start - 1] == UInt8(ascii: ":")
    else { return false }
    return bytes[start..<element.nameEnd].elementsEqual(name.utf8)
  }

  private func localNameBytes(_ index: Int) -> ArraySlice<UInt8> {
    let element = elements[index]
    let name = bytes[(element.start + 1)..<element.nameEnd]
    guard let colon = name.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return name[(colon + 1)...]
  }

  /// `x:` or nothing, as it stands in the element's tags.
  func prefix(_ index: Int) -> String {
    let name = qualifiedName(index)
    guard let colon = name.firstIndex(of: ":") else { return "" }
    return String(name[...colon])
  }

  func qualifiedName(_ index: Int) -> String {
    let element = elements[index]
    return String(decoding: bytes[(element.start + 1)..<element.nameEnd], as: UTF8.self)
  }

  /// The children in order.
  func children(_ index: Int) -> [Int] {
    var found: [Int] = []
    var child = elements[index].firstChild
    while child >= 0 {
      found.append(child)
      child = elements[child].nextSibling
    }
    return found
  }

  func children(_ index: Int, named name: String) -> [Int] {
    children(index).filter { isNamed($0, name) }
  }

  func child(_ index: Int, named name: String) -> Int? {
    var child = elements[index].firstChild
    while child >= 0 {
      if isNamed(child, name) { return child }
      child = elements[child].nextSibling
    }
    return nil
  }

  /// All elements below with that name, in document order.
  func descendants(_ index: Int, named name: String) -> [Int] {
    let end = elements[index].end
    var found: [Int] = []
    var next = index + 1
    while next < elements.count, elements[next].start < end {
      if isNamed(next, name) { found.append(next) }
      next += 1
    }
    return found
  }

  /// The bytes from tag to tag.
  func source(_ index: Int) -> ArraySlice<UInt8> {
    bytes[elements[index].start..<elements[index].end]
  }

  /// The text inside, entities resolved; meant for elements without children.
  func text(_ index: Int) -> String {
    XMLEntities.resolved(bytes[elements[index].contentStart..<elements[index].contentEnd])
  }
}

extension XMLOutline {
  /// Reads tags and keeps the open elements.
  private struct Builder {
    var elements: [Element] = []
    var open: [Int] = []
    var lastChild: [Int] = []

    mutating func read(_ bytes: [UInt8]) throws(Fault) {
      // Of the parts that are edited, a tag takes some forty bytes.
      elements.reserveCapacity(bytes.count / 40)
      lastChild.reserveCapacity(bytes.count / 40)
      var place = 0
      while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
        place = try readTag(bytes, at: start)
      }
      guard open.isEmpty else { throw .malformed(offset: bytes.count) }
    }

    private mutating func readTag(_ bytes: [UInt8], at start: Int) throws(Fault) -> Int {
      guard start + 1 < bytes.count else { throw .malformed(offset: start) }
      switch bytes[start + 1] {
      case UInt8(ascii: "?"):
        return try after("?>", in: bytes, from: start)
      case UInt8(ascii: "!"):
        return try readDeclaration(bytes, at: start)
      case UInt8(ascii: "/"):
        guard let last = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
          throw .malformed(offset: start)
        }
        try close(start: start, end: last + 1)
        return last + 1
      default:
        return try readStart(bytes, at: start)
      }
    }

    private func readDeclaration(_ bytes: [UInt8], at start: Int) throws(Fault) -> Int {
      if bytes[start...].starts(with: "<!--".utf8) {
        return try after("-->", in: bytes, from: start)
      }
      if bytes[start...].starts(with: "<![CDATA[".utf8) {
        return try after("]]>", in: bytes, from: start)
      }
      throw .documentType
    }

    private func after(
      _ mark: StaticString, in bytes: [UInt8], from start: Int
    ) throws(Fault) -> Int {
      let wanted = Array(UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
      var place = start
      while let next = bytes[place...].firstIndex(of: wanted[0]) {
        if bytes[next...].starts(with: wanted) { return next + wanted.count }
        place = next + 1
      }
      throw .malformed(offset: start)
    }

    private mutating func readStart(_ bytes: [UInt8], at start: Int) throws(Fault) -> Int {
      var place = start + 1
      while place < bytes.count, !isNameEnd(bytes[place]) { place += 1 }
      let nameEnd = place
      while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
        let byte = bytes[place]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          guard let close = bytes[(place + 1)...].firstIndex(of: byte) else {
            throw .malformed(offset: place)
          }
          place = close
        }
        place += 1
      }
      guard place < bytes.count, nameEnd > start + 1 else { throw .malformed(offset: start) }
      let closesItself = bytes[place - 1] == UInt8(ascii: "/")
      try add(
        start: start, nameEnd: nameEnd, contentStart: place + 1, closesItself: closesItself)
      return place + 1
    }

    private func isNameEnd(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    }

    private mutating func add(
      start: Int, nameEnd: Int, contentStart: Int, closesItself: Bool
    ) throws(Fault) {
      guard open.count < depthLimit else { throw .tooDeep }
      guard !(open.isEmpty && !elements.isEmpty) else { throw .malformed(offset: start) }
      let index = elements.count
      link(index)
      elements.append(
        Element(
          start: start, nameEnd: nameEnd, contentStart: contentStart, contentEnd: contentStart,
          end: contentStart, closesItself: closesItself, parent: open.last ?? -1, firstChild: -1,
          nextSibling: -1, depth: open.count))
      lastChild.append(-1)
      if !closesItself { open.append(index) }
    }

    private mutating func link(_ index: Int) {
      guard let parent = open.last else { return }
      if lastChild[parent] >= 0 {
        elements[lastChild[parent]].nextSibling = index
      } else {
        elements[parent].firstChild = index
      }
      lastChild[parent] = index
    }

    private mutating func close(start: Int, end: Int) throws(Fault) {
      guard let index = open.popLast() else { throw .malformed(offset: start) }
      elements[index].contentEnd = start
      elements[index].end = end
    }
  }
}
