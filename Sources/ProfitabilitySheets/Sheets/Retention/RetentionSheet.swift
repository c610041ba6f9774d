import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Who stayed, who left and why; cohorts as a heat map; the fitted curve of survival.
struct RetentionSheet: SheetPlugin {
  let key = SheetKey.retention.rawValue

  func name(in context: SheetContext) -> String { SheetKey.retention.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { context.results.analytics.retention != nil }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .retention)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Churn = customers lost in the period / customers at its start.", "流失率 = 期内流失客户数 ÷ 期初客户数。"))
    guard let result = context.results.analytics.retention else { return sheet.finished() }
    let part = RetentionPart(book: book, result: result)
    var row = part.keyFigures(&sheet, row: 6)
    row = part.reasons(&sheet, row: row + 2)
    row = part.steps(
      result.months, title: book.text("By month", "按月"), label: book.text("Month", "月份"), &sheet,
      row: row + 2, hasChart: true)
    row = part.steps(
      result.segments, title: book.text("By segment", "按客户类别"),
      label: book.text("Segment", "客户类别"), &sheet, row: row + 2)
    row = part.lost(&sheet, row: row + 2)
    row = ChurnModelSection(book: book).write(&sheet, row: row + 2)
    row = RetentionCohorts(book: book, result: result).write(&sheet, row: row + 2)
    RetentionCurvePart(book: book, result: result).write(&sheet, row: row + 2)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 1) }
    return sheet.finished()
  }
}

/// Figures and lists of retention.
struct RetentionPart {
  let book: ProfitBook
  let result: RetentionResult

  private var styles: Styles { book.styles }

  func keyFigures(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let cell = { (index: Int) in SheetBuilder.figureCell(index, listAt: row) }
    let rate = styles.share
    let start = Double(result.customersAtStart)
    let churn = start > 0 ? Double(result.lost) / start : Double.nan
    let isLive = result.churnRate.map { LiveFigure.agrees($0, churn) } ?? false
    var figures = [
      ListedFigure(book.text("Customers at the start", "期初客户数"), start, styles.count),
      ListedFigure(
        book.text("Lost in the period", "期内流失"), Double(result.lost), styles.count, note: basis),
      ListedFigure(
        book.text("Churn rate", "流失率"), result.churnRate, rate,
        formula: isLive ? "\(cell(1))/\(cell(0))" : nil),
      ListedFigure(
        book.text("Retention rate", "留存率"), result.retentionRate, rate,
        formula: isLive ? "1-\(cell(2))" : nil),
      ListedFigure(
        book.text("Revenue of the lost", "流失客户收入"), book.shown(result.lostRevenue), styles.money),
    ]
    if let again = book.results.analytics.repeatPurchase {
      figures += [
        ListedFigure(
          book.text("Repeat purchase rate", "复购率"), again.repeatRate, rate,
          formula: again.buyers > 0 ? "\(cell(7))/\(cell(6))" : nil),
        ListedFigure(book.text("Buyers", "购买客户数"), Double(again.buyers), styles.count),
        ListedFigure(
          book.text("of them with two orders or more", "其中两次及以上"), Double(again.repeatBuyers),
          styles.count),
        ListedFigure(
          book.text("Repeat revenue (memo)", "复购收入(备查)"), book.shown(again.repeatRevenue),
          styles.money, note: book.text("part of revenue already", "已含在收入中")),
      ]
    }
    return sheet.figures(book.text("Key figures", "主要指标"), figures, row: row)
  }

  private var basis: String {
    switch result.basis {
    case .status: book.text("as the customer list says", "按客户表的状态")
    case .inactivity:
      result.inactiveDays.map { book.text("no order for \($0) days", "\($0)天无订单") }
        ?? book.text("no order for twice the customer's median gap", "超过自身购买间隔中位数两倍未下单")
    }
  }

  func reasons(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let reasons = result.reasons
    guard !reasons.isEmpty else { return row - 2 }
    sheet.heading(book.text("Why", "流失原因"), row: row, columns: 1...6)
    let name = { (reason: String) in
      reason == "unstated" ? book.text("unstated", "未说明") : reason
    }
    let counts = reasons.map { Double($0.customers) }
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Reason", "原因"), .texts(reasons.map { name($0.reason) }), styles.text,
            total: .label(book.text("Total", "合计"))),
          DataColumn(
            book.text("Customers", "客户数"), .numbers(counts), styles.count,
            total: .sum(counts.reduce(0, +))),
          DataColumn(
            book.text("Lost revenue", "流失收入"), .numbers(reasons.map { book.shown($0.lostRevenue) }),
            styles.money, total: .sum(reasons.reduce(0.0) { $0 + book.shown($1.lostRevenue) })),
        ], rowCount: reasons.count, totals: .below), row: row + 1, column: 3)
    return place.lastRow + 1
  }

  func steps(
    _ steps: [RetentionResult.Step], title: String, label: String, _ sheet: inout SheetBuilder,
    row: Int, hasChart: Bool = false
  ) -> Int {
    guard !steps.isEmpty else { return row - 2 }
    sheet.heading(title, row: row, columns: 1...6)
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(label, .texts(steps.map(\.label)), styles.text),
          DataColumn(
            book.text("At the start", "期初"), .numbers(steps.map { Double($0.customersAtStart) }),
            styles.count),
          DataColumn(
            book.text("Lost", "流失"), .numbers(steps.map { Double($0.lost) }), styles.count),
          DataColumn(
            book.text("Churn", "流失率"),
            .formula(
              RowFormula("IF(D{r}>0,E{r}/D{r},\"\")"), values: steps.map { $0.churnRate ?? .nan }),
            styles.share),
        ], rowCount: steps.count), row: row + 1, column: 3)
    sheet.edit {
      $0.conditionalFormats.append(
        ConditionalFormatPlan(range: place.data(3), rule: .dataBar(Palette.sand)))
    }
    if hasChart, steps.count > 1 { chart(steps, place, title, &sheet) }
    return place.lastRow
  }

  /// Who was there and who left, month by month, beside the key figures.
  private func chart(
    _ steps: [RetentionResult.Step], _ place: DataTable.Place, _ title: String,
    _ sheet: inout SheetBuilder
  ) {
    let name = book.name(of: .retention)
    let labels = steps.map(\.label)
    let lost = ChartPlan.Series(
      book.text("Lost", "流失"), values: place.cells(2, of: name),
      points: steps.map { Double($0.lost) }, categories: place.cells(0, of: name), labels: labels,
      color: Palette.sand)
    var there = ChartPlan.Series(
      book.text("At the start", "期初"), values: place.cells(1, of: name),
      points: steps.map { Double($0.customersAtStart) }, categories: place.cells(0, of: name),
      labels: labels, color: Palette.ink)
    there.isLine = true
    there.hasMarkers = true
    var chart = ChartPlan(
      kind: .column, title: book.text("Customers there and lost, by month", "每月在册与流失客户"),
      altText: book.text(
        "Customers at the start of each month, and those lost in it.", "每月期初客户数与流失数。"),
      series: [lost, there], at: CellAddress(row: 6, column: 9), width: 560, height: 320)
    chart.valueAxis.title = book.text("Customers", "客户数")
    chart.categoryAxis.title = book.text("Month", "月份")
    chart.valueAxis.numberFormat = "0"
    chart.valueAxis.minimum = 0
    sheet.edit { $0.charts.append(chart) }
  }

  /// The lost customers with what they brought.
  func lost(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let places = result.lostCustomers.filter { book.inputs.customers.indices.contains($0) }
      .prefix(200)
    guard !places.isEmpty else { return row - 2 }
    let numbers = book.numbers
    sheet.heading(book.text("Lost customers", "流失客户"), row: row, columns: 1...6)
    let customers = places.map { book.inputs.customers[$0] }
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("No.", "序号"), .numbers(customers.map { Double(numbers[$0.id] ?? 0) }),
            styles.number("0").with { $0.horizontal = .center }),
          DataColumn(
            book.text("ID", "编号"), .cells(places.map { book.idContent($0) }),
            styles.text.with { $0.horizontal = .left }),
          DataColumn(book.objectWord, .texts(places.map { book.displayName($0) }), styles.text),
          DataColumn(
            book.text("Lost on", "流失日期"),
            .cells(
              customers.map { customer in
                (customer.lostOn).map { .day($0) } ?? .empty
              }), styles.day),
          DataColumn(
            book.text("Last order", "最近订单"),
            .cells(places.map { book.inputs.sales[$0].lastOrder.map { .day($0) } ?? .empty }),
            styles.day),
          DataColumn(
            book.text("Reason", "原因"), .texts(customers.map { $0.churnReason ?? "" }), styles.text),
        ].filter { !$0.content.isBlank }, rowCount: places.count), row: row + 1)
    return place.lastRow
  }
}

/// Cohorts by month of first order: what share buys in the months after, as a heat map.
struct RetentionCohorts {
  let book: ProfitBook
  let result: RetentionResult

  private static let mostMonths = 24

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let cohorts = result.cohorts.suffix(36)
    let span = min(Self.mostMonths, cohorts.map(\.active.count).max() ?? 0)
    guard cohorts.count > 1, span > 1 else { return row - 2 }
    let styles = book.styles
    sheet.heading(
      book.text("Cohorts: share that buys n months after the first order", "同期群：首购后第n个月仍购买的比例"),
      row: row, columns: 1...(4 + span))
    var columns = [
      DataColumn(
        book.text("First order", "首购月份"), .texts(cohorts.map(\.month.description)), styles.centered),
      DataColumn(
        book.text("Customers", "客户数"), .numbers(cohorts.map { Double($0.customers) }),
        styles.count),
    ]
    for month in 0..<span {
      let shares = cohorts.map { cohort -> Double in
        guard cohort.active.indices.contains(month), cohort.customers > 0 else { return .nan }
        return Double(cohort.active[month]) / Double(cohort.customers)
      }
      columns.append(DataColumn("+\(month)", .numbers(shares), styles.wholeShare))
    }
    let place = sheet.table(
      DataTable(columns: columns, rowCount: cohorts.count), row: row + 1, column: 3)
    let heat = CellRange(
      CellAddress(row: place.firstRow, column: 5),
      CellAddress(row: place.lastRow, column: 4 + span))
    sheet.edit {
      $0.conditionalFormats.append(
        ConditionalFormatPlan(
          range: heat,
          rule: .colorScale(low: Palette.white, middle: nil, high: Palette.sky)))
    }
    return place.lastRow
  }
}

/// Observed and fitted survival.
struct RetentionCurvePart {
  let book: ProfitBook
  let result: RetentionResult

  func write(_ sheet: inout SheetBuilder, row: Int) {
    guard let curve = result.curve, let start = curve.survivors.first, start > 0 else { return }
    let count = max(curve.fitted.count, curve.survivors.count)
    let styles = book.styles
    sheet.heading(
      book.text("Survival, observed and fitted (sBG)", "留存曲线：观测与拟合(sBG)"), row: row,
      columns: 1...6)
    let survivors = (0..<count).map {
      curve.survivors.indices.contains($0) ? Double(curve.survivors[$0]) : .nan
    }
    let fitted = (0..<count).map { curve.fitted.indices.contains($0) ? curve.fitted[$0] : .nan }
    let observed = survivors.map { $0 / Double(start) }
    let first = row + 2
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Month", "月数"), .numbers((0..<count).map(Double.init)),
            styles.number("0").with { $0.horizontal = .center }),
          DataColumn(book.text("Survivors", "留存客户"), .numbers(survivors), styles.count),
          DataColumn(
            book.text("Observed", "观测"),
            .formula(
              RowFormula("IF(ISNUMBER(D{r}),D{r}/D$\(first),\"\")"), values: observed),
            styles.share),
          DataColumn(book.text("Fitted", "拟合"), .numbers(fitted), styles.share),
        ], rowCount: count), row: row + 1, column: 3)
    chart(place, observed, fitted, &sheet)
  }

  private func chart(
    _ place: DataTable.Place, _ observed: [Double], _ fitted: [Double],
    _ sheet: inout SheetBuilder
  ) {
    let name = book.name(of: .retention)
    let labels = fitted.indices.map(String.init)
    var seen = ChartPlan.Series(
      book.text("Observed", "观测"), values: place.cells(2, of: name), points: observed,
      categories: place.cells(0, of: name), labels: labels, color: Palette.ink)
    seen.hasMarkers = true
    var model = ChartPlan.Series(
      book.text("Fitted", "拟合"), values: place.cells(3, of: name), points: fitted,
      categories: place.cells(0, of: name), labels: labels, color: Palette.clay)
    model.isDashed = true
    var chart = ChartPlan(
      kind: .line, title: book.text("Survival of customers", "客户留存曲线"),
      altText: book.text("Share of customers that stay, by month.", "按月客户留存比例。"),
      series: [seen, model], at: CellAddress(row: place.headerRow, column: 8), width: 560,
      height: 320)
    chart.valueAxis.numberFormat = "0%"
    chart.valueAxis.minimum = 0
    chart.valueAxis.title = book.text("Share of customers", "客户占比")
    chart.categoryAxis.title = book.text("Months since the first order", "首购后月数")
    sheet.edit { $0.charts.append(chart) }
  }
}
