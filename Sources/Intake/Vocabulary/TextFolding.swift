/// Brings text to one form before it is compared: the part of NFKC that finance workbooks need.
enum TextFolding {
  /// The scalar with full width, ideographic space, Arabic digits and variant letters, and look-alike punctuation made
  /// plain ASCII.
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
    case 0x3002, 0x66B: "."
    case 0x3001, 0x66C, 0x60C: ","
    case 0x622, 0x623, 0x625: "\u{627}"
    case 0x629: "\u{647}"
    case 0x649: "\u{64A}"
    case 0x5F3: "'"
    case 0x5F4: "\""
    case 0x660...0x669: Unicode.Scalar(scalar.value - 0x630) ?? scalar
    case 0x6F0...0x6F9: Unicode.Scalar(scalar.value - 0x6C0) ?? scalar
    default: scalar
    }
  }

  /// Whether the scalar is a blank of any width, a line break, or one that shows nothing.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x200B...0x200F, 0x2028, 0x2029, 0x3000, 0xFEFF, 0x202F: true
    case 0x2000...0x200A, 0x202A...0x202E, 0x205F, 0x2060, 0x2066...0x2069: true
    default: false
    }
  }

  /// Full width folded, letter case kept.
  static func folded(_ text: some StringProtocol) -> String {
    if isASCII(text) || text.unicodeScalars.allSatisfy({ fold($0) == $0 }) { return String(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(fold(scalar)) }
    return String(scalars)
  }

  /// Without blanks at either end, of any width.
  static func trimmed(_ text: String) -> String {
    if let first = text.utf8.first, let last = text.utf8.last, isInk(first), isInk(last) {
      return text
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex { return text }
    return String(scalars[first...last])
  }

  /// The text's characters, one number each, to be compared place by place.
  static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    return scalars
  }

  /// A word in lower case.
  static func lowercased(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    lowered(word, keeping: { _ in true }) ?? String(decoding: word, as: UTF8.self).lowercased()
  }

  /// Folded, lower case, without any blank: what markers and names are compared by.
  static func key(_ text: some StringProtocol) -> String {
    lowered(text, keeping: isInk) ?? loweredScalars(of: text) { !isBlank($0) }
  }

  /// Folded and in lower case, without the scalars that are not kept.
  private static func loweredScalars(
    of text: some StringProtocol, keeping isKept: (Unicode.Scalar) -> Bool
  ) -> String {
    var scalars = String.UnicodeScalarView()
    forEachLowered(text) { if isKept($0) { scalars.append($0) } }
    return String(scalars)
  }

  /// Hands over the text's scalars, folded and in lower case. Only letters that are neither ASCII nor
  /// Han are looked up in the tables that tell their case.
  static func forEachLowered(_ text: some StringProtocol, _ body: (Unicode.Scalar) -> Void) {
    for scalar in text.unicodeScalars {
      let folded = fold(scalar)
      if folded.isASCII {
        body(Unicode.Scalar(lowered(UInt8(truncatingIfNeeded: folded.value))))
      } else if isHan(folded) {
        body(folded)
      } else {
        for lower in folded.properties.lowercaseMapping.unicodeScalars { body(lower) }
      }
    }
  }

  /// What customers' and drivers' names are compared by: ``key(_:)`` without punctuation.
  static func nameKey(_ text: some StringProtocol) -> String {
    lowered(text, keeping: isWord) ?? loweredScalars(of: text) { isWord($0) }
  }

  /// Whether the scalar is a digit or another sign for a number.
  static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
  }

  /// Whether the scalar is a letter or digit of any script.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isWord(UInt8(truncatingIfNeeded: scalar.value)) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether the scalar is a Han character.
  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  // MARK: ASCII

  // Most ids, names and headers of a large workbook are plain ASCII, where folding is a matter of
  // bytes.

  static func isASCII(_ text: some StringProtocol) -> Bool {
    !hasByte(in: text) { $0 >= 0x80 }
  }

  /// Whether some byte of the text is one that is looked for.
  static func hasByte(in text: some StringProtocol, _ isLookedFor: (UInt8) -> Bool) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.contains(where: isLookedFor) }
      ?? text.utf8.contains(where: isLookedFor)
  }

  /// Whether a text holds another as it stands, byte by byte.
  static func holds(_ part: String, in text: String) -> Bool {
    let (part, text) = (part.utf8Span.span, text.utf8Span.span)
    guard part.count <= text.count else { return false }
    for start in 0...(text.count - part.count) where stands(part, at: start, in: text) {
      return true
    }
    return false
  }

  /// Whether a text holds another at a byte's place.
  static func stands(_ part: Span<UInt8>, at start: Int, in text: Span<UInt8>) -> Bool {
    guard text.count - start >= part.count else { return false }
    for place in part.indices where text[start + place] != part[place] { return false }
    return true
  }

  /// Whether some character may be one that folds to a digit 0 … 9. Most texts are names, and told
  /// by their bytes: full-width digits begin with 0xEF, Arabic ones with 0xD9 or 0xDB.
  static func mayHoldDigit(_ text: String) -> Bool {
    hasByte(in: text) { (0x30...0x39).contains($0) || $0 == 0xEF || $0 == 0xD9 || $0 == 0xDB }
  }

  /// Whether the byte is an ASCII character that is no blank and no control.
  private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The text's bytes that pass, in lower case; nil where one is beyond ASCII or a control.
  private static func lowered(
    _ text: some StringProtocol, keeping isKept: (UInt8) -> Bool
  ) -> String? {
    text.utf8.withContiguousStorageIfAvailable { lowered($0[...], keeping: isKept) } ?? nil
  }

  private static func lowered(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, keeping isKept: (UInt8) -> Bool
  ) -> String? {
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    return String(unsafeUninitializedCapacity: bytes.count) { target in
      var count = 0
      for byte in bytes where isKept(byte) {
        target[count] = lowered(byte)
        count += 1
      }
      return count
    }
  }
}
