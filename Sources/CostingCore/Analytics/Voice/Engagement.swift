import FinanceModel

extension AnalysisFacts {
  /// Engagement by interactions, each kind scaled from its least to its most; nil without any.
  func engagement() -> EngagementResult? {
    let columns = inputs.interactions.filter { driver in
      driver.quantities.count == inputs.customers.count && driver.quantities.contains { !$0.isZero }
    }
    guard !columns.isEmpty else { return nil }
    let weights = engagementWeights(of: columns.map(\.name))
    var scores = [Double?](repeating: nil, count: inputs.customers.count)
    var kinds: [EngagementResult.Kind] = []
    for (driver, weight) in zip(columns, weights) {
      let values = driver.quantities.map(\.doubleValue)
      let known = places.map { values[$0] }
      let (least, most) = (known.min() ?? 0, known.max() ?? 0)
      let total = driver.quantities.reduce(Quantity.zero, +)
      kinds.append(
        .init(name: driver.name, weight: weight, total: total, least: least, most: most))
      for place in places where most > least {
        let score = weight * 100 * (values[place] - least) / (most - least)
        scores[place] = (scores[place] ?? 0) + score
      }
    }
    for place in places where columns.allSatisfy({ $0.quantities[place].isZero }) {
      scores[place] = nil
    }
    return EngagementResult(kinds: kinds, scores: scores)
  }

  /// Weights that sum to 1: the settings', else the same for all.
  private func engagementWeights(of names: [String]) -> [Double] {
    let given = Dictionary(
      settings.analysis.engagementWeights.map { ($0.key.lowercased(), $0.value) },
      uniquingKeysWith: { first, _ in first })
    let raw = names.map { max(0, given[$0.lowercased()] ?? (given.isEmpty ? 1 : 0)) }
    let sum = raw.reduce(0, +)
    return sum > 0 && sum.isFinite
      ? raw.map { $0 / sum } : raw.map { _ in 1 / Double(max(1, names.count)) }
  }
}
