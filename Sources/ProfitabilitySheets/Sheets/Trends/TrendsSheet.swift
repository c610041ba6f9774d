import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What changed since the period before, month by month, and what crossed a line.
struct TrendsSheet: SheetPlugin {
  let key = SheetKey.trends.rawValue

  func name(in context: SheetContext) -> String { SheetKey.trends.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    let results = context.results
    return !results.periods.isEmpty || !results.analytics.alerts.isEmpty
      || results.analytics.comparison != nil || results.analytics.market != nil
  }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .trends)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Alerts first, then this period against the one before, then the run of the months.",
        "先看预警，再看本期与上期对比，最后看逐期走势。") + book.plainUnitRemark)
    for (column, width) in [(1, 12.0), (2, 26.0)] { sheet.fix(column, at: width) }
    var row = TrendAlerts(book).write(&sheet, row: 6)
    row = TrendComparison(book).write(&sheet, row: row + 2)
    row = TrendMarket(book).write(&sheet, row: row + 2)
    row = TrendTierMoves(book).write(&sheet, row: row + 2)
    row = TrendPeriods(book).write(&sheet, row: row + 2)
    row = KeptFiguresSection(book: book).write(&sheet, row: row + 2)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 1) }
    return sheet.finished()
  }
}

/// Figures beyond their thresholds, most severe first.
struct TrendAlerts {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let alerts = book.results.analytics.alerts
    let styles = book.styles
    sheet.heading(book.text("Alerts", "预警"), row: row, columns: 1...9)
    guard !alerts.isEmpty else {
      sheet.label(
        book.text("No figure is beyond its threshold.", "没有指标超过警戒线。"), row: row + 1, column: 1,
        style: styles.note)
      return row + 1
    }
    for (index, alert) in alerts.prefix(200).enumerated() {
      let line = row + 1 + index
      let mark: CellStyle? =
        alert.severity == .error ? styles.bad : alert.severity == .warning ? styles.warning : nil
      sheet.band(row: line, columns: 1...9, style: styles.label)
      sheet.label(
        Terms.name(alert.severity)[book.context.language], row: line, column: 1,
        style: styles.lined(styles.centered).with {
          $0.fill = mark?.fill
          $0.fontColor = mark?.fontColor
        })
      sheet.label(
        alert.subject ?? book.text("Overall", "整体"), row: line, column: 2,
        style: styles.label.with {
          $0.isBold = true
          $0.shrinksToFit = true
        })
      sheet.label(
        alert.message[book.context.language], row: line, column: 3, style: styles.label)
    }
    return row + min(alerts.count, 200)
  }
}

/// This period against the one before.
struct TrendComparison {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard let comparison = book.results.analytics.comparison else { return row - 2 }
    let rows = comparison.rows
    let styles = book.styles
    sheet.heading(title(comparison), row: row, columns: 1...9)
    let shown = { (row: PeriodComparison.Row, value: Double) in
      row.unit == .money ? book.shown(value) : value
    }
    let style = { (unit: PeriodComparison.Unit) -> CellStyle in
      switch unit {
      case .money: styles.money
      case .count: styles.quantity
      case .share: styles.percent
      case .score: styles.number("0.00;[Red]-0.00;0.00")
      case .hours: styles.decimal
      }
    }
    let headers = [
      book.text("Before", "上期"), book.text("Now", "本期"), book.text("Change", "变动"),
      book.text("Change %", "变动率"),
    ]
    sheet.band(row: row + 1, columns: 1...6, style: styles.headerLeft)
    sheet.label(book.text("Figure", "指标"), row: row + 1, column: 2, style: styles.headerLeft)
    for (index, header) in headers.enumerated() {
      sheet.label(header, row: row + 1, column: 3 + index, style: styles.header)
    }
    for (index, one) in rows.enumerated() {
      let line = row + 2 + index
      let form = styles.lined(style(one.unit))
      sheet.put(.empty, row: line, column: 1, style: styles.label)
      sheet.label(one.name[book.context.language], row: line, column: 2, style: styles.label)
      sheet.number(shown(one, one.before), row: line, column: 3, style: form)
      sheet.number(shown(one, one.now), row: line, column: 4, style: form)
      sheet.formula(
        "D\(line)-C\(line)", value: shown(one, one.now) - shown(one, one.before), row: line,
        column: 5, style: form)
      // A score has a scale with ends: 2 is not half of 4.
      guard one.unit != .score else {
        sheet.put(.empty, row: line, column: 6, style: styles.label)
        continue
      }
      sheet.formula(
        "IF(C\(line)<>0,E\(line)/ABS(C\(line)),\"\")",
        value: one.before == 0
          ? nil : (shown(one, one.now) - shown(one, one.before)) / shown(one, one.before).magnitude,
        row: line, column: 6, style: styles.lined(styles.percent))
    }
    return row + 1 + rows.count
  }
}

extension TrendComparison {
  fileprivate func title(_ comparison: PeriodComparison) -> String {
    switch comparison.basis {
    case .salesBefore:
      return book.text("This period and the one before", "本期与上期")
    case .lastRun:
      let period = comparison.periodBefore.map { " (\($0.start) – \($0.end))" } ?? ""
      return book.text(
        "This run and the last one of this workbook\(period)", "本次与上次运行对比\(period)")
    case .firstHalf:
      let spans = [comparison.periodNow, comparison.periodBefore].map { period in
        period.map { "\($0.start.month) – \($0.end.month)" } ?? ""
      }
      return book.text(
        "Second half against first half (\(spans[0]) against \(spans[1]); seasons not taken out)",
        "后半期与前半期对比(\(spans[0]) 对比 \(spans[1])；未剔除季节因素)")
    }
  }
}

/// Customers that changed their tier since the period before.
struct TrendTierMoves {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let moves = book.results.analytics.tierMoves
    guard !moves.isEmpty else { return row - 2 }
    let styles = book.styles
    let language = book.context.language
    let new = book.text("not there", "新出现")
    sheet.heading(book.text("Moves between tiers", "层级变动"), row: row, columns: 1...9)
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Before", "上期"),
            .texts(moves.map { $0.from.map { Terms.name($0)[language] } ?? new }), styles.text),
          DataColumn(
            book.text("Now", "本期"), .texts(moves.map { Terms.name($0.to)[language] }), styles.text),
          DataColumn(
            book.text("Customers", "客户数"), .numbers(moves.map { Double($0.customers) }),
            styles.count),
        ], rowCount: moves.count), row: row + 1, column: 2)
    return place.lastRow
  }
}

/// Sales by month, quarter and year, with their lines.
struct TrendPeriods {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    var next = row
    for grain in PeriodGrain.allCases {
      let periods = book.results.periods.filter { $0.grain == grain }
      guard periods.count > (grain == .month ? 0 : 1) else { continue }
      sheet.heading(title(grain), row: next, columns: 1...9)
      let place = sheet.table(
        DataTable(columns: columns(periods), rowCount: periods.count), row: next + 1, column: 2)
      if grain == .month, periods.count > 1 {
        chart(periods, place, &sheet)
        next = max(place.lastRow, place.headerRow + 19) + 2
      } else {
        next = place.lastRow + 2
      }
    }
    return next
  }

  private func title(_ grain: PeriodGrain) -> String {
    switch grain {
    case .month: book.text("By month", "按月")
    case .quarter: book.text("By quarter", "按季")
    case .year: book.text("By year", "按年")
    }
  }

  private var hasCost: Bool { book.has(.productCost) }

  private func columns(_ periods: [PeriodResult]) -> [DataColumn] {
    let styles = book.styles
    let money = { (header: String, pick: (PeriodResult) -> Amount) in
      DataColumn(header, .numbers(periods.map { book.shown(pick($0)) }), styles.money)
    }
    var columns = [
      DataColumn(book.text("Period", "期间"), .texts(periods.map(\.name)), styles.text),
      money(Terms.name(.netRevenue)[book.context.language]) { $0.revenue },
    ]
    columns.append(growth(periods))
    if hasCost {
      let margins = periods.map { book.shown($0.grossMargin) }
      columns += [
        money(Terms.name(.productCost)[book.context.language]) { $0.productCost },
        DataColumn(
          book.text("CM1", "边际一"), .formula(RowFormula("C{r}-E{r}"), values: margins),
          styles.money),
        DataColumn(
          book.text("CM1 %", "毛利率"),
          .formula(
            RowFormula("IF(C{r}>0,F{r}/C{r},\"\")"),
            values: periods.map {
              $0.revenue.isPositive ? book.shown($0.grossMargin) / book.shown($0.revenue) : .nan
            }), styles.percent),
      ]
    }
    columns += [
      DataColumn(
        book.text("Orders", "订单数"), .numbers(periods.map { Double($0.orders) }), styles.count),
      DataColumn(
        book.text("\(book.objectWord)s", "\(book.objectWord)数"),
        .numbers(periods.map { Double($0.customers) }), styles.count),
    ]
    return columns
  }

  private func growth(_ periods: [PeriodResult]) -> DataColumn {
    let revenue = periods.map { book.shown($0.revenue) }
    let values = revenue.indices.map { index -> Double in
      index > 0 && revenue[index - 1] != 0
        ? revenue[index] / revenue[index - 1] - 1 : .nan
    }
    return DataColumn(
      book.text("Growth", "环比"),
      .formula(RowFormula("IF(N(C{r-1})<>0,C{r}/C{r-1}-1,\"\")"), values: values),
      book.styles.percent)
  }

  private func chart(
    _ periods: [PeriodResult], _ place: DataTable.Place, _ sheet: inout SheetBuilder
  ) {
    let name = book.name(of: .trends)
    let labels = periods.map(\.name)
    var revenue = ChartPlan.Series(
      Terms.name(.netRevenue)[book.context.language], values: place.cells(1, of: name),
      points: periods.map { book.shown($0.revenue) }, categories: place.cells(0, of: name),
      labels: labels, color: Palette.ink)
    revenue.hasMarkers = true
    var series = [revenue]
    if hasCost {
      var margin = ChartPlan.Series(
        book.text("CM1 gross margin", "边际一(毛利)"), values: place.cells(4, of: name),
        points: periods.map { book.shown($0.grossMargin) }, categories: place.cells(0, of: name),
        labels: labels, color: Palette.sand)
      margin.isDashed = true
      series.append(margin)
    }
    var chart = ChartPlan(
      kind: .line,
      title: hasCost
        ? book.text("Revenue and margin by month", "月度收入与毛利")
        : book.text("Revenue by month", "月度收入"),
      altText: book.text("Lines of revenue and margin by month.", "按月收入与毛利折线。"), series: series,
      at: CellAddress(row: place.headerRow, column: hasCost ? 11 : 8), width: 620, height: 340)
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Month", "月份")
    chart.categoryAxis.labelsAreLow = true
    sheet.edit { $0.charts.append(chart) }
  }
}
