import Testing

@testable import DropFolder

/// The state machine by lists of events: what was seen and when; what is to be done.
@Suite struct `Files arrive` {
  private let path = BytePath(FileName(fixed: "a.xlsx"))

  private func stamp(size: Int64 = 10, changed: Int64 = 1, inode: UInt64 = 7) -> Stamp {
    Stamp(device: 1, inode: inode, size: size, modified: changed, changed: changed)
  }

  private func machine() -> Arrivals {
    Arrivals(rules: Arrivals.Rules(quiet: .seconds(2), patience: .seconds(600)))
  }

  private func seconds(_ count: Double) -> Duration { .milliseconds(Int64(count * 1_000)) }

  @Test func `a file is taken when two looks two seconds apart agree`() {
    var arrivals = machine()
    #expect(arrivals.handle(.looked(path, stamp()), at: .zero) == [])
    #expect(arrivals.nextMoment == seconds(2))
    #expect(arrivals.handle(.woke, at: seconds(1.9)) == [])
    #expect(arrivals.handle(.woke, at: seconds(2)) == [.look(path)])
    #expect(
      arrivals.handle(.looked(path, stamp()), at: seconds(2))
        == [.take(path, stamp(), patienceIsOver: false)])
  }

  @Test func `F-01, F-05: a change in between begins the wait anew`() {
    var arrivals = machine()
    _ = arrivals.handle(.looked(path, stamp()), at: .zero)
    _ = arrivals.handle(.looked(path, stamp(size: 20, changed: 2)), at: seconds(1.5))
    #expect(arrivals.handle(.looked(path, stamp(size: 20, changed: 2)), at: seconds(2.5)) == [])
    #expect(
      arrivals.handle(.looked(path, stamp(size: 20, changed: 2)), at: seconds(3.5))
        == [.take(path, stamp(size: 20, changed: 2), patienceIsOver: false)])
  }

  @Test func `a hint begins the wait anew though the numbers are the same`() {
    var arrivals = machine()
    _ = arrivals.handle(.looked(path, stamp()), at: .zero)
    #expect(arrivals.handle(.hinted(path), at: seconds(1)) == [.look(path)])
    #expect(arrivals.handle(.looked(path, stamp()), at: seconds(2.1)) == [])
    #expect(arrivals.handle(.looked(path, stamp()), at: seconds(3)).count == 1)
  }

  @Test func `F-03, F-41: dates of files play no part`() {
    for date in [Int64.min / 2, 0, Int64.max / 2] {
      var arrivals = machine()
      _ = arrivals.handle(.looked(path, stamp(changed: date)), at: seconds(5))
      #expect(arrivals.handle(.looked(path, stamp(changed: date)), at: seconds(7)).count == 1)
    }
  }

  @Test func `F-09: an empty file waits without an alarm and is told about once`() {
    var arrivals = machine()
    _ = arrivals.handle(.looked(path, stamp(size: 0)), at: .zero)
    #expect(
      arrivals.handle(.looked(path, stamp(size: 0)), at: seconds(2)) == [.explain(path, .empty)])
    #expect(arrivals.nextMoment == nil)
    #expect(
      arrivals.handle(.listed([.init(path: path, stamp: stamp(size: 0))]), at: seconds(9_000)) == []
    )
  }

  @Test func `F-35: a file that grows without end is never taken`() {
    var arrivals = machine()
    for step in 0..<1_000 {
      let actions = arrivals.handle(
        .looked(path, stamp(size: Int64(step), changed: Int64(step))), at: seconds(Double(step)))
      #expect(actions == [])
    }
  }

  @Test func `F-01: what looks unfinished is taken as it is when patience is over`() throws {
    var arrivals = machine()
    _ = arrivals.handle(.looked(path, stamp()), at: .zero)
    _ = arrivals.handle(.looked(path, stamp()), at: seconds(2))
    #expect(
      arrivals.handle(.postponed(path, .stillArriving, stamp()), at: seconds(2))
        == [.explain(path, .stillArriving)])
    #expect(arrivals.waiting.first?.reason == .stillArriving)
    let again = try #require(arrivals.nextMoment)
    #expect(again >= seconds(4))
    #expect(
      arrivals.handle(.looked(path, stamp()), at: seconds(300))
        == [.take(path, stamp(), patienceIsOver: false)])
    #expect(arrivals.handle(.postponed(path, .stillArriving, stamp()), at: seconds(300)) == [])
    #expect(
      arrivals.handle(.looked(path, stamp()), at: seconds(602))
        == [.take(path, stamp(), patienceIsOver: true)])
  }

  @Test func `F-33, F-34: links and pipes are explained once and never taken`() {
    for (kind, reason) in [
      (Stamp.Kind.symbolicLink, WaitingReason.symbolicLink), (.special, .specialFile),
    ] {
      var arrivals = machine()
      var link = stamp()
      link.kind = kind
      #expect(arrivals.handle(.looked(path, link), at: .zero) == [.explain(path, reason)])
      #expect(arrivals.handle(.looked(path, link), at: seconds(100)) == [])
      #expect(arrivals.nextMoment == nil)
    }
  }

  @Test func `F-30: a file that may not be read is taken when its rights change`() {
    var arrivals = machine()
    _ = arrivals.handle(.looked(path, stamp()), at: .zero)
    _ = arrivals.handle(.looked(path, stamp()), at: seconds(2))
    _ = arrivals.handle(.postponed(path, .mayNotBeRead, stamp()), at: seconds(2))
    var readable = stamp()
    readable.changed = 99
    _ = arrivals.handle(.looked(path, readable), at: seconds(10))
    #expect(
      arrivals.handle(.looked(path, readable), at: seconds(12))
        == [.take(path, readable, patienceIsOver: false)])
  }

  @Test func `F-30: what is done but could not be removed is not taken at each look`() {
    var arrivals = machine()
    _ = arrivals.handle(.looked(path, stamp()), at: .zero)
    _ = arrivals.handle(.settled(path, stamp()), at: seconds(2))
    #expect(arrivals.handle(.looked(path, stamp()), at: seconds(50)) == [])
    #expect(arrivals.handle(.looked(path, stamp(changed: 5)), at: seconds(60)) == [])
    #expect(arrivals.handle(.looked(path, stamp(changed: 5)), at: seconds(62)).count == 1)
  }

  @Test func `F-11: a lock that goes wakes its workbook`() throws {
    var arrivals = machine()
    _ = arrivals.handle(.looked(path, stamp()), at: .zero)
    let lock = BytePath(FileName(fixed: ".~lock.a.xlsx#"))
    #expect(arrivals.handle(.hinted(lock), at: seconds(1)) == [.look(path)])
  }

  @Test func `a listing forgets what is gone and is taken oldest first`() {
    var arrivals = machine()
    let other = BytePath(FileName(fixed: "b.xlsx"))
    let entries = [
      Arrivals.Entry(path: path, stamp: stamp(changed: 9)),
      Arrivals.Entry(path: other, stamp: stamp(changed: 3, inode: 8)),
    ]
    _ = arrivals.handle(.listed(entries), at: .zero)
    #expect(arrivals.handle(.woke, at: seconds(2)) == [.look(other), .look(path)])
    _ = arrivals.handle(.listed([]), at: seconds(3))
    #expect(arrivals.waiting.isEmpty)
    #expect(arrivals.nextMoment == nil)
  }
}
