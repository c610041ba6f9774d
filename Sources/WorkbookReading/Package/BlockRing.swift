import Glibc

/// A ring of blocks between one thread that fills them and one that takes them, in order.
///
/// All fields below `mutex` are used under it; a block belongs to one of the two threads alone. What
/// either side stores before it calls ``finish()`` is seen by the other once it was told.
package final class BlockRing: @unchecked Sendable {
  private let storage: UnsafeMutableRawBufferPointer
  private let blockSize: Int
  private let blockCount: Int
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var counts: [Int]
  private var filled = 0
  private var drained = 0
  private var isFinished = false
  private var isCancelled = false

  package init(blockCount: Int, blockSize: Int) {
    self.blockCount = blockCount
    self.blockSize = blockSize
    counts = [Int](repeating: 0, count: blockCount)
    storage = .allocate(byteCount: blockCount * blockSize, alignment: 4096)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
    storage.deallocate()
  }

  /// The bytes of a block, all of its size.
  package func bytes(ofBlock block: Int) -> UnsafeMutableRawBufferPointer {
    let start = block * blockSize
    return UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + blockSize])
  }

  // MARK: The filling side

  /// The next free block, waited for; nil once nobody wants more.
  package func blockToFill() -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while filled - drained == blockCount, !isCancelled { pthread_cond_wait(changed, mutex) }
    return isCancelled ? nil : filled % blockCount
  }

  /// Hands over the block that ``blockToFill()`` gave, with that many bytes in it.
  package func handOver(count: Int) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    counts[filled % blockCount] = count
    filled += 1
    pthread_cond_signal(changed)
  }

  /// Says that nothing more comes.
  package func finish() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    isFinished = true
    pthread_cond_signal(changed)
  }

  // MARK: The taking side

  /// The next filled block and its bytes, waited for; nil at the end.
  package func take() -> (block: Int, count: Int)? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while filled == drained, !isFinished { pthread_cond_wait(changed, mutex) }
    guard filled > drained else { return nil }
    let block = drained % blockCount
    return (block, counts[block])
  }

  /// Gives the block taken last back to be filled.
  package func release() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    drained += 1
    pthread_cond_signal(changed)
  }

  /// Says that nothing more is wanted.
  package func cancel() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    isCancelled = true
    pthread_cond_signal(changed)
  }
}

/// A thread for one piece of work, which its owner waits for.
package final class WorkerThread: Sendable {
  private let thread: pthread_t

  /// Starts the work; nil where the system gives no thread.
  package init?(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(run: work))
    var created: pthread_t = 0
    let status = pthread_create(
      &created, nil,
      { pointer in
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    guard status == 0 else {
      box.release()
      return nil
    }
    thread = created
  }

  /// Waits for the work's end; once.
  package func join() { pthread_join(thread, nil) }

  private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }
}
