import FinanceModel

/// The year's budget beside what came of it: sales by product with quantity and price, then costs.
extension Manufacturer {
  private struct Line: Sendable {
    var account: LocalizedText
    /// Hundredths.
    var budget: Int
    var actual: Int
    var budgetQuantity: Int?
    var actualQuantity: Int?
    var budgetPrice: Int?
    var actualPrice: Int?
  }

  static let budgetTable = SheetTable(
    .budget, rows: productLines + [deductions] + directCosts + poolCosts,
    fields: [
      Field(BudgetColumns.account) { .text($0.account) },
      Field(BudgetColumns.budget) { .cents($0.budget) },
      Field(BudgetColumns.actual) { .cents($0.actual) },
      Field(BudgetColumns.budgetQuantity) {
        $0.budgetQuantity.map { .number(Double($0)) } ?? .blank
      },
      Field(BudgetColumns.actualQuantity) {
        $0.actualQuantity.map { .number(Double($0)) } ?? .blank
      },
      Field(BudgetColumns.budgetUnitPrice) { $0.budgetPrice.map { .cents($0) } ?? .blank },
      Field(BudgetColumns.actualUnitPrice) { $0.actualPrice.map { .cents($0) } ?? .blank },
    ])

  private static let yearSales = sales.filter { $0.date.month.year == year }

  /// Sales at list price, without what came back.
  private static let productLines: [Line] = products.enumerated().map { index, product in
    let quantity = yearSales.filter { $0.product.id == product.id && $0.quantity > 0 }
      .reduce(0) { $0 + $1.quantity }
    let planned = quantity * budgetedQuantity[index % budgetedQuantity.count] / 1_000 * 10
    let price = product.listPrice * budgetedPrice[index % budgetedPrice.count] / 100_000 * 1_000
    return Line(
      account: named("Sales", "销售收入", product.name), budget: planned * price,
      actual: quantity * product.listPrice, budgetQuantity: planned, actualQuantity: quantity,
      budgetPrice: price, actualPrice: product.listPrice)
  }

  /// Percent of what was sold, and of the list price.
  private static let budgetedQuantity = [104, 96, 110, 92, 101, 107, 95, 90, 103, 98]
  private static let budgetedPrice = [101, 102, 100, 99, 101, 100, 103, 101, 100, 102]

  private static let deductions: Line = {
    let listed = yearSales.filter { $0.quantity > 0 }.reduce(0) { $0 + $1.gross }
    return cost(
      note("Discounts, rebates and returns", "折扣、返利及退货"),
      listed - yearSales.reduce(0) { $0 + $1.net }, budgetedPercent: 88)
  }()

  private static let directCosts: [Line] = [
    cost(
      note("Cost of goods sold", "产品销售成本"), yearSales.reduce(0) { $0 + $1.productCost },
      budgetedPercent: 99),
    cost(
      note("Sales commission", "销售佣金"), yearSales.reduce(0) { $0 + $1.commission },
      budgetedPercent: 103),
    cost(
      note("Outbound freight", "运输费用"), yearSales.reduce(0) { $0 + $1.freight },
      budgetedPercent: 91),
  ]

  private static let poolCosts: [Line] = pools.enumerated().map { index, pool in
    cost(named("Cost", "费用", pool.name), pool.amount, budgetedPercent: 92 + index * 7 % 17)
  }

  /// Budgets are rounded to thousands.
  private static func cost(
    _ account: LocalizedText, _ actual: Int, budgetedPercent: Int
  ) -> Line {
    Line(
      account: account, budget: actual * budgetedPercent / 100 / 100_000 * 100_000,
      actual: actual)
  }

  private static func named(
    _ english: String, _ chinese: String, _ name: LocalizedText
  ) -> LocalizedText {
    note("\(english) – \(name.english)", "\(chinese)-\(name.chinese)")
  }
}
