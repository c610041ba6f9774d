import Synchronization
import Testing
import WorkbookReading

@Suite struct `Side thread` {
  /// Pieces that are there to be done, each of which notes who did it.
  private final class Pieces: SideWork {
    private let state: Mutex<(left: Int, done: Int)>
    let log: Log?
    let name: Character
    let urgency: Int

    init(_ count: Int, name: Character = "a", urgency: Int = 1, log: Log? = nil) {
      state = Mutex((count, 0))
      (self.name, self.urgency, self.log) = (name, urgency, log)
    }

    var slack: Int? { state.withLock { $0.left > 0 ? urgency : nil } }
    var done: Int { state.withLock { $0.done } }

    func add(_ count: Int) { state.withLock { $0.left += count } }

    func doNextPiece() {
      state.withLock { $0 = ($0.left - 1, $0.done + 1) }
      log?.add(name)
    }
  }

  private final class Log: Sendable {
    private let names = Mutex("")

    func add(_ name: Character) { names.withLock { $0.append(name) } }
    var text: String { names.withLock { $0 } }
  }

  private func wait(until isTrue: () -> Bool) async throws {
    for _ in 0..<5_000 where !isTrue() { try await Task.sleep(for: .milliseconds(1)) }
    #expect(isTrue())
  }

  @Test func `does what is there, and what comes after it was woken`() async throws {
    let side = SideThread()
    let pieces = Pieces(40)
    #expect(side.begin(pieces))
    try await wait { pieces.done == 40 }
    pieces.add(2)
    side.wake()
    try await wait { pieces.done == 42 }
  }

  @Test func `does first what would be waited for first`() async throws {
    let log = Log()
    let side = SideThread()
    let (patient, urgent) = (
      Pieces(3, name: "p", urgency: 3, log: log), Pieces(0, name: "u", urgency: 0, log: log)
    )
    #expect(side.begin(urgent))
    urgent.add(3)
    #expect(side.begin(patient))
    try await wait { log.text.count == 6 }
    #expect(log.text == "uuuppp")
  }

  @Test func `leaves a work alone once it is told to`() {
    let side = SideThread()
    for _ in 0..<200 {
      let pieces = Pieces(1_000)
      #expect(side.begin(pieces))
      side.leave(pieces)
      let done = pieces.done
      side.wake()
      #expect(pieces.done == done)
    }
  }
}
