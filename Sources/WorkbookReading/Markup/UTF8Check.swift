/// Checks that a stream is UTF-8 (Unicode, table 3-7), piece by piece.
struct UTF8Check {
  /// Bytes of the current character that are still to come, and the range of the next.
  private var expected = 0
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  /// Takes the next bytes; false where they cannot be UTF-8.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < bytes.count {
      if expected == 0 {
        place = UTF8Check.endOfASCII(bytes, from: place)
        if place == bytes.count { return true }
      }
      guard take(bytes[place]) else { return false }
      place &+= 1
    }
    return true
  }

  /// Whether no character is cut.
  var isComplete: Bool { expected == 0 }

  /// The first byte at or after a place that is not ASCII; sixty-four are looked at a time.
  private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while place &+ 64 <= bytes.count, isASCII(bytes, at: place) { place &+= 64 }
    while place < bytes.count, bytes[place] < 0x80 { place &+= 1 }
    return place
  }

  /// Whether none of the sixty-four bytes at a place has its highest bit set.
  @inline(__always)
  private static func isASCII(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    let words = bytes.loadUnaligned(fromByteOffset: place, as: SIMD8<UInt64>.self)
    let half = words.lowHalf | words.highHalf
    let quarter = half.lowHalf | half.highHalf
    return (quarter[0] | quarter[1]) & 0x8080_8080_8080_8080 == 0
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    if expected > 0 {
      guard byte >= lowest, byte <= highest else { return false }
      expected &-= 1
      (lowest, highest) = (0x80, 0xBF)
      return true
    }
    switch byte {
    case 0xC2...0xDF: expected = 1
    case 0xE0...0xEF:
      expected = 2
      if byte == 0xE0 { lowest = 0xA0 }
      if byte == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      expected = 3
      if byte == 0xF0 { lowest = 0x90 }
      if byte == 0xF4 { highest = 0x8F }
    default: return false
    }
    return true
  }
}
