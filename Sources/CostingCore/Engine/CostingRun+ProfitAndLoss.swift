import FinanceModel

extension CostingRun {
  /// Draws up every customer's profit and loss, and the totals.
  mutating func drawUpProfitAndLoss() {
    results.customers = (0..<customerCount).map { Self.directLines(of: facts($0)) }
    for pool in results.pools {
      if pool.isOverhead {
        for (customer, share) in pool.byCustomer.enumerated() {
          results.customers[customer].overhead += share
        }
      } else {
        for (customer, share) in pool.byCustomer.enumerated() {
          results.customers[customer].costToServe += share
        }
      }
    }
    for customer in results.customers.indices { results.customers[customer].drawMargins() }
    addUp()
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
