/// Bytes that come front to back.
protocol ByteSource: AnyObject, Sendable {
  /// Fills the target, in whole or in part; 0 only at the end.
  func read(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int
}

extension PartBytes: ByteSource {}

/// Bytes in memory.
final class BytesInMemory: ByteSource, @unchecked Sendable {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    let piece = rest.prefix(target.count)
    target.copyBytes(from: piece)
    rest = rest.dropFirst(piece.count)
    return piece.count
  }
}
