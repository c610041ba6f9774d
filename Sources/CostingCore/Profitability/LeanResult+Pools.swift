import FinanceModel

extension LeanResult {
  /// What pools spend on nothing that a customer values; nil where no pool is flagged and none has
  /// unused capacity.
  ///
  /// Unused capacity of a flagged pool counts as idle, not twice.
  ///
  /// - Parameter flags: whether each pool adds value, nil where the workbook does not say; parallel
  ///   to `pools`.
  public init?(_ pools: [PoolResult], flags: [Bool?]) {
    let isTold =
      flags.contains { $0 != nil } || pools.contains { $0.practicalCapacity != nil }
    guard isTold else { return nil }
    self.init()
    var total: ExactDecimal = 0
    for (pool, isValueAdded) in zip(pools, flags) {
      let cost = pool.amount + pool.received
      total += cost
      idle += pool.unusedCapacity
      if isValueAdded == false { nonValueAdded += cost - pool.unusedCapacity }
    }
    waste = nonValueAdded + idle
    wasteShare = waste.ratio(to: total)
  }
}
