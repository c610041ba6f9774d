/// Bits that are being written into memory, the first one lowest in its byte (RFC 1951, 3.1.1).
struct BitWriter: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8> = .allocate(capacity: 0)
  private var capacity = 0
  private var cursor: BitCursor

  init() { cursor = BitCursor(at: base) }

  deinit { base.deallocate() }

  /// Makes room for that many more bytes.
  mutating func reserve(_ more: Int) {
    let count = cursor.next - base
    let needed = count + more + BitCursor.stored
    guard needed > capacity else { return }
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: needed)
    moved.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (moved, needed)
    cursor.next = base + count
  }

  /// Lends the place where the next bits go, for as many bytes as there is room.
  @inline(__always)
  mutating func withCursor(_ body: (inout BitCursor) -> Void) {
    // A copy can be kept in registers.
    var copy = cursor
    body(&copy)
    cursor = copy
  }

  /// Lends the whole bytes, and forgets them; of the last ones a byte that is not full, too.
  mutating func withWholeBytes(isLast: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    if isLast { withCursor { $0.fillByte() } }
    body(UnsafeBufferPointer(start: base, count: cursor.next - base))
    cursor.next = base
  }
}

/// A place in memory where bits are put.
struct BitCursor {
  /// Where the next whole byte goes.
  fileprivate(set) var next: UnsafeMutablePointer<UInt8>
  /// Bits that have no whole byte yet, and what was put since the last ``store()``.
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Bytes that are stored at a time, whatever their number that count.
  fileprivate static let stored = 8

  fileprivate init(at place: UnsafeMutablePointer<UInt8>) { next = place }

  /// Puts bits; at most 56 between two calls of ``store()``.
  @inline(__always)
  mutating func put(_ bits: UInt64, count: Int) {
    pending |= bits &<< UInt64(truncatingIfNeeded: pendingCount)
    pendingCount &+= count
  }

  /// Stores the bytes that are whole, for which there is room.
  @inline(__always)
  mutating func store() {
    UnsafeMutableRawPointer(next).storeBytes(of: pending.littleEndian, as: UInt64.self)
    next += pendingCount &>> 3
    pending = pending &>> UInt64(truncatingIfNeeded: pendingCount & ~7)
    pendingCount &= 7
  }

  fileprivate mutating func fillByte() {
    if pendingCount > 0 { put(0, count: 8 - pendingCount) }
    store()
  }
}
