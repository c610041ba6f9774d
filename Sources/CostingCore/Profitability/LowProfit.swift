import FinanceModel

/// Finds out why customers earn less than average.
public enum LowProfit {
  /// How many pools a diagnosis names.
  public static let poolsNamed = 3
  /// How many diagnoses are explained by pools and bridges, those with the largest shortfall. For
  /// any other customer ask ``largestExcesses(of:in:)``.
  public static let explainedAtMost = 10_000

  /// The customers below the portfolio's margin, the largest shortfall first, each with the pools
  /// that cost it the most beyond average.
  ///
  /// excess(c, p) = cost(c, p) − revenue(c) × Σ cost(p) / Σ revenue.
  ///
  /// - Complexity: linear in customers × pools, plus sorting those below the margin.
  public static func diagnoses(in results: CostingResults) -> [LowProfitDiagnosis] {
    let totals = results.totals
    guard totals.revenue.isPositive, !results.pools.isEmpty else { return [] }
    var areRanked = [Bool](repeating: false, count: results.customers.count)
    for customer in results.ranking { areRanked[customer] = true }
    var below: [(customer: Int, shortfall: Amount)] = []
    for (customer, line) in results.customers.enumerated() where areRanked[customer] {
      let expected = totals.netMargin.share(line.revenue.units, of: totals.revenue.units) ?? 0
      if line.netMargin < expected { below.append((customer, line.netMargin - expected)) }
    }
    var diagnoses = below.ordered(
      by: { $0.shortfall.units.ascendingKey },
      then: { ($0.shortfall, $0.customer) < ($1.shortfall, $1.customer) }
    ).map { LowProfitDiagnosis(customer: $0.customer, shortfall: $0.shortfall) }
    for place in diagnoses.indices.prefix(explainedAtMost) {
      diagnoses[place] = explained(diagnoses[place], in: results)
    }
    return diagnoses
  }

  private static func explained(
    _ diagnosis: LowProfitDiagnosis, in results: CostingResults
  ) -> LowProfitDiagnosis {
    var diagnosis = diagnosis
    diagnosis.excesses = largestExcesses(of: diagnosis.customer, in: results)
    diagnosis.bridge = MarginBridge(
      from: results.totals, to: results.customers[diagnosis.customer])
    return diagnosis
  }

  /// The pools that a customer costs the most in beyond average, largest first; only positive ones.
  public static func largestExcesses(
    of customer: Int, in results: CostingResults
  ) -> [PoolExcess] {
    guard results.customers.indices.contains(customer) else { return [] }
    let revenue = results.customers[customer].revenue
    let share = revenue.ratio(to: results.totals.revenue) ?? 0
    var largest: [(place: Int, excess: Double)] = []
    for (place, pool) in results.pools.enumerated() where customer < pool.byCustomer.count {
      let average = pool.allocated.doubleValue * share
      let excess = pool.byCustomer[customer].doubleValue - average
      guard excess > 0, largest.count < poolsNamed || excess > largest[poolsNamed - 1].excess
      else { continue }
      let position = largest.firstIndex { $0.excess < excess } ?? largest.count
      largest.insert((place, excess), at: position)
      if largest.count > poolsNamed { largest.removeLast() }
    }
    return largest.compactMap { exact($0.place, customer: customer, in: results) }
  }

  private static func exact(
    _ place: Int, customer: Int, in results: CostingResults
  ) -> PoolExcess? {
    let pool = results.pools[place]
    let revenue = results.customers[customer].revenue
    let average = pool.allocated.share(revenue.units, of: results.totals.revenue.units) ?? 0
    let excess = pool.byCustomer[customer] - average
    return excess.isPositive ? PoolExcess(pool: place, excess: excess) : nil
  }
}
