import FinanceModel

/// Builds the trees of one customer.
struct TrailBuilder {
  let inputs: CostingInputs
  let results: CostingResults
  let customer: Int

  private var line: CustomerResult { results.customers[customer] }
  private var facts: SalesFacts {
    customer < inputs.sales.count ? inputs.sales[customer] : SalesFacts()
  }

  /// Net margin: revenue less direct cost, cost-to-serve and overhead.
  func margin() -> TrailNode {
    let root = inputs.customers[customer]
    return TrailNode(
      LocalizedText(english: "Net margin of \(root.name)", chinese: "\(root.name)的净利润"),
      line.netMargin, sources: root.place.map { [.cell($0)] } ?? [],
      children: [
        revenue(), directCost(),
        pools(
          LocalizedText(english: "Cost-to-serve", chinese: "服务成本"), line.costToServe,
          isOverhead: false),
        pools(
          LocalizedText(english: "Overhead", chinese: "管理费用"), line.overhead,
          isOverhead: true),
      ])
  }

  private func revenue() -> TrailNode {
    let deductions = facts.discount + facts.rebate + facts.returns
    let stated = facts.listRevenue.isZero ? facts.grossRevenue : facts.listRevenue
    let top = stated.isZero ? facts.netRevenue + deductions : stated
    let children = [
      leaf(.listRevenue, top, facts.listRevenue.isZero ? .grossRevenue : .listRevenue),
      leaf(.discount, -facts.discount, .discount),
      leaf(.rebate, -facts.rebate, .rebate),
      leaf(.returns, -facts.returns, .returns),
      leaf(.otherDeductions, line.revenue - (top - deductions), nil),
    ].filter { !$0.amount.isZero }
    return TrailNode(
      CustomerProfitAndLoss.Kind.netRevenue.name, line.revenue, sources: sources(.netRevenue),
      children: children.count > 1 ? children : [])
  }

  private func directCost() -> TrailNode {
    let children = [
      leaf(.productCost, -facts.productCost, .productCost),
      leaf(.commission, -facts.commission, .commission),
      leaf(.freight, -facts.freight, .freight),
      leaf(.otherDirectCost, -facts.otherDirectCost, .otherDirectCost),
    ].filter { !$0.amount.isZero }
    return TrailNode(
      LocalizedText(english: "Direct cost", chinese: "直接成本"), -line.directCost,
      children: children)
  }

  private func leaf(
    _ kind: CustomerProfitAndLoss.Kind, _ amount: Amount, _ measure: SalesMeasure?
  ) -> TrailNode {
    TrailNode(kind.name, amount, sources: measure.map(sources) ?? [])
  }

  /// The columns that a measure is summed from.
  private func sources(_ measure: SalesMeasure) -> [Provenance] {
    inputs.liveness[measure]?.liveSum?.terms.map { .range($0.values) } ?? []
  }

  private func pools(_ name: LocalizedText, _ amount: Amount, isOverhead: Bool) -> TrailNode {
    let shares = results.pools.indices
      .filter { results.pools[$0].isOverhead == isOverhead }
      .map { negated(share(ofPool: $0)) }
      .filter { !$0.amount.isZero || !$0.children.isEmpty }
    return TrailNode(name, -amount, children: shares)
  }

  /// Turned from a cost into a deduction; origins stay as they are.
  private func negated(_ node: TrailNode) -> TrailNode {
    var node = node
    node.amount = -node.amount
    node.children = node.children.map(negated)
    return node
  }
}

extension TrailBuilder {
  /// The customer's share of a pool: by its driver, or activity by activity.
  func share(ofPool place: Int) -> TrailNode {
    let pool = results.pools[place]
    let amount = customer < pool.byCustomer.count ? pool.byCustomer[customer] : 0
    var node = TrailNode(
      LocalizedText(verbatim: pool.name), amount, sources: pool.provenance.map { [$0] } ?? [])
    node.children = activities(ofPool: place, share: amount)
    node.basis = basis(ofPool: pool)
    node.origins = [cost(ofPool: place)]
    return node
  }

  private func basis(ofPool pool: PoolResult) -> TrailNode.Basis? {
    guard let total = pool.driverTotal else { return nil }
    switch pool.method {
    case .revenue:
      return TrailNode.Basis(
        driver: "Net revenue", quantity: facts.netRevenue, total: total, rate: pool.rate)
    case .even:
      let isSharing = customer < pool.byCustomer.count && !pool.byCustomer[customer].isZero
      return TrailNode.Basis(
        driver: "Customers", quantity: isSharing ? 1 : 0, total: total, rate: pool.rate)
    default:
      guard let place = pool.driverPlace, let driver = pool.driver else { return nil }
      return TrailNode.Basis(
        driver: driver, quantity: quantity(ofDriver: place, in: pool), total: total,
        rate: pool.rate)
    }
  }

  private func quantity(ofDriver place: Int, in pool: PoolResult) -> Quantity {
    if let channel = pool.channel {
      guard let own = inputs.customers[customer].channel, NameKey(own) == NameKey(channel) else {
        return 0
      }
    }
    let quantities = results.drivers[place].quantities
    return customer < quantities.count ? quantities[customer] : 0
  }

  private func activities(ofPool place: Int, share: Amount) -> [TrailNode] {
    let key = NameKey(results.pools[place].name)
    var nodes = results.activities.filter { NameKey($0.pool) == key && !$0.byCustomer.isEmpty }
      .map { activity(of: $0, in: results.pools[place]) }
    let rest = share - nodes.map(\.amount).sum
    if !nodes.isEmpty, !rest.isZero {
      nodes.append(TrailNode(LocalizedText(english: "Rounding", chinese: "舍入"), rest))
    }
    return nodes
  }

  private func activity(of activity: ActivityResult, in pool: PoolResult) -> TrailNode {
    let amount = customer < activity.byCustomer.count ? activity.byCustomer[customer] : 0
    var node = TrailNode(LocalizedText(verbatim: activity.name), amount)
    if let place = activity.driverPlace {
      node.basis = TrailNode.Basis(
        driver: activity.driver, quantity: quantity(ofDriver: place, in: pool),
        total: activity.driverQuantity, rate: activity.rate, unitMinutes: activity.unitTime)
      node.sources = driverSources(place)
    }
    return node
  }

  private func driverSources(_ place: Int) -> [Provenance] {
    results.drivers[place].provenance.map { [$0] } ?? []
  }
}

extension TrailBuilder {
  /// What a pool cost: its own amount, and what it received of each service department.
  func cost(ofPool place: Int) -> TrailNode {
    let pool = results.pools[place]
    let name = LocalizedText(english: "Cost of \(pool.name)", chinese: "\(pool.name)的成本")
    var node = TrailNode(
      name, pool.amount + pool.received, sources: pool.provenance.map { [$0] } ?? [])
    guard !pool.received.isZero else { return node }
    node.children =
      [TrailNode(LocalizedText(english: "Own cost", chinese: "自身成本"), pool.amount)]
      + received(byPool: place)
    return node
  }

  private func received(byPool place: Int) -> [TrailNode] {
    let departments = results.serviceDepartments
    let pool = results.pools[place]
    let stated = place < inputs.costPools.count ? inputs.costPools[place].department : pool.name
    let key = NameKey(stated ?? "")
    guard let own = departments.firstIndex(where: { NameKey($0.name) == key }) else { return [] }
    let givers = departments.indices.filter {
      own < departments[$0].allocatedTo.count && !departments[$0].allocatedTo[own].isZero
    }
    let given = givers.map { departments[$0].allocatedTo[own] }
    let split = Allocation.byWeights(pool.received, weights: given)
    return zip(givers, split?.shares ?? []).map { giver, share in
      let name = departments[giver].name
      return TrailNode(
        LocalizedText(english: "From \(name)", chinese: "来自\(name)"), share,
        sources: inputs.serviceDepartments.departments[giver].provenance.map { [$0] } ?? [])
    }
  }

  /// What became of a pool: every customer's share, what nobody bears, what nobody used.
  func use(ofPool place: Int) -> TrailNode {
    let pool = results.pools[place]
    var children: [TrailNode] = []
    for (customer, share) in pool.byCustomer.enumerated() where !share.isZero {
      let trail = TrailBuilder(inputs: inputs, results: results, customer: customer)
      var node = trail.share(ofPool: place)
      node.name = LocalizedText(verbatim: inputs.customers[customer].name)
      node.origins = []
      children.append(node)
    }
    if !pool.unallocated.isZero {
      let name = LocalizedText(english: "Unallocated", chinese: "未分摊")
      children.append(TrailNode(name, pool.unallocated))
    }
    if !pool.unusedCapacity.isZero {
      let name = LocalizedText(english: "Unused capacity", chinese: "闲置产能")
      children.append(TrailNode(name, pool.unusedCapacity))
    }
    return TrailNode(
      LocalizedText(verbatim: pool.name), pool.amount + pool.received,
      sources: pool.provenance.map { [$0] } ?? [], children: children,
      origins: [cost(ofPool: place)])
  }
}
