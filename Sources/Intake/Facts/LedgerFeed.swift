import WorkbookReading

/// Adds sales lines to a ledger on a thread of its own, so that rows are read and added up at once.
///
/// Lines are added in their order. A table of less than one block needs no thread, and a machine that
/// gives none adds on the caller's.
final class LedgerFeed {
  private let adder: LedgerAdder
  private var thread: WorkerThread?
  /// The block that is being filled, and how many lines are in it.
  private var lines: UnsafeMutableBufferPointer<SalesLedger.Line>
  private var count = 0

  init(_ ledger: consuming SalesLedger) {
    adder = LedgerAdder(ledger)
    lines = adder.nextBlock()
  }

  deinit { join() }

  func add(_ line: SalesLedger.Line) {
    lines[count] = line
    count += 1
    if count == lines.count { handOver() }
  }

  /// Waits until all lines are added and gives the ledger back; nothing can be added after it.
  func finish() -> SalesLedger {
    if thread != nil {
      adder.ring.handOver(count: count)
      join()
    } else {
      adder.add(lines[..<count])
    }
    return adder.takeLedger()
  }

  private func handOver() {
    if thread == nil {
      let adder = adder
      thread = WorkerThread { adder.run() }
    }
    if thread != nil {
      adder.ring.handOver(count: count)
      lines = adder.nextBlock()
    } else {
      adder.add(lines[...])
    }
    count = 0
  }

  private func join() {
    adder.ring.finish()
    thread?.join()
    thread = nil
  }
}

/// The thread's side. The ledger is the thread's from its start to its end.
private final class LedgerAdder: @unchecked Sendable {
  typealias Line = SalesLedger.Line

  /// Counts lines, not bytes.
  let ring: BlockRing
  private var ledger: SalesLedger

  private static let blockLength = 256

  init(_ ledger: consuming SalesLedger) {
    self.ledger = ledger
    ring = BlockRing(blockCount: 4, blockSize: Self.blockLength * MemoryLayout<Line>.stride)
  }

  /// The ring is never cancelled: there always comes a block.
  func nextBlock() -> UnsafeMutableBufferPointer<Line> {
    lines(ofBlock: ring.blockToFill() ?? 0)
  }

  private func lines(ofBlock block: Int) -> UnsafeMutableBufferPointer<Line> {
    ring.bytes(ofBlock: block).bindMemory(to: Line.self)
  }

  func run() {
    while let (block, count) = ring.take() {
      add(lines(ofBlock: block)[..<count])
      ring.release()
    }
  }

  func add(_ lines: Slice<UnsafeMutableBufferPointer<Line>>) {
    ledger.take(lines)
  }

  func takeLedger() -> SalesLedger {
    defer { ledger = SalesLedger() }
    return ledger
  }
}
