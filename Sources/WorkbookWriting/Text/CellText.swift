/// Text as a cell can hold it.
enum CellText {
  /// UTF-16 units that a cell holds.
  static let limit = 32_767

  /// The text with what a file cannot hold as such made harmless.
  ///
  /// A workbook writes characters that XML forbids as `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), so
  /// text that looks like such an escape has its underscore escaped: `_x0041_` is written
  /// `_x005F_x0041_`. U+FFFE and U+FFFF, which have no place in XML either, are treated the same.
  /// Text beyond 32,767 UTF-16 units is cut at a whole character.
  static func storable(_ text: String) -> String {
    let cut = text.utf8.count > limit ? prefix(of: text) : text
    return needsEscape(cut) ? escaped(cut) : cut
  }

  /// Whether text in UTF-8 stands in a cell as it is: short, no space at an end, nothing to escape.
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    let end = text.count - 1
    guard end >= 0, end < limit, text[0] > 0x20, text[end] > 0x20 else { return false }
    for place in text.indices {
      let byte = text[place]
      if !XMLText.isPlain(byte) || byte == underscore || byte == 0xEF { return false }
    }
    return true
  }

  /// Whether XML's white space at an end, or a line break, has to be marked as meant.
  static func hasSpaceAtAnEnd(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first <= 0x20 || last <= 0x20 || text.utf8.contains { $0 < 0x20 }
  }

  private static func prefix(of text: String) -> String {
    guard text.utf16.count > limit else { return text }
    var count = 0
    let end = text.indices.first { index in
      count += text[index].utf16.count
      return count > limit
    }
    return String(text[..<(end ?? text.endIndex)])
  }

  private static func needsEscape(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0xEF || (byte | 0x20 == UInt8(ascii: "x") && previous == underscore)
      {
        return true
      }
      previous = byte
    }
    return false
  }

  private static let underscore = UInt8(ascii: "_")

  private static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if isForbidden(scalar) {
        result.append(contentsOf: code(scalar.value).unicodeScalars)
      } else if scalar == "_", looksLikeEscape(scalars[index...]) {
        result.append(contentsOf: code(0x5F).unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Line ends and tabs are legal, but a carriage return would be read back as a line feed.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func code(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "_"
  }

  private static func looksLikeEscape(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = Array(text.prefix(7))
    return head.count == 7 && (head[1] == "x" || head[1] == "X") && head[6] == "_"
      && head[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
