/// The `_xHHHH_` escapes of strings (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
enum EscapedText {
  /// Undoes the escapes in `bytes` from `start` on, in place.
  static func unescape(_ bytes: inout [UInt8], from start: Int) {
    guard let first = firstEscape(in: bytes, from: start) else { return }
    var read = first
    var write = first
    var high: UInt32?
    while read < bytes.count {
      guard let unit = unit(in: bytes, at: read) else {
        flush(&high, into: &bytes, at: &write)
        bytes[write] = bytes[read]
        write += 1
        read += 1
        continue
      }
      read += 7
      put(unit, &high, into: &bytes, at: &write)
    }
    flush(&high, into: &bytes, at: &write)
    bytes.removeLast(bytes.count - write)
  }

  private static func firstEscape(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + 7 <= bytes.count {
      if bytes[place] == UInt8(ascii: "_"), unit(in: bytes, at: place) != nil { return place }
      place += 1
    }
    return nil
  }

  /// The UTF-16 unit that an escape at a place stands for.
  private static func unit(in bytes: [UInt8], at place: Int) -> UInt32? {
    guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"),
      bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt32 = 0
    for offset in 2..<6 {
      guard let digit = hexDigit(bytes[place + offset]) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  private static func put(
    _ unit: UInt32, _ high: inout UInt32?, into bytes: inout [UInt8], at write: inout Int
  ) {
    if (0xDC00..<0xE000).contains(unit), let first = high {
      high = nil
      encode(0x10000 + ((first - 0xD800) << 10) + (unit - 0xDC00), into: &bytes, at: &write)
      return
    }
    flush(&high, into: &bytes, at: &write)
    if (0xD800..<0xDC00).contains(unit) {
      high = unit
    } else {
      encode(unit, into: &bytes, at: &write)
    }
  }

  private static func flush(
    _ high: inout UInt32?, into bytes: inout [UInt8], at write: inout Int
  ) {
    guard high != nil else { return }
    high = nil
    encode(0xFFFD, into: &bytes, at: &write)
  }

  /// Writes a scalar; it takes fewer bytes than the escape that was read.
  private static func encode(_ scalar: UInt32, into bytes: inout [UInt8], at write: inout Int) {
    UTF8Writer.encode(scalar) { byte in
      bytes[write] = byte
      write += 1
    }
  }
}
