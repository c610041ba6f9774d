import FinanceModel

extension AnalysisFacts {
  /// How long customers wait for a first reply; nil where no request is timed. A reply before its
  /// request counts for nothing, and is a finding.
  func service(_ findings: inout [Finding]) -> ServiceResult? {
    let all = inputs.serviceResponses.filter(\.hours.isFinite)
    guard !all.isEmpty else { return nil }
    let target = settings.analysis.responseTargetHours
    let negative = all.filter { $0.hours < 0 }
    if let first = negative.first {
      findings.append(
        Finding(.replyBeforeRequest, at: first.provenance?.firstCell, count: negative.count))
    }
    let timed = all.filter { $0.hours >= 0 }
    var result = ServiceResult(
      requests: Self.score("", timed.map(\.hours), target), leftOut: negative.count, target: target)
    addBreakdowns(of: timed, to: &result)
    return result
  }

  private func addBreakdowns(of timed: [ServiceResponse], to result: inout ServiceResult) {
    let target = result.target
    var byMonth: [Month: [Double]] = [:]
    var byTier: [Tier: [Double]] = [:]
    var byCustomer: [Int: [Double]] = [:]
    for response in timed {
      if let month = response.date?.month { byMonth[month, default: []].append(response.hours) }
      guard let place = placeByID[response.customer] else { continue }
      byCustomer[place, default: []].append(response.hours)
      if let tier = results.customers[place].tier {
        byTier[tier, default: []].append(response.hours)
      }
    }
    result.months = byMonth.sorted { $0.key < $1.key }.map {
      Self.score($0.key.description, $0.value, target)
    }
    result.tiers = Tier.allCases.compactMap { tier in
      byTier[tier].map { Self.score(tier.rawValue, $0, target) }
    }
    result.customers = inputs.customers.indices.map { place in
      byCustomer[place].map { Self.score(inputs.customers[place].id.text, $0, target) }
    }
    let pairs = byCustomer.sorted { $0.key < $1.key }.map { place, hours in
      (Statistics.mean(hours), results.customers[place].netMargin.doubleValue)
    }
    if pairs.count >= 10 {
      result.marginCorrelation = Statistics.correlation(pairs.map(\.0), pairs.map(\.1))
    }
  }

  /// Mean, median and those in time of some waits.
  static func score(_ label: String, _ hours: [Double], _ target: Double) -> ServiceResult.Score {
    var score = ServiceResult.Score(
      label: label, count: hours.count, withinTarget: hours.count { $0 <= target })
    if !hours.isEmpty { score.average = Statistics.mean(hours) }
    score.median = Statistics.median(hours)
    return score
  }
}
