import CLinux
import Glibc
import Synchronization

/// Waits, on a thread of its own, for events of the file system or for a moment, and calls when
/// either comes. Sleeps in poll(2) in between.
final class FolderEar: Sendable {
  private struct State {
    var watch: InboxWatch?
    var deadline: Duration?
    var isEnded = false
  }

  private let state = Mutex(State())
  private let wake = Descriptor(linux_new_wake())
  private let clocks: Clocks

  init(clocks: Clocks, hear: @escaping @Sendable ([InboxWatch.Hint]) -> Void) {
    self.clocks = clocks
    OwnThread.run("marginbook-ear") { [self] in
      while let hints = next() { hear(hints) }
    }
  }

  /// Hears from a watch from now on; nil for the moments alone.
  func listen(to watch: InboxWatch?) { change { $0.watch = watch } }

  /// The next moment at which to call; nil for none.
  func call(at moment: Duration?) { change { $0.deadline = moment } }

  func end() { change { $0.isEnded = true } }

  private func change(_ body: (inout State) -> Void) {
    state.withLock { body(&$0) }
    var one: UInt64 = 1
    _ = write(wake.raw, &one, 8)
  }

  /// Waits; what was heard, empty when the moment came; nil at the end.
  private func next() -> [InboxWatch.Hint]? {
    while true {
      let state = state.withLock { $0 }
      if state.isEnded { return nil }
      let left = state.deadline.map { $0 - clocks.steady() }
      if let left, left <= .zero {
        self.state.withLock { $0.deadline = nil }
        return []
      }
      guard isHeard(state.watch, within: left) else { continue }
      usleep(10_000)  // Several records of one write come as one.
      if let hints = state.watch?.hints(), !hints.isEmpty { return hints }
    }
  }

  private func isHeard(_ watch: InboxWatch?, within left: Duration?) -> Bool {
    var both = [
      pollfd(fd: wake.raw, events: Int16(POLLIN), revents: 0),
      pollfd(fd: watch?.descriptor.raw ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = left.map { min($0.inSeconds * 1_000 + 1, 3_600_000) } ?? -1
    guard poll(&both, 2, Int32(milliseconds)) > 0 else { return false }
    if both[0].revents != 0 {
      var count: UInt64 = 0
      _ = read(wake.raw, &count, 8)
    }
    return both[1].revents != 0
  }
}
