import FinanceModel

extension CostingRun {
  /// The results with everything that follows from the finished profit and loss.
  func analysed() -> CostingResults {
    var run = self
    run.analyse()
    return run.results
  }

  private mutating func analyse() {
    results.lean = LeanResult(results.pools, flags: pools.map(\.isValueAdded))
    results.variances = BudgetAnalysis.variances(of: inputs.budget, settings: inputs.settings)
    results.diagnoses = LowProfit.diagnoses(in: results)
    addListBridges()
    results.controls = controls()
  }

  /// Adds to every diagnosis how the customer's margin on list revenue came about.
  private mutating func addListBridges() {
    guard !results.diagnoses.isEmpty else { return }
    var portfolio = ListStatement()
    for (place, line) in results.customers.enumerated() { portfolio.add(facts(place), line) }
    for place in results.diagnoses.indices.prefix(LowProfit.explainedAtMost) {
      let customer = results.diagnoses[place].customer
      results.diagnoses[place].listBridge = ListBridge(
        from: portfolio, to: ListStatement(facts(customer), results.customers[customer]))
    }
  }

  /// What went in against what came out, in all and pool by pool.
  private func controls() -> [ControlTotal] {
    let totals = results.totals
    let revenue = ControlTotal(
      name: LocalizedText(english: "Net revenue", chinese: "净收入"),
      wentIn: inputs.sales.map(\.netRevenue).sum, cameOut: totals.revenue)
    let direct = ControlTotal(
      name: LocalizedText(english: "Direct cost", chinese: "直接成本"),
      wentIn: inputs.sales.map(\.directCost).sum, cameOut: totals.directCost)
    let indirect = ControlTotal(
      name: LocalizedText(
        english: "Indirect cost: allocated, unallocated and unused",
        chinese: "间接成本：已分摊、未分摊与闲置"),
      wentIn: indirectCostIn,
      cameOut: totals.costToServe + totals.overhead + totals.unallocated + totals.unusedCapacity)
    let profit = ControlTotal(
      name: LocalizedText(english: "Operating profit", chinese: "经营利润"),
      wentIn: revenue.wentIn - direct.wentIn - indirect.wentIn, cameOut: totals.operatingProfit)
    return [revenue, direct, indirect, profit] + results.pools.map(Self.control)
  }

  /// Pools, service departments, and operating departments without a pool.
  private var indirectCostIn: Amount {
    let departments = inputs.serviceDepartments.departments
    let services = departments.filter { $0.kind == .service }.map(\.amount).sum
    let named = Set(inputs.costPools.compactMap { $0.department.map { NameKey($0) } })
    let poolless = departments.filter {
      $0.kind == .operating && !named.contains(NameKey($0.name))
    }
    return inputs.costPools.map(\.amount).sum + services + poolless.map(\.amount).sum
  }

  private static func control(_ pool: PoolResult) -> ControlTotal {
    ControlTotal(
      name: LocalizedText(verbatim: pool.name), wentIn: pool.amount + pool.received,
      cameOut: pool.byCustomer.sum + pool.unallocated + pool.unusedCapacity)
  }
}
