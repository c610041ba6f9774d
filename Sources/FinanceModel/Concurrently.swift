/// Does two independent pieces of work at once where the machine has two processors, and gives what
/// they came to.
///
/// Both are pure functions, so that nothing depends on which is done first. This thread does the first:
/// give it the longer one.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let begun = BegunWork(second)
  let done = first()
  return (done, begun.collect() ?? second())
}

extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// What every element is turned into, several at once, in their order.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let works = indices.map { index in BegunWork { transform(self[index]) } }
    // All are taken by some thread before this one waits for any.
    for work in works { work.doUnlessBegun() }
    return zip(works, indices).map { work, index in work.collect() ?? transform(self[index]) }
  }
}
