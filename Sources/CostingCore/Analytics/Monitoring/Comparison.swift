import FinanceModel

extension AnalysisFacts {
  /// This period against the sales before it; nil where the workbook holds none.
  ///
  /// Where those span another number of days, their money and counts of orders are scaled to the
  /// period's. What customers say, how soon they are answered and the share of the market are
  /// compared where the workbook dates them in both.
  func comparison(_ market: MarketResult?) -> PeriodComparison? {
    guard holdsPriorSales, let period = inputs.period,
      let first = inputs.priorSales.compactMap(\.firstOrder).min()
    else { return nil }
    let scaling = PeriodScaling(before: period.start.days(since: first), now: period.days)
    let before = SalesSum(inputs.priorSales)
    let now = SalesSum(inputs.sales)
    let review = Period(start: first, end: period.start.advanced(byDays: -1)).map {
      reviewRows(before: $0, now: period, market)
    }
    return PeriodComparison(
      rows: now.rows(against: before, factor: scaling.factor, withMargins: holdsCost)
        + (review ?? []),
      daysBefore: scaling.daysBefore, daysNow: scaling.daysNow, isScaled: scaling.isScaled)
  }

  /// The second half of the period's whole months against the first: where there is nothing before
  /// the period to compare with, and something to review besides sales. Halves have the same number
  /// of months; of an odd number the one in the middle is in neither.
  func comparisonOfHalves(_ market: MarketResult?) -> PeriodComparison? {
    guard let months = wholeMonthRange, let halves = MonthHalves(of: months),
      let first = Period(halves.first), let second = Period(halves.second)
    else { return nil }
    let review = reviewRows(before: first, now: second, market)
    guard !review.isEmpty else { return nil }
    let rows = SalesSum(salesByMonth, in: halves.second)
      .rows(
        against: SalesSum(salesByMonth, in: halves.first), factor: 1, withMargins: holdsCost)
    var comparison = PeriodComparison(
      rows: rows + review, daysBefore: first.days, daysNow: second.days, isScaled: false)
    comparison.basis = .firstHalf
    comparison.periodBefore = first
    comparison.periodNow = second
    return comparison
  }

  // MARK: Beyond sales

  /// What is known of both periods besides sales.
  private func reviewRows(
    before: Period, now: Period, _ market: MarketResult?
  ) -> [PeriodComparison.Row] {
    let (said, says) = (feedback(in: before), feedback(in: now))
    typealias Figure = RunFigures.Figure
    let rows: [PeriodComparison.Row?] = [
      row(Figure.satisfaction.name, .score, said.csat, says.csat),
      row(
        LocalizedText(english: "Net promoter score", chinese: "净推荐值(NPS)"), .score, said.nps,
        says.nps),
      row(
        LocalizedText(english: "Hours to first response", chinese: "首次响应时长(小时)"), .hours,
        meanHours(in: before), meanHours(in: now)),
      row(
        Figure.marketShare.name, .share, market.flatMap { share(in: before, $0) },
        market.flatMap { share(in: now, $0) }),
    ]
    return rows.compactMap { $0 }
  }

  private func row(
    _ name: LocalizedText, _ unit: PeriodComparison.Unit, _ before: Double?, _ now: Double?
  ) -> PeriodComparison.Row? {
    guard let before, let now else { return nil }
    return PeriodComparison.Row(name: name, before: before, now: now, unit: unit)
  }

  private func feedback(in period: Period) -> FeedbackTally {
    var tally = FeedbackTally()
    for response in inputs.feedback where response.date.map(period.contains) ?? false {
      tally.add(response)
    }
    return tally
  }

  private func meanHours(in period: Period) -> Double? {
    let hours = inputs.serviceResponses.filter { response in
      response.hours.isFinite && response.hours >= 0
        && response.date.map(period.contains) ?? false
    }.map(\.hours)
    return hours.isEmpty ? nil : Statistics.mean(hours)
  }

  /// Own sales over the market's, of the shortest calendar periods that begin and end in the period
  /// and have both; a share that the workbook only gives, where it is the only one.
  private func share(in period: Period, _ market: MarketResult) -> Double? {
    for grain in PeriodGrain.allCases {
      let lines = market.periods.filter { line in
        guard let calendar = line.period, calendar.grain == grain else { return false }
        return line.shownShare != nil && period.start.month <= calendar.first
          && calendar.last <= period.end.month
      }
      guard !lines.isEmpty else { continue }
      let computed = lines.filter { $0.share != nil }
      if computed.isEmpty { return lines.count == 1 ? lines[0].shownShare : nil }
      let own = computed.compactMap(\.ownSales).reduce(Amount.zero, +)
      return MarketResult.share(own, of: computed.compactMap(\.marketSales).reduce(.zero, +))
    }
    return nil
  }
}

extension Period {
  /// From the first day of the first month to the last day of the last.
  fileprivate init?(_ months: ClosedRange<Month>) {
    self.init(start: months.lowerBound.firstDay, end: months.upperBound.lastDay)
  }
}

/// Sales of all customers.
private struct SalesSum {
  var revenue: Double
  var gross: Double
  var contribution: Double
  var orders: Double
  var buyers: Double

  init(_ column: [SalesFacts]) {
    let sum = column.reduce(Amount.zero) { $0 + $1.netRevenue }
    let product = column.reduce(Amount.zero) { $0 + $1.productCost }
    let direct = column.reduce(Amount.zero) { $0 + $1.directCost }
    revenue = sum.doubleValue
    gross = (sum - product).doubleValue
    contribution = (sum - direct).doubleValue
    orders = column.reduce(0) { $0 + Double($1.orders) }
    buyers = Double(column.count { $0.orders > 0 })
  }

  /// Of some months.
  init(_ sales: [MonthlySales], in months: ClosedRange<Month>) {
    let chosen = sales.filter { months.contains($0.month) }
    let sum = chosen.reduce(Amount.zero) { $0 + $1.netRevenue }
    revenue = sum.doubleValue
    gross = (sum - chosen.reduce(Amount.zero) { $0 + $1.productCost }).doubleValue
    contribution = (sum - chosen.reduce(Amount.zero) { $0 + $1.directCost }).doubleValue
    orders = chosen.reduce(0) { $0 + Double($1.orders) }
    buyers = Double(Set(chosen.filter { $0.orders > 0 }.map(\.customer)).count)
  }

  func rows(
    against before: SalesSum, factor: Double, withMargins: Bool
  ) -> [PeriodComparison.Row] {
    func row(
      _ name: LocalizedText, _ unit: PeriodComparison.Unit, scale: Double = 1,
      _ figure: (SalesSum) -> Double
    ) -> PeriodComparison.Row {
      PeriodComparison.Row(
        name: name, before: figure(before) * scale, now: figure(self), unit: unit)
    }
    typealias Figure = RunFigures.Figure
    let margins = [
      row(Figure.grossMargin.name, .money, scale: factor) { $0.gross },
      row(Figure.contribution.name, .money, scale: factor) { $0.contribution },
      row(PeriodComparison.contributionShare, .share) { $0.contributionShare },
    ]
    return [row(Figure.netRevenue.name, .money, scale: factor) { $0.revenue }]
      + (withMargins ? margins : []) + [
        row(Figure.orders.name, .count, scale: factor) { $0.orders },
        row(Figure.buyers.name, .count) { $0.buyers },
        row(PeriodComparison.orderValue, .money) {
          $0.orders > 0 ? $0.revenue / $0.orders : 0
        },
      ]
  }

  /// 0.3 for 30 %; 0 without revenue.
  var contributionShare: Double { revenue > 0 ? contribution / revenue : 0 }
}
