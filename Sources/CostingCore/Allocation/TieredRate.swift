public import FinanceModel

/// A rate that changes with quantity: volume pricing, graduated commissions, freight scales.
///
/// Tiers are in ascending order; the last one may be open. A quantity beyond a closed last tier is
/// charged at the last tier's rate.
public struct TieredRate: Sendable, Hashable {
  public var tiers: [Tier]

  /// The tiers in ascending order of their ends; nil where there are none, two ends are equal, or an
  /// open tier is not the last.
  public init?(_ tiers: [Tier]) {
    let ends = tiers.map(\.through)
    guard !tiers.isEmpty, !ends.dropLast().contains(nil) else { return nil }
    let closed = ends.compactMap { $0 }
    guard zip(closed, closed.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    self.tiers = tiers
  }

  /// A span of quantities and what one unit costs in it.
  public struct Tier: Sendable, Hashable {
    /// The last quantity of the tier; nil for the open end.
    public var through: Quantity?
    public var rate: Amount
    /// A flat fee for entering the tier.
    public var fee: Amount

    public init(through: Quantity?, rate: Amount, fee: Amount = 0) {
      self.through = through
      self.rate = rate
      self.fee = fee
    }
  }

  /// All units at the rate of the tier that the quantity falls in.
  ///
  ///     // up to 5 at 7, up to 10 at 6.5, more at 6
  ///     rate.allUnits(6)   // 39
  ///
  /// Zero for a quantity of zero or less; nil where the amount is out of range.
  public func allUnits(_ quantity: Quantity) -> Amount? {
    guard quantity.isPositive else { return 0 }
    let tier = tiers.first { $0.through.map { quantity <= $0 } ?? true } ?? tiers[tiers.count - 1]
    return quantity.multiplied(by: tier.rate).map { $0 + tier.fee }
  }

  /// Every unit at the rate of the tier that it falls in itself.
  ///
  ///     rate.graduated(6)  // 5 × 7 + 1 × 6.5 = 41.5
  ///
  /// Zero for a quantity of zero or less; nil where the amount is out of range.
  public func graduated(_ quantity: Quantity) -> Amount? {
    var amount: Amount = 0
    var before: Quantity = 0
    for (place, tier) in tiers.enumerated() where quantity > before {
      let end = place == tiers.count - 1 ? quantity : min(quantity, tier.through ?? quantity)
      guard let part = (end - before).multiplied(by: tier.rate) else { return nil }
      amount += part + tier.fee
      before = end
    }
    return amount
  }
}
