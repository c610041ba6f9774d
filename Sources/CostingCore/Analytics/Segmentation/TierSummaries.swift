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

  /// Moves between tiers from the period before; empty where the workbook holds none.
  func tierMoves() -> [TierMove] {
    guard holdsPriorSales else { return [] }
    let before = tiers(of: inputs.priorSales)
    let now = tiers(of: inputs.sales)
    var counts: [TierMove: Int] = [:]
    for place in places {
      guard let to = now[place] else { continue }
      counts[TierMove(from: before[place], to: to, customers: 0), default: 0] += 1
    }
    let order = Tier.allCases
    return counts.map { TierMove(from: $0.key.from, to: $0.key.to, customers: $0.value) }.sorted {
      Self.rank($0, order) < Self.rank($1, order)
    }
  }

  private static func rank(_ move: TierMove, _ order: [Tier]) -> Int {
    let from = move.from.flatMap(order.firstIndex) ?? order.count
    return from * (order.count + 1) + (order.firstIndex(of: move.to) ?? order.count)
  }

  /// Whether there are sales of the time before.
  var holdsPriorSales: Bool {
    inputs.priorSales.count == inputs.customers.count
      && inputs.priorSales.contains { $0.lines > 0 || $0.orders > 0 }
  }

  /// Tiers by contribution before cost-to-serve; nil for customers without a sales line.
  private func tiers(of column: [SalesFacts]) -> [Tier?] {
    let active = places.filter { column[$0].lines > 0 || column[$0].orders > 0 }
    let contribution = column.map { $0.netRevenue - $0.directCost }
    let share = settings.vipShare.isFinite ? min(max(settings.vipShare, 0), 1) : 0
    let wanted = Int((share * Double(active.count)).rounded(.up))
    var tiers = [Tier?](repeating: nil, count: column.count)
    for place in active {
      tiers[place] = column[place].netRevenue < settings.potentialFloor ? .potential : .regular
    }
    let ordered = active.sorted { (contribution[$1], $0) < (contribution[$0], $1) }
    if let threshold = settings.vipThreshold {
      for place in ordered where contribution[place] >= threshold { tiers[place] = .vip }
    } else {
      for place in ordered.prefix(wanted) where contribution[place].isPositive {
        tiers[place] = .vip
      }
    }
    return tiers
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
