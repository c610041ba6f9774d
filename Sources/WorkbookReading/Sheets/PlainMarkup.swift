import Glibc

/// Quick recognition of the markup that nearly every writer produces: unprefixed elements, no
/// comments, no references where a value stands.
///
/// Each function looks at the bytes from a place on and moves it only where it recognised all of
/// what it is for; anything else is left to ``XMLTokenizer``, which knows the whole grammar. The byte
/// behind the window is zero, so that no scan runs past it.
enum PlainMarkup {
  /// Skips white space.
  @inline(__always)
  static func skipSpace(_ bytes: Span<UInt8>, _ place: inout Int) {
    while isSpace(bytes[place]) { place &+= 1 }
  }

  /// Whether the bytes at a place are these; moves behind them.
  @inline(__always)
  static func take(_ bytes: Span<UInt8>, _ place: inout Int, _ text: StaticString) -> Bool {
    var next = place
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      if bytes[next] != byte { return false }
      next &+= 1
    }
    place = next
    return true
  }

  /// Where the first of some bytes like these begins in a range; nil where none does.
  ///
  /// - Parameter rare: which of them, from 0, is looked for: the one that is rarest among cells.
  static func find(
    _ text: StaticString, by rare: Int, _ bytes: Span<UInt8>, in range: Range<Int>
  ) -> Int? {
    var rest = range
    while let found = place(of: text.utf8Start[rare], bytes, in: rest) {
      rest = (found + 1)..<range.upperBound
      let start = found - rare
      var end = start
      if start >= range.lowerBound, take(bytes, &end, text) { return start }
    }
    return nil
  }

  /// Where a byte is first found in a range.
  private static func place(
    of byte: UInt8, _ bytes: Span<UInt8>, in range: Range<Int>
  ) -> Int? {
    bytes.withUnsafeBufferPointer { all in
      let bytes = UnsafeBufferPointer(rebasing: all[range])
      guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else {
        return nil
      }
      return range.lowerBound + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
    }
  }

  /// Whether the bytes at a place are `<x>` of one letter; moves behind it.
  @inline(__always)
  static func take(_ bytes: Span<UInt8>, _ place: inout Int, tag: UInt8) -> Bool {
    guard bytes[place] == UInt8(ascii: "<"), bytes[place &+ 1] == tag,
      bytes[place &+ 2] == UInt8(ascii: ">")
    else { return false }
    place &+= 3
    return true
  }

  /// Whether the bytes at a place are `</x>` of one letter; moves behind it.
  @inline(__always)
  static func take(_ bytes: Span<UInt8>, _ place: inout Int, endTag: UInt8) -> Bool {
    guard bytes[place] == UInt8(ascii: "<"), bytes[place &+ 1] == UInt8(ascii: "/"),
      bytes[place &+ 2] == endTag, bytes[place &+ 3] == UInt8(ascii: ">")
    else { return false }
    place &+= 4
    return true
  }

  /// Whether the bytes at a place close a value and its cell; moves behind them.
  @inline(__always)
  static func takeValueEnd(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    var next = place
    if next &+ 8 <= bytes.count {
      let word = bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: next, as: UInt64.self)
      if UInt64(littleEndian: word) == valueEnd {
        place = next &+ 8
        return true
      }
    }
    guard take(bytes, &next, endTag: UInt8(ascii: "v")) else { return false }
    skipSpace(bytes, &next)
    guard take(bytes, &next, endTag: UInt8(ascii: "c")) else { return false }
    place = next
    return true
  }

  /// `</v></c>`, its first byte lowest.
  private static let valueEnd: UInt64 = 0x3E63_2F3C_3E76_2F3C

  /// A whole number of at most nine digits up to the closing quote; moves behind the quote.
  @inline(__always)
  static func quotedNumber(_ bytes: Span<UInt8>, _ place: inout Int) -> Int? {
    let start = place
    var number = 0
    while true {
      let digit = bytes[place] &- UInt8(ascii: "0")
      if digit > 9 { break }
      number = number &* 10 &+ Int(digit)
      place &+= 1
    }
    guard bytes[place] == UInt8(ascii: "\""), place > start, place &- start <= 9 else { return nil }
    place &+= 1
    return number
  }

  /// Skips `name="value"` of an attribute that does not matter; false for namespace declarations
  /// and whatever needs a closer look.
  static func skipAttribute(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    let start = place
    var colon: Int?
    while bytes[place] != UInt8(ascii: "=") {
      if bytes[place] == UInt8(ascii: ":") {
        guard colon == nil, place > start else { return false }
        colon = place
      } else if !isNameByte(bytes[place]) {
        return false
      }
      place &+= 1
    }
    let isDeclaration =
      place &- start >= 5 && bytes[start] == UInt8(ascii: "x")
      && bytes[start &+ 1] == UInt8(ascii: "m")
      && bytes[start &+ 2] == UInt8(ascii: "l") && bytes[start &+ 3] == UInt8(ascii: "n")
    guard place > start, colon != place &- 1, !isDeclaration,
      bytes[place &+ 1] == UInt8(ascii: "\"")
    else {
      return false
    }
    place &+= 2
    while bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] < 0x20 || bytes[place] == UInt8(ascii: "<") { return false }
      place &+= 1
    }
    place &+= 1
    return true
  }

  /// The end of text that holds no reference and no carriage return: the place of `<`; nil where there is
  /// something else. Eight bytes are looked at a time.
  ///
  /// - Parameter mayBeEscaped: becomes true where the text holds what every escape begins with
  ///   (``EscapedText``).
  @inline(__always)
  static func endOfText(
    _ bytes: Span<UInt8>, from start: Int, mayBeEscaped: inout Bool
  ) -> Int? {
    var place = start
    while true {
      if place &+ 8 <= bytes.count {
        let skipped = plainCount(bytes, at: place)
        place &+= skipped
        if skipped == 8 { continue }
      }
      switch bytes[place] {
      case UInt8(ascii: "<"): return place
      case UInt8(ascii: "&"): return nil
      case UInt8(ascii: "_"): mayBeEscaped = true
      case 0x0A, 0x09, 0x20...: break
      // The byte behind the window, too.
      default: return nil
      }
      place &+= 1
    }
  }

  /// How many of the eight bytes at a place come before the first that is `<`, `&`, `_` or below a blank.
  @inline(__always)
  private static func plainCount(_ bytes: Span<UInt8>, at place: Int) -> Int {
    let word = UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    )
    // A byte's highest bit for each byte that is meant; beyond the first such byte some may be wrong.
    let odd =
      (lowered(word ^ repeated("<"), by: 1) | lowered(word ^ repeated("&"), by: 1)
        | lowered(word ^ repeated("_"), by: 1) | lowered(word, by: 0x20)) & 0x8080_8080_8080_8080
    return odd.trailingZeroBitCount / 8
  }

  /// Highest bits of those bytes below a small number.
  @inline(__always)
  private static func lowered(_ word: UInt64, by bound: UInt64) -> UInt64 {
    (word &- bound &* 0x0101_0101_0101_0101) & ~word
  }

  @inline(__always)
  private static func repeated(_ letter: Unicode.Scalar) -> UInt64 {
    UInt64(UInt8(ascii: letter)) &* 0x0101_0101_0101_0101
  }

  /// `<t>` or `<t xml:space="preserve">`; moves behind it.
  @inline(__always)
  static func takeTextTag(_ bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "<"), bytes[place &+ 1] == UInt8(ascii: "t") else {
      return false
    }
    if bytes[place &+ 2] == UInt8(ascii: ">") {
      place &+= 3
      return true
    }
    guard bytes[place &+ 2] == UInt8(ascii: " "), bytes[place &+ 3] == UInt8(ascii: "x") else {
      return false
    }
    var end = place &+ 3
    guard skipAttribute(bytes, &end), bytes[end] == UInt8(ascii: ">") else { return false }
    place = end &+ 1
    return true
  }
}
