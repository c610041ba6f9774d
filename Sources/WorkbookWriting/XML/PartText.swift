/// Brings a part that has to change into UTF-8.
enum PartText {
  /// The part's bytes in UTF-8; UTF-16 is transcoded and its declaration corrected.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): transcoded(bytes.dropFirst(2), isBigEndian: false)
    case (0xFE, 0xFF): transcoded(bytes.dropFirst(2), isBigEndian: true)
    case (0x3C, 0x00): transcoded(bytes[...], isBigEndian: false)
    case (0x00, 0x3C): transcoded(bytes[...], isBigEndian: true)
    default: bytes
    }
  }

  private static func transcoded(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var rest = bytes
    while let first = rest.popFirst(), let second = rest.popFirst() {
      let (high, low) = isBigEndian ? (first, second) : (second, first)
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    let text = String(decoding: units, as: UTF16.self)
    guard let end = text.range(of: "?>"), text.hasPrefix("<?xml") else { return Array(text.utf8) }
    return Array((XMLParts.declaration + text[end.upperBound...]).utf8)
  }

  /// Whether a part declares another encoding than UTF-8, one in which ASCII is ASCII: then text
  /// beyond ASCII has to be put in as character references.
  static func needsReferences(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard let end = head.range(of: "?>"), let start = head.range(of: "encoding") else {
      return false
    }
    guard start.upperBound <= end.lowerBound else { return false }
    return !head[start.upperBound..<end.lowerBound].contains("utf-8")
  }

  /// The XML with all beyond ASCII as character references.
  static func referenced(_ xml: [UInt8]) -> [UInt8] {
    guard xml.contains(where: { $0 >= 0x80 }) else { return xml }
    var text = ""
    for scalar in String(decoding: xml, as: UTF8.self).unicodeScalars {
      if scalar.isASCII {
        text.unicodeScalars.append(scalar)
      } else {
        text += "&#\(scalar.value);"
      }
    }
    return Array(text.utf8)
  }
}

extension String {
  /// The first place of a short text.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(text) {
        return place..<index(place, offsetBy: text.count)
      }
      place = index(after: place)
    }
    return nil
  }
}
