import FinanceModel

extension AnalysisFacts {
  /// This period against the sales before it; nil where the workbook holds none.
  ///
  /// Where those span another number of days, their money and counts of orders are scaled to the
  /// period's.
  func comparison() -> PeriodComparison? {
    guard holdsPriorSales, let period = inputs.period,
      let first = inputs.priorSales.compactMap(\.firstOrder).min()
    else { return nil }
    let scaling = PeriodScaling(before: period.start.days(since: first), now: period.days)
    let before = SalesSum(inputs.priorSales)
    let now = SalesSum(inputs.sales)
    return PeriodComparison(
      rows: now.rows(against: before, factor: scaling.factor), daysBefore: scaling.daysBefore,
      daysNow: scaling.daysNow, isScaled: scaling.isScaled)
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

  func rows(against before: SalesSum, factor: Double) -> [PeriodComparison.Row] {
    func row(
      _ name: LocalizedText, _ unit: PeriodComparison.Unit, scale: Double = 1,
      _ figure: (SalesSum) -> Double
    ) -> PeriodComparison.Row {
      PeriodComparison.Row(
        name: name, before: figure(before) * scale, now: figure(self), unit: unit)
    }
    typealias Figure = RunFigures.Figure
    return [
      row(Figure.netRevenue.name, .money, scale: factor) { $0.revenue },
      row(Figure.grossMargin.name, .money, scale: factor) { $0.gross },
      row(Figure.contribution.name, .money, scale: factor) { $0.contribution },
      row(PeriodComparison.contributionShare, .share) { $0.contributionShare },
      row(Figure.orders.name, .count, scale: factor) { $0.orders },
      row(Figure.buyers.name, .count) { $0.buyers },
      row(LocalizedText(english: "Order value", chinese: "平均订单金额"), .money) {
        $0.orders > 0 ? $0.revenue / $0.orders : 0
      },
    ]
  }

  /// 0.3 for 30 %; 0 without revenue.
  var contributionShare: Double { revenue > 0 ? contribution / revenue : 0 }
}
