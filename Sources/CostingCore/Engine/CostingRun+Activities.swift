import FinanceModel

extension CostingRun {
  /// Places of activities by the place of the pool that they draw on.
  mutating func activitiesByPool() -> [Int: [Int]] {
    var poolPlaces: [NameKey: Int] = [:]
    for (place, pool) in pools.enumerated() where poolPlaces[NameKey(pool.name)] == nil {
      poolPlaces[NameKey(pool.name)] = place
    }
    var byPool: [Int: [Int]] = [:]
    for (place, activity) in inputs.activities.enumerated() {
      if let pool = poolPlaces[NameKey(activity.pool)] {
        byPool[pool, default: []].append(place)
      } else {
        let nearest = NearestName.of(activity.pool, among: pools.map(\.name))
        note(
          CostingFinding.activityWithoutPool, at: activity.provenance,
          ["activity": activity.name, "pool": activity.pool, "nearest": hint(nearest)])
      }
    }
    return byPool
  }

  /// Splits a pool among its activities, then each among the customers that used it.
  mutating func allocateByActivities(_ place: Int, _ activities: [Int]) {
    results.pools[place].driver = nil
    let plan = ActivityPlan(activities, of: inputs.activities)
    reportUnmeasured(plan.unmeasured, pool: place)
    let used = eligibleUse(of: activities, pool: place)
    guard let rest = assignShares(plan.shared, pool: place) else { return }
    if plan.timed.isEmpty {
      if !rest.isZero { reportOpenShares(plan.shared, rest: rest, pool: place) }
    } else {
      assignTime(plan.timed, of: rest, use: used, pool: place)
    }
    results.pools[place].byCustomer = Array(repeating: 0, count: customerCount)
    for activity in activities { charge(activity, use: used[activity] ?? [], pool: place) }
  }

  /// What each customer used of each activity; also written to the results.
  private mutating func eligibleUse(of activities: [Int], pool place: Int) -> [Int: [Quantity]] {
    var use: [Int: [Quantity]] = [:]
    for activity in activities {
      let found = catalogue.find(inputs.activities[activity].driver)
      results.activities[activity].driverPlace = found
      let quantities =
        found.map { catalogue.used[$0].quantities } ?? Array(repeating: 0, count: customerCount)
      let eligible = eligible(quantities, pool: place)
      use[activity] = eligible
      results.activities[activity].driverQuantity = eligible.sum
    }
    return use
  }

  /// Assigns each activity its share of the pool.
  ///
  /// - Returns: what the shares leave of the pool; nil where they are more than all of it.
  private mutating func assignShares(_ shared: [Int], pool place: Int) -> Amount? {
    let shares = shared.map { inputs.activities[$0].share ?? 1 }
    let sum = shares.sum
    do throws(AllocationError) {
      let split = try Allocation.byPercent(cost(ofPool: place), percents: shares)
      for (activity, amount) in zip(shared, split.shares) {
        let written = (inputs.activities[activity].share ?? 1).doubleValue
        results.activities[activity].share = sum <= 1 ? written : written / 100
        results.activities[activity].amount = amount
      }
      return split.leftOver
    } catch {
      refuse(place, CostingFinding.sharesOverHundred, ["total": sum.description])
      return nil
    }
  }

  /// Assigns each time-driven activity the cost of its minutes; what the practical capacity has
  /// beyond them is unused.
  private mutating func assignTime(
    _ timed: [Int], of amount: Amount, use: [Int: [Quantity]], pool place: Int
  ) {
    let minutes = timed.map { activity -> Quantity in
      let unitTime = inputs.activities[activity].unitTime ?? 0
      return (use[activity] ?? []).sum.multiplied(by: unitTime) ?? 0
    }
    let used = minutes.sum
    results.pools[place].minutesUsed = used
    let base = capacityBase(place, used: used)
    guard base.isPositive, !used.isNegative,
      let split = Allocation.byWeights(amount, weights: minutes + [base - used])
    else {
      refuse(place, CostingFinding.driverAllZero, ["driver": driverNames(timed)])
      return
    }
    results.pools[place].rate = amount.ratio(to: base)
    for (index, activity) in timed.enumerated() {
      results.activities[activity].unitTime = inputs.activities[activity].unitTime
      results.activities[activity].minutes = minutes[index]
      results.activities[activity].amount = split.shares[index]
    }
    results.pools[place].unusedCapacity = split.shares.last ?? 0
  }

  /// Charges the customers that used an activity.
  private mutating func charge(_ activity: Int, use: [Quantity], pool place: Int) {
    let amount = results.activities[activity].amount
    let total = results.activities[activity].driverQuantity
    guard total.isPositive, let split = Allocation.byWeights(amount, weights: use) else {
      if !amount.isZero || results.activities[activity].driverPlace == nil {
        reportUnused(activity, pool: place)
      }
      return
    }
    results.activities[activity].rate = amount.ratio(to: total)
    results.activities[activity].byCustomer = split.shares
    for (customer, share) in split.shares.enumerated() {
      results.pools[place].byCustomer[customer] += share
    }
  }

  private func driverNames(_ activities: [Int]) -> String {
    activities.map { inputs.activities[$0].driver }.joined(separator: ", ")
  }

  private mutating func reportUnmeasured(_ activities: [Int], pool place: Int) {
    for activity in activities {
      note(
        CostingFinding.activityWithoutMeasure, at: inputs.activities[activity].provenance,
        ["activity": inputs.activities[activity].name, "pool": pools[place].name])
    }
  }

  private mutating func reportUnused(_ activity: Int, pool place: Int) {
    let row = inputs.activities[activity]
    let code =
      results.activities[activity].driverPlace == nil
      ? CostingFinding.unknownDriver : CostingFinding.activityUnused
    leave(
      place, results.activities[activity].amount, code,
      values: [
        "activity": row.name, "driver": row.driver,
        "nearest": hint(catalogue.nearest(to: row.driver)),
      ], at: row.provenance)
  }

  private mutating func reportOpenShares(_ shared: [Int], rest: Amount, pool place: Int) {
    let sum = shared.map { inputs.activities[$0].share ?? 1 }.sum
    leave(
      place, rest, CostingFinding.sharesUnderHundred, values: ["total": sum.description])
  }
}

/// How each activity of one pool takes its part: by time, by share, or not at all.
struct ActivityPlan {
  var timed: [Int] = []
  var shared: [Int] = []
  var unmeasured: [Int] = []

  /// Time goes before share where every activity has a time. An only activity that has neither
  /// takes the whole pool.
  init(_ places: [Int], of activities: [Activity]) {
    let isTimeDriven = places.allSatisfy { activities[$0].unitTime != nil }
    for place in places {
      let activity = activities[place]
      if activity.unitTime != nil, isTimeDriven || activity.share == nil {
        timed.append(place)
      } else if activity.share != nil || places.count == 1 {
        shared.append(place)
      } else {
        unmeasured.append(place)
      }
    }
  }
}
