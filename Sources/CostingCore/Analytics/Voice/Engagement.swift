import FinanceModel

extension AnalysisFacts {
  /// Engagement by interactions, each kind scaled from its least to its most; nil without any.
  func engagement() -> EngagementResult? {
    let counted = inputs.interactions.indices.filter { place in
      let quantities = inputs.interactions[place].quantities
      return quantities.count == inputs.customers.count && quantities.contains { !$0.isZero }
    }
    let columns = counted.map { inputs.interactions[$0] }
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
    for (kind, place) in counted.enumerated() { kinds[kind].place = place }
    var result = EngagementResult(kinds: kinds, scores: scores)
    result.trend = engagementTrend(counted)
    return result
  }

  /// The dated interactions of the kinds that count, month by month; nil without any.
  private func engagementTrend(_ counted: [Int]) -> EngagementResult.Trend? {
    let places = Dictionary(
      uniqueKeysWithValues: counted.enumerated().map { (Int32(clamping: $1), $0) })
    let dated = inputs.interactionsByMonth.filter { line in
      places[line.kind] != nil && inputs.customers.indices.contains(Int(line.customer))
        && !line.count.isZero
    }
    guard let first = dated.map(\.month).min(), let last = dated.map(\.month).max() else {
      return nil
    }
    let months = (first.number...last.number).map { number in
      first.advanced(byMonths: Int(number - first.number))
    }
    var counts = months.map { month in
      EngagementResult.MonthlyCount(
        month: month, counts: [Quantity](repeating: 0, count: counted.count))
    }
    for line in dated {
      guard let kind = places[line.kind] else { continue }
      counts[Int(line.month.number - first.number)].counts[kind] += line.count
    }
    let all = counted.flatMap { inputs.interactions[$0].quantities }.reduce(Quantity.zero, +)
    var trend = EngagementResult.Trend(
      months: counts, undated: all - counts.reduce(Quantity.zero) { $0 + $1.total })
    trend.halves = MonthHalves(of: first...last)
    if let halves = trend.halves { trend.customers = halfCounts(dated, halves) }
    return trend
  }

  private func halfCounts(_ dated: [MonthlyInteractions], _ halves: MonthHalves)
    -> [EngagementResult.HalfCounts?]
  {
    var counts = [EngagementResult.HalfCounts?](repeating: nil, count: inputs.customers.count)
    for line in dated {
      var customer = counts[Int(line.customer)] ?? .init(first: 0, second: 0)
      if halves.first.contains(line.month) { customer.first += line.count }
      if halves.second.contains(line.month) { customer.second += line.count }
      counts[Int(line.customer)] = customer
    }
    return counts
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
