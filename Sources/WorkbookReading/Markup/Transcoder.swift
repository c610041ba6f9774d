/// Turns UTF-16 or Latin-1 into UTF-8, piece by piece.
struct Transcoder: Sendable {
  enum Kind: Sendable {
    case littleEndian, bigEndian, latin
  }

  let kind: Kind
  /// The first byte of a unit that was cut.
  private var halfUnit: UInt8?
  /// A high surrogate whose partner is still to come.
  private var highSurrogate: UInt32?
  private var isFirst = true

  init(kind: Kind) {
    self.kind = kind
  }

  /// The transcoder for a stream that starts like this; nil where it is UTF-8.
  init?(firstBytes: ArraySlice<UInt8>) {
    let bytes = Array(firstBytes)
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE), (UInt8(ascii: "<"), 0): kind = .littleEndian
    case (0xFE, 0xFF), (0, UInt8(ascii: "<")): kind = .bigEndian
    default: return nil
    }
  }

  /// Converts bytes and writes them at `end`, which moves on.
  mutating func convert(_ raw: ArraySlice<UInt8>, into bytes: inout [UInt8], end: inout Int) {
    let room = end + raw.count * 3 + 8
    if bytes.count < room {
      bytes.append(contentsOf: [UInt8](repeating: 0, count: room - bytes.count + 64))
    }
    for byte in raw {
      if kind == .latin {
        write(UInt32(byte), into: &bytes, end: &end)
      } else if let half = halfUnit {
        halfUnit = nil
        let (high, low) = kind == .bigEndian ? (half, byte) : (byte, half)
        add(UInt32(high) << 8 | UInt32(low), into: &bytes, end: &end)
      } else {
        halfUnit = byte
      }
    }
  }

  private mutating func add(_ unit: UInt32, into bytes: inout [UInt8], end: inout Int) {
    defer { isFirst = false }
    if isFirst, unit == 0xFEFF { return }
    switch unit {
    case 0xD800..<0xDC00:
      if highSurrogate != nil { write(0xFFFD, into: &bytes, end: &end) }
      highSurrogate = unit
    case 0xDC00..<0xE000:
      let scalar = highSurrogate.map { 0x10000 + (($0 - 0xD800) << 10) + (unit - 0xDC00) }
      highSurrogate = nil
      write(scalar ?? 0xFFFD, into: &bytes, end: &end)
    default:
      if highSurrogate != nil { write(0xFFFD, into: &bytes, end: &end) }
      highSurrogate = nil
      write(unit, into: &bytes, end: &end)
    }
  }

  private func write(_ scalar: UInt32, into bytes: inout [UInt8], end: inout Int) {
    UTF8Writer.encode(scalar) { byte in
      bytes[end] = byte
      end += 1
    }
  }
}

/// Writes scalars as UTF-8.
enum UTF8Writer {
  /// Hands out the one to four bytes of a scalar; what is none becomes U+FFFD.
  @inline(__always)
  static func encode(_ value: UInt32, _ put: (UInt8) -> Void) {
    let scalar = Unicode.Scalar(value)?.value ?? 0xFFFD
    switch scalar {
    case ..<0x80: put(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      put(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      put(tail(scalar))
    case ..<0x10000:
      put(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      put(tail(scalar >> 6))
      put(tail(scalar))
    default:
      put(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      put(tail(scalar >> 12))
      put(tail(scalar >> 6))
      put(tail(scalar))
    }
  }

  @inline(__always)
  private static func tail(_ bits: UInt32) -> UInt8 {
    0x80 | (UInt8(truncatingIfNeeded: bits) & 0x3F)
  }
}
