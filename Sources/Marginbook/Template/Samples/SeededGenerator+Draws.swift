import FinanceModel

/// Draws for samples: integers only, so that every machine draws the same.
extension SeededGenerator {
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
