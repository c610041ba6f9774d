import FinanceModel

extension ListBridge {
  /// The way from the portfolio's margin on list revenue to a customer's; nil where either has no
  /// list revenue.
  init?(from portfolio: ListStatement, to customer: ListStatement) {
    guard portfolio.listRevenue.isPositive, customer.listRevenue.isPositive else { return nil }
    self.init(
      portfolio: portfolio.points(portfolio.netMargin),
      steps: zip(portfolio.lines, customer.lines).map { average, own in
        Step(
          line: average.line,
          points: customer.points(own.amount) - portfolio.points(average.amount))
      },
      customer: customer.points(customer.netMargin))
  }
}

/// The lines between list revenue and net margin, of one customer or of all together.
struct ListStatement {
  /// Gross where no list price is known, else net revenue and its deductions.
  private(set) var listRevenue: Amount = 0
  /// What is taken off list revenue, as negative amounts.
  private(set) var lines: [(line: CustomerProfitAndLoss.Kind, amount: Amount)] = Self.kinds.map {
    ($0, 0)
  }
  private(set) var netMargin: Amount = 0

  private static let kinds: [CustomerProfitAndLoss.Kind] = [
    .discount, .rebate, .returns, .otherDeductions, .productCost, .commission, .freight,
    .otherDirectCost, .costToServe, .overhead,
  ]

  init() {}

  /// Of one customer.
  init(_ facts: SalesFacts, _ result: CustomerResult) {
    add(facts, result)
  }

  /// Adds a customer.
  mutating func add(_ facts: SalesFacts, _ result: CustomerResult) {
    let deductions = facts.discount + facts.rebate + facts.returns
    let stated = facts.listRevenue.isZero ? facts.grossRevenue : facts.listRevenue
    let top = stated.isZero ? facts.netRevenue + deductions : stated
    listRevenue += top
    netMargin += result.netMargin
    let amounts = [
      facts.discount, facts.rebate, facts.returns, top - deductions - facts.netRevenue,
      facts.productCost, facts.commission, facts.freight, facts.otherDirectCost,
      result.costToServe, result.overhead,
    ]
    for (place, amount) in amounts.enumerated() { lines[place].amount -= amount }
  }

  /// In percent of list revenue.
  func points(_ amount: Amount) -> Double {
    (amount.ratio(to: listRevenue) ?? 0) * 100
  }
}
