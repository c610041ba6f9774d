import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The columns of lifetime value by customer.
struct LifetimeColumns {
  let book: ProfitBook
  let positions: [Int]
  let values: [LifetimeValue]
  let yearsCell: String
  let rateCell: String
  let retentionCell: String
  let years: Double

  private var styles: Styles { book.styles }
  private var money: CellStyle { styles.number(NumberFormats.signed("#,##0.00")) }

  var all: [DataColumn] {
    [number, id, name, orders, orderValue, frequency, lifespan, revenueValue] + margin + model
  }

  /// Of a column of all customers the rows that this list has; mostly it has all of them.
  private func at<Cell>(_ column: [Cell]) -> [Cell] {
    positions.count == column.count ? column : positions.map { column[$0] }
  }

  private var number: DataColumn {
    DataColumn(
      book.text("No.", "序号"), .numbers(positions.map { Double($0 + 1) }),
      styles.number("0").with { $0.horizontal = .center })
  }

  private var id: DataColumn {
    DataColumn(
      book.text("ID", "编号"), .cells(at(book.ids)),
      styles.text.with { $0.horizontal = .left })
  }

  private var name: DataColumn {
    DataColumn(
      book.objectWord, .texts(at(book.names)), styles.text,
      total: .label(book.text("Total", "合计"))
    ).with { $0.maximumWidth = 36 }
  }

  private var orders: DataColumn {
    DataColumn(
      Terms.name(SalesMeasure.orders)[book.context.language],
      .numbers(values.map { Double($0.orders) }),
      styles.count, total: .sum(Double(values.reduce(0) { $0 + $1.orders })))
  }

  /// The formula where it gives the engine's figures in every row.
  private func live(
    _ template: String?, _ engine: [Double], _ computed: [Double]
  ) -> CellBlock.Content {
    let agree = zip(engine, computed).allSatisfy {
      ($0.isNaN && $1.isNaN) || LiveFigure.agrees($0, $1)
    }
    guard agree, let template else { return .numbers(engine) }
    return .formula(RowFormula(template), values: engine)
  }

  private var orderValue: DataColumn {
    let engine = values.map { book.shown($0.orderValue) }
    let computed = zip(at(book.facts(.measure(.netRevenue))), values).map { revenue, value in
      value.orders > 0 ? revenue / Double(value.orders) : .nan
    }
    let lookup = FactsLayout(book).lookup(.measure(.netRevenue), key: "$A{r}")
    return DataColumn(
      book.text("Order value", "客单价"),
      live(lookup.map { "IF(D{r}>0,\($0)/D{r},\"\")" }, engine, computed), money)
  }

  private var frequency: DataColumn {
    DataColumn(
      book.text("Orders a year", "年购买次数"),
      live(
        "D{r}/\(yearsCell)", values.map(\.frequency),
        values.map { years > 0 ? Double($0.orders) / years : .nan }), styles.ratio)
  }

  private var lifespan: DataColumn {
    DataColumn(
      book.text("Years", "年数"), .numbers(values.map(\.lifespan)), styles.number("0.00"))
  }

  private var revenueValue: DataColumn {
    DataColumn(
      book.text("Value on revenue", "价值(收入)"),
      live(
        "E{r}*F{r}*G{r}", values.map { book.shown($0.revenueValue) },
        values.map { book.shown($0.orderValue) * $0.frequency * $0.lifespan }),
      styles.money.with { $0.isBold = true },
      total: Self.sum(values.map { book.shown($0.revenueValue) }))
  }

  /// The total of a column, empty cells left out.
  private static func sum(_ values: [Double]) -> DataColumn.Total {
    .sum(values.reduce(0) { $1.isNaN ? $0 : $0 + $1 })
  }

  // MARK: On margin

  private var margin: [DataColumn] {
    guard book.hasCosts, values.contains(where: { $0.marginValue != nil }) else { return [] }
    let profit = ProfitLayout(book, allocation: AllocationLayout(book))
    let results = book.results.customers
    let shares = book.order.column { place in
      results[place].revenue.isPositive
        ? book.shown(results[place].grossMargin) / book.shown(results[place].revenue) : .nan
    }
    let share = at(shares)
    let shareContent: CellBlock.Content =
      profit.lookup(.grossMarginPercent, key: "$A{r}").map {
        .formula(RowFormula($0), values: share)
      } ?? .numbers(share)
    let engine = values.map { $0.marginValue.map(book.shown) ?? .nan }
    var columns = [
      DataColumn(book.text("Gross margin %", "毛利率"), shareContent, styles.percent),
      DataColumn(
        book.text("Value on margin", "价值(毛利)"),
        live(
          "IF(ISNUMBER(I{r}),H{r}*I{r},\"\")", engine,
          zip(values, share).map { book.shown($0.revenueValue) * $1 }),
        styles.money.with { $0.isBold = true }, total: Self.sum(engine)),
    ]
    columns += perpetual(profit)
    return columns
  }

  private func perpetual(_ profit: ProfitLayout) -> [DataColumn] {
    guard values.contains(where: { $0.perpetualValue != nil }),
      let lookup = profit.lookup(.netMargin, key: "$A{r}")
    else { return [] }
    let results = book.results.customers
    let yearly = at(
      book.order.column { years > 0 ? book.shown(results[$0].netMargin) / years : .nan })
    let summary = book.results.analytics.lifetime
    let rate = summary?.discountRate ?? .nan
    let retention = summary?.retentionRate ?? .nan
    return [
      DataColumn(
        book.text("Net margin a year", "年净利润"),
        .formula(RowFormula("\(lookup)/\(yearsCell)"), values: yearly), styles.money,
        total: Self.sum(yearly)),
      DataColumn(
        book.text("Perpetual value", "永续价值"),
        live(
          "K{r}*\(retentionCell)/(1+\(rateCell)-\(retentionCell))",
          values.map { $0.perpetualValue.map(book.shown) ?? .nan },
          yearly.map { $0 * retention / (1 + rate - retention) }), styles.money,
        total: Self.sum(values.map { $0.perpetualValue.map(book.shown) ?? .nan })),
    ]
  }

  // MARK: By model

  private var model: [DataColumn] {
    let column = {
      (header: String, style: CellStyle, hasTotal: Bool, pick: (LifetimeValue) -> Double?)
        -> DataColumn? in
      let picked = values.map { pick($0) ?? .nan }
      guard picked.contains(where: { !$0.isNaN }) else { return nil }
      return DataColumn(header, .numbers(picked), style, total: hasTotal ? Self.sum(picked) : .none)
    }
    return [
      column(book.text("P(alive)", "存活概率"), styles.wholeShare, false) { $0.probabilityAlive },
      column(book.text("Expected orders a year", "预期年订单"), styles.ratio, true) {
        $0.expectedOrders
      },
      column(book.text("Expected order value", "预期客单价"), money, false) {
        $0.expectedOrderValue.map(book.shown)
      },
      column(book.text("Residual value", "剩余价值"), styles.money, true) {
        $0.residualValue.map(book.shown)
      },
      column(book.text("Discounted value", "折现价值"), styles.money, true) {
        $0.discountedValue.map(book.shown)
      },
    ].compactMap { $0 }
  }
}
