import Dispatch

/// Does two independent pieces of work at once where the machine has two processors, and gives what
/// they came to.
///
/// Both are pure functions, so that nothing depends on which is done first.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let places = (ResultPlace<First>(), ResultPlace<Second>())
  DispatchQueue.concurrentPerform(iterations: 2) { piece in
    if piece == 0 { places.0.result = first() } else { places.1.result = second() }
  }
  return (places.0.result ?? first(), places.1.result ?? second())
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// What every element is turned into, several at once, in their order.
  package func concurrentMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let places = map { _ in ResultPlace<Result>() }
    DispatchQueue.concurrentPerform(iterations: count) { offset in
      places[offset].result = transform(self[startIndex + offset])
    }
    return indices.map { index in places[index - startIndex].result ?? transform(self[index]) }
  }
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// Turns elements into results, several at once, and hands them to the caller's own thread in their
  /// order, each as soon as it is there and those before it were taken.
  ///
  /// - Parameter consume: what it throws is thrown on once nothing runs any more; no further result
  ///   is taken.
  package func concurrentMap<Result: Sendable, Failure: Error>(
    _ transform: @Sendable (Element) -> Result,
    inOrder consume: (Result) throws(Failure) -> Void
  ) throws(Failure) {
    let places = map { _ in ResultPlace<Result>() }
    let ready = places.map { _ in DispatchSemaphore(value: 0) }
    let group = DispatchGroup()
    try withoutActuallyEscaping(transform) { transform throws(Failure) in
      defer { group.wait() }
      for (place, index) in zip(places.indices, indices) {
        DispatchQueue.global().async(group: group) {
          places[place].result = transform(self[index])
          ready[place].signal()
        }
      }
      for (place, index) in zip(places.indices, indices) {
        ready[place].wait()
        try consume(places[place].result ?? transform(self[index]))
        places[place].result = nil
      }
    }
  }
}

/// Where one thread leaves what the caller takes once all are done.
private final class ResultPlace<Result: Sendable>: @unchecked Sendable {
  var result: Result?
}
