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
    guard results.customers.count == inputs.customers.count,
      inputs.sales.count == inputs.customers.count
    else { return CustomerAnalytics() }
    var analytics = CustomerAnalytics()
    let facts = AnalysisFacts(inputs: inputs, results: results)
    analytics.addHistory(facts)
    analytics.addBalances(facts)
    return analytics
  }

  private mutating func addHistory(_ facts: AnalysisFacts) {
    retention = facts.retention()
    lifetimeValue = facts.lifetimeValues(retention: retention)
    recencyFrequencyMonetary = facts.recencyFrequencyMonetary()
  }

  private mutating func addBalances(_ facts: AnalysisFacts) {
    acquisition = facts.acquisition(&findings)
    receivables = facts.receivables(&findings)
    feedback = facts.feedback()
  }
}
