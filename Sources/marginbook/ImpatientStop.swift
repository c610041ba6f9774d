import Dispatch
import Glibc

/// Ends the process when a stop is asked for a second time, or when the first has not been answered
/// after ten seconds (a share that hangs, say). Nothing is lost by it: the ledger knows what was
/// under way.
final class ImpatientStop {
  private let sources: [any DispatchSourceSignal]

  init() {
    let queue = DispatchQueue(label: "marginbook-stop")
    let count = Count()
    sources = [SIGTERM, SIGINT].map { number in
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { count.heard(on: queue) }
      source.resume()
      return source
    }
  }

  /// How often a stop was asked for. Used on the queue alone.
  private final class Count: @unchecked Sendable {
    private var requests = 0

    func heard(on queue: DispatchQueue) {
      requests += 1
      if requests > 1 { _exit(EX_TEMPFAIL) }
      queue.asyncAfter(deadline: .now() + 10) { _exit(EX_TEMPFAIL) }
    }
  }
}
