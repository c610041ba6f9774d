import Synchronization

/// The places for conversions that run at the same time, shared fairly by all watched folders.
public final class WorkerSlots: Sendable {
  private let state: Mutex<State>

  private struct State {
    var queue: FairQueue<Int>
    var members: [Int: @Sendable () -> Void] = [:]
    var nextMember = 0
  }

  public init(count: Int) {
    state = Mutex(State(queue: FairQueue(places: count)))
  }

  /// Enters a folder; `granted` is called once for each place it gets.
  func join(granted: @escaping @Sendable () -> Void) -> Int {
    state.withLock { state in
      state.nextMember += 1
      state.members[state.nextMember] = granted
      return state.nextMember
    }
  }

  func request(_ member: Int) {
    state.withLock { $0.queue.request(member) }
    grantAll()
  }

  func giveBack() {
    state.withLock { $0.queue.giveBack() }
    grantAll()
  }

  func leave(_ member: Int) {
    state.withLock { state in
      state.queue.withdraw(member)
      state.members[member] = nil
    }
  }

  private func grantAll() {
    let granted = state.withLock { state in
      var granted: [@Sendable () -> Void] = []
      while let member = state.queue.grant() {
        if let call = state.members[member] { granted.append(call) } else { state.queue.giveBack() }
      }
      return granted
    }
    for call in granted { call() }
  }
}
