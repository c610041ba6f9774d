import CISAL
import Glibc

/// Compresses one stretch of bytes after another into one deflate stream (RFC 1951).
///
/// ISA-L at its level 1: on the 140 MB of a sheet of 50,000 rows it takes about a third of zlib's
/// time at zlib's level 1, for a file of about the same size.
final class Deflater: PieceCompressor {
  private let stream: UnsafeMutablePointer<isal_zstream>
  private let levelBuffer: UnsafeMutablePointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  /// CRC-32 and number of the bytes put in.
  private(set) var checksum: UInt32 = 0
  private(set) var inputCount = 0

  /// As ISA-L's `ISAL_DEF_LVL1_EXTRA_LARGE`, rounded up.
  private static let levelBufferSize = 544 << 10
  /// As `ISAL_DEF_LVL1_REQ`, rounded up: the tables at its start. Tokens are written before they are
  /// read.
  private static let tablesSize = 32 << 10

  init() {
    stream = .allocate(capacity: 1)
    levelBuffer = .allocate(capacity: Self.levelBufferSize)
    output = .allocate(capacity: 256 << 10)
    reset()
  }

  deinit {
    stream.deallocate()
    levelBuffer.deallocate()
    output.deallocate()
  }

  /// Makes ready for another entry: equal bytes come out for equal bytes, whatever was compressed
  /// before and whatever stood in the memory, since matches are looked for in tables that ISA-L does
  /// not clear.
  func reset() {
    memset(stream, 0, MemoryLayout<isal_zstream>.size)
    memset(levelBuffer, 0, Self.tablesSize)
    isal_deflate_init(stream)
    stream.pointee.level = 1
    stream.pointee.level_buf = levelBuffer
    stream.pointee.level_buf_size = UInt32(Self.levelBufferSize)
    checksum = 0
    inputCount = 0
  }

  /// Compresses bytes.
  ///
  /// - Parameters:
  ///   - bytes: of the first piece at least five, unless it is the last: a shorter one is compressed
  ///     rightly, but not to the same bytes every time.
  ///   - take: takes what is compressed so far; may be called several times or not at all.
  func compress<E: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool,
    take: (UnsafeBufferPointer<UInt8>) throws(E) -> Void
  ) throws(E) {
    checksum = crc32_gzip_refl(checksum, bytes.baseAddress, UInt64(bytes.count))
    // Where it meets the first bytes of a stream in the midst of others, ISA-L 2.30 hashes a register
    // that it has not set (`write_first_byte` in igzip_icf_body_h1_gr_bt.asm): what comes out depends on
    // where the stream lies in memory. Four bytes by themselves take another way.
    let startCount = inputCount == 0 && bytes.count > 4 ? 4 : 0
    inputCount += bytes.count
    if startCount > 0 {
      try run(bytes.prefix(startCount), isLast: false, flush: SYNC_FLUSH, take: take)
    }
    try run(bytes.dropFirst(startCount), isLast: isLast, flush: NO_FLUSH, take: take)
  }

  func compress(
    _ piece: borrowing ByteWriter, isLast: Bool, take: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    piece.withBytes { compress($0, isLast: isLast, take: take) }
  }

  private func run<E: Error>(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, isLast: Bool, flush: Int32,
    take: (UnsafeBufferPointer<UInt8>) throws(E) -> Void
  ) throws(E) {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = UInt32(clamping: bytes.count)
    stream.pointee.end_of_stream = isLast ? 1 : 0
    stream.pointee.flush = UInt16(flush)
    repeat {
      let count = deflateOnce()
      try take(UnsafeBufferPointer(rebasing: output[..<count]))
    } while stream.pointee.avail_out == 0
  }

  private func deflateOnce() -> Int {
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    isal_deflate(stream)
    return output.count - Int(stream.pointee.avail_out)
  }
}
