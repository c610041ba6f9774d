import FinanceModel

extension AnalysisFacts {
  /// Scores of the customers with a purchase; nil for the others. Empty without dates.
  func recencyFrequencyMonetary() -> [RFMResult?] {
    guard let period = inputs.period else { return [] }
    let scored = buyers.filter { inputs.sales[$0].lastOrder != nil }
    guard !scored.isEmpty else { return [] }
    let recencies = scored.map { recency(of: $0, at: period.end) }
    let recencyScale = QuintileScale(recencies.map { Int128($0) })
    let frequencyScale = QuintileScale(scored.map { Int128(inputs.sales[$0].orders) })
    let monetaryScale = QuintileScale(scored.map { inputs.sales[$0].netRevenue.units })
    var column = [RFMResult?](repeating: nil, count: inputs.customers.count)
    for (place, days) in zip(scored, recencies) {
      let facts = inputs.sales[place]
      let r = recencyScale.reversedScore(Int128(days))
      let f = frequencyScale.score(Int128(facts.orders))
      let m = monetaryScale.score(facts.netRevenue.units)
      column[place] = RFMResult(
        recency: days, frequency: facts.orders, monetary: facts.netRevenue, r: r, f: f, m: m,
        segment: RFMSegment(r: r, f: f, m: m).rawValue)
    }
    return column
  }

  /// Days from a customer's last purchase to a day, at least 0.
  func recency(of place: Int, at day: Day) -> Int {
    inputs.sales[place].lastOrder.map { max(0, day.days(since: $0)) } ?? 0
  }
}
