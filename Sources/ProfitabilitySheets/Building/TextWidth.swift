/// How wide a text stands in a cell.
enum TextWidth {
  /// The width in characters of the default font; Chinese, Japanese and Korean ones count double.
  static func of(_ text: some StringProtocol) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars {
      width += isWide(scalar) ? 2 : 1
    }
    return width
  }

  /// The width of the widest line of a text.
  static func ofWidestLine(_ text: String) -> Double {
    guard isBroken(text) else { return of(text) }
    return text.split(separator: "\n").map { of($0) }.max() ?? 0
  }

  /// The lines that a text takes when it wraps at a width: at its blanks and around every wide
  /// character; a word that is wider than a line is broken.
  static func lines(_ text: String, in width: Double) -> Int {
    guard isBroken(text) else { return linesOfParagraph(text, in: max(1, width)) }
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + linesOfParagraph($1, in: max(1, width))
    }
  }

  private static func isBroken(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "\n")) }

  private static func linesOfParagraph(_ text: some StringProtocol, in width: Double) -> Int {
    var count = 1
    var used = 0.0
    var word = 0.0
    func place() {
      guard word > 0 else { return }
      if used > 0, used + word > width {
        count += 1
        used = 0
      }
      used += word
      while used > width {
        count += 1
        used -= width
      }
      word = 0
    }
    for scalar in text.unicodeScalars {
      if scalar == " " {
        place()
        used += 1
      } else if isWide(scalar) {
        place()
        word = 2
        place()
      } else {
        word += 1
      }
    }
    place()
    return count
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// The width of a number under a format code: digits, separators and parentheses.
  static func of(_ value: Double, format: String) -> Double {
    guard value.isFinite else { return 0 }
    if format.hasPrefix("yyyy") { return format.count == 7 ? 8 : 10 }
    var decimals = 0.0
    var points = 0
    var isGrouped = false
    var last = UInt8(ascii: ";")
    for byte in format.utf8 {
      if byte == UInt8(ascii: "_") || byte == UInt8(ascii: ";") { break }
      switch byte {
      case UInt8(ascii: "."): points += 1
      case UInt8(ascii: "0"), UInt8(ascii: "#"): if points == 1 { decimals += 1 }
      case UInt8(ascii: ","): isGrouped = true
      default: break
      }
      last = byte
    }
    let isPercent = last == UInt8(ascii: "%")
    let size = (isPercent ? value * 100 : value).magnitude
    let digits = size < 1 ? 1 : Double(String(Int(min(size, 1e15))).utf8.count)
    let separators = isGrouped ? ((digits - 1) / 3).rounded(.down) : 0
    return digits + separators + (decimals > 0 ? decimals + 1 : 0) + (isPercent ? 1 : 0) + 2
  }
}
