extension XMLOutline {
  /// An attribute as it stands in a start tag.
  struct Attribute {
    /// With its prefix.
    var name: String
    /// Between the quotes, entities not resolved.
    var valueRange: Range<Int>
    var value: String
  }

  /// The attributes in order, namespace declarations included.
  func attributes(_ index: Int) -> [Attribute] {
    let element = elements[index]
    var found: [Attribute] = []
    var place = element.nameEnd
    let end = element.contentStart - 1
    while let attribute = nextAttribute(from: &place, end: end) { found.append(attribute) }
    return found
  }

  /// The value of the attribute with that name, prefix included.
  func attribute(_ index: Int, _ name: String) -> String? {
    attributes(index).first { $0.name == name }?.value
  }

  /// The value of an attribute in a namespace that one of the prefixes in scope stands for.
  func attribute(_ index: Int, _ name: String, inNamespaces namespaces: Set<String>) -> String? {
    for attribute in attributes(index) {
      let parts = attribute.name.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[1] == name,
        let uri = namespace(ofPrefix: String(parts[0]), at: index), namespaces.contains(uri)
      else { continue }
      return attribute.value
    }
    return nil
  }

  /// What a prefix stands for at an element; the empty prefix is the default namespace.
  func namespace(ofPrefix prefix: String, at index: Int) -> String? {
    let name = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
    var place = index
    while place >= 0 {
      if let uri = attribute(place, name) { return uri }
      place = elements[place].parent
    }
    return nil
  }

  /// A prefix that stands for one of the namespaces at an element; nil where there is none.
  func prefix(ofNamespaces namespaces: Set<String>, at index: Int) -> String? {
    var hidden: Set<String> = []
    var place = index
    while place >= 0 {
      for attribute in attributes(place) where attribute.name.hasPrefix("xmlns:") {
        let prefix = String(attribute.name.dropFirst(6))
        if namespaces.contains(attribute.value), !hidden.contains(prefix) { return prefix }
        hidden.insert(prefix)
      }
      place = elements[place].parent
    }
    return nil
  }

  /// The namespace of the element's own name.
  func namespace(_ index: Int) -> String? {
    namespace(ofPrefix: String(prefix(index).dropLast()), at: index)
  }

  private func nextAttribute(from place: inout Int, end: Int) -> Attribute? {
    while place < end, isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") { place += 1 }
    let nameStart = place
    while place < end, bytes[place] != UInt8(ascii: "="), !isSpace(bytes[place]) { place += 1 }
    let nameEnd = place
    while place < end, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "'") {
      place += 1
    }
    guard place < end, nameEnd > nameStart else { return nil }
    let quote = bytes[place]
    let start = place + 1
    guard let close = bytes[start..<end].firstIndex(of: quote) else { return nil }
    place = close + 1
    return Attribute(
      name: String(decoding: bytes[nameStart..<nameEnd], as: UTF8.self), valueRange: start..<close,
      value: XMLEntities.resolved(bytes[start..<close]))
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}

/// The entities that XML knows without a document type.
enum XMLEntities {
  /// The text with `&amp;`, `&#65;` and the like resolved; what is no entity stays.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text = ""
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += String(decoding: rest[..<start], as: UTF8.self)
      rest = rest[start...]
      if let end = rest.firstIndex(of: UInt8(ascii: ";")),
        let meaning = meaning(rest[(start + 1)..<end])
      {
        text += meaning
        rest = rest[(end + 1)...]
      } else {
        text += "&"
        rest = rest.dropFirst()
      }
    }
    return text + String(decoding: rest, as: UTF8.self)
  }

  private static func meaning(_ name: ArraySlice<UInt8>) -> String? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case let code where code.hasPrefix("#x"):
      return UInt32(code.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map(String.init)
    case let code where code.hasPrefix("#"):
      return UInt32(code.dropFirst()).flatMap(Unicode.Scalar.init).map(String.init)
    default: return nil
    }
  }
}
