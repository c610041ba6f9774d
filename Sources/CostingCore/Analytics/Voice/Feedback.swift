import FinanceModel

extension AnalysisFacts {
  /// Satisfaction and recommendation; nil without a table of feedback. Scores off their scale count
  /// for nothing, and are a finding.
  func feedback(_ findings: inout [Finding]) -> FeedbackResult? {
    guard !inputs.feedback.isEmpty else { return nil }
    var tally = FeedbackTally()
    for response in inputs.feedback { tally.add(response) }
    let offScale = inputs.feedback.filter { !$0.isOnScale }
    if let first = offScale.first {
      findings.append(
        Finding(.scoresOffScale, at: first.provenance?.firstCell, count: offScale.count))
    }
    var result = FeedbackResult(
      responses: tally.responses, promoters: tally.promoters, passives: tally.passives,
      detractors: tally.detractors)
    result.csat = tally.csat
    result.topTwoBox = tally.topTwoBox
    result.nps = tally.nps
    addComplaints(tally, to: &result)
    addBreakdowns(to: &result)
    return result
  }

  private func addComplaints(_ tally: FeedbackTally, to result: inout FeedbackResult) {
    guard tally.holdsComplaints else { return }
    result.complaints = tally.complaints
    let orders = inputs.sales.reduce(0) { $0 + $1.orders }
    if orders > 0 {
      result.complaintsPer100Orders = tally.complaints.doubleValue / Double(orders) * 100
    }
  }

  private func addBreakdowns(to result: inout FeedbackResult) {
    var byMonth: [Month: FeedbackTally] = [:]
    var byTier: [Tier: FeedbackTally] = [:]
    var byCustomer: [Int: FeedbackTally] = [:]
    for response in inputs.feedback {
      if let month = response.date?.month { byMonth[month, default: FeedbackTally()].add(response) }
      guard let place = placeByID[response.customer] else { continue }
      byCustomer[place, default: FeedbackTally()].add(response)
      if let tier = results.customers[place].tier {
        byTier[tier, default: FeedbackTally()].add(response)
      }
    }
    result.months = byMonth.sorted { $0.key < $1.key }.map {
      $0.value.score(labelled: $0.key.description)
    }
    result.tiers = Tier.allCases.compactMap { byTier[$0]?.score(labelled: $0.rawValue) }
    result.customers = inputs.customers.indices.map {
      byCustomer[$0]?.score(labelled: inputs.customers[$0].id.text)
    }
    result.marginCorrelation = marginCorrelation(byCustomer)
  }

  /// Pearson's correlation of mean satisfaction with net margin; nil under ten customers.
  private func marginCorrelation(_ byCustomer: [Int: FeedbackTally]) -> Double? {
    let pairs = byCustomer.sorted { $0.key < $1.key }.compactMap { place, tally in
      tally.csat.map { ($0, results.customers[place].netMargin.doubleValue) }
    }
    guard pairs.count >= 10 else { return nil }
    return Statistics.correlation(pairs.map(\.0), pairs.map(\.1))
  }
}

extension FeedbackResponse {
  static let satisfactionScale = 1.0...5
  static let recommendationScale = 0.0...10

  fileprivate var isOnScale: Bool {
    satisfaction.map(Self.satisfactionScale.contains) ?? true
      && recommendation.map(Self.recommendationScale.contains) ?? true
  }
}

/// Answers counted up.
struct FeedbackTally {
  var responses = 0
  var scores = 0
  var scoreSum = 0.0
  var topTwo = 0
  var promoters = 0
  var passives = 0
  var detractors = 0
  var complaints: Quantity = 0
  var holdsComplaints = false

  mutating func add(_ response: FeedbackResponse) {
    responses += 1
    if let score = response.satisfaction, FeedbackResponse.satisfactionScale.contains(score) {
      scores += 1
      scoreSum += score
      if score >= 4 { topTwo += 1 }
    }
    if let score = response.recommendation, FeedbackResponse.recommendationScale.contains(score) {
      count(score)
    }
    if let count = response.complaints {
      complaints += count
      holdsComplaints = true
    }
  }

  /// Promoters give 9 and 10, passives 7 and 8, detractors less (Reichheld, Harvard Business
  /// Review, December 2003).
  private mutating func count(_ recommendation: Double) {
    if recommendation >= 9 {
      promoters += 1
    } else if recommendation >= 7 {
      passives += 1
    } else {
      detractors += 1
    }
  }

  var csat: Double? { scores > 0 ? scoreSum / Double(scores) : nil }

  var topTwoBox: Double? { scores > 0 ? Double(topTwo) / Double(scores) : nil }

  /// −100 … 100.
  var nps: Double? {
    let answers = promoters + passives + detractors
    return answers > 0 ? Double(promoters - detractors) / Double(answers) * 100 : nil
  }

  func score(labelled label: String) -> FeedbackResult.Score {
    var score = FeedbackResult.Score(label: label, responses: responses)
    score.csat = csat
    score.nps = nps
    score.complaints = holdsComplaints ? complaints : nil
    return score
  }
}
