import Dispatch
import Synchronization

/// Work that was begun on another thread while its caller goes on, to be collected later.
///
/// What is never collected still runs to its end.
package final class BegunWork<Result: Sendable>: Sendable {
  private let result = Mutex<Result?>(nil)
  private let group = DispatchGroup()

  package init(_ work: @escaping @Sendable () -> Result) {
    DispatchQueue.global().async(group: group) {
      let result = work()
      self.result.withLock { $0 = result }
    }
  }

  /// Waits for what the work came to, and lets go of it; nil once it was collected.
  package func collect() -> Result? {
    group.wait()
    return result.withLock { $0.take() }
  }
}
