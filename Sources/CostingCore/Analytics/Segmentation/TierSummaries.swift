import FinanceModel

extension AnalysisFacts {
  /// Customers, profit and service cost by tier; empty where no customer has a tier.
  func tierSummaries() -> [TierSummary] {
    var byTier: [Tier: TierSummary] = [:]
    for place in places {
      let customer = results.customers[place]
      guard let tier = customer.tier else { continue }
      byTier[tier, default: TierSummary(tier: tier, customers: 0)].add(customer)
    }
    let all = byTier.values
    let revenue = all.reduce(Amount.zero) { $0 + $1.revenue }
    let margin = all.reduce(Amount.zero) { $0 + $1.netMargin }
    let service = all.reduce(Amount.zero) { $0 + $1.serviceCost }
    return Tier.allCases.compactMap { byTier[$0] }.map { tier in
      var tier = tier
      tier.revenueShare = share(tier.revenue, revenue)
      tier.marginShare = share(tier.netMargin, margin)
      tier.serviceCostShare = share(tier.serviceCost, service)
      return tier
    }
  }

  private func share(_ part: Amount, _ whole: Amount) -> Double? {
    whole.isPositive ? part.ratio(to: whole) : nil
  }
}

extension TierSummary {
  fileprivate mutating func add(_ customer: CustomerResult) {
    customers += 1
    revenue += customer.revenue
    netMargin += customer.netMargin
    serviceCost += customer.costToServe
  }
}
