import WorkbookReading

/// Adds sales lines to a ledger on a workbook's side thread, so that rows are read and added up at once.
///
/// Lines are added in their order. A table of less than one block needs no thread, and a machine that
/// gives none adds on the caller's.
final class LedgerFeed {
  private let adder: LedgerAdder
  private let side: SideThread
  /// Whether the side thread adds; nil before there was a full block.
  private var isBegun: Bool?
  /// The block that is being filled, and how many lines are in it.
  private var lines: LineBlock
  private var count = 0

  init(_ ledger: consuming SalesLedger, on side: SideThread) {
    adder = LedgerAdder(ledger)
    self.side = side
    lines = adder.nextBlock()
  }

  deinit { side.leave(adder) }

  func add(_ line: SalesLedger.Line) {
    lines[count] = line
    count += 1
    if count == LedgerAdder.blockLength { handOver() }
  }

  /// Adds what is not added yet and gives the ledger back; nothing can be added after it.
  func finish() -> SalesLedger {
    side.leave(adder)
    while adder.slack != nil { adder.doNextPiece() }
    adder.add(lines, count: count)
    return adder.takeLedger()
  }

  private func handOver() {
    let ring = adder.ring
    let isFirst = isBegun == nil
    if isFirst { isBegun = side.begin(adder) }
    if isBegun == true {
      ring.handOver(count: count)
      if isFirst || ring.filledCount >= ring.blockCount / 2 { side.wake() }
      lines = adder.nextBlock()
    } else {
      adder.add(lines, count: count)
    }
    count = 0
  }
}

/// The side thread's part. The ledger is that thread's from its first line to where it leaves.
private final class LedgerAdder: SideWork, @unchecked Sendable {
  /// Counts lines.
  let ring = BlockRing(blockCount: blockCount)
  private let blocks = (0..<blockCount).map { _ in LineBlock(capacity: blockLength) }
  private var ledger: SalesLedger

  private static let blockCount = 4
  static let blockLength = 256

  init(_ ledger: consuming SalesLedger) {
    self.ledger = ledger
  }

  deinit { for block in blocks { block.deallocate() } }

  func nextBlock() -> LineBlock { blocks[ring.waitForBlockToFill()] }

  /// What the reader has is the room for lines.
  var slack: Int? {
    let filled = ring.filledCount
    return filled > 0 ? ring.blockCount - filled : nil
  }

  func doNextPiece() {
    guard let (block, count) = ring.take() else { return }
    add(blocks[block], count: count)
    ring.release()
  }

  func add(_ lines: LineBlock, count: Int) {
    ledger.take(lines, count: count)
  }

  func takeLedger() -> SalesLedger {
    defer { ledger = SalesLedger() }
    return ledger
  }
}
