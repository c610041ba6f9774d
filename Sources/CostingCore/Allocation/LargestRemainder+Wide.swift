import FinanceModel

extension LargestRemainder {
  /// Shares of `count` units by weights of any size, with 256-bit products; nil where a share could
  /// leave the range.
  static func split(_ count: Int128, byWide weights: [Int128], unit: Int128) -> [Amount]? {
    let sum = weights.reduce(Int128(0), &+)
    let total = sum.magnitude
    let largest = weights.map(\.magnitude).max() ?? 0
    let reach = Double(count.magnitude) * (Double(largest) / Double(total))
    guard reach < 1e30 else { return nil }
    var counts: [Int128] = []
    var remainders: [UInt128] = []
    for weight in weights {
      let product = weight.magnitude.multipliedFullWidth(by: count.magnitude)
      let (quotient, remainder) = total.dividingFullWidth(product)
      let value = Int128(truncatingIfNeeded: quotient)
      let isNegative = (weight < 0) != (sum < 0)
      counts.append(isNegative ? (remainder == 0 ? -value : -value - 1) : value)
      remainders.append(isNegative && remainder != 0 ? total - remainder : remainder)
    }
    let left = Int128(truncatingIfNeeded: count.magnitude) - counts.reduce(Int128(0), &+)
    let order = byRemainder(remainders, weights: weights, isTurned: sum < 0)
    for index in order.prefix(Int(clamping: max(0, left))) { counts[index] += 1 }
    let step = count < 0 ? -unit : unit
    return counts.map { Amount(units: $0 * step) }
  }

  private static func byRemainder(
    _ remainders: [UInt128], weights: [Int128], isTurned: Bool
  ) -> [Int] {
    remainders.indices.sorted { first, second in
      if remainders[first] != remainders[second] { return remainders[first] > remainders[second] }
      if weights[first] != weights[second] {
        return (weights[first] > weights[second]) != isTurned
      }
      return first < second
    }
  }
}
