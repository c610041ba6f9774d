import FinanceModel
import RealModule

extension AnalysisFacts {
  /// Customers with churn labels below which no regression is fitted, and those of either kind.
  private static let neededLabels = 50
  private static let neededOfEach = 10
  /// Share of customers that judge the fit.
  private static let holdoutShare = 0.3

  /// Logistic regression of being lost; nil where the customer list holds no labels.
  ///
  /// The features leave out nothing that the workbook knows of every customer; what they say is
  /// association, not cause. Thin labels are a finding.
  func churnModel(_ findings: inout [Finding]) -> ChurnModelResult? {
    guard holdsChurnStatus, inputs.period != nil else { return nil }
    let cases = places.filter { membershipByStatus(of: $0).wasThere }
    let labels = cases.map { membershipByStatus(of: $0).isLost }
    let lost = labels.count { $0 }
    guard lost > 0 else { return nil }
    guard cases.count >= Self.neededLabels, min(lost, cases.count - lost) >= Self.neededOfEach
    else {
      findings.append(
        Finding(
          .noChurnModel,
          values: ["customers": "\(cases.count)", "lost": "\(lost)"]))
      return nil
    }
    return churnModel(cases, labels)
  }

  private func churnModel(_ cases: [Int], _ labels: [Bool]) -> ChurnModelResult? {
    let columns = churnFeatures().filter { $0.varies(over: cases) }
    let scaled = columns.map { $0.standardised(over: cases) }
    let rows = cases.map { place in scaled.map { $0.values[place] } }
    let isHeldOut = holdout(labels)
    let train = cases.indices.filter { !isHeldOut[$0] }
    let judge = cases.indices.filter { isHeldOut[$0] }
    guard
      let model = LogisticRegression.fit(
        train.map { rows[$0] }, train.map { labels[$0] }, ridge: 1)
    else { return nil }
    let auc = LogisticRegression.areaUnderCurve(
      scores: judge.map { model.probability(rows[$0]) }, labels: judge.map { labels[$0] })
    var probabilities = [Double?](repeating: nil, count: inputs.customers.count)
    for place in places {
      probabilities[place] = model.probability(scaled.map { $0.values[place] })
    }
    let intercept = ChurnModelResult.Coefficient(
      feature: LocalizedText(english: "Intercept", chinese: "截距"), value: model.intercept)
    return ChurnModelResult(
      coefficients: [intercept]
        + zip(columns, model.coefficients).map { .init(feature: $0.name, value: $1) },
      trainedOn: train.count, heldOut: judge.count, auc: auc, probabilities: probabilities)
  }

  /// Which cases judge the fit: of either kind the same share, drawn with the seed.
  private func holdout(_ labels: [Bool]) -> [Bool] {
    var generator = SeededGenerator(seed: settings.analysis.seed)
    var isHeldOut = [Bool](repeating: false, count: labels.count)
    for kind in [true, false] {
      let members = labels.indices.filter { labels[$0] == kind }.shuffled(using: &generator)
      let share = Int((Double(members.count) * Self.holdoutShare).rounded())
      for place in members.prefix(share) { isHeldOut[place] = true }
    }
    return isHeldOut
  }

  private func churnFeatures() -> [FeatureColumn] {
    guard let end = inputs.period?.end else { return [] }
    let sales = inputs.sales
    let indices = inputs.customers.indices
    return [
      FeatureColumn(
        "Days since last order", "距上次下单天数",
        indices.map { Double(recency(of: $0, at: end)) }),
      FeatureColumn(
        "Orders (log)", "订单数(对数)", sales.map { Double.log(onePlus: Double($0.orders)) }),
      FeatureColumn(
        "Net revenue (log)", "净销售额(对数)",
        sales.map { Double.log(onePlus: max(0, $0.netRevenue.doubleValue)) }),
      FeatureColumn(
        "Net margin %", "净利率",
        results.customers.map { min(max($0.netMarginPercent ?? 0, -200), 200) }),
      FeatureColumn(
        "Years as a customer", "合作年数",
        inputs.customers.map { customer in
          customer.since.map { Double(max(0, end.days(since: $0))) / daysInYear } ?? 0
        }),
    ]
  }
}

/// A figure of every customer, for models.
struct FeatureColumn {
  var name: LocalizedText
  /// Parallel to the inputs' customers.
  var values: [Double]

  init(_ english: String, _ chinese: String, _ values: [Double]) {
    name = LocalizedText(english: english, chinese: chinese)
    self.values = values
  }

  func varies(over places: [Int]) -> Bool {
    guard let first = places.first.map({ values[$0] }) else { return false }
    return places.contains { values[$0] != first }
  }

  /// Less the mean, over the standard deviation, both of these places.
  func standardised(over places: [Int]) -> FeatureColumn {
    let known = places.map { values[$0] }
    let mean = Statistics.mean(known)
    let deviation = Statistics.standardDeviation(known) ?? 0
    var column = self
    column.values = values.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
    return column
  }
}
