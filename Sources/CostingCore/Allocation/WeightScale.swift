import FinanceModel

/// Weights brought to a common power of ten, ready to split any number of amounts.
///
/// Driver quantities are mostly small whole numbers or have two decimals. Divided by the largest
/// power of ten that they share they fit 64 bits, and a share costs one hardware division; where
/// they do not fit, a 256-bit path gives the same shares.
struct WeightScale {
  private var narrow: NarrowWeights?
  private var wide: [Int128] = []

  /// Nil where the weights add up to zero or beyond the range.
  init?(_ weights: [Quantity]) {
    narrow = NarrowWeights(weights)
    if let narrow {
      guard narrow.total != 0 else { return nil }
      return
    }
    var total: Int128 = 0
    for weight in weights {
      let (sum, overflow) = total.addingReportingOverflow(weight.units)
      guard !overflow else { return nil }
      total = sum
    }
    guard total != 0 else { return nil }
    wide = weights.map(\.units)
  }

  /// Shares of `count` units, each whole, that add up to it; nil where a share would leave the range
  /// of an amount.
  ///
  /// - Parameter unit: what one unit is, in 10⁻¹².
  func split(_ count: Int128, unit: Int128) -> [Amount]? {
    guard let narrow else { return LargestRemainder.split(count, byWide: wide, unit: unit) }
    return LargestRemainder.split(count, by: narrow, unit: unit)
  }
}

/// Weights as 64-bit integers with a common factor taken out.
struct NarrowWeights {
  var values: [Int64]
  /// Their sum, made positive by turning every sign where it was negative; 0 where they cancel out.
  var total: UInt64
  var isTurned: Bool
  /// The largest magnitude among them.
  var largest: UInt64

  /// Nil where they do not fit.
  init?(_ weights: [Quantity]) {
    let divisor = Self.commonPowerOfTen(of: weights)
    values = []
    values.reserveCapacity(weights.count)
    var sum: Int128 = 0
    largest = 0
    for weight in weights {
      guard let value = Self.narrowed(weight.units, by: divisor) else { return nil }
      values.append(value)
      sum += Int128(value)
      largest = max(largest, value.magnitude)
    }
    guard let total = UInt64(exactly: sum.magnitude), total < 1 << 62 else { return nil }
    self.total = total
    isTurned = sum < 0
    if isTurned { for index in values.indices { values[index] = -values[index] } }
  }

  private static func narrowed(_ units: Int128, by divisor: Int64) -> Int64? {
    let value: Int64
    if let small = Int64(exactly: units) {
      value = small / divisor
    } else if let quotient = Int64(exactly: units / Int128(divisor)) {
      value = quotient
    } else {
      return nil
    }
    return value.magnitude < 1 << 62 ? value : nil
  }

  /// The largest of 10¹², 10¹¹ … 1 that divides all of them.
  private static func commonPowerOfTen(of weights: [Quantity]) -> Int64 {
    var power: Int64 = 1_000_000_000_000
    for weight in weights {
      if let small = Int64(exactly: weight.units) {
        if small % 1_000_000_000_000 == 0 { continue }
        while small % power != 0 { power /= 10 }
      } else {
        while weight.units % Int128(power) != 0 { power /= 10 }
      }
    }
    return power
  }
}
