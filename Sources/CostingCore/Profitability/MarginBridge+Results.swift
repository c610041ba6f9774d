import FinanceModel

extension MarginBridge {
  /// The way from the portfolio's margin to a customer's; nil where either has no revenue.
  ///
  /// A step is the portfolio's cost per 100 of net revenue less the customer's.
  public init?(from totals: Totals, to customer: CustomerResult) {
    guard totals.revenue.isPositive, customer.revenue.isPositive else { return nil }
    let lines: [(Line, ExactDecimal, ExactDecimal)] = [
      (.productCost, totals.productCost, customer.productCost),
      (
        .directSelling, totals.directCost - totals.productCost,
        customer.directCost - customer.productCost
      ),
      (.costToServe, totals.costToServe, customer.costToServe),
      (.overhead, totals.overhead, customer.overhead),
    ]
    func points(_ amount: ExactDecimal, _ revenue: ExactDecimal) -> Double {
      amount.doubleValue / revenue.doubleValue * 100
    }
    self.init(
      portfolio: points(totals.netMargin, totals.revenue),
      steps: lines.map { line, average, own in
        Step(line: line, points: points(average, totals.revenue) - points(own, customer.revenue))
      },
      customer: points(customer.netMargin, customer.revenue))
  }
}
