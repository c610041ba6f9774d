extension ByteWriter {
  /// Writes text between tags or inside double quotes: `& < > "` and line ends become entities,
  /// characters that XML 1.0 forbids are left out.
  mutating func put(escaped text: String) {
    var text = text
    text.withUTF8 { bytes in
      if bytes.allSatisfy(XMLText.isPlain) {
        put(bytes)
      } else {
        for byte in bytes { put(escaped: byte) }
      }
    }
  }

  private mutating func put(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): put("&amp;")
    case UInt8(ascii: "<"): put("&lt;")
    case UInt8(ascii: ">"): put("&gt;")
    case UInt8(ascii: "\""): put("&quot;")
    case 0x09: put("&#9;")
    case 0x0A: put("&#10;")
    case 0x0D: put("&#13;")
    case 0..<0x20: break
    default: put(byte)
    }
  }
}

/// Text in XML.
enum XMLText {
  /// Whether a byte of UTF-8 stands in XML as it is.
  static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
      && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "\"")
  }

  /// The text without the characters that XML 1.0 forbids, for writers that do not look.
  static func printable(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xEF }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x09, 0x0A, 0x0D: true
          case 0..<0x20, 0xFFFE, 0xFFFF: false
          default: true
          }
        }))
  }

  /// The text as it stands in XML.
  static func escaped(_ text: String) -> String {
    var writer = ByteWriter(capacity: text.utf8.count + 16)
    writer.put(escaped: text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
