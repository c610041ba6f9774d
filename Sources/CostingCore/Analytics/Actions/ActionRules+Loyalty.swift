import FinanceModel

extension AnalysisFacts {
  /// Good customers without an order for longer than the visit days.
  func visits(_ retention: RetentionResult?) -> [RecommendedAction] {
    guard let end = inputs.period?.end else { return [] }
    let lost = Set(retention?.basis == .status ? retention?.lostCustomers ?? [] : [])
    let limit = settings.analysis.visitDays
    return buyers.filter { isValued($0) && !lost.contains($0) }.compactMap { place in
      let days = recency(of: place, at: end)
      guard days > limit else { return nil }
      let money = yearlyMargin(of: place)
      let text = Figures.money(money)
      return action(
        .visit, place, money,
        "No order for \(days) days (limit \(limit)); earns \(text) a year.",
        "\(days) 天未下单(上限 \(limit) 天);年净利 \(text)。")
    }
  }

  /// Lost customers that earned money.
  func winBacks(_ retention: RetentionResult?) -> [RecommendedAction] {
    guard let retention else { return [] }
    return retention.lostCustomers.compactMap { place in
      let money = marginWhileThere(of: place)
      guard money.isPositive else { return nil }
      let reason = inputs.customers[place].churnReason
      let text = Figures.money(money)
      let basis = retention.basis == .status
      return action(
        .winBack, place, money,
        (basis ? "Lost" : "Silent for longer than twice its usual gap")
          + (reason.map { " (\($0))" } ?? "") + "; earned \(text) a year.",
        (basis ? "已流失" : "沉默超过通常间隔的两倍") + (reason.map { "(\($0))" } ?? "")
          + ";此前年净利 \(text)。")
    }
  }

  /// A year's net margin; contribution of the time before where the workbook holds that.
  private func marginWhileThere(of place: Int) -> Amount {
    if let prior = priorSales(of: place), prior.orders > 0 {
      return max(prior.netRevenue - prior.directCost, yearlyMargin(of: place))
    }
    return yearlyMargin(of: place)
  }

  /// Unhappy customers that earn money: mean satisfaction of 3 or less, or more detractors than
  /// promoters.
  func careCalls(_ feedback: FeedbackResult?) -> [RecommendedAction] {
    guard let feedback else { return [] }
    return places.compactMap { place in
      guard feedback.customers.indices.contains(place), let score = feedback.customers[place]
      else { return nil }
      let isUnhappy = (score.csat ?? 5) <= 3 || (score.nps ?? 0) < 0
      let money = yearlyMargin(of: place)
      guard isUnhappy, money.isPositive else { return nil }
      let parts = [
        score.csat.map { "\(Figures.decimal($0, places: 2)) / 5" },
        score.nps.map { "NPS \(Figures.decimal($0, places: 0))" },
      ].compactMap { $0 }.joined(separator: ", ")
      let text = Figures.money(money)
      return action(
        .care, place, money,
        "Satisfaction \(parts) in \(score.responses) answers; earns \(text) a year.",
        "满意度 \(parts)(\(score.responses) 份反馈);年净利 \(text)。")
    }
  }

  /// The best customers, none of which is lost: the ten with the largest margin.
  func loyalty(_ retention: RetentionResult?) -> [RecommendedAction] {
    let lost = Set(retention?.lostCustomers ?? [])
    let best = buyers.filter { isValued($0) && !lost.contains($0) }
      .sorted { (results.customers[$1].netMargin, $0) < (results.customers[$0].netMargin, $1) }
    return best.prefix(10).map { place in
      let money = yearlyMargin(of: place)
      let share = results.customers[place].netMargin.ratio(to: results.totals.netMargin) ?? 0
      let (text, part) = (Figures.money(money), Figures.percent(share))
      return action(
        .keep, place, money, "Earns \(text) a year, \(part) of all net margin.",
        "年净利 \(text),占全部净利的 \(part)。")
    }
  }
}
