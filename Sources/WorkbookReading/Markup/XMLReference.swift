/// A character reference or one of XML's five entities.
struct XMLReference {
  var scalar: UInt32
  /// Bytes it takes, from `&` to `;`.
  var length: Int

  /// The reference that the bytes start with; nil where it is none that XML knows.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let end = bytes.prefix(40).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = bytes[bytes.startIndex + 1..<end]
    length = end - bytes.startIndex + 1
    if name.first == UInt8(ascii: "#") {
      guard let value = Self.number(name.dropFirst()) else { return nil }
      scalar = value
    } else {
      guard let value = Self.entity(name) else { return nil }
      scalar = value
    }
  }

  private static func entity(_ name: ArraySlice<UInt8>) -> UInt32? {
    switch String(decoding: name, as: UTF8.self) {
    case "amp": 0x26
    case "lt": 0x3C
    case "gt": 0x3E
    case "quot": 0x22
    case "apos": 0x27
    default: nil
    }
  }

  /// `#38` or `#x26`; nil for what is no character of XML.
  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHex = digits.first == UInt8(ascii: "x")
    let digits = isHex ? digits.dropFirst() : digits
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = hexDigit(byte), isHex || digit < 10 else { return nil }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      guard value <= 0x10FFFF else { return nil }
    }
    let isControl = value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D
    return isControl || Unicode.Scalar(value) == nil || value == 0xFFFE || value == 0xFFFF
      ? nil : value
  }
}
