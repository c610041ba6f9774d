import FinanceModel
import Testing

@Suite struct `Work begun` {
  @Test func `is collected once, in any order`() {
    let works = (0..<200).map { number in BegunWork { number * number } }
    #expect(works.reversed().map { $0.collect() } == (0..<200).reversed().map { $0 * $0 })
    #expect(works.allSatisfy { $0.collect() == nil })
  }
}
