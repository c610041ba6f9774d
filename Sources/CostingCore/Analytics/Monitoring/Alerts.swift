import FinanceModel

extension AnalysisFacts {
  /// Figures beyond the thresholds of the settings, most severe first.
  func alerts(_ analytics: CustomerAnalytics) -> [Alert] {
    var alerts: [Alert] = []
    alerts += lifetimeAlerts(analytics.lifetime)
    alerts += marginAlerts(analytics.comparison)
    alerts += receivablesAlerts(analytics.receivables)
    alerts += budgetAlerts()
    alerts += churnAlerts(analytics.retention)
    alerts += concentrationAlerts()
    alerts += monthAlerts(analytics.forecast)
    return alerts.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
  }

  private var limits: AnalysisSettings { settings.analysis }

  private func lifetimeAlerts(_ summary: LifetimeSummary?) -> [Alert] {
    var alerts: [Alert] = []
    if let ratio = summary?.valueToCost, ratio < limits.valueToCostFloor {
      let (value, floor) = (Figures.decimal(ratio, places: 2), limits.valueToCostFloor)
      alerts.append(
        Alert(
          kind: .valueToCost, severity: .warning, subject: nil, value: ratio, threshold: floor,
          message: LocalizedText(
            english: "A customer is worth \(value) times what winning one costs, below \(floor).",
            chinese: "客户生命周期价值为获客成本的 \(value) 倍，低于 \(floor)。")))
    }
    if let months = summary?.paybackMonths, months > limits.paybackCeiling {
      let (value, ceiling) = (Figures.decimal(months), Figures.decimal(limits.paybackCeiling))
      alerts.append(
        Alert(
          kind: .payback, severity: .warning, subject: nil, value: months,
          threshold: limits.paybackCeiling,
          message: LocalizedText(
            english: "A new customer takes \(value) months to pay back, more than \(ceiling).",
            chinese: "新客户回本需 \(value) 个月，超过 \(ceiling) 个月。")))
    }
    return alerts
  }

  private func marginAlerts(_ comparison: PeriodComparison?) -> [Alert] {
    // Half a year against the other half is season as much as anything.
    guard let comparison, comparison.basis != .firstHalf,
      let row = comparison.rows.first(where: { $0.unit == .share })
    else { return [] }
    let drop = (row.before - row.now) * 100
    guard drop >= limits.marginDropPoints else { return [] }
    let (before, now) = (Figures.percent(row.before), Figures.percent(row.now))
    return [
      Alert(
        kind: .marginDrop, severity: .warning, subject: nil, value: drop,
        threshold: limits.marginDropPoints,
        message: LocalizedText(
          english: "Contribution fell from \(before) to \(now) of revenue.",
          chinese: "边际贡献率由 \(before) 降至 \(now)。"))
    ]
  }

  private func receivablesAlerts(_ receivables: ReceivablesResult?) -> [Alert] {
    guard let share = receivables?.overdueShare, share > limits.overdueShareCeiling,
      let overdue = receivables?.overdue
    else { return [] }
    let (text, ceiling) = (Figures.percent(share), Figures.percent(limits.overdueShareCeiling))
    let money = Figures.money(overdue)
    return [
      Alert(
        kind: .overdueShare, severity: .warning, subject: nil, value: share,
        threshold: limits.overdueShareCeiling,
        message: LocalizedText(
          english: "\(text) of receivables (\(money)) is overdue, more than \(ceiling).",
          chinese: "应收账款逾期占比 \(text)(\(money))，超过 \(ceiling)。"))
    ]
  }

  private func budgetAlerts() -> [Alert] {
    results.variances.compactMap { row in
      guard let variance = row.variance, let budget = row.budget, budget.isPositive,
        row.isFavourable != true, let share = variance.magnitude.ratio(to: budget),
        share >= settings.varianceAlertShare, variance.magnitude >= settings.varianceAlertFloor,
        row.isFavourable == false || variance.isPositive
      else { return nil }
      let (money, text) = (Figures.money(variance), Figures.percent(share))
      return Alert(
        kind: .budgetOverrun, severity: .warning, subject: row.name, value: share,
        threshold: settings.varianceAlertShare,
        message: LocalizedText(
          english: "\(row.name): actual differs from budget by \(money) (\(text)).",
          chinese: "\(row.name)：实际与预算相差 \(money)(\(text))。"))
    }
  }

  private func churnAlerts(_ retention: RetentionResult?) -> [Alert] {
    guard let retention, let rate = retention.churnRate, rate > limits.churnCeiling else {
      return []
    }
    let (text, ceiling) = (Figures.percent(rate), Figures.percent(limits.churnCeiling))
    let (lost, start) = (retention.lost, retention.customersAtStart)
    return [
      Alert(
        kind: .churn, severity: .warning, subject: nil, value: rate,
        threshold: limits.churnCeiling,
        message: LocalizedText(
          english: "\(lost) of \(start) customers were lost (\(text)), more than \(ceiling).",
          chinese: "\(start) 个客户中流失 \(lost) 个(\(text))，超过 \(ceiling)。"))
    ]
  }

  private func concentrationAlerts() -> [Alert] {
    var alerts: [Alert] = []
    let largest = places.max { results.customers[$0].revenue < results.customers[$1].revenue }
    if let largest, results.totals.revenue.isPositive,
      let share = results.customers[largest].revenue.ratio(to: results.totals.revenue),
      share > limits.concentrationCeiling
    {
      let (name, text) = (inputs.customers[largest].name, Figures.percent(share))
      alerts.append(
        Alert(
          kind: .concentration, severity: .note, subject: name, value: share,
          threshold: limits.concentrationCeiling,
          message: LocalizedText(
            english: "\(name) brings \(text) of all revenue.",
            chinese: "\(name) 贡献了 \(text) 的收入。")))
    }
    return alerts + lossMakerAlerts()
  }

  private func lossMakerAlerts() -> [Alert] {
    let losers = places.filter { results.customers[$0].netMargin.isNegative }
    guard !losers.isEmpty else { return [] }
    let lost = losers.reduce(Amount.zero) { $0 + results.customers[$1].netMargin }
    let (count, money) = (losers.count, Figures.money(lost.magnitude))
    return [
      Alert(
        kind: .lossMakers, severity: .note, subject: nil, value: Double(count), threshold: 0,
        message: LocalizedText(
          english: count == 1
            ? "One customer loses \(money)." : "\(count) customers lose money, \(money) together.",
          chinese: "\(count) 个客户亏损，合计 \(money)。"))
    ]
  }

  private func monthAlerts(_ forecast: ForecastResult?) -> [Alert] {
    guard let forecast else { return [] }
    return forecast.history.filter(\.isOutlier).map { point in
      let money = Figures.money(point.revenue)
      return Alert(
        kind: .unusualMonth, severity: .note, subject: point.month.description,
        value: point.revenue.doubleValue, threshold: 3,
        message: LocalizedText(
          english:
            "Sales of \(point.month), \(money), are far from what other months lead to expect.",
          chinese: "\(point.month) 的销售额 \(money) 明显偏离其他月份。"))
    }
  }
}
