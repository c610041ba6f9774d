/// Gives a limited number of places to many who ask, in turn: whoever had one last waits longest.
struct FairQueue<Member: Hashable & Sendable>: Sendable {
  private(set) var free: Int
  private var turns: [Member] = []
  private var requests: [Member: Int] = [:]

  init(places: Int) { free = max(places, 1) }

  /// Asks for one more place.
  mutating func request(_ member: Member) {
    requests[member, default: 0] += 1
    if !turns.contains(member) { turns.append(member) }
  }

  /// Takes back all requests of one who left.
  mutating func withdraw(_ member: Member) {
    requests[member] = nil
    turns.removeAll { $0 == member }
  }

  /// The next to get a place; nil while none is free or nobody asks.
  mutating func grant() -> Member? {
    guard free > 0, !turns.isEmpty else { return nil }
    let member = turns.removeFirst()
    free -= 1
    let left = requests[member, default: 1] - 1
    requests[member] = left > 0 ? left : nil
    if left > 0 { turns.append(member) }
    return member
  }

  /// Gives a place back.
  mutating func giveBack() { free += 1 }
}
