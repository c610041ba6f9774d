import FinanceModel

extension CostingRun {
  /// Draws up every customer's profit and loss, and the totals.
  mutating func drawUpProfitAndLoss() {
    let costToServe = pooled { !$0.isOverhead }
    let overhead = pooled { $0.isOverhead }
    results.customers = (0..<customerCount).map { customer in
      var line = Self.directLines(of: facts(customer))
      line.costToServe = costToServe[customer]
      line.overhead = overhead[customer]
      line.drawMargins()
      return line
    }
    addUp()
  }

  /// What some pools come to by customer.
  private func pooled(_ counts: (PoolResult) -> Bool) -> [Amount] {
    var sums = [Amount](repeating: 0, count: customerCount)
    for pool in results.pools where counts(pool) {
      for (customer, share) in pool.byCustomer.enumerated() { sums[customer] += share }
    }
    return sums
  }

  private static func directLines(of facts: SalesFacts) -> CustomerResult {
    var line = CustomerResult()
    line.revenue = facts.netRevenue
    line.returns = facts.returns
    line.discount = facts.discount
    line.rebate = facts.rebate
    line.productCost = facts.productCost
    line.directCost = facts.directCost
    return line
  }

  private mutating func addUp() {
    var totals = Totals()
    for line in results.customers { totals.add(line) }
    for pool in results.pools {
      totals.unallocated += pool.unallocated
      totals.unusedCapacity += pool.unusedCapacity
    }
    totals.operatingProfit = totals.netMargin - totals.unallocated - totals.unusedCapacity
    results.totals = totals
  }
}

extension CustomerResult {
  /// Works out the margins from revenue and cost lines.
  mutating func drawMargins() {
    grossMargin = revenue - productCost
    cm2 = revenue - directCost
    cm3 = cm2 - costToServe
    netMargin = cm3 - overhead
  }
}

extension Totals {
  fileprivate mutating func add(_ line: CustomerResult) {
    revenue += line.revenue
    returns += line.returns
    discount += line.discount
    rebate += line.rebate
    productCost += line.productCost
    directCost += line.directCost
    grossMargin += line.grossMargin
    costToServe += line.costToServe
    overhead += line.overhead
    netMargin += line.netMargin
  }
}
