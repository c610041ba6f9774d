import FinanceModel

extension CustomerAnalytics {
  /// All analyses that the inputs allow.
  ///
  /// - Parameters:
  ///   - inputs: what the workbook holds.
  ///   - results: what costing made of it; ``CostingResults/customers`` must be parallel to the
  ///     inputs' customers, its analytics are not read.
  /// - Returns: the analyses with their findings. A section whose inputs do not exist is nil or
  ///   empty.
  public static func compute(_ inputs: CostingInputs, _ results: CostingResults)
    -> CustomerAnalytics
  {
    compute(inputs, results, BegunWork { FittedPurchases(of: inputs) }) { results }
  }

  /// The same with purchases that may have been begun before, and with results that need not hold
  /// variances and diagnoses yet.
  ///
  /// - Parameter completed: gives the results with those; called once, before what goes by them.
  static func compute(
    _ inputs: CostingInputs, _ results: CostingResults, _ purchases: BegunWork<FittedPurchases>,
    completed: () -> CostingResults
  ) -> CustomerAnalytics {
    guard results.customers.count == inputs.customers.count,
      inputs.sales.count == inputs.customers.count
    else {
      _ = completed()
      return CustomerAnalytics()
    }
    var analytics = CustomerAnalytics()
    let facts = AnalysisFacts(inputs: inputs, results: results)
    analytics.addBalances(facts)
    // These take longest, and need nothing of one another; which of the first two takes longer
    // depends on how many customers there are.
    let groups = BegunWork { [engagement = analytics.engagement] in
      facts.clusters(engagement: engagement)
    }
    let preferences = BegunWork { facts.preferences() }
    let scores = BegunWork { facts.recencyFrequencyMonetary() }
    let others = BegunWork { (facts.cohorts(), facts.forecast()) }
    analytics = analytics.withHistory(facts, purchases)
    analytics.recencyFrequencyMonetary = scores.collect() ?? []
    if let (cohorts, forecast) = others.collect() {
      analytics.retention?.cohorts = cohorts
      analytics.forecast = forecast
    }
    analytics.preferences = preferences.collect() ?? nil
    analytics.clusters = groups.collect() ?? nil
    analytics.addGroups(facts)
    var complete = facts
    complete.results = completed()
    analytics.addOutlook(complete)
    return analytics
  }

  private mutating func addBalances(_ facts: AnalysisFacts) {
    acquisition = facts.acquisition(&findings)
    receivables = facts.receivables(&findings)
    feedback = facts.feedback(&findings)
    service = facts.service(&findings)
    market = facts.market(&findings)
    engagement = facts.engagement()
    referrals = facts.referrals()
  }

  private func withHistory(
    _ facts: AnalysisFacts, _ purchases: BegunWork<FittedPurchases>
  ) -> CustomerAnalytics {
    var analytics = self
    analytics.retention = facts.retention(&analytics.findings)
    analytics.retention?.curve = facts.retentionCurve()
    analytics.repeatPurchase = facts.repeatPurchase()
    analytics.lifetimeValue = facts.lifetimeValues(retention: analytics.retention)
    facts.addPurchaseModels(
      purchases.collect() ?? FittedPurchases(of: facts.inputs), to: &analytics)
    analytics.lifetime = facts.lifetimeSummary(analytics)
    analytics.churnModel = facts.churnModel(&analytics.findings)
    facts.reportAssumedRate(analytics.lifetime, &analytics.findings)
    return analytics
  }

  private mutating func addGroups(_ facts: AnalysisFacts) {
    tiers = facts.tierSummaries()
    tierMoves = facts.tierMoves()
    servicePolicy = facts.servicePolicy()
  }

  private mutating func addOutlook(_ facts: AnalysisFacts) {
    let run = facts.runFigures(self)
    runFigures = run
    runBefore = facts.inputs.keptRuns.toCompare(with: run)
    comparison =
      facts.comparison(market) ?? runBefore.map { facts.comparison(of: run, with: $0) }
      ?? facts.comparisonOfHalves(market)
    alerts = facts.alerts(self)
    actions = facts.actions(self)
  }
}
