import FinanceModel

extension AnalysisFacts {
  /// Moves between tiers from the period before; empty where the workbook holds none.
  ///
  /// Where to is the tier of the results. Where from is the tier that the same rule gives by the net
  /// margin of the time before (``marginsBefore()``).
  func tierMoves() -> [TierMove] {
    guard holdsPriorSales else { return [] }
    let before = tiersBefore()
    var counts: [TierMove: Int] = [:]
    for place in places {
      guard let to = results.customers[place].tier else { continue }
      counts[TierMove(from: before[place], to: to, customers: 0), default: 0] += 1
    }
    return counts.map { TierMove(from: $0.key.from, to: $0.key.to, customers: $0.value) }
      .sorted { $0.place < $1.place }
  }

  /// Whether there are sales of the time before.
  var holdsPriorSales: Bool {
    inputs.priorSales.count == inputs.customers.count
      && inputs.priorSales.contains { $0.lines > 0 || $0.orders > 0 }
  }

  /// The tier of each customer in the time before; nil for those that were not customers yet.
  private func tiersBefore() -> [Tier?] {
    let sales = inputs.priorSales
    let margins = marginsBefore()
    let rule = TierRule(settings)
    let buyers = Ranking.order(
      of: places.filter { sales[$0].lines > 0 || sales[$0].orders > 0 }, margins: margins,
      revenues: sales.map(\.netRevenue), ids: inputs.customers.map(\.id))
    let seats = rule.vipSeats(among: buyers.count)
    var tiers: [Tier?] = inputs.customers.indices.map { wasKnownBefore($0) ? .potential : nil }
    for (rank, place) in buyers.enumerated() {
      tiers[place] = rule.tier(
        netMargin: margins[place], revenue: sales[place].netRevenue, isWithinSeats: rank < seats)
    }
    return tiers
  }

  /// Whether the customer list says that a customer was there before the period.
  private func wasKnownBefore(_ place: Int) -> Bool {
    guard let period = inputs.period, let since = inputs.customers[place].since else {
      return false
    }
    return since < period.start
  }

  /// Net margin of the time before: contribution less what indirect cost an order takes now.
  ///
  /// The workbook's cost pools are of this period. Charging the orders of before at the rate that
  /// the customer's own orders have now (the portfolio's for those without any) leaves what the
  /// customer did, rather than what the pools cost, to move it between tiers.
  private func marginsBefore() -> [Amount] {
    let usual = Self.rate(
      of: places.reduce(Amount.zero) { $0 + indirectCost(of: $1) },
      orders: places.reduce(0) { $0 + inputs.sales[$1].orders })
    return inputs.priorSales.indices.map { place in
      let sales = inputs.priorSales[place]
      let own = Self.rate(of: indirectCost(of: place), orders: inputs.sales[place].orders)
      let charge = Amount((own ?? usual ?? 0) * Double(sales.orders)) ?? 0
      return sales.netRevenue - sales.directCost - charge
    }
  }

  private func indirectCost(of place: Int) -> Amount {
    results.customers[place].costToServe + results.customers[place].overhead
  }

  /// Cost of one order; nil without orders.
  private static func rate(of cost: Amount, orders: Int) -> Double? {
    orders > 0 ? cost.doubleValue / Double(orders) : nil
  }
}

extension TierMove {
  /// By where from, then where to; new customers last.
  fileprivate var place: Int {
    let order = Tier.allCases
    let from = from.flatMap(order.firstIndex) ?? order.count
    return from * (order.count + 1) + (order.firstIndex(of: to) ?? order.count)
  }
}
