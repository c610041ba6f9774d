import Glibc

/// Work that a ``SideThread`` does piece by piece, ahead of or behind another thread.
package protocol SideWork: AnyObject, Sendable {
  /// How many pieces the other thread can go on for before it has to wait for this work; nil where
  /// there is nothing to do now.
  var slack: Int? { get }

  /// Does the next piece, by one thread at a time and only where there is ``slack``. Waits for nobody.
  func doNextPiece()
}

/// A thread that does several kinds of work by turns, always the one that somebody would have to wait
/// for first.
///
/// A sheet is inflated ahead of the thread that reads it and its lines are added up behind it. Both
/// together take about as long as the reading, so they share one thread: with one each, three threads
/// would take turns on a machine of two processors, thousands of times a second. It starts with the
/// first work and ends with its owner.
package final class SideThread: Sendable {
  private let rota = Rota()

  package init() {}

  deinit { rota.end() }

  /// Takes on a work; false where the system gives no thread.
  package func begin(_ work: any SideWork) -> Bool { rota.begin(work) }

  /// Tells the thread that a work has something to do again. Half a ring is soon enough: it saves
  /// waking the thread for every block.
  package func wake() { rota.wake() }

  /// Leaves a work as it is: no piece of it is done or begun by the thread any more.
  package func leave(_ work: any SideWork) { rota.leave(work) }
}

/// What is to be done, between the side thread and those that it works for. All fields but the mutex
/// and conditions are used under the mutex.
private final class Rota: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// There may be something to do, or it is the end.
  private let woken = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// A piece was done.
  private let done = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var works: [any SideWork] = []
  private var current: (any SideWork)?
  private var thread: pthread_t?
  private var isEnded = false

  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(woken, nil)
    pthread_cond_init(done, nil)
  }

  deinit {
    pthread_cond_destroy(done)
    pthread_cond_destroy(woken)
    pthread_mutex_destroy(mutex)
    done.deallocate()
    woken.deallocate()
    mutex.deallocate()
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }

  // MARK: Those it works for

  func begin(_ work: any SideWork) -> Bool {
    locked {
      if thread == nil { thread = start() }
      guard thread != nil else { return false }
      works.append(work)
      pthread_cond_signal(woken)
      return true
    }
  }

  /// Passes through the mutex first: then the thread either waits already or has yet to look at its
  /// works, and will see what changed.
  func wake() {
    locked {}
    pthread_cond_signal(woken)
  }

  func leave(_ work: any SideWork) {
    locked {
      works.removeAll { $0 === work }
      while current === work { pthread_cond_wait(done, mutex) }
    }
  }

  func end() {
    locked {
      isEnded = true
      pthread_cond_signal(woken)
    }
    if let thread { pthread_join(thread, nil) }
  }

  private func start() -> pthread_t? {
    let rota = Unmanaged.passRetained(self)
    var created: pthread_t = 0
    let status = pthread_create(
      &created, nil,
      { pointer in
        if let pointer { Unmanaged<Rota>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, rota.toOpaque())
    guard status == 0 else {
      rota.release()
      return nil
    }
    return created
  }

  // MARK: The thread

  private func run() {
    while let work = next() {
      work.doNextPiece()
      locked {
        current = nil
        _ = pthread_cond_broadcast(done)
      }
    }
  }

  /// The work with the least slack, waited for; nil at the end.
  private func next() -> (any SideWork)? {
    locked {
      while !isEnded {
        current = mostUrgent()
        if current != nil { return current }
        pthread_cond_wait(woken, mutex)
      }
      return nil
    }
  }

  private func mostUrgent() -> (any SideWork)? {
    var found: (work: any SideWork, slack: Int)?
    for work in works {
      guard let slack = work.slack, slack < found?.slack ?? .max else { continue }
      found = (work, slack)
    }
    return found?.work
  }
}
