import FinanceModel

extension CostingRun {
  /// Allocates every pool to the customers.
  mutating func allocatePools() {
    results.activities = inputs.activities.map { activity in
      ActivityResult(
        name: activity.name, pool: activity.pool, driver: activity.driver, driverQuantity: 0,
        amount: 0)
    }
    let activities = activitiesByPool()
    for place in pools.indices {
      allocatePool(place, activities: activities[place] ?? [])
      finishPool(place)
    }
    results.drivers = catalogue.used
  }

  /// Own and received cost of a pool.
  func cost(ofPool place: Int) -> Amount {
    results.pools[place].amount + results.pools[place].received
  }

  private mutating func allocatePool(_ place: Int, activities: [Int]) {
    let pool = pools[place]
    guard reachesSomebody(place) else { return }
    if !activities.isEmpty {
      if pool.method == .driver || pool.method == .unallocated {
        allocateByActivities(place, activities)
        return
      }
      note(
        CostingFinding.activitiesNotUsed, at: pool.provenance,
        ["pool": pool.name, "method": pool.method.rawValue])
    }
    switch pool.method {
    case .driver: allocateByDriver(place)
    case .even: allocateEvenly(place)
    case .percent: allocateByPercent(place)
    case .fixed: allocateFixed(place)
    case .revenue: allocateByRevenue(place)
    case .unallocated: break
    }
  }

  /// Rounds where that is asked for, and puts what is left on the unallocated line.
  private mutating func finishPool(_ place: Int) {
    if let unit = inputs.settings.rounding, unit.isPositive {
      let split = Allocation.rounded(results.pools[place].byCustomer, toMultipleOf: unit)
      results.pools[place].byCustomer = split.shares
      results.pools[place].roundingDifference = split.leftOver
    }
    let allocated = results.pools[place].byCustomer.sum
    results.pools[place].allocated = allocated
    results.pools[place].unallocated =
      cost(ofPool: place) - allocated - results.pools[place].unusedCapacity
  }

  private mutating func allocateByDriver(_ place: Int) {
    guard let name = pools[place].driver, !NameKey(name).isEmpty else {
      refuse(place, CostingFinding.noDriverNamed)
      return
    }
    guard let found = catalogue.find(name) else {
      refuseUnknown(place, driver: name)
      return
    }
    results.pools[place].driverPlace = found
    allocate(place, by: catalogue.used[found].quantities, driver: name)
  }

  /// Shares a pool by quantities, up to its practical capacity.
  private mutating func allocate(_ place: Int, by quantities: [Quantity], driver: String) {
    let weights = eligible(quantities, pool: place)
    let total = weights.sum
    results.pools[place].driverTotal = total
    guard isUsable(weights, total: total, pool: place, driver: driver) else { return }
    let base = capacityBase(place, used: total)
    let cost = cost(ofPool: place)
    results.pools[place].rate = cost.ratio(to: base)
    let used = base == total ? cost : cost.share(total.units, of: base.units) ?? cost
    guard let split = Allocation.byWeights(used, weights: weights) else {
      refuse(
        place, CostingFinding.shareOutOfRange, ["driver": driver, "total": total.description])
      return
    }
    results.pools[place].byCustomer = split.shares
    results.pools[place].unusedCapacity = cost - used
  }

  /// What the rate is taken over: the practical capacity, or the use where that is larger.
  mutating func capacityBase(_ place: Int, used: Quantity) -> Quantity {
    let pool = pools[place]
    guard let capacity = pool.practicalCapacity else { return used }
    guard capacity.isPositive else {
      note(
        CostingFinding.capacityNotPositive, at: pool.provenance,
        ["pool": pool.name, "capacity": capacity.description])
      return used
    }
    results.pools[place].practicalCapacity = capacity
    if inputs.settings.chargesUnusedCapacity, used.isPositive { return used }
    guard capacity < used else { return capacity }
    note(
      CostingFinding.capacityBelowUse, at: pool.provenance,
      ["pool": pool.name, "capacity": capacity.description, "used": used.description])
    return used
  }

  private mutating func isUsable(
    _ weights: [Quantity], total: Quantity, pool place: Int, driver: String
  ) -> Bool {
    if total.isPositive { return true }
    let isAllZero = weights.allSatisfy(\.isZero)
    refuse(
      place, isAllZero ? CostingFinding.driverAllZero : CostingFinding.driverNotPositive,
      ["driver": driver, "total": total.description])
    return false
  }

  private mutating func allocateByRevenue(_ place: Int) {
    let weights = eligible(revenues, pool: place)
    let total = weights.sum
    results.pools[place].driverTotal = total
    guard total.isPositive,
      let split = Allocation.byWeights(cost(ofPool: place), weights: weights)
    else {
      refuse(place, CostingFinding.revenueNotPositive, ["total": total.description])
      return
    }
    results.pools[place].rate = cost(ofPool: place).ratio(to: total)
    results.pools[place].byCustomer = split.shares
  }

  private mutating func allocateEvenly(_ place: Int) {
    let hasSales = (0..<customerCount).contains { isBuyer($0) }
    let sharing = (0..<customerCount).map { customer -> Quantity in
      guard customer != inputs.unassignedIndex else { return 0 }
      return !hasSales || isBuyer(customer) ? 1 : 0
    }
    let weights = eligible(sharing, pool: place)
    guard let split = Allocation.byWeights(cost(ofPool: place), weights: weights) else {
      refuse(place, CostingFinding.nobodyToShare)
      return
    }
    results.pools[place].driverTotal = weights.sum
    results.pools[place].rate = cost(ofPool: place).ratio(to: weights.sum)
    results.pools[place].byCustomer = split.shares
  }

  /// Whether a customer, other than the unassigned line, has a sales line in the period.
  func isBuyer(_ customer: Int) -> Bool {
    facts(customer).lines > 0 && customer != inputs.unassignedIndex
  }
}
