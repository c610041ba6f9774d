import FinanceModel

extension CostingRun {
  /// Ranks the customers.
  mutating func rankCustomers() {
    if hasNoCost {
      results.rankingBasis = .revenue
      if customerCount > 0 { note(CostingFinding.rankedByRevenue) }
    }
    let margins = results.customers.map(\.netMargin)
    results.ranking = Ranking.order(
      of: 0..<(inputs.unassignedIndex ?? customerCount), margins: margins,
      revenues: results.customers.map(\.revenue), ids: inputs.customers.lazy.map(\.id))
    // In order of rank customers lie all over the memory: only columns are gone through that way.
    var cumulative: Amount = 0
    var ranks = [Int](repeating: 0, count: customerCount)
    var cumulatives = [Amount](repeating: 0, count: customerCount)
    for (place, customer) in results.ranking.enumerated() {
      cumulative += margins[customer]
      (ranks[customer], cumulatives[customer]) = (place + 1, cumulative)
    }
    for customer in results.customers.indices where ranks[customer] > 0 {
      results.customers[customer].rank = ranks[customer]
      results.customers[customer].cumulativeMargin = cumulatives[customer]
    }
  }

  /// Derives curve, classes, tiers and quadrants from the ranking.
  mutating func gradeCustomers() {
    let margins = results.customers.map(\.netMargin)
    let ranked = results.ranking.map { margins[$0] }
    results.curve = ranked.isEmpty ? nil : WhaleCurve(ranked: ranked)
    let classes = ABCClassification.classify(
      ranked: ranked, aLine: inputs.settings.classALine, bLine: inputs.settings.classBLine)
    let (tiers, matrix) = (tiers(margins), matrix)
    for customer in results.customers.indices {
      guard let rank = results.customers[customer].rank else { continue }
      results.customers[customer].valueClass = classes[rank - 1]
      results.customers[customer].tier = tiers[rank - 1]
      results.customers[customer].quadrant = matrix.quadrant(of: results.customers[customer])
    }
  }

  private var hasNoCost: Bool {
    let costs: Set<SalesMeasure> = [.productCost, .commission, .freight, .otherDirectCost]
    return inputs.measures.isDisjoint(with: costs) && results.pools.isEmpty
      && results.customers.allSatisfy(\.directCost.isZero)
  }

  /// In order of rank.
  private func tiers(_ margins: [Amount]) -> [Tier] {
    let rule = TierRule(inputs.settings)
    let revenues = results.customers.map(\.revenue)
    let areBuyers = results.customers.indices.map { isBuyer($0) }
    let seats = rule.vipSeats(among: results.ranking.count { areBuyers[$0] })
    var taken = 0
    return results.ranking.map { customer in
      guard areBuyers[customer] else { return .potential }
      defer { taken += 1 }
      return rule.tier(
        netMargin: margins[customer], revenue: revenues[customer], isWithinSeats: taken < seats)
    }
  }

  private var matrix: ValueCostMatrix {
    ValueCostMatrix(results.customers.lazy.filter { $0.rank != nil })
  }
}
