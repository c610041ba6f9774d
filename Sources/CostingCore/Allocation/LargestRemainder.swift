import FinanceModel

/// Hamilton's method: cut every share down to whole units, then give the units left over to the
/// largest remainders, ties to the larger weight, then to the earlier place.
enum LargestRemainder {
  /// Shares of `amount` by weights that fit 64 bits; nil where a share could leave the range.
  ///
  /// With `amount = whole × total + part`, a share is `whole × weight + part × weight / total`, so
  /// that only the second term needs a division, of 64 bits where the numbers are small.
  static func split(_ amount: Int128, by weights: NarrowWeights) -> [Int128]? {
    guard isInRange(amount, largest: weights.largest, total: weights.total) else { return nil }
    let magnitude = amount.magnitude
    let (wideWhole, widePart) = magnitude.quotientAndRemainder(
      dividingBy: UInt128(weights.total))
    let isNegative = amount < 0
    var shares: [Int128] = []
    shares.reserveCapacity(weights.values.count)
    var remainders: [UInt64] = []
    remainders.reserveCapacity(weights.values.count)
    let part = UInt64(truncatingIfNeeded: widePart)
    let whole = Int128(truncatingIfNeeded: wideWhole)
    let isSmall = weights.total <= 1 << 32 && weights.largest <= 1 << 31
    var given: Int128 = 0
    for weight in weights.values {
      let (quotient, remainder) =
        isSmall
        ? smallShare(of: part, weight: weight, total: weights.total)
        : share(of: part, weight: weight, total: weights.total)
      let share = whole &* Int128(weight) &+ Int128(quotient)
      given &+= share
      shares.append(share)
      remainders.append(remainder)
    }
    let left = Int128(truncatingIfNeeded: magnitude) - given
    if left > 0 {
      let values = weights.values
      giveOut(
        Int(clamping: left), to: &shares, remainders: remainders, total: weights.total
      ) { first, second in
        values[first] == values[second] ? first < second : values[first] > values[second]
      }
    }
    if isNegative { for index in shares.indices { shares[index] = -shares[index] } }
    return shares
  }

  /// ⌊part × weight ÷ total⌋ and its remainder, where the product fits 64 bits.
  @inline(__always)
  private static func smallShare(
    of part: UInt64, weight: Int64, total: UInt64
  ) -> (quotient: Int64, remainder: UInt64) {
    let (quotient, remainder) = (part &* weight.magnitude).quotientAndRemainder(
      dividingBy: total)
    return floored(quotient, remainder, isNegative: weight < 0, total: total)
  }

  /// ⌊part × weight ÷ total⌋ and its remainder by way of a 128-bit product.
  @inline(__always)
  private static func share(
    of part: UInt64, weight: Int64, total: UInt64
  ) -> (quotient: Int64, remainder: UInt64) {
    let product = part.multipliedFullWidth(by: weight.magnitude)
    // part < total, so the quotient is below the weight and fits.
    let (quotient, remainder) = total.dividingFullWidth(product)
    return floored(quotient, remainder, isNegative: weight < 0, total: total)
  }

  @inline(__always)
  private static func floored(
    _ quotient: UInt64, _ remainder: UInt64, isNegative: Bool, total: UInt64
  ) -> (quotient: Int64, remainder: UInt64) {
    let value = Int64(truncatingIfNeeded: quotient)
    guard isNegative else { return (value, remainder) }
    return remainder == 0 ? (-value, 0) : (-value - 1, total - remainder)
  }

  /// Whether no share can pass 10³⁰ units (10¹⁸ of a currency).
  private static func isInRange(_ amount: Int128, largest: UInt64, total: UInt64) -> Bool {
    Double(amount.magnitude) * (Double(largest) / Double(total)) < 1e30
  }

  /// Adds one to the `count` places with the largest remainders, ties in the given order.
  ///
  /// A histogram of the remainders' leading bits finds where the line falls, so that only the
  /// places on the line are sorted: linear but for drivers with very few distinct quantities.
  ///
  /// - Parameter total: above every remainder.
  private static func giveOut(
    _ count: Int, to shares: inout [Int128], remainders: [UInt64], total: UInt64,
    isPreferred: (Int, Int) -> Bool
  ) {
    let shift = UInt64(max(0, UInt64.bitWidth - total.leadingZeroBitCount - 12))
    var histogram = [Int](repeating: 0, count: 1 << 12)
    for remainder in remainders { histogram[Int(remainder >> shift)] += 1 }
    var line = histogram.count - 1
    var left = count
    while line > 0, histogram[line] <= left {
      left -= histogram[line]
      line -= 1
    }
    var onTheLine: [Int] = []
    for (index, remainder) in remainders.enumerated() {
      let bucket = Int(remainder >> shift)
      if bucket > line { shares[index] += 1 } else if bucket == line { onTheLine.append(index) }
    }
    onTheLine.sort { first, second in
      remainders[first] == remainders[second]
        ? isPreferred(first, second) : remainders[first] > remainders[second]
    }
    for index in onTheLine.prefix(left) { shares[index] += 1 }
  }
}

extension LargestRemainder {
  /// The same by weights of any size, with 256-bit products.
  static func split(_ amount: Int128, byWide weights: [Int128]) -> [Int128]? {
    let sum = weights.reduce(Int128(0), &+)
    let total = sum.magnitude
    let largest = weights.map(\.magnitude).max() ?? 0
    guard Double(amount.magnitude) * (Double(largest) / Double(total)) < 1e30 else { return nil }
    var shares: [Int128] = []
    shares.reserveCapacity(weights.count)
    var remainders: [UInt128] = []
    remainders.reserveCapacity(weights.count)
    for weight in weights {
      let product = weight.magnitude.multipliedFullWidth(by: amount.magnitude)
      let (quotient, remainder) = total.dividingFullWidth(product)
      let isNegative = (weight < 0) != (sum < 0)
      let value = Int128(truncatingIfNeeded: quotient)
      shares.append(isNegative ? (remainder == 0 ? -value : -value - 1) : value)
      remainders.append(isNegative && remainder != 0 ? total - remainder : remainder)
    }
    giveOutWide(amount.magnitude, to: &shares, remainders: remainders, weights: weights, sum: sum)
    if amount < 0 { for index in shares.indices { shares[index] = -shares[index] } }
    return shares
  }

  private static func giveOutWide(
    _ amount: UInt128, to shares: inout [Int128], remainders: [UInt128], weights: [Int128],
    sum: Int128
  ) {
    let left = Int128(truncatingIfNeeded: amount) - shares.reduce(Int128(0), &+)
    guard left > 0 else { return }
    let order = shares.indices.sorted { first, second in
      if remainders[first] != remainders[second] { return remainders[first] > remainders[second] }
      if weights[first] != weights[second] {
        return (weights[first] > weights[second]) == (sum > 0)
      }
      return first < second
    }
    for index in order.prefix(Int(clamping: left)) { shares[index] += 1 }
  }

  /// Moves amounts to multiples of a unit, their sum to the nearest multiple; ties to the larger
  /// amount, then to the earlier place. What holds for an amount holds for its negative.
  static func round(_ amounts: [Amount], toMultipleOf unit: Amount) -> [Amount] {
    guard unit.isPositive else { return amounts }
    let sum = amounts.sum
    let isNegative = sum.isNegative
    let target = sum.magnitude.rounded(toMultipleOf: unit).units / unit.units
    var left = target
    var counts: [Int128] = []
    var remainders: [Int128] = []
    for amount in amounts {
      let units = isNegative ? -amount.units : amount.units
      var (count, remainder) = units.quotientAndRemainder(dividingBy: unit.units)
      if remainder < 0 { (count, remainder) = (count - 1, remainder + unit.units) }
      left -= count
      counts.append(count)
      remainders.append(remainder)
    }
    let isPreferred = { (first: Int, second: Int) in
      let (one, other) = (amounts[first].magnitude, amounts[second].magnitude)
      return one == other ? first < second : one > other
    }
    giveOutByRank(left, to: &counts, remainders: remainders, unit: unit, isPreferred: isPreferred)
    return counts.map { Amount(units: (isNegative ? -$0 : $0) * unit.units) }
  }

  private static func giveOutByRank(
    _ left: Int128, to counts: inout [Int128], remainders: [Int128], unit: Amount,
    isPreferred: (Int, Int) -> Bool
  ) {
    guard left > 0 else { return }
    if let total = UInt64(exactly: unit.units) {
      giveOut(
        Int(clamping: left), to: &counts,
        remainders: remainders.map { UInt64(truncatingIfNeeded: $0) }, total: total,
        isPreferred: isPreferred)
      return
    }
    let order = counts.indices.sorted { first, second in
      remainders[first] == remainders[second]
        ? isPreferred(first, second) : remainders[first] > remainders[second]
    }
    for index in order.prefix(Int(clamping: left)) { counts[index] += 1 }
  }
}
