/// Bytes that another thread produces ahead of their reader.
///
/// The ring holds 256 KiB, so that inflated bytes are read while they are in the cache. One thread
/// reads at a time.
final class PipelinedBytes: ByteSource, @unchecked Sendable {
  private let producer: Producer
  private let thread: WorkerThread?
  private var block = 0
  private var position = 0
  private var count = 0
  private var holdsBlock = false

  init(_ source: PartBytes) {
    let producer = Producer(source: source)
    self.producer = producer
    thread = WorkerThread { producer.run() }
  }

  deinit {
    producer.ring.cancel()
    thread?.join()
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    let ring = producer.ring
    guard thread != nil else { return try producer.source.read(into: target) }
    if position == count {
      if holdsBlock { ring.release() }
      holdsBlock = false
      guard let taken = ring.take() else {
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
}

/// The thread's side: fills blocks until the source ends, fails or nobody wants more.
private final class Producer: @unchecked Sendable {
  let source: PartBytes
  let ring = BlockRing(blockCount: 4, blockSize: 64 << 10)
  /// Set before the ring is finished.
  private(set) var failure: WorkbookError?

  init(source: PartBytes) {
    self.source = source
  }

  func run() {
    while let block = ring.blockToFill() {
      do throws(WorkbookError) {
        let count = try source.read(into: ring.bytes(ofBlock: block))
        guard count > 0 else { return ring.finish() }
        ring.handOver(count: count)
      } catch {
        failure = error
        return ring.finish()
      }
    }
  }
}
