import WorkbookReading

/// Compresses and writes on a thread of its own what its owner hands over, so that a long sheet is
/// spelt and compressed at once.
///
/// File and deflater are the thread's until ``finish()`` has returned.
final class PipelinedDeflater {
  private let consumer: Consumer
  private var thread: WorkerThread?
  private let isThreaded: Bool

  /// Bytes of a piece that is handed over at most.
  static let pieceSize = 256 << 10

  init(_ deflater: Deflater, file: OutputFile) {
    let consumer = Consumer(deflater: deflater, file: file)
    self.consumer = consumer
    thread = WorkerThread { consumer.run() }
    isThreaded = thread != nil
  }

  deinit { join() }

  private func join() {
    consumer.ring.finish()
    thread?.join()
    thread = nil
  }

  /// Takes a copy of the bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(WritingError) {
    guard isThreaded else { return try consumer.compress(bytes, isLast: false) }
    var rest = UnsafeRawBufferPointer(bytes)[...]
    while !rest.isEmpty {
      // A thread that failed takes no more; why is told at the end.
      guard let block = consumer.ring.blockToFill() else { return }
      let piece = rest.prefix(Self.pieceSize)
      consumer.ring.bytes(ofBlock: block).copyMemory(from: UnsafeRawBufferPointer(rebasing: piece))
      consumer.ring.handOver(count: piece.count)
      rest = rest.dropFirst(piece.count)
    }
  }

  /// Waits until all is written.
  func finish() throws(WritingError) {
    guard isThreaded else {
      return try consumer.compress(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }
    join()
    if let failure = consumer.failure { throw failure }
  }
}

/// The thread's side.
private final class Consumer: @unchecked Sendable {
  let ring = BlockRing(blockCount: 4, blockSize: PipelinedDeflater.pieceSize)
  /// Read once the thread has ended.
  private(set) var failure: WritingError?
  private let deflater: Deflater
  private let file: OutputFile

  init(deflater: Deflater, file: OutputFile) {
    self.deflater = deflater
    self.file = file
  }

  func run() {
    do throws(WritingError) {
      while let (block, count) = ring.take() {
        let bytes = ring.bytes(ofBlock: block).bindMemory(to: UInt8.self)
        try compress(UnsafeBufferPointer(rebasing: bytes[..<count]), isLast: false)
        ring.release()
      }
      try compress(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    } catch {
      failure = error
      ring.cancel()
    }
  }

  func compress(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(WritingError) {
    try deflater.compress(bytes, isLast: isLast) { output throws(WritingError) in
      try file.write(output)
    }
  }
}
