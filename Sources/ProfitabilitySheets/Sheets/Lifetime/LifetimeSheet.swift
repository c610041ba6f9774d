import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What customers are worth over the relationship: by the simple formula, discounted, and by a model
/// of their buying.
struct LifetimeSheet: SheetPlugin {
  let key = SheetKey.lifetime.rawValue

  func name(in context: SheetContext) -> String { SheetKey.lifetime.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    context.results.analytics.lifetimeValue.contains { $0 != nil }
  }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .lifetime)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Order value × orders a year × years, on revenue and on margin; beside it what the coming"
          + " years are worth, discounted.", "客单价 × 年购买次数 × 年数，分收入与利润口径；另列未来价值折现。"))
    let part = LifetimePart(book: book)
    var row = part.keyFigures(&sheet, row: LifetimePart.keyRow)
    row = part.segments(&sheet, row: row + 2)
    row = part.models(&sheet, row: row + 2)
    let curveRow = row + 2
    if part.hasCurve { row = curveRow + LifetimePart.curveHeight }
    let customers = part.customers(&sheet, row: row + 2)
    part.curve(&sheet, row: curveRow, monthsAt: customers.lastColumn + 2)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 5, column: 4)
      plan.print.area = CellRange(
        CellAddress(row: 1, column: 1),
        CellAddress(row: customers.lastRow + 1, column: max(10, customers.lastColumn)))
    }
    return sheet.finished()
  }
}

/// The sections of the lifetime value sheet.
struct LifetimePart {
  let book: ProfitBook

  static let keyRow = 6
  private static let yearsRow = keyRow + 1
  private static let rateRow = keyRow + 2
  private static let retentionRow = keyRow + 3

  private var styles: Styles { book.styles }
  private var values: [LifetimeValue?] { book.results.analytics.lifetimeValue }
  private var summary: LifetimeSummary? { book.results.analytics.lifetime }

  private var years: Double {
    let days = Double(book.results.period?.days ?? book.inputs.period?.days ?? 0)
    return days / book.inputs.settings.daysInYear
  }

  // MARK: Key figures

  func keyFigures(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let days = book.results.period?.days ?? book.inputs.period?.days ?? 0
    let inYear = ExactDecimal(book.inputs.settings.daysInYear)?.description ?? "365"
    let money = styles.number(NumberFormats.signed("#,##0.00"))
    var figures = [
      ListedFigure(
        book.text("Years observed", "观察年数"), years, styles.number("0.000"),
        formula: "\(days)/\(inYear)"),
      ListedFigure(
        book.text("Discount rate a year", "年折现率"),
        summary?.discountRate ?? book.inputs.settings.discountRate, styles.share,
        note: summary?.isDiscountRateAssumed == true ? book.text("assumed", "假设值") : ""),
      ListedFigure(
        book.text("Retention rate a year", "年留存率"),
        retentionRate, styles.share, note: retentionNote),
    ]
    guard let summary else {
      return sheet.figures(book.text("Key figures", "主要指标"), figures, row: row)
    }
    let further: [ListedFigure?] = [
      ListedFigure(
        book.text("Horizon, years", "预测年数"), summary.horizon, styles.number("0.#")),
      ListedFigure(
        book.text("Mean value on revenue", "平均价值(收入)"), book.shown(summary.meanRevenueValue), money),
      // As its column: without cost, margin is revenue.
      book.hasCosts
        ? summary.meanMarginValue.map {
          ListedFigure(book.text("Mean value on margin", "平均价值(毛利)"), book.shown($0), money)
        } : nil,
      summary.meanPerpetualValue.map {
        ListedFigure(book.text("Mean perpetual value", "平均永续价值"), book.shown($0), money)
      },
      summary.valueToCost.map {
        ListedFigure(book.text("Lifetime value : CAC", "生命周期价值 : 获客成本"), $0, styles.ratio)
      },
      summary.paybackMonths.map {
        ListedFigure(book.text("Payback, months", "回本期(月)"), $0, styles.decimal)
      },
      summary.breakEvenMonth.map {
        ListedFigure(book.text("Break-even month", "盈亏平衡月"), Double($0), styles.count)
      },
    ]
    figures += further.compactMap { $0 }
    return sheet.figures(book.text("Key figures", "主要指标"), figures, row: row)
  }

  private var retentionRate: Double? {
    summary?.retentionRate ?? book.inputs.settings.retentionRate
  }

  /// Where the rate comes from, or why there is none.
  private var retentionNote: String {
    if retentionRate == nil {
      return book.text(
        "neither given nor told by customers marked as lost", "未提供，也无法由标记流失的客户推算")
    }
    return summary?.isRetentionObserved == true ? book.text("observed", "实测值") : ""
  }

  func segments(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard let segments = summary?.segments, !segments.isEmpty else { return row - 2 }
    let money = { (header: String, values: [Double]) in
      DataColumn(header, .numbers(values.map(book.shown)), styles.money)
    }
    sheet.heading(book.text("By segment", "按客户类别"), row: row, columns: 1...7)
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(book.text("Segment", "客户类别"), .texts(segments.map(\.name)), styles.text),
          DataColumn(
            book.text("Customers", "客户数"), .numbers(segments.map { Double($0.customers) }),
            styles.count),
          money(book.text("Mean", "平均"), segments.map(\.mean)),
          money(book.text("Median", "中位数"), segments.map(\.median)),
          money(book.text("Total", "合计"), segments.map(\.total)),
        ], rowCount: segments.count), row: row + 1, column: 3)
    return place.lastRow
  }

  /// The models behind the expectations, or why there are none.
  func models(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let analytics = book.results.analytics
    var lines: [(String, String)] = []
    if let purchase = analytics.purchaseModel {
      let fitted = "\(purchase.customers) / \(purchase.repeatBuyers)"
      lines.append(
        (
          book.text("Purchase model", "购买模型"),
          purchase.refusal?[book.context.language] ?? purchase.kind?.rawValue ?? ""
        ))
      lines.append((book.text("Customers / repeat buyers", "客户数 / 复购客户数"), fitted))
      lines += purchase.parameters.map { (Self.indented($0.name), Self.rounded($0.value)) }
      lines += ordersToCome(purchase)
    }
    if let spend = analytics.spendModel {
      lines.append(
        (
          book.text("Spend model", "消费额模型"),
          spend.refusal?[book.context.language] ?? "Gamma-Gamma"
        ))
      lines += spend.parameters.map { (Self.indented($0.name), Self.rounded($0.value)) }
    }
    guard !lines.isEmpty else { return row - 2 }
    sheet.heading(book.text("Models", "模型"), row: row, columns: 1...7)
    for (index, line) in lines.enumerated() {
      sheet.entry(line.0, row: row + 1 + index, column: 3, style: styles.label)
      sheet.label(line.1, row: row + 1 + index, column: 4, style: styles.text)
    }
    return row + lines.count
  }

  /// Orders of all customers in a year, with what the estimates leave open.
  private func ordersToCome(_ model: PurchaseModelResult) -> [(String, String)] {
    guard let orders = model.expectedOrders, let error = model.expectedOrdersError else {
      return []
    }
    let (value, margin) = (Self.rounded(orders, to: 1), Self.rounded(1.96 * error, to: 1))
    return [
      (
        book.text("Orders to come in a year", "未来一年订单数"),
        book.text(
          "\(value) ± \(margin) (95 %, of the estimates)", "\(value) ± \(margin)(95%，源于参数估计)")
      )
    ]
  }

  private static func indented(_ name: String) -> String { "   " + name }

  private static func rounded(
    _ value: Double, to step: ExactDecimal = ExactDecimal(units: 100_000_000)
  ) -> String {
    ExactDecimal(value)?.rounded(toMultipleOf: step).description ?? value.description
  }

  // MARK: Break-even

  var hasCurve: Bool { (summary?.profitByMonth.count ?? 0) > 1 }

  /// Rows that the curve takes below its heading.
  static let curveHeight = 18

  /// Cumulative profit of one customer by month since acquisition: the chart here, its months right
  /// of the list of customers, which would else begin sixty rows further down.
  func curve(_ sheet: inout SheetBuilder, row: Int, monthsAt column: Int) {
    guard hasCurve, let profit = summary?.profitByMonth else { return }
    let shown = profit.prefix(61).map(book.shown)
    sheet.heading(
      book.text("Cumulative profit of a new customer", "单个新客户累计利润"), row: row, columns: 1...7)
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Month", "月数"), .numbers(shown.indices.map(Double.init)),
            styles.number("0").with { $0.horizontal = .center }),
          DataColumn(
            book.text("Cumulative", "累计"), .numbers(Array(shown)),
            styles.number(NumberFormats.signed("#,##0.00"))),
        ], rowCount: shown.count), row: row + 1, column: column)
    let name = book.name(of: .lifetime)
    let series = ChartPlan.Series(
      book.text("Cumulative profit", "累计利润"), values: place.cells(1, of: name),
      points: Array(shown), categories: place.cells(0, of: name),
      labels: shown.indices.map(String.init), color: Palette.ink)
    var chart = ChartPlan(
      kind: .line, title: book.text("When a new customer breaks even", "新客户何时回本"),
      altText: book.text(
        "Cumulative profit of a new customer by month.", "新客户逐月累计利润。"), series: [series],
      at: CellAddress(row: row + 1, column: 3), width: 680, height: 330)
    chart.legend = .none
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Months since acquisition", "获客后月数")
    chart.categoryAxis.labelsAreLow = true
    sheet.edit { $0.charts.append(chart) }
  }

  // MARK: Customers

  /// A no., B id, C name, D orders, E order value, F orders a year, G years, H value on revenue,
  /// I gross margin, J value on margin, K margin a year, L perpetual; models after.
  func customers(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    let values = values
    let listed = book.order.places.map { values.indices.contains($0) ? values[$0] : nil }
    let positions = listed.indices.filter { listed[$0] != nil }
    let columns = LifetimeColumns(
      book: book, positions: positions, values: listed.compactMap { $0 },
      yearsCell: "$D$\(Self.yearsRow)", rateCell: "$D$\(Self.rateRow)",
      retentionCell: "$D$\(Self.retentionRow)", years: years)
    let all = columns.all
    sheet.heading(
      book.text("By \(book.objectWord.lowercased())", "按\(book.objectWord)"), row: row,
      columns: 1...all.count)
    return sheet.table(
      DataTable(columns: all, rowCount: positions.count, name: "Mb_Lifetime", totals: .below),
      row: row + 1)
  }
}
