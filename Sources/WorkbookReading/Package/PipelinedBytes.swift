/// Bytes that a side thread produces ahead of their reader. One thread reads at a time.
final class PipelinedBytes: ByteSource, @unchecked Sendable {
  private let producer: Producer
  private let side: SideThread
  private let isBegun: Bool
  /// What is left of the block taken last.
  private var block = 0
  private var rest = 0..<0
  private var holdsBlock = false

  /// Bytes before those of a block, where whoever exchanges it may put what is left of the one before.
  static let headroom = 8 << 10
  /// Bytes behind those of a block.
  static let slack = 64

  init(_ source: PartBytes, on side: SideThread) {
    producer = Producer(source: source)
    self.side = side
    isBegun = side.begin(producer)
  }

  deinit { side.leave(producer) }

  func read(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    guard isBegun else { return try producer.source.read(into: target) }
    guard try takeBlock() else { return 0 }
    let piece = min(target.count, rest.count)
    producer.blocks[block].withUnsafeBytes {
      target.copyMemory(
        from: UnsafeRawBufferPointer(rebasing: $0[rest.lowerBound..<rest.lowerBound + piece]))
    }
    rest = rest.lowerBound + piece..<rest.upperBound
    return piece
  }

  /// Gives the next bytes in a block of their own, with ``headroom`` before and ``slack`` behind them, in
  /// exchange for one that is done with; so none is copied on the way.
  ///
  /// - Returns: where the bytes lie in the block; nil at the end, and where they are not produced ahead:
  ///   there is nothing to exchange then.
  func exchange(_ spent: inout [UInt8]) throws(WorkbookError) -> Range<Int>? {
    guard isBegun, try takeBlock() else { return nil }
    swap(&spent, &producer.blocks[block])
    defer { rest = rest.upperBound..<rest.upperBound }
    return rest
  }

  /// Takes the next block once all of the one before is read; false at the end.
  private func takeBlock() throws(WorkbookError) -> Bool {
    guard rest.isEmpty else { return true }
    releaseBlock()
    guard let taken = producer.ring.waitToTake() else {
      if let failure = producer.failure { throw failure }
      return false
    }
    block = taken.block
    rest = Self.headroom..<Self.headroom + taken.count
    holdsBlock = true
    return true
  }

  private func releaseBlock() {
    guard holdsBlock else { return }
    holdsBlock = false
    producer.ring.release()
    if producer.ring.filledCount <= producer.ring.blockCount / 2 { side.wake() }
  }
}

/// The thread's side: fills blocks until the source ends or fails.
private final class Producer: SideWork, @unchecked Sendable {
  let source: PartBytes
  let ring = BlockRing(blockCount: blockCount)
  /// Each is made when it is filled for the first time, or comes back in another size.
  let blocks = UnsafeMutablePointer<[UInt8]>.allocate(capacity: blockCount)
  /// Set before the ring is finished.
  private(set) var failure: WorkbookError?
  private var isAtEnd = false

  private static let blockCount = 4
  /// Bytes that are inflated at a time: ISA-L copies 64 KiB of each piece to and from a buffer of its own.
  private static let length = 128 << 10
  private static let size = PipelinedBytes.headroom + length + PipelinedBytes.slack

  init(source: PartBytes) {
    self.source = source
    blocks.initialize(repeating: [], count: Self.blockCount)
  }

  deinit {
    blocks.deinitialize(count: Self.blockCount)
    blocks.deallocate()
  }

  var slack: Int? {
    let filled = ring.filledCount
    return isAtEnd || filled == ring.blockCount ? nil : filled
  }

  func doNextPiece() {
    guard let block = ring.blockToFill() else { return }
    do throws(WorkbookError) {
      let count = try fill(&blocks[block])
      guard count > 0 else { return finish() }
      ring.handOver(count: count)
    } catch {
      failure = error
      finish()
    }
  }

  private func fill(_ block: inout [UInt8]) throws(WorkbookError) -> Int {
    if block.count != Self.size { block = [UInt8](repeating: 0, count: Self.size) }
    var result = Result<Int, WorkbookError>.success(0)
    block.withUnsafeMutableBytes { bytes in
      let (start, end) = (PipelinedBytes.headroom, PipelinedBytes.headroom + Self.length)
      do throws(WorkbookError) {
        result = .success(
          try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[start..<end])))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  private func finish() {
    isAtEnd = true
    ring.finish()
  }
}
