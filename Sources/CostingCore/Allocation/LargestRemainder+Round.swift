import FinanceModel

extension LargestRemainder {
  /// Moves amounts to multiples of a unit, their sum to the nearest multiple; ties to the larger
  /// amount, then to the earlier place. What holds for an amount holds for its negative.
  static func round(_ amounts: [Amount], toMultipleOf unit: Amount) -> [Amount] {
    guard unit.isPositive else { return amounts }
    let sum = amounts.sum
    let sign: Int128 = sum.isNegative ? -1 : 1
    var left = sum.magnitude.rounded(toMultipleOf: unit).units / unit.units
    var shares: [Amount] = []
    var remainders: [Int128] = []
    for amount in amounts {
      var (count, remainder) = (amount.units * sign).quotientAndRemainder(dividingBy: unit.units)
      if remainder < 0 { (count, remainder) = (count - 1, remainder + unit.units) }
      left -= count
      shares.append(Amount(units: count * unit.units * sign))
      remainders.append(remainder)
    }
    giveOut(left, step: unit.units * sign, to: &shares, remainders: remainders, unit: unit) {
      let (first, second) = (amounts[$0].magnitude, amounts[$1].magnitude)
      return first == second ? $0 < $1 : first > second
    }
    return shares
  }

  /// Remainders of a unit that fits 64 bits go the fast way; those of larger ones are sorted.
  private static func giveOut(
    _ count: Int128, step: Int128, to shares: inout [Amount], remainders: [Int128],
    unit: Amount, isPreferred: (Int, Int) -> Bool
  ) {
    if let total = UInt64(exactly: unit.units) {
      giveOut(
        count, step: step, to: &shares,
        remainders: remainders.map { UInt64(truncatingIfNeeded: $0) }, total: total,
        isPreferred: isPreferred)
      return
    }
    let order = shares.indices.sorted { first, second in
      remainders[first] == remainders[second]
        ? isPreferred(first, second) : remainders[first] > remainders[second]
    }
    for index in order.prefix(Int(clamping: max(0, count))) { shares[index].units += step }
  }
}
