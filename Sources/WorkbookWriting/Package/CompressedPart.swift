/// A part's bytes, compressed; in blocks, so that a large one need not be moved as it grows.
struct CompressedPart: Sendable {
  private(set) var blocks: [[UInt8]] = []
  /// Bytes in all ``blocks``.
  private(set) var count = 0
  /// CRC-32 and number of the bytes before compression.
  private(set) var checksum: UInt32 = 0
  private(set) var size = 0

  /// Compresses bytes that are all there.
  init(_ bytes: [UInt8], by deflater: Deflater = Deflater()) {
    deflater.reset()
    bytes.withUnsafeBufferPointer { all in
      deflater.compress(all, isLast: true) { append($0) }
    }
    (checksum, size) = (deflater.checksum, deflater.inputCount)
  }

  /// Compresses bytes that come piece by piece: only the compressed ones are kept.
  ///
  /// - Parameters:
  ///   - compressor: new, or reset.
  ///   - write: calls what it is given with each piece in its order, and whether it is the last.
  init(
    by compressor: some PieceCompressor,
    _ write: ((_ piece: borrowing ByteWriter, _ isLast: Bool) -> Void) -> Void
  ) {
    write { piece, isLast in
      compressor.compress(piece, isLast: isLast) { append($0) }
    }
    (checksum, size) = (compressor.checksum, compressor.inputCount)
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let hasRoom = blocks.last.map { $0.capacity - $0.count >= bytes.count } ?? false
    if !hasRoom {
      var block: [UInt8] = []
      block.reserveCapacity(blocks.isEmpty ? bytes.count : max(bytes.count, Self.blockSize))
      blocks.append(block)
    }
    blocks[blocks.count - 1].append(contentsOf: bytes)
    count += bytes.count
  }

  private static let blockSize = 512 << 10
}
