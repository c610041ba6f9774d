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
    let daysBefore = max(1, period.start.days(since: first))
    let ratio = Double(period.days) / Double(daysBefore)
    let isScaled = (ratio - 1).magnitude > 0.1
    let factor = isScaled ? ratio : 1
    let before = SalesSum(inputs.priorSales)
    let now = SalesSum(inputs.sales)
    return PeriodComparison(
      rows: now.rows(against: before, factor: factor), daysBefore: daysBefore,
      daysNow: period.days, isScaled: isScaled)
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
      _ english: String, _ chinese: String, _ unit: PeriodComparison.Unit,
      _ figure: (SalesSum) -> Double, scale: Double = 1
    ) -> PeriodComparison.Row {
      PeriodComparison.Row(
        name: LocalizedText(english: english, chinese: chinese), before: figure(before) * scale,
        now: figure(self), unit: unit)
    }
    return [
      row("Net revenue", "净销售额", .money, { $0.revenue }, scale: factor),
      row("Gross margin (CM1)", "毛利(CM1)", .money, { $0.gross }, scale: factor),
      row("Contribution (CM2)", "边际贡献(CM2)", .money, { $0.contribution }, scale: factor),
      row("Contribution share", "边际贡献率", .share, { $0.contributionShare }),
      row("Orders", "订单数", .count, { $0.orders }, scale: factor),
      row("Customers with an order", "下单客户数", .count, { $0.buyers }),
      row("Order value", "平均订单金额", .money, { $0.orders > 0 ? $0.revenue / $0.orders : 0 }),
    ]
  }

  /// 0.3 for 30 %; 0 without revenue.
  var contributionShare: Double { revenue > 0 ? contribution / revenue : 0 }
}
