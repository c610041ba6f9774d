extension XMLTokenizer {
  /// The current text, decoded, appended to UTF-8 bytes.
  mutating func appendText(to target: inout [UInt8]) throws(WorkbookError) {
    if textIsLiteral {
      appendLiteral(text, to: &target)
    } else if textNeedsDecoding {
      try appendDecoded(text, to: &target)
    } else {
      target.append(contentsOf: window.bytes[text])
    }
  }

  /// The text of the element whose start tag was read last, up to its end tag; elements within are
  /// skipped.
  mutating func elementText() throws(WorkbookError) -> [UInt8] {
    var bytes: [UInt8] = []
    try appendElementText(to: &bytes)
    return bytes
  }

  mutating func appendElementText(to bytes: inout [UInt8]) throws(WorkbookError) {
    let start = bytes.count
    while true {
      switch try next() {
      case .text:
        try appendText(to: &bytes)
        guard bytes.count - start <= limits.textBytes else {
          throw context.error(.limit(.textBytes, allowed: UInt64(limits.textBytes)))
        }
      case .start: try skipElement()
      case .end, .endOfPart: return
      }
    }
  }

  /// The value of an attribute without prefix; nil where there is none.
  func value(_ name: XMLName) -> String? {
    for attribute in attributes where attribute.name == name && attribute.namespace == .none {
      return string(of: attribute.value, needsDecoding: attribute.needsDecoding)
    }
    return nil
  }

  /// The value of an attribute of the relationships namespace, `r:id`.
  func relationshipValue(_ name: XMLName) -> String? {
    for attribute in attributes where attribute.name == name {
      guard attribute.namespace == .relationships else { continue }
      return string(of: attribute.value, needsDecoding: attribute.needsDecoding)
    }
    return nil
  }

  /// The value of an attribute as XML Schema's boolean; false where it is missing.
  func flag(_ name: XMLName, default missing: Bool = false) -> Bool {
    guard let text = value(name) else { return missing }
    return text == "1" || text == "true" || text == "on"
  }

  func integer(_ name: XMLName) -> Int? { value(name).flatMap { Int($0.trimmingSpaces()) } }

  /// An attribute's value, references resolved and white space normalised. A reference that is
  /// unknown stays as it is written.
  func string(of range: Range<Int>, needsDecoding: Bool) -> String {
    guard needsDecoding else { return String(decoding: window.bytes[range], as: UTF8.self) }
    var bytes: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = window.bytes[place]
      if byte == UInt8(ascii: "&"),
        let reference = XMLReference(window.bytes[place..<range.upperBound])
      {
        UTF8Writer.encode(reference.scalar) { bytes.append($0) }
        place += reference.length
      } else {
        bytes.append(byte < 0x20 ? 0x20 : byte)
        place += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends text with references resolved and line ends normalised (XML 1.0, 2.11).
  private func appendDecoded(
    _ range: Range<Int>, to target: inout [UInt8]
  ) throws(WorkbookError) {
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = window.bytes[place]
      switch byte {
      case UInt8(ascii: "&"):
        guard let reference = XMLReference(window.bytes[place..<range.upperBound]) else {
          throw fault(.badReference)
        }
        UTF8Writer.encode(reference.scalar) { target.append($0) }
        place += reference.length
      case 0x0D:
        target.append(0x0A)
        place += 1
        if place < range.upperBound, window.bytes[place] == 0x0A { place += 1 }
      default:
        target.append(byte)
        place += 1
      }
    }
  }

  private func appendLiteral(_ range: Range<Int>, to target: inout [UInt8]) {
    var previous: UInt8 = 0
    for place in range {
      let byte = window.bytes[place]
      if byte == 0x0D {
        target.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        target.append(byte)
      }
      previous = byte
    }
  }
}

extension String {
  /// Without leading and trailing white space of XML.
  func trimmingSpaces() -> String {
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
