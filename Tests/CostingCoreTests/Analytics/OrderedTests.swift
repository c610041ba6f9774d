import FinanceModel
import Testing

@testable import CostingCore

@Suite struct `Putting in order by digits` {
  /// Fewer than are counted, and more.
  @Test(arguments: [0, 1, 2, 300, 5_000]) func `gives what comparing gives`(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    // Of all sizes, signs among them, some equal and some that differ in their last bits only.
    let values = (0..<count).map { place -> Int128 in
      let large = Int128(Int64(bitPattern: generator.next())) << Int128(generator.next() % 60)
      return switch place % 4 {
      case 0: large
      case 1: large >> Int128(generator.next() % 100)
      case 2: Int128(generator.next() % 7) - 3
      default: (1 << 100) + Int128(generator.next() % 1_000)
      }
    }
    #expect(values.ordered(by: \.ascendingKey, then: <) == values.sorted())
    let places = values.indices.map { (key: values[$0], place: $0) }
    let descending = places.ordered(
      by: { ~$0.key.ascendingKey }, then: { ($1.key, $0.place) < ($0.key, $1.place) })
    let expected = places.sorted { ($1.key, $0.place) < ($0.key, $1.place) }
    #expect(descending.map(\.place) == expected.map(\.place))
  }

  @Test func `keys of doubles ascend as they do`() {
    let ascending = [
      -Double.infinity, -1e300, -2, -1, -Double.leastNonzeroMagnitude, 0,
      Double.leastNonzeroMagnitude, 1, 1.0.nextUp, 2, 1e300, .infinity,
    ]
    #expect(ascending.map(\.ascendingKey) == ascending.map(\.ascendingKey).sorted())
    #expect(Set(ascending.map(\.ascendingKey)).count == ascending.count)
    #expect((-0.0).ascendingKey == 0.0.ascendingKey)
  }

  @Test func `keys of integers ascend as they do`() {
    let bounds = (0..<127).flatMap { bit -> [Int128] in
      let power = Int128(1) << Int128(bit)
      return [power - 1, power, power + 1]
    }
    let ascending = Set(bounds + bounds.map { -$0 } + [.min, .max]).sorted()
    #expect(zip(ascending, ascending.dropFirst()).allSatisfy { $0.ascendingKey <= $1.ascendingKey })
    let small = ascending.filter { $0.magnitude < 1 << 55 }
    #expect(Set(small.map(\.ascendingKey)).count == small.count)
  }
}
