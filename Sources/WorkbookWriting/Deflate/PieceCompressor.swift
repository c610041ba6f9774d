/// Compresses one piece after another into one deflate stream (RFC 1951).
protocol PieceCompressor: AnyObject {
  /// CRC-32 and number of the bytes put in.
  var checksum: UInt32 { get }
  var inputCount: Int { get }

  /// Compresses a piece.
  ///
  /// - Parameter take: takes what is compressed so far; may be called several times or not at all.
  func compress(
    _ piece: borrowing ByteWriter, isLast: Bool, take: (UnsafeBufferPointer<UInt8>) -> Void)
}
