import FinanceModel

extension AnalysisFacts {
  /// Lifetime value of all against cost of acquisition; nil where no customer has a value.
  func lifetimeSummary(_ analytics: CustomerAnalytics) -> LifetimeSummary? {
    let values = analytics.lifetimeValue.lazy.compactMap { $0 }
    guard !values.isEmpty else { return nil }
    let rates = LifetimeRates(self, retention: analytics.retention)
    var summary = LifetimeSummary(
      discountRate: rates.discount, isDiscountRateAssumed: rates.isDiscountAssumed,
      horizon: rates.horizon)
    summary.retentionRate = rates.retention
    summary.isRetentionObserved = rates.isRetentionObserved && rates.retention != nil
    summary.meanRevenueValue = Statistics.mean(Array(values.map(\.revenueValue)))
    summary.meanMarginValue = Self.meanOrNil(values.compactMap(\.marginValue))
    summary.meanPerpetualValue = Self.meanOrNil(values.compactMap(\.perpetualValue))
    addValue(values, to: &summary)
    addCost(analytics.acquisition?.cac, rates, to: &summary)
    summary.segments = segmentValues(analytics.lifetimeValue)
    return summary
  }

  private static func meanOrNil(_ values: some Sequence<Double>) -> Double? {
    let values = Array(values)
    return values.isEmpty ? nil : Statistics.mean(values)
  }

  private func addValue(
    _ values: some Collection<LifetimeValue>, to summary: inout LifetimeSummary
  ) {
    if let value = Self.meanOrNil(values.compactMap(\.discountedValue)) {
      (summary.valuePerCustomer, summary.valueBasis) = (value, .discountedMargin)
    } else if results.totals.productCost.isPositive, let value = summary.meanMarginValue {
      (summary.valuePerCustomer, summary.valueBasis) = (value, .simpleMargin)
    } else {
      (summary.valuePerCustomer, summary.valueBasis) = (summary.meanRevenueValue, .simpleRevenue)
    }
    let margin = buyers.reduce(Amount.zero) { $0 + results.customers[$1].netMargin }
    summary.monthlyMargin = margin.doubleValue / Double(values.count) / (periodYears * 12)
  }

  private func addCost(
    _ cac: Double?, _ rates: LifetimeRates, to summary: inout LifetimeSummary
  ) {
    summary.cac = cac
    guard let cac, cac > 0 else { return }
    summary.valueToCost = summary.valuePerCustomer / cac
    summary.returnOnAcquisition = (summary.valuePerCustomer - cac) / cac
    if summary.monthlyMargin > 0 { summary.paybackMonths = cac / summary.monthlyMargin }
    summary.profitByMonth = LifetimeFormula.cumulativeProfit(
      cost: cac, monthlyMargin: summary.monthlyMargin, retention: rates.retention ?? 1,
      discount: rates.discount, months: Int(min(rates.horizon, 50) * 12))
    summary.breakEvenMonth = summary.profitByMonth.firstIndex { $0 >= 0 }
  }

  /// Value on margin (on revenue without) by segment, most valuable first.
  private func segmentValues(_ column: [LifetimeValue?]) -> [LifetimeSummary.Segment] {
    var bySegment: [NameKey: (name: String, values: [Double])] = [:]
    for (place, value) in column.enumerated() {
      guard let value, let segment = inputs.customers[place].segment else { continue }
      bySegment[NameKey(segment), default: (segment, [])].values.append(
        value.marginValue ?? value.revenueValue)
    }
    return bySegment.values.map { name, values in
      LifetimeSummary.Segment(
        name: name, customers: values.count, mean: Statistics.mean(values),
        median: Statistics.median(values) ?? 0, total: values.reduce(0, +))
    }.sorted { ($1.mean, $0.name) < ($0.mean, $1.name) }
  }
}

extension LifetimeFormula {
  /// −cost + Σ margin · r^(t/12) / (1 + i)^(t/12) after each month t, place 0 being −cost.
  ///
  /// - Parameters:
  ///   - retention: a year's; 1 where it is not known.
  ///   - discount: a year's.
  public static func cumulativeProfit(
    cost: Double, monthlyMargin: Double, retention: Double, discount: Double, months: Int
  ) -> [Double] {
    let step = retention > 0 && discount > -1 ? power(retention / (1 + discount), 1.0 / 12) : 0
    var profit = [-cost]
    var factor = 1.0
    for _ in 0..<max(0, months) {
      factor *= step
      profit.append(profit[profit.count - 1] + monthlyMargin * factor)
    }
    return profit
  }
}
