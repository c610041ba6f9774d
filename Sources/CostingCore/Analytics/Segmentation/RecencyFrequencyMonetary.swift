import FinanceModel

extension AnalysisFacts {
  /// Scores of the customers with a purchase; nil for the others. Empty without dates.
  func recencyFrequencyMonetary() -> [RFMResult?] {
    guard let period = inputs.period else { return [] }
    let scored = buyers.filter { inputs.sales[$0].lastOrder != nil }
    guard !scored.isEmpty else { return [] }
    let recencies = scored.map { recency(of: $0, at: period.end) }
    let scores = RFMScores.scored(
      recency: recencies, frequency: scored.map { inputs.sales[$0].orders },
      monetary: scored.map { inputs.sales[$0].netRevenue })
    var column = [RFMResult?](repeating: nil, count: inputs.customers.count)
    for (index, place) in scored.enumerated() {
      let facts = inputs.sales[place]
      let score = scores[index]
      column[place] = RFMResult(
        recency: recencies[index], frequency: facts.orders, monetary: facts.netRevenue,
        r: score.r, f: score.f, m: score.m, segment: score.segment)
    }
    return column
  }

  /// Days from a customer's last purchase to a day, at least 0.
  func recency(of place: Int, at day: Day) -> Int {
    inputs.sales[place].lastOrder.map { max(0, day.days(since: $0)) } ?? 0
  }
}
