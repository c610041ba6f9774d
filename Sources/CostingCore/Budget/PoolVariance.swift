public import FinanceModel

/// What a pool cost against what its output should have cost, in a spending part and an efficiency
/// part. Above zero is more cost than budgeted: unfavourable.
public struct PoolVariance: Sendable, Hashable {
  /// actual cost − actual driver quantity × budgeted rate
  public var spending: Amount
  /// (actual − allowed driver quantity) × budgeted rate
  public var efficiency: Amount

  /// Both together: actual cost less flexible budget.
  public var total: Amount { spending + efficiency }

  /// - Parameters:
  ///   - actualCost: what the pool cost.
  ///   - actualQuantity: driver units (hours, orders) that were used.
  ///   - allowedQuantity: driver units that the actual output should have used.
  ///   - budgetRate: budgeted cost of one driver unit.
  /// - Returns: nil where a product is out of range.
  public init?(
    actualCost: Amount, actualQuantity: Quantity, allowedQuantity: Quantity, budgetRate: Amount
  ) {
    guard let atBudgetRate = actualQuantity.multiplied(by: budgetRate),
      let efficiency = (actualQuantity - allowedQuantity).multiplied(by: budgetRate)
    else { return nil }
    spending = actualCost - atBudgetRate
    self.efficiency = efficiency
  }
}

/// What cost control achieved between two periods: the effect of the rate and of the volume.
public struct CostControlEffect: Sendable, Hashable {
  /// (old rate − new rate) × new volume; above zero is saved.
  public var saving: Amount
  /// (new volume − old volume) × old rate; above zero is more cost.
  public var volumeEffect: Amount

  /// New cost less old cost.
  public var change: Amount { volumeEffect - saving }

  /// What something cost, and how much of it was used.
  public struct Use: Sendable, Hashable {
    public var cost: Amount
    public var volume: Quantity

    public init(cost: Amount, volume: Quantity) {
      self.cost = cost
      self.volume = volume
    }
  }

  /// Nil where nothing was used in the old period, or a share is out of range.
  public init?(old: Use, new: Use) {
    guard let atOldRate = old.cost.share(new.volume.units, of: old.volume.units) else { return nil }
    saving = atOldRate - new.cost
    volumeEffect = atOldRate - old.cost
  }

  /// The effect on a pool that both results have; nil where either has no driver total.
  public init?(old: PoolResult, new: PoolResult) {
    guard let oldVolume = old.driverTotal ?? old.minutesUsed,
      let newVolume = new.driverTotal ?? new.minutesUsed
    else { return nil }
    self.init(
      old: Use(cost: old.allocated, volume: oldVolume),
      new: Use(cost: new.allocated, volume: newVolume))
  }
}
