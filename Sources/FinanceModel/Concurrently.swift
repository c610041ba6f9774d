import Dispatch
import Glibc
import Synchronization

/// Does two independent pieces of work at once where the machine has two processors, and gives what
/// they came to.
///
/// Both are pure functions, so that nothing depends on which is done first.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let places = (ResultPlace<First>(), ResultPlace<Second>())
  SharedWork.perform(2) { piece in
    if piece == 0 { places.0.result = first() } else { places.1.result = second() }
  }
  return (places.0.result ?? first(), places.1.result ?? second())
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// What every element is turned into, several at once, in their order.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let places = map { _ in ResultPlace<Result>() }
    SharedWork.perform(count) { offset in
      places[offset].result = transform(self[startIndex + offset])
    }
    return indices.map { index in places[index - startIndex].result ?? transform(self[index]) }
  }
}

/// Work in numbered pieces, each done once by whichever thread takes its number first.
///
/// The thread that needs the work takes part, and waits at the end only for pieces that others have
/// begun. So there can be such work within such work: where no other thread is at rest, all of it is
/// done by the one that asked.
private final class SharedWork: Sendable {
  private let count: Int
  private let next = Atomic(0)
  private let undone: Atomic<Int>
  private let isDone = DispatchSemaphore(value: 0)
  /// Let go of at the end, since a thread that comes late still holds this object.
  private let piece: Mutex<(@Sendable (Int) -> Void)?>

  private init(_ count: Int, _ piece: @escaping @Sendable (Int) -> Void) {
    self.count = count
    undone = Atomic(count)
    self.piece = Mutex(piece)
  }

  static func perform(_ count: Int, _ piece: @escaping @Sendable (Int) -> Void) {
    guard count > 0 else { return }
    let work = SharedWork(count, piece)
    for _ in 1..<max(1, min(count, processors)) {
      DispatchQueue.global().async { work.takePart() }
    }
    work.takePart()
    work.isDone.wait()
    work.piece.withLock { $0 = nil }
  }

  private static let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))

  private func takePart() {
    guard let piece = piece.withLock({ $0 }) else { return }
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      piece(number)
      if undone.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { isDone.signal() }
    }
  }
}

/// Where one thread leaves what the caller takes once all are done.
private final class ResultPlace<Result: Sendable>: @unchecked Sendable {
  var result: Result?
}
