import FinanceModel

/// A number as a cell's text writes it.
struct NumberText {
  /// The nearest double.
  var value: Double
  /// `mantissa × 10^exponent`, exact where ``isExact`` says so.
  var mantissa: Int64
  var exponent: Int16
  var isExact: Bool

  /// Powers of ten that a double holds exactly.
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// 10 to a power of 0 … 22.
  @inline(__always)
  static func power(_ exponent: Int) -> Double { powers[exponent] }

  /// The double nearest to `mantissa × 10^−places`; nil beyond eighteen places.
  ///
  /// - Parameters:
  ///   - mantissa: below 10¹⁸.
  @inline(__always)
  static func nearest(mantissa: UInt64, places: Int) -> Double? {
    if mantissa < 1 << 53 {
      return places == 0 ? Double(mantissa) : Double(mantissa) / power(places)
    }
    return nearestOfLong(mantissa: mantissa, places: places)
  }

  /// Of sixteen digits and more, as sums of money in binary have them: 76995.60000000001. The quotient
  /// is found to 63 bits and more, with a sticky last bit where there is a remainder; so the conversion
  /// to a double, which keeps 53, rounds as if it saw all of it.
  private static func nearestOfLong(mantissa: UInt64, places: Int) -> Double? {
    guard places < wholePowers.count else { return nil }
    let divisor = wholePowers[places]
    let shifts = (mantissa.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let (dividend, normal) = (mantissa << UInt64(shifts.0), divisor << UInt64(shifts.1))
    // Both have their highest bit set, so half the dividend is below the divisor.
    let (quotient, remainder) = normal.dividingFullWidth((dividend >> 1, dividend << 63))
    let exponent = shifts.1 - shifts.0 - 63
    return Double(quotient | (remainder == 0 ? 0 : 1))
      * Double(bitPattern: UInt64(1023 + exponent) << 52)
  }

  /// 10 to a power of 0 … 18.
  private static let wholePowers: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000,
  ]

  /// Parses XML Schema's double without its infinities: `+5`, `.5`, `5.`, `007`, `1E5`. White space
  /// around it is allowed. Nil for anything else.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = NumberText.trimmed(bytes)
    let whole = rest
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var digits = Digits()
    while let byte = rest.first, digits.take(byte) { rest = rest.dropFirst() }
    guard digits.count > 0, let power = NumberText.exponent(rest) else { return nil }
    let scale = power + digits.scale
    mantissa = isNegative ? -Int64(digits.mantissa) : Int64(digits.mantissa)
    isExact = !digits.isCut && scale > -10_000 && scale < 10_000
    exponent = isExact ? Int16(scale) : 0
    if !digits.isCut, digits.mantissa < 1 << 53, scale >= -22, scale <= 22 {
      let scaled = Double(digits.mantissa)
      let magnitude = scale < 0 ? scaled / Self.powers[-scale] : scaled * Self.powers[scale]
      value = isNegative ? -magnitude : magnitude
    } else {
      let text = String(decoding: whole, as: UTF8.self)
      guard let parsed = Double(NumberText.plain(text)), parsed.isFinite else { return nil }
      value = parsed
    }
  }

  /// Digits read so far, at most eighteen significant ones.
  private struct Digits {
    var mantissa: UInt64 = 0
    var count = 0
    /// Power of ten that the mantissa is to be multiplied by.
    var scale = 0
    /// Whether a digit other than zero was left out.
    var isCut = false
    private var isAfterPoint = false
    private var significant = 0

    /// Takes a digit or the point; false for anything else.
    mutating func take(_ byte: UInt8) -> Bool {
      if byte == UInt8(ascii: "."), !isAfterPoint {
        isAfterPoint = true
        return true
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return false }
      let digit = byte - UInt8(ascii: "0")
      count += 1
      if significant < 18 {
        mantissa = mantissa * 10 + UInt64(digit)
        if mantissa > 0 { significant += 1 }
        if isAfterPoint { scale -= 1 }
      } else {
        if digit != 0 { isCut = true }
        if !isAfterPoint { scale += 1 }
      }
      return true
    }
  }

  /// The exponent that the rest spells: 0 for nothing, `E-5`; nil for anything else.
  private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
    guard let mark = text.first else { return 0 }
    guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
    var digits = text.dropFirst()
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 100_000)
    }
    return isNegative ? -value : value
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop(while: isSpace)
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return rest
  }

  /// The text as Swift's own parser takes it: no leading plus, a digit on both sides of the point.
  private static func plain(_ text: String) -> String {
    var text = text.hasPrefix("+") ? String(text.dropFirst()) : text
    if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
    if text.hasPrefix(".") { text = "0" + text }
    return text
  }
}
