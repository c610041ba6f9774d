import FinanceModel
import Synchronization
import Testing

@Suite struct `Work begun` {
  @Test func `is collected once, in any order`() {
    let works = (0..<200).map { number in BegunWork { number * number } }
    #expect(works.reversed().map { $0.collect() } == (0..<200).reversed().map { $0 * $0 })
    #expect(works.allSatisfy { $0.collect() == nil })
  }

  @Test func `is done once, by whoever comes first`() {
    let times = Mutex(0)
    let works = (0..<200).map { number in
      BegunWork {
        times.withLock { $0 += 1 }
        return number
      }
    }
    while works.contains(where: { $0.doUnlessBegun() }) {}
    #expect(works.map { $0.collect() } == (0..<200).map { $0 })
    #expect(works.allSatisfy { $0.isDone && !$0.doUnlessBegun() })
    #expect(times.withLock { $0 } == 200)
  }

  /// As where a sheet after it cannot be made ready: that nobody begins it is no fault.
  @Test func `that waits may go without being begun`() {
    let times = Mutex(0)
    for _ in 0..<10 { _ = BegunWork(waits: true) { times.withLock { $0 += 1 } } }
    #expect(times.withLock { $0 } == 0)
  }

  @Test func `that waits is begun by nobody before it is asked for`() {
    let times = Mutex(0)
    let waiting = BegunWork(waits: true) { times.withLock { $0 += 1 } }
    let other = BegunWork { 7 }
    #expect(other.collect() == 7)
    #expect(!waiting.isDone && times.withLock { $0 } == 0)
    waiting.begin()
    #expect(waiting.collect() != nil)
    #expect(times.withLock { $0 } == 1)
  }
}
