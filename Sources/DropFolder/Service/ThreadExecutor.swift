import Foundation

/// Runs an actor on one thread of its own, so that a share that hangs holds up nothing else.
final class ThreadExecutor: SerialExecutor, @unchecked Sendable {
  // `jobs` and `isEnded` are read and written under `condition`.
  private let condition = NSCondition()
  private var jobs: [UnownedJob] = []
  private var isEnded = false

  init(name: String) {
    let thread = Thread { [self] in
      while let job = next() { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
    thread.name = name
    thread.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.withLock {
      jobs.append(job)
      condition.signal()
    }
  }

  /// Lets the thread end when all that was asked of it is done.
  func end() {
    condition.withLock {
      isEnded = true
      condition.signal()
    }
  }

  private func next() -> UnownedJob? {
    condition.withLock {
      while jobs.isEmpty {
        if isEnded { return nil }
        condition.wait()
      }
      return jobs.removeFirst()
    }
  }
}

/// Runs blocking work on a new thread of its own and hands its value on.
enum OwnThread {
  static func run(_ name: String, _ work: @escaping @Sendable () -> Void) {
    let thread = Thread(block: work)
    thread.name = name
    thread.stackSize = 1 << 20
    thread.start()
  }
}
