/// Brings text to one form before it is compared: the part of NFKC that finance workbooks need.
enum TextFolding {
  /// The scalar with full width, ideographic space and look-alike punctuation made plain ASCII.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F: " "
    case 0xFFE5: "¥"
    case 0x2010...0x2015, 0x2212, 0xFE63: "-"
    case 0x2018, 0x2019: "'"
    case 0x201C, 0x201D: "\""
    case 0x3010, 0x3014, 0x300A: "["
    case 0x3011, 0x3015, 0x300B: "]"
    case 0x3002: "."
    case 0x3001: ","
    default: scalar
    }
  }

  /// Whether the scalar is a blank of any width, a line break, or one that shows nothing.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x200B...0x200F, 0x2028, 0x2029, 0x3000, 0xFEFF, 0x202F: true
    case 0x2000...0x200A, 0x205F, 0x2060: true
    default: false
    }
  }

  /// Full width folded, letter case kept.
  static func folded(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(fold(scalar)) }
    return String(scalars)
  }

  /// Without blanks at either end, of any width.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(scalars[first...last])
  }

  /// Folded, lower case, without any blank: what markers and names are compared by.
  static func key(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isBlank(scalar) { scalars.append(fold(scalar)) }
    return String(scalars).lowercased()
  }

  /// What customers' and drivers' names are compared by: ``key(_:)`` without punctuation.
  static func nameKey(_ text: some StringProtocol) -> String {
    String(String.UnicodeScalarView(key(text).unicodeScalars.filter { isWord($0) }))
  }

  /// Whether the scalar is a letter or digit of any script.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether the scalar is a Han character.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }
}
