/// A small generator of reproducible numbers: SplitMix64 (Steele, Lea & Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014, figure 4). Integers only, so that every machine
/// draws the same samples.
struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number within the range, both ends included. The bias is below 2⁻³².
  mutating func draw(_ range: ClosedRange<Int>) -> Int {
    let span = UInt64(range.upperBound - range.lowerBound + 1)
    return range.lowerBound + Int(next().multipliedFullWidth(by: span).high)
  }

  /// True that often in a thousand.
  mutating func happens(perMille: Int) -> Bool { draw(1...1_000) <= perMille }

  /// One of them, each with its weight; nil where there is none.
  mutating func pick<Element>(_ elements: [Element], weights: [Int]) -> Element? {
    let total = weights.reduce(0, +)
    guard total > 0, elements.count == weights.count else { return nil }
    var left = draw(1...total)
    for (element, weight) in zip(elements, weights) {
      left -= weight
      if left <= 0 { return element }
    }
    return elements.last
  }

  /// One of them; nil where there is none.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[draw(0...elements.count - 1)]
  }
}
