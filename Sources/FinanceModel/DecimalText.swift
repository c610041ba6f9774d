/// Reads decimal text into exact values.
enum DecimalText {
  /// The significant digits a spreadsheet keeps.
  static let significantDigits = 15

  /// The decimal written in `bytes`: an optional sign, digits with at most one point, an optional
  /// exponent. Nil where it is anything else, or out of range.
  static func parse(_ bytes: some Sequence<UInt8>) -> ExactDecimal? {
    var mantissa: Int128 = 0
    var digits = 0
    var exponent = 0
    var isNegative = false
    var isAfterPoint = false
    var hasDigit = false
    var roundUp = false
    var position = 0
    var writtenExponent = 0
    var exponentIsNegative = false
    var isInExponent = false
    var exponentHasDigit = false

    for byte in bytes {
      defer { position += 1 }
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        if isInExponent {
          guard !exponentHasDigit, writtenExponent == 0 else { return nil }
          exponentIsNegative = byte == UInt8(ascii: "-")
        } else {
          guard position == 0 else { return nil }
          isNegative = byte == UInt8(ascii: "-")
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = Int128(byte - UInt8(ascii: "0"))
        if isInExponent {
          exponentHasDigit = true
          writtenExponent = min(writtenExponent * 10 + Int(digit), 9999)
          continue
        }
        hasDigit = true
        if digits < significantDigits {
          mantissa = mantissa * 10 + digit
          if mantissa != 0 { digits += 1 }
          if isAfterPoint { exponent -= 1 }
        } else {
          if digits == significantDigits { roundUp = digit >= 5 }
          digits += 1
          if !isAfterPoint { exponent += 1 }
        }
      case UInt8(ascii: "."):
        guard !isAfterPoint, !isInExponent else { return nil }
        isAfterPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard hasDigit, !isInExponent else { return nil }
        isInExponent = true
      default:
        return nil
      }
    }
    guard hasDigit, !isInExponent || exponentHasDigit else { return nil }
    if roundUp { mantissa += 1 }
    let scale = exponent + (exponentIsNegative ? -writtenExponent : writtenExponent)
    return ExactDecimal(mantissa: isNegative ? -mantissa : mantissa, exponent: scale)
  }
}
