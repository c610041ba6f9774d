import FinanceModel
import Testing

@Suite struct `Work done at once` {
  @Test func `comes out in the order it was given in`() {
    let (word, number) = concurrently({ "first" }, { 2 })
    #expect(word == "first" && number == 2)
    #expect((0..<500).concurrentMap { $0 * $0 } == (0..<500).map { $0 * $0 })
    #expect([7, 8, 9][1...].concurrentMap { $0 } == [8, 9])
    #expect([Int]().concurrentMap { $0 }.isEmpty)
  }

  @Test func `may hold such work itself`() {
    let sums = (0..<40).concurrentMap { outer in
      let (inner, square) = concurrently(
        { (0..<40).concurrentMap { $0 + outer }.reduce(0, +) }, { outer * outer })
      return inner + square
    }
    #expect(sums == (0..<40).map { 780 + 40 * $0 + $0 * $0 })
  }
}
