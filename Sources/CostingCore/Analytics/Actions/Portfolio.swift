import FinanceModel

/// What is usual among the customers: what actions measure one against.
struct Portfolio {
  /// Gross margin over net revenue.
  var grossMarginShare: Double
  /// Cost-to-serve over net revenue.
  var serviceShare: Double
  /// Returns over revenue before returns.
  var returnShare: Double
  /// Median net revenue an order; nil without orders.
  var orderValue: Double?

  init(_ facts: AnalysisFacts) {
    let totals = facts.results.totals
    grossMarginShare = totals.grossMargin.ratio(to: totals.revenue) ?? 0
    serviceShare = totals.costToServe.ratio(to: totals.revenue) ?? 0
    returnShare = Self.returnShare(totals.returns, totals.revenue)
    orderValue = Statistics.median(facts.buyers.map { facts.orderValue(of: $0) })
  }

  /// Returns over what was sold before them; 0 where nothing was.
  static func returnShare(_ returns: Amount, _ revenue: Amount) -> Double {
    let sold = returns + revenue
    return sold.isPositive ? returns.ratio(to: sold) ?? 0 : 0
  }
}

extension AnalysisFacts {
  /// Net revenue an order; 0 without orders.
  func orderValue(of place: Int) -> Double {
    let sales = inputs.sales[place]
    return sales.orders > 0 ? sales.netRevenue.doubleValue / Double(sales.orders) : 0
  }

  /// Net margin as a year's, in units of the currency.
  func yearlyMargin(of place: Int) -> Amount {
    Amount(results.customers[place].netMargin.doubleValue / periodYears) ?? 0
  }
}
