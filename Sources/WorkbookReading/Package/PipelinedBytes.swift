import Glibc

/// Bytes that another thread produces ahead of their reader, in a ring of blocks.
///
/// The ring holds 256 KiB, so that inflated bytes are read while they are in the cache. All fields
/// below `mutex` are used under it; a block belongs to the producer or to the reader alone.
final class PipelinedBytes: ByteSource, @unchecked Sendable {
  private let ring: Ring
  private var thread: pthread_t?
  private var block = 0
  private var position = 0
  private var count = 0
  private var holdsBlock = false

  init(_ source: PartBytes) {
    ring = Ring(source: source)
    var created: pthread_t = 0
    let box = Unmanaged.passRetained(ring)
    let status = pthread_create(
      &created, nil,
      { pointer in
        if let pointer { Unmanaged<Ring>.fromOpaque(pointer).takeRetainedValue().produce() }
        return nil
      }, box.toOpaque())
    if status == 0 {
      thread = created
    } else {
      box.release()
    }
  }

  deinit {
    ring.cancel()
    if let thread { pthread_join(thread, nil) }
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    guard thread != nil else { return try ring.source.read(into: target) }
    if position == count {
      if holdsBlock { ring.release() }
      holdsBlock = false
      guard let taken = try ring.take() else { return 0 }
      (block, count) = taken
      position = 0
      holdsBlock = true
    }
    let piece = min(target.count, count - position)
    let bytes = ring.bytes(ofBlock: block)
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[position..<position + piece]))
    position += piece
    return piece
  }
}

/// A ring of blocks between one producer and one reader.
private final class Ring: @unchecked Sendable {
  static let blockCount = 4
  static let blockSize = 64 << 10

  let source: PartBytes
  private let storage: UnsafeMutableRawBufferPointer
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var counts = [Int](repeating: 0, count: Ring.blockCount)
  private var filled = 0
  private var drained = 0
  private var isFinished = false
  private var isCancelled = false
  private var failure: WorkbookError?

  init(source: PartBytes) {
    self.source = source
    storage = .allocate(byteCount: Ring.blockCount * Ring.blockSize, alignment: 4096)
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

  func bytes(ofBlock block: Int) -> UnsafeMutableRawBufferPointer {
    let start = block * Ring.blockSize
    return UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + Ring.blockSize])
  }

  /// The producer's life: fill blocks until the source ends, fails or nobody wants more.
  func produce() {
    while let block = blockToFill() {
      do throws(WorkbookError) {
        finish(block, count: try source.read(into: bytes(ofBlock: block)))
      } catch {
        fail(error)
      }
    }
  }

  private func blockToFill() -> Int? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while filled - drained == Ring.blockCount, !isCancelled { pthread_cond_wait(changed, mutex) }
    return isCancelled || isFinished ? nil : filled % Ring.blockCount
  }

  private func finish(_ block: Int, count: Int) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    if count == 0 {
      isFinished = true
    } else {
      counts[block] = count
      filled += 1
    }
    pthread_cond_signal(changed)
  }

  private func fail(_ error: WorkbookError) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    failure = error
    isFinished = true
    pthread_cond_signal(changed)
  }

  /// The next filled block and its bytes; nil at the end.
  func take() throws(WorkbookError) -> (block: Int, count: Int)? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while filled == drained, !isFinished { pthread_cond_wait(changed, mutex) }
    if filled > drained {
      let block = drained % Ring.blockCount
      return (block, counts[block])
    }
    if let failure { throw failure }
    return nil
  }

  /// Gives the block taken last back to the producer.
  func release() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    drained += 1
    pthread_cond_signal(changed)
  }

  func cancel() {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    isCancelled = true
    pthread_cond_signal(changed)
  }
}
