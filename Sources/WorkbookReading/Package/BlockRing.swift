import Glibc

/// Whose turn it is with each of some blocks that one thread fills and another takes, in order and round
/// and round.
///
/// Either side may wait for the other, or ask and do something else. All fields below `mutex` are used
/// under it. The blocks themselves are kept by whoever made the ring; each belongs to one of the two
/// threads alone. What either side stores before it calls ``finish()`` is seen by the other once it was
/// told.
package final class BlockRing: @unchecked Sendable {
  package let blockCount: Int
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var counts: [Int]
  private var filled = 0
  private var drained = 0
  private var isFinished = false

  package init(blockCount: Int) {
    self.blockCount = blockCount
    counts = [Int](repeating: 0, count: blockCount)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  /// Makes a change and tells the other side, which need not wait for the mutex then.
  private func change(_ body: () -> Void) {
    locked(body)
    pthread_cond_signal(changed)
  }

  // MARK: The filling side

  /// The next free block; nil where there is none.
  package func blockToFill() -> Int? {
    locked { filled - drained == blockCount ? nil : filled % blockCount }
  }

  /// The next free block, waited for.
  package func waitForBlockToFill() -> Int {
    locked {
      while filled - drained == blockCount { pthread_cond_wait(changed, mutex) }
      return filled % blockCount
    }
  }

  /// Hands over the block that was given to be filled, with that much in it.
  package func handOver(count: Int) {
    change {
      counts[filled % blockCount] = count
      filled += 1
    }
  }

  /// Says that nothing more comes.
  package func finish() {
    change { isFinished = true }
  }

  // MARK: The taking side

  /// How many blocks are filled and not given back yet.
  package var filledCount: Int { locked { filled - drained } }

  /// The next filled block and how much is in it; nil where there is none.
  package func take() -> (block: Int, count: Int)? { locked { nextFilled } }

  /// The next filled block and how much is in it, waited for; nil at the end.
  package func waitToTake() -> (block: Int, count: Int)? {
    locked {
      while filled == drained, !isFinished { pthread_cond_wait(changed, mutex) }
      return nextFilled
    }
  }

  private var nextFilled: (block: Int, count: Int)? {
    guard filled > drained else { return nil }
    let block = drained % blockCount
    return (block, counts[block])
  }

  /// Gives the block taken last back to be filled.
  package func release() {
    change { drained += 1 }
  }
}
