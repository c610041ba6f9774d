import Dispatch
import Synchronization

/// Lets go of a value on another thread a moment later, when its caller holds it no more: what came of
/// a large workbook lies in a million pieces, and nobody needs to wait until each is given back. Of a
/// program that ends before, the system takes back all at once.
///
/// - Parameter milliseconds: how long its caller may still hold it; 0 for one that nobody else holds, and
///   whose memory is needed.
package func letGo(of value: consuming some Sendable, after milliseconds: Int = 100) {
  DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [value] in
    withExtendedLifetime(value) {}
  }
}

/// Work that another thread begins while its caller goes on, to be collected later.
///
/// Whoever waits for some of it can do what no thread has begun yet. So there can be such work within such
/// work: where no other thread is at rest, all of it is done by the one that asked. What is never
/// collected still runs to its end.
package final class BegunWork<Result: Sendable>: Sendable {
  /// What is to be done until a thread takes it; what it holds goes with it.
  private let work: Mutex<(@Sendable () -> Result)?>
  private let result = Mutex<Result?>(nil)
  private let done = DispatchGroup()

  /// - Parameter waits: whether no thread begins it before ``begin()``.
  package init(waits: Bool = false, _ work: @escaping @Sendable () -> Result) {
    self.work = Mutex(work)
    done.enter()
    if !waits { begin() }
  }

  /// A group that waits for something holds itself, so work that nobody began counts as done.
  deinit {
    if work.withLock({ $0 != nil }) { done.leave() }
  }

  /// Gives the work to whichever thread is free; once.
  package func begin() {
    DispatchQueue.global().async { self.doUnlessBegun() }
  }

  /// Does the work on this thread unless one has begun it; says whether it did.
  @discardableResult
  package func doUnlessBegun() -> Bool {
    guard let work = work.withLock({ $0.take() }) else { return false }
    let result = work()
    self.result.withLock { $0 = result }
    done.leave()
    return true
  }

  /// Whether what it came to can be collected without waiting.
  package var isDone: Bool { done.wait(timeout: .now()) == .success }

  /// Gives what the work came to, and lets go of it; nil once it was collected.
  package func collect() -> Result? {
    doUnlessBegun()
    done.wait()
    return result.withLock { $0.take() }
  }
}
