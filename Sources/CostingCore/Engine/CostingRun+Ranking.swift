import FinanceModel

extension CostingRun {
  /// Ranks the customers.
  mutating func rankCustomers() {
    if hasNoCost {
      results.rankingBasis = .revenue
      if customerCount > 0 { note(CostingFinding.rankedByRevenue) }
    }
    results.ranking = Ranking.order(
      of: 0..<(inputs.unassignedIndex ?? customerCount),
      margins: results.customers.map(\.netMargin), revenues: results.customers.map(\.revenue),
      ids: inputs.customers.lazy.map(\.id))
    var cumulative: Amount = 0
    for (place, customer) in results.ranking.enumerated() {
      cumulative += results.customers[customer].netMargin
      results.customers[customer].rank = place + 1
      results.customers[customer].cumulativeMargin = cumulative
    }
  }

  /// Derives curve, classes, tiers and quadrants from the ranking.
  mutating func gradeCustomers() {
    let margins = results.ranking.map { results.customers[$0].netMargin }
    results.curve = margins.isEmpty ? nil : WhaleCurve(ranked: margins)
    classify(margins)
    assignTiers()
    assignQuadrants()
  }

  private var hasNoCost: Bool {
    let costs: Set<SalesMeasure> = [.productCost, .commission, .freight, .otherDirectCost]
    return inputs.measures.isDisjoint(with: costs) && results.pools.isEmpty
      && results.customers.allSatisfy(\.directCost.isZero)
  }

  private mutating func classify(_ margins: [Amount]) {
    let classes = ABCClassification.classify(
      ranked: margins, aLine: inputs.settings.classALine, bLine: inputs.settings.classBLine)
    for (customer, valueClass) in zip(results.ranking, classes) {
      results.customers[customer].valueClass = valueClass
    }
  }

  private mutating func assignTiers() {
    let rule = TierRule(inputs.settings)
    let buyers = results.ranking.filter { isBuyer($0) }
    let seats = rule.vipSeats(among: buyers.count)
    for customer in results.ranking { results.customers[customer].tier = .potential }
    for (place, customer) in buyers.enumerated() {
      results.customers[customer].tier = rule.tier(
        netMargin: results.customers[customer].netMargin,
        revenue: results.customers[customer].revenue, isWithinSeats: place < seats)
    }
  }

  private mutating func assignQuadrants() {
    let matrix = ValueCostMatrix(results.ranking.lazy.map { [results] in results.customers[$0] })
    for customer in results.ranking {
      results.customers[customer].quadrant = matrix.quadrant(of: results.customers[customer])
    }
  }
}
