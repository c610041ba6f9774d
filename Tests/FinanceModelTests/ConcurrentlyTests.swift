import FinanceModel
import Testing

@Suite struct `Work done at once` {
  private struct Refused: Error, Equatable {
    let at: Int
  }

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

  @Test func `is taken in order, and no more of it once that fails`() throws {
    var taken: [Int] = []
    try (0..<200).concurrentMap(
      { $0 }, inOrder: { (made: Int) throws(Refused) in taken.append(made) })
    #expect(taken == Array(0..<200))
    taken = []
    let error = #expect(throws: Refused.self) {
      try (0..<200).concurrentMap(
        { $0 },
        inOrder: { (made: Int) throws(Refused) in
          guard made < 3 else { throw Refused(at: made) }
          taken.append(made)
        })
    }
    #expect(error == Refused(at: 3))
    #expect(taken == [0, 1, 2])
  }
}
