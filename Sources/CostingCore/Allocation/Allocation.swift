public import FinanceModel

/// Splits an amount among cost objects so that nothing is lost: the shares and what is left over add
/// up to the amount exactly, whatever the order or the number of threads.
///
/// Every function takes one weight (quantity, percent, amount) a cost object and answers with one
/// share each, in the same order.
///
///     let split = Allocation.byWeights(182.25, weights: [98, 2], unit: 0.01)
///     // shares 178.61 and 3.64: the half cents go to the larger weight
public enum Allocation {
  /// Shares in proportion to weights; negative weights (credits) take negative shares.
  ///
  /// Each share is `amount × weight / Σ weights` cut to a multiple of the unit; the units left over
  /// go to the largest remainders (Hamilton 1792), ties to the larger weight, then to the earlier one.
  ///
  /// - Parameters:
  ///   - amount: what is split; may be negative.
  ///   - weights: one a cost object.
  ///   - unit: what shares are multiples of; nil for 10⁻¹². What is less than half a unit of the
  ///     amount itself stays (or, negative, is missing) in ``AllocationSplit/leftOver``.
  /// - Returns: nil where the weights add up to zero, or so nearly that a share leaves the range of
  ///   an amount.
  /// - Complexity: linear in the number of weights.
  public static func byWeights(
    _ amount: Amount, weights: [Quantity], unit: Amount? = nil
  ) -> AllocationSplit? {
    guard let scale = WeightScale(weights) else { return nil }
    guard let unit, unit.isPositive else {
      return scale.split(amount.units, unit: 1).map { AllocationSplit(shares: $0, leftOver: 0) }
    }
    let target = amount.rounded(toMultipleOf: unit)
    return scale.split(target.units / unit.units, unit: unit.units).map {
      AllocationSplit(shares: $0, leftOver: amount - target)
    }
  }

  /// The same share for each of `count` cost objects; where units are left over, the first ones get
  /// one more. Nil for none.
  public static func evenly(
    _ amount: Amount, among count: Int, unit: Amount? = nil
  ) -> AllocationSplit? {
    guard count > 0 else { return nil }
    return byWeights(amount, weights: Array(repeating: 1, count: count), unit: unit)
  }

  /// Shares by percent: 40 for 40 %, or 0.4 where all of them add up to at most 1.
  ///
  /// Less than 100 % leaves the rest in ``AllocationSplit/leftOver``.
  ///
  /// - Throws: ``AllocationError/percentsOverHundred(sum:)``, or ``AllocationError/outOfRange``.
  public static func byPercent(
    _ amount: Amount, percents: [Quantity], unit: Amount? = nil
  ) throws(AllocationError) -> AllocationSplit {
    let sum = percents.sum
    let whole: Quantity = sum <= 1 ? 1 : 100
    guard sum <= whole else { throw .percentsOverHundred(sum: sum) }
    guard let split = byWeights(amount, weights: percents + [whole - sum], unit: unit) else {
      throw .outOfRange
    }
    return split.movingLastToLeftOver()
  }

  /// Stated amounts, one a cost object; what they do not use up is left over.
  ///
  /// - Throws: ``AllocationError/fixedOverAmount(sum:)`` where they add up to more than the amount.
  public static func fixed(
    _ amount: Amount, amounts: [Amount]
  ) throws(AllocationError) -> AllocationSplit {
    let sum = amounts.sum
    let isOver = amount.isNegative ? sum < amount : sum > amount
    guard !isOver else { throw .fixedOverAmount(sum: sum) }
    return AllocationSplit(shares: amounts, leftOver: amount - sum)
  }

  /// Moves shares to multiples of a unit and keeps their sum, to the nearest unit.
  ///
  /// Largest remainder; ties to the larger share, then to the earlier one.
  public static func rounded(_ shares: [Amount], toMultipleOf unit: Amount) -> AllocationSplit {
    let sum = shares.sum
    return AllocationSplit(
      shares: LargestRemainder.round(shares, toMultipleOf: unit),
      leftOver: sum - sum.rounded(toMultipleOf: unit))
  }
}

/// What became of an amount: `shares.sum + leftOver` is the amount.
public struct AllocationSplit: Sendable, Hashable {
  /// One a cost object, in the order of the weights.
  public var shares: [Amount]
  /// What no cost object bears.
  public var leftOver: Amount

  public init(shares: [Amount], leftOver: Amount) {
    self.shares = shares
    self.leftOver = leftOver
  }

  /// What the cost objects bear together.
  public var allocated: Amount { shares.sum }

  /// The last share counted as left over, for splits that carry the rest as a weight of its own.
  func movingLastToLeftOver() -> AllocationSplit {
    var split = self
    split.leftOver += split.shares.popLast() ?? 0
    return split
  }
}

/// Why an allocation rule cannot be followed.
public enum AllocationError: Error, Hashable {
  /// Percents add up to more than 100.
  case percentsOverHundred(sum: Quantity)
  /// Fixed amounts add up to more than there is.
  case fixedOverAmount(sum: Amount)
  /// The weights add up to zero, or a share is beyond what an amount holds.
  case outOfRange
}

extension Sequence<ExactDecimal> {
  /// The exact sum.
  @inlinable public var sum: ExactDecimal {
    var units: Int128 = 0
    for value in self { units += value.units }
    return ExactDecimal(units: units)
  }
}
