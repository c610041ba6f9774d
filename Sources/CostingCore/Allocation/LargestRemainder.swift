import FinanceModel

/// Hamilton's method: cut every share down to whole units, then give the units left over to the
/// largest remainders, ties to the larger weight, then to the earlier place.
enum LargestRemainder {
  /// Shares of `count` units by weights that fit 64 bits; nil where a share could leave the range.
  ///
  /// With `count = whole × total + part`, a share is `whole × weight + part × weight / total`, so
  /// that only the second term needs a division, of 64 bits where the numbers are small.
  ///
  /// - Parameter unit: what one unit is, in 10⁻¹².
  static func split(
    _ count: Int128, by weights: NarrowWeights, unit: Int128
  ) -> [Amount]? {
    guard isInRange(count, largest: weights.largest, total: weights.total) else { return nil }
    let magnitude = count.magnitude
    let (wideWhole, widePart) = magnitude.quotientAndRemainder(
      dividingBy: UInt128(weights.total))
    let part = UInt64(truncatingIfNeeded: widePart)
    let whole = Int128(truncatingIfNeeded: wideWhole)
    let step = count < 0 ? -unit : unit
    let isSmall = weights.total <= 1 << 32 && weights.largest <= 1 << 31
    var shares: [Amount] = []
    shares.reserveCapacity(weights.values.count)
    var remainders: [UInt64] = []
    remainders.reserveCapacity(weights.values.count)
    var given: Int128 = 0
    for weight in weights.values {
      let (quotient, remainder) =
        isSmall
        ? smallShare(of: part, weight: weight, total: weights.total)
        : share(of: part, weight: weight, total: weights.total)
      let share = whole &* Int128(weight) &+ Int128(quotient)
      given &+= share
      shares.append(Amount(units: share &* step))
      remainders.append(remainder)
    }
    let values = weights.values
    giveOut(
      Int128(truncatingIfNeeded: magnitude) - given, step: step, to: &shares,
      remainders: remainders, total: weights.total
    ) { first, second in
      values[first] == values[second] ? first < second : values[first] > values[second]
    }
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
  private static func isInRange(_ count: Int128, largest: UInt64, total: UInt64) -> Bool {
    Double(count.magnitude) * (Double(largest) / Double(total)) < 1e30
  }

  /// Adds a step to the `count` shares with the largest remainders, ties in the given order.
  ///
  /// A histogram of the remainders' leading bits finds where the line falls, so that only the
  /// places on the line are sorted: linear but for drivers with very few distinct quantities.
  ///
  /// - Parameter total: above every remainder.
  static func giveOut(
    _ count: Int128, step: Int128, to shares: inout [Amount], remainders: [UInt64],
    total: UInt64, isPreferred: (Int, Int) -> Bool
  ) {
    guard count > 0 else { return }
    let shift = UInt64(max(0, UInt64.bitWidth - total.leadingZeroBitCount - 12))
    let (line, left) = findLine(count, remainders: remainders, shift: shift)
    var onTheLine: [Int] = []
    for (index, remainder) in remainders.enumerated() {
      let bucket = Int(truncatingIfNeeded: remainder >> shift)
      if bucket > line {
        shares[index].units &+= step
      } else if bucket == line {
        onTheLine.append(index)
      }
    }
    onTheLine.sort { first, second in
      remainders[first] == remainders[second]
        ? isPreferred(first, second) : remainders[first] > remainders[second]
    }
    for index in onTheLine.prefix(left) { shares[index].units &+= step }
  }

  /// The bucket in which the last unit is given out, and how many are left for it.
  private static func findLine(
    _ count: Int128, remainders: [UInt64], shift: UInt64
  ) -> (line: Int, left: Int) {
    var histogram = [Int](repeating: 0, count: 1 << 12)
    for remainder in remainders { histogram[Int(truncatingIfNeeded: remainder >> shift)] += 1 }
    var line = histogram.count - 1
    var left = Int(clamping: count)
    while line > 0, histogram[line] <= left {
      left -= histogram[line]
      line -= 1
    }
    return (line, left)
  }
}
