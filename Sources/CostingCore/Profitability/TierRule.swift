public import FinanceModel

/// Who is a VIP, who a regular and who a potential customer (SEMANTICS of tiers: by net margin).
public struct TierRule: Sendable, Hashable {
  /// Share of the buying customers that are VIP, 0.2 for 20 %.
  public var vipShare: Double
  /// Net margin from which a customer is VIP; replaces the share.
  public var vipThreshold: Amount?
  /// Revenue below which a customer is a potential one; nil or zero for no floor.
  public var potentialFloor: Amount?

  public init(vipShare: Double = 0.2, vipThreshold: Amount? = nil, potentialFloor: Amount? = nil) {
    self.vipShare = vipShare
    self.vipThreshold = vipThreshold
    self.potentialFloor = potentialFloor
  }

  /// The rule that a workbook's settings state.
  public init(_ settings: CostingSettings) {
    self.init(
      vipShare: settings.vipShare, vipThreshold: settings.vipThreshold,
      potentialFloor: settings.potentialFloor)
  }

  /// ⌈share × customers⌉, counted exactly: a fifth of 15 is 3.
  public func vipSeats(among buyers: Int) -> Int {
    guard let share = ExactDecimal(vipShare), share.isPositive, buyers > 0 else { return 0 }
    guard share < 1 else { return buyers }
    let one = ExactDecimal.unitsPerOne
    return Int(clamping: (share.units * Int128(buyers) + one - 1) / one)
  }

  /// The tier of a customer that bought in the period; who did not is a potential one.
  ///
  /// - Parameter isWithinSeats: whether its rank among buyers is within ``vipSeats(among:)``.
  public func tier(netMargin: Amount, revenue: Amount, isWithinSeats: Bool) -> Tier {
    let isVIP =
      if let vipThreshold { netMargin >= vipThreshold } else {
        isWithinSeats && netMargin.isPositive
      }
    if isVIP { return .vip }
    if let potentialFloor, potentialFloor.isPositive, revenue < potentialFloor {
      return .potential
    }
    return .regular
  }
}
