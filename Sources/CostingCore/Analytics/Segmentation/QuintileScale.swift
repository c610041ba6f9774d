import FinanceModel

/// The type-7 quantiles at 20, 40, 60 and 80 % of a set of values (Hyndman & Fan, The American
/// Statistician 50, 1996), held exactly.
///
/// Each is kept as five times its value: with n values the k-th lies at (n − 1)·k / 5 between two of
/// them, so five times it is a whole number of their units.
struct QuintileScale {
  private let fiveFold: [Int128]
  /// Five times what a value must be above a quantile to count as above it; nil: anything.
  private let step: Int128?

  /// - Parameters:
  ///   - values: at least one, in any order; magnitudes below 10³⁷.
  ///   - step: nil where a value counts as above a quantile once it is larger; else how much larger
  ///     it must be at least.
  init(_ values: [Int128], step: Int128? = nil) {
    let sorted = values.ordered(by: \.ascendingKey, then: <)
    self.step = step.map { 5 * $0 }
    fiveFold = (1...4).compactMap { k in
      guard let last = sorted.indices.last else { return nil }
      let (place, fifths) = (last * k).quotientAndRemainder(dividingBy: 5)
      let low = sorted[place]
      return 5 * low + Int128(fifths) * (sorted[min(place + 1, last)] - low)
    }
  }

  /// 1 + the number of quantiles below the value: 1 … 5, 5 for the highest.
  func score(_ value: Int128) -> Int {
    1
      + fiveFold.count { quantile in
        step.map { quantile + $0 <= 5 * value } ?? (quantile < 5 * value)
      }
  }

  /// 1 … 5, 5 for the lowest: 1 + the number of quantiles above the value; with a step 6 less the
  /// score.
  func reversedScore(_ value: Int128) -> Int {
    step == nil ? 1 + fiveFold.count { $0 > 5 * value } : 6 - score(value)
  }
}
