import FinanceModel

extension AnalysisFacts {
  /// Good customers without an order for longer than the visit days, but not lost.
  func visits(_ retention: RetentionResult?) -> [ActionCandidate] {
    guard let end = inputs.period?.end else { return [] }
    let lost = Set(retention?.lostCustomers ?? [])
    let limit = settings.analysis.visitDays
    return buyers.filter { isValued($0) && !lost.contains($0) }.compactMap { place in
      let days = recency(of: place, at: end)
      guard days > limit else { return nil }
      let money = yearlyMargin(of: place)
      return candidate(.visit, place, money) {
        let text = Figures.money(money)
        return LocalizedText(
          english: "No order for \(days) days (limit \(limit)); earns \(text) a year.",
          chinese: "\(days) 天未下单(上限 \(limit) 天)；年净利 \(text)。")
      }
    }
  }

  /// Lost customers that earned money.
  func winBacks(_ retention: RetentionResult?) -> [ActionCandidate] {
    guard let retention else { return [] }
    let isStated = retention.basis == .status
    return retention.lostCustomers.compactMap { place in
      let money = marginWhileThere(of: place)
      guard money.isPositive else { return nil }
      let reason = inputs.customers[place].churnReason
      return candidate(.winBack, place, money) {
        let text = Figures.money(money)
        let reason = reason.map { " (\($0))" } ?? ""
        return LocalizedText(
          english: (isStated ? "Lost" : "Silent for longer than twice its usual gap")
            + "\(reason); earned \(text) a year.",
          chinese: (isStated ? "已流失" : "沉默超过通常间隔的两倍") + "\(reason)；此前年净利 \(text)。")
      }
    }
  }

  /// A year's net margin; contribution of the time before where the workbook holds more of it.
  private func marginWhileThere(of place: Int) -> Amount {
    if let prior = priorSales(of: place), prior.orders > 0 {
      return max(prior.netRevenue - prior.directCost, yearlyMargin(of: place))
    }
    return yearlyMargin(of: place)
  }

  /// Unhappy customers that earn money: mean satisfaction of 3 or less, or more detractors than
  /// promoters.
  func careCalls(_ feedback: FeedbackResult?) -> [ActionCandidate] {
    guard let feedback else { return [] }
    return places.compactMap { place in
      guard feedback.customers.indices.contains(place), let score = feedback.customers[place]
      else { return nil }
      let isUnhappy = (score.csat ?? 5) <= 3 || (score.nps ?? 0) < 0
      let money = yearlyMargin(of: place)
      guard isUnhappy, money.isPositive else { return nil }
      return candidate(.care, place, money) {
        let text = Figures.money(money)
        let (scores, answers) = (score.summary, score.responses)
        return LocalizedText(
          english: "Satisfaction \(scores) in \(answers) answers; earns \(text) a year.",
          chinese: "满意度 \(scores)(\(answers) 份反馈)；年净利 \(text)。")
      }
    }
  }

  /// The best customers, none of which is lost: the ten with the largest margin. At stake: a year's
  /// margin times the share of customers that is lost in a period; all of it where that is not known.
  func loyalty(_ retention: RetentionResult?) -> [ActionCandidate] {
    let lost = Set(retention?.lostCustomers ?? [])
    let churn = retention?.churnRate.flatMap { $0 > 0 ? $0 : nil }
    let best = buyers.filter { isValued($0) && !lost.contains($0) }
      .sorted { (results.customers[$1].netMargin, $0) < (results.customers[$0].netMargin, $1) }
    return best.prefix(10).map { place in
      let margin = yearlyMargin(of: place)
      let risk = churn.flatMap { Amount(margin.doubleValue * $0) } ?? margin
      return candidate(.keep, place, risk) {
        let share = results.customers[place].netMargin.ratio(to: results.totals.netMargin) ?? 0
        let (text, part) = (Figures.money(margin), Figures.percent(share))
        let rate = churn.map(Figures.percent)
        return LocalizedText(
          english: "Earns \(text) a year, \(part) of all net margin"
            + (rate.map { "; \($0) of customers are lost" } ?? "") + ".",
          chinese: "年净利 \(text)，占全部净利的 \(part)" + (rate.map { "；客户流失率 \($0)" } ?? "") + "。")
      }
    }
  }
}

extension FeedbackResult.Score {
  /// `2.5 / 5, NPS -50`.
  fileprivate var summary: String {
    [
      csat.map { "\(Figures.decimal($0, places: 2)) / 5" },
      nps.map { "NPS \(Figures.decimal($0, places: 0))" },
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
