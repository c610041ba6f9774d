import Glibc

/// Standard output with a buffer of its own; bytes go out in large pieces.
struct StandardOutput {
  private var bytes: [UInt8] = []
  /// Whether something could not be written, such as to a full disk or a closed pipe.
  private(set) var hasFailed = false

  private static let pieceSize = 1 << 16

  init() {
    bytes.reserveCapacity(Self.pieceSize + 4096)
  }

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    flushIfFull()
  }

  mutating func write(_ byte: UInt8) {
    bytes.append(byte)
    flushIfFull()
  }

  private mutating func flushIfFull() {
    if bytes.count >= Self.pieceSize { flush() }
  }

  mutating func flush() {
    var start = 0
    while start < bytes.count, !hasFailed {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        hasFailed = true
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
