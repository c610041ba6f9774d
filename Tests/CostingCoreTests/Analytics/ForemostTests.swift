import FinanceModel
import Testing

@testable import CostingCore

@Suite struct `The foremost of many` {
  @Test func `are those that sorting brings to the front`() {
    var generator = SeededGenerator(seed: 5)
    for count in [0, 1, 2, 5, 6, 40, 300] {
      // Few different keys, so that many are equal.
      let all = (0..<count).map { (key: Int(generator.next() % 20), place: $0) }
      for limit in [1, 5, 25] {
        let sorted = all.filter { $0.key > 3 }.sorted { ($1.key, $0.place) < ($0.key, $1.place) }
        let found = all.foremost(limit, where: { $0.key > 3 }, by: { $0.key > $1.key })
        #expect(found.map(\.place) == sorted.prefix(limit).map(\.place))
      }
    }
  }
}
