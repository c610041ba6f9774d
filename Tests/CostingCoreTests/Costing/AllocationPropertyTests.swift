import CostingCore
import FinanceModel
import Testing

/// What holds for every allocation, whatever the figures.
@Suite struct `Allocation properties` {
  /// Figures of a size, with decimals, zeros and (where asked for) negative ones among them.
  private func figures(
    _ count: Int, upTo size: Int, hasCredits: Bool, with generator: inout SeededGenerator
  ) -> [ExactDecimal] {
    let unit = [1, 100, 1_000_000][Int.random(in: 0..<3, using: &generator)]
    return (0..<count).map { _ in
      if Int.random(in: 0..<5, using: &generator) == 0 { return 0 }
      let low = hasCredits && Int.random(in: 0..<4, using: &generator) == 0 ? -size : 0
      let value = Int.random(in: low...size, using: &generator)
      return ExactDecimal(units: Int128(value) * ExactDecimal.unitsPerOne / Int128(unit))
    }
  }

  @Test(arguments: 0..<200)
  func `shares add up to the pool`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...60, using: &generator)
    let weights = figures(count, upTo: 1_000_000, hasCredits: true, with: &generator)
    let amount = figures(1, upTo: 900_000_000, hasCredits: true, with: &generator)[0]
    for unit in [nil, exact(0.01), 1, 250] {
      guard let split = Allocation.byWeights(amount, weights: weights, unit: unit) else {
        #expect(weights.sum.isZero)
        return
      }
      #expect(split.allocated + split.leftOver == amount)
      if let unit { #expect(split.shares.allSatisfy { $0.units % unit.units == 0 }) }
      if unit == nil { #expect(split.leftOver.isZero) }
    }
  }

  @Test(arguments: 0..<100)
  func `each share is within a unit of the exact one`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed + 1000))
    let weights = figures(25, upTo: 50000, hasCredits: true, with: &generator) + [1_234_567]
    let amount = figures(1, upTo: 1_000_000, hasCredits: true, with: &generator)[0]
    let unit = exact(0.01)
    let split = try #require(Allocation.byWeights(amount, weights: weights, unit: unit))
    let target = amount - split.leftOver
    for (share, weight) in zip(split.shares, weights) {
      let ideal = try #require(target.share(weight.units, of: weights.sum.units))
      #expect((share - ideal).magnitude <= unit)
    }
  }

  @Test(arguments: 0..<100)
  func `order does not matter where weights differ`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed + 2000))
    let weights = Set((0..<40).map { _ in Int.random(in: 1...100_000, using: &generator) })
    let straight = weights.sorted()
    let shuffled = straight.shuffled(using: &generator)
    let amount = exact(Double(Int.random(in: 1...10_000_000, using: &generator)) / 100)
    func shares(_ order: [Int]) throws -> [Int: Amount] {
      let split = try #require(
        Allocation.byWeights(amount, weights: order.map { Quantity($0) }, unit: exact(0.01)))
      return Dictionary(uniqueKeysWithValues: zip(order, split.shares))
    }
    #expect(try shares(straight) == shares(shuffled))
  }

  @Test(arguments: 0..<60)
  func `the scale of the weights does not matter`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed + 3000))
    let weights = figures(30, upTo: 10000, hasCredits: true, with: &generator)
    let amount = figures(1, upTo: 1_000_000, hasCredits: false, with: &generator)[0]
    let scaled = weights.map { ExactDecimal(units: $0.units * 1000) }
    #expect(
      Allocation.byWeights(amount, weights: weights)
        == Allocation.byWeights(amount, weights: scaled))
  }

  @Test(arguments: 0..<60)
  func `a credit is shared as the cost would be, with the sign turned`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed + 4000))
    let weights = figures(30, upTo: 10000, hasCredits: true, with: &generator)
    let amount = figures(1, upTo: 1_000_000, hasCredits: false, with: &generator)[0]
    for unit in [nil, exact(0.01)] {
      let cost = Allocation.byWeights(amount, weights: weights, unit: unit)
      let credit = Allocation.byWeights(-amount, weights: weights, unit: unit)
      #expect(cost?.shares.map { -$0 } == credit?.shares)
    }
  }

  /// Weights with thirteen digits and more take the way of 256-bit products.
  @Test(arguments: 0..<60)
  func `large and fine weights give what small ones give`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed + 5000))
    let small = (0..<20).map { _ in Int128(Int.random(in: 1...5000, using: &generator)) }
    let factor: Int128 = 999_999_999_999_999_999
    let amount = exact(Double(Int.random(in: 1...1_000_000, using: &generator)) / 100)
    let narrow = Allocation.byWeights(amount, weights: small.map { ExactDecimal(units: $0) })
    let wide = Allocation.byWeights(
      amount, weights: small.map { ExactDecimal(units: $0 * factor) })
    #expect(narrow == wide)
    #expect(try #require(wide).allocated == amount)
  }

  @Test func `one customer takes all, none takes nothing`() {
    #expect(Allocation.byWeights(exact(12.34), weights: [7])?.shares == [exact(12.34)])
    #expect(Allocation.byWeights(5, weights: []) == nil)
    #expect(Allocation.byWeights(5, weights: [0, 0]) == nil)
    #expect(Allocation.byWeights(5, weights: [3, -3]) == nil)
    #expect(Allocation.evenly(5, among: 0) == nil)
  }

  @Test func `weights that nearly cancel out are refused rather than blown up`() {
    let tiny = ExactDecimal(units: 1)
    let huge = ExactDecimal.largestAccepted
    #expect(Allocation.byWeights(1_000_000, weights: [huge, tiny - huge]) == nil)
  }

  @Test func `ties go to the larger weight, then to the earlier one`() {
    let cents = Allocation.byWeights(exact(0.05), weights: [1, 1, 1], unit: exact(0.01))
    #expect(cents?.shares == exact([0.02, 0.02, 0.01]))
    let halves = Allocation.byWeights(exact(0.1), weights: [1, 3], unit: exact(0.05))
    #expect(halves?.shares == exact([0, 0.1]))
  }

  @Test func `what is less than half a unit of the pool is left over`() {
    let split = Allocation.byWeights(exact(10.004), weights: [1, 1], unit: exact(0.01))
    #expect(split?.shares == exact([5, 5]))
    #expect(split?.leftOver == exact(0.004))
  }

  @Test func `percents under and over a hundred`() throws {
    let split = try Allocation.byPercent(200, percents: exact([0.3, 0.2]))
    #expect(split.shares == [60, 40])
    #expect(split.leftOver == 100)
    #expect(throws: AllocationError.percentsOverHundred(sum: 101)) {
      try Allocation.byPercent(200, percents: [60, 41])
    }
  }

  @Test func `fixed amounts over the pool are refused, also for credits`() throws {
    #expect(try Allocation.fixed(100, amounts: [30, 20]).leftOver == 50)
    #expect(try Allocation.fixed(-100, amounts: [-30, -20]).leftOver == -50)
    #expect(throws: AllocationError.fixedOverAmount(sum: 110)) {
      try Allocation.fixed(100, amounts: [60, 50])
    }
    #expect(throws: AllocationError.fixedOverAmount(sum: -110)) {
      try Allocation.fixed(-100, amounts: [-60, -50])
    }
  }
}
