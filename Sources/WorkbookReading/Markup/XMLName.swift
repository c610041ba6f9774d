/// A local name or prefix, packed so that comparing two costs two integer comparisons.
///
/// Names of at most eight bytes are held as they are; of longer ones a 64-bit hash is held.
struct XMLName: Hashable, Sendable {
  private var packed: UInt64 = 0
  private(set) var count = 0

  init() {}

  init(_ text: StaticString) {
    self.init(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  init(_ bytes: some Collection<UInt8>) {
    for byte in bytes { append(byte) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < 8 {
      packed = packed << 8 | UInt64(byte)
    } else {
      packed = (packed ^ UInt64(byte)) &* 0x100_0000_01b3
      packed ^= packed >> 29
    }
    count &+= 1
  }
}
