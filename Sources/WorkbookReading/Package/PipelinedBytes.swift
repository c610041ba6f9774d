/// Bytes that a side thread produces ahead of their reader.
///
/// The ring holds 256 KiB, so that inflated bytes are read while they are in the cache. One thread
/// reads at a time.
final class PipelinedBytes: ByteSource, @unchecked Sendable {
  private let producer: Producer
  private let side: SideThread
  private let isBegun: Bool
  private var block = 0
  private var position = 0
  private var count = 0
  private var holdsBlock = false

  init(_ source: PartBytes, on side: SideThread) {
    producer = Producer(source: source)
    self.side = side
    isBegun = side.begin(producer)
  }

  deinit { side.leave(producer) }

  func read(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    guard isBegun else { return try producer.source.read(into: target) }
    let ring = producer.ring
    if position == count {
      releaseBlock()
      guard let taken = ring.waitToTake() else {
        if let failure = producer.failure { throw failure }
        return 0
      }
      (block, count) = taken
      position = 0
      holdsBlock = true
    }
    let piece = min(target.count, count - position)
    let bytes = ring.bytes(ofBlock: block)
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + piece]))
    position += piece
    return piece
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
  let ring = BlockRing(blockCount: 4, blockSize: 64 << 10)
  /// Set before the ring is finished.
  private(set) var failure: WorkbookError?
  private var isAtEnd = false

  init(source: PartBytes) {
    self.source = source
  }

  var slack: Int? {
    let filled = ring.filledCount
    return isAtEnd || filled == ring.blockCount ? nil : filled
  }

  func doNextPiece() {
    guard let block = ring.blockToFill() else { return }
    do throws(WorkbookError) {
      let count = try source.read(into: ring.bytes(ofBlock: block))
      guard count > 0 else { return finish() }
      ring.handOver(count: count)
    } catch {
      failure = error
      finish()
    }
  }

  private func finish() {
    isAtEnd = true
    ring.finish()
  }
}
