import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Sales of the months to come with their bands, beside what was.
struct ForecastSheet: SheetPlugin {
  let key = SheetKey.forecast.rawValue

  func name(in context: SheetContext) -> String { SheetKey.forecast.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    context.results.analytics.forecast?.forecast.isEmpty == false
  }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .forecast)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Sales by month, those to come with the bands that they fall into 80 and 95 times of 100.",
        "按月销售及未来各月预测；区间表示80%与95%的可能范围。"))
    guard let forecast = context.results.analytics.forecast else { return sheet.finished() }
    let table = ForecastTable(book: book, result: forecast)
    let end = table.facts(&sheet, row: 6)
    let place = table.write(&sheet, row: end + 2)
    table.chart(place, &sheet)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 1) }
    return sheet.finished()
  }
}

/// The table of months and its chart.
struct ForecastTable {
  let book: ProfitBook
  let result: ForecastResult

  private var styles: Styles { book.styles }
  private var historyCount: Int { result.history.count }
  private var count: Int { historyCount + result.forecast.count }

  // MARK: The model

  func facts(_ sheet: inout SheetBuilder, row: Int) -> Int {
    sheet.heading(book.text("Model", "模型"), row: row, columns: 1...5)
    let method = methodName[book.context.language]
    var words = [(book.text("Method", "方法"), method)]
    words.append((book.text("Why", "理由"), result.reason[book.context.language]))
    for parameter in result.parameters {
      words.append((parameter.name, Self.rounded(parameter.value)))
    }
    if let mape = result.holdoutMAPE {
      words.append(
        (
          book.text("Error on months held out", "留出月误差"),
          book.text(
            "\(PercentText.one(mape / 100)) MAPE over \(result.holdoutMonths) months",
            "MAPE \(PercentText.one(mape / 100))，\(result.holdoutMonths)个月")
        ))
    }
    for (index, word) in words.enumerated() {
      sheet.label(word.0, row: row + 1 + index, column: 1, style: styles.label)
      sheet.label(word.1, row: row + 1 + index, column: 3, style: styles.text)
    }
    return row + words.count
  }

  private var methodName: LocalizedText {
    switch result.method {
    case .mean: LocalizedText(english: "Mean", chinese: "平均值")
    case .simple: LocalizedText(english: "Simple exponential smoothing", chinese: "一次指数平滑")
    case .trend: LocalizedText(english: "Holt's linear trend", chinese: "霍尔特线性趋势")
    case .holtWintersAdditive:
      LocalizedText(english: "Holt-Winters, additive season", chinese: "霍尔特-温特斯(加法季节)")
    case .holtWintersMultiplicative:
      LocalizedText(english: "Holt-Winters, multiplicative season", chinese: "霍尔特-温特斯(乘法季节)")
    }
  }

  private static func rounded(_ value: Double) -> String {
    ExactDecimal(value)?.rounded(toMultipleOf: ExactDecimal(units: 100_000_000)).description ?? ""
  }

  /// Whether a band reaches below zero where neither sales nor their forecast ever do.
  private var bandsLeaveWhatCanBe: Bool {
    result.history.allSatisfy { !$0.revenue.isNegative }
      && result.forecast.allSatisfy { $0.value >= 0 }
      && result.forecast.contains { min($0.lower95 ?? 0, $0.lower80 ?? 0) < 0 }
  }

  // MARK: Table

  func write(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    sheet.heading(book.text("By month", "按月"), row: row, columns: 1...9)
    let place = sheet.table(DataTable(columns: columns, rowCount: count), row: row + 1)
    if bandsLeaveWhatCanBe {
      sheet.label(
        book.text(
          "A bound below zero reads as zero: the band is of normal errors and knows no floor.",
          "低于零的下限视为零：区间按误差正态分布计算，没有下限。"), row: place.lastRow + 1, column: 1,
        style: styles.note)
    }
    let outliers = result.history.map(\.isOutlier)
    for (index, isOutlier) in outliers.enumerated() where isOutlier {
      sheet.label(
        book.text("unusual month", "异常月份"), row: place.firstRow + index, column: 9,
        style: styles.text.with { $0.fontColor = Palette.badText })
    }
    return place
  }

  private func padded(_ values: [Double], before: Int) -> [Double] {
    let head = [Double](repeating: .nan, count: before)
    let all = head + values
    return all + [Double](repeating: .nan, count: max(0, count - all.count))
  }

  var actual: [Double] { padded(result.history.map { book.shown($0.revenue) }, before: 0) }
  var fitted: [Double] { padded(result.fitted.map { $0.map(book.shown) ?? .nan }, before: 0) }

  func predicted(_ pick: (ForecastResult.Prediction) -> Double?) -> [Double] {
    padded(result.forecast.map { pick($0).map(book.shown) ?? .nan }, before: historyCount)
  }

  /// The first day of each month, of history and of what is to come.
  var months: [Day] {
    (result.history.map(\.month) + result.forecast.map(\.month)).map(\.firstDay)
  }

  /// A column of figures after the months, and how the chart draws it; nil where it does not.
  private struct Line {
    var header: String
    var values: [Double]
    var color: Color?
    var isDashed = false
  }

  /// The columns that have figures: few months give neither a fit nor bands.
  private var lines: [Line] {
    [
      Line(header: book.text("Actual", "实际"), values: actual, color: Palette.ink),
      Line(header: book.text("Fitted", "拟合"), values: fitted),
      Line(
        header: book.text("Forecast", "预测"), values: predicted { $0.value }, color: Palette.clay),
      band(book.text("Low 80%", "80%下限"), Palette.blue) { $0.lower80 },
      band(book.text("High 80%", "80%上限"), Palette.blue) { $0.upper80 },
      band(book.text("Low 95%", "95%下限"), Palette.fog) { $0.lower95 },
      band(book.text("High 95%", "95%上限"), Palette.fog) { $0.upper95 },
    ].filter { $0.values.contains { !$0.isNaN } }
  }

  private func band(
    _ header: String, _ color: Color, _ pick: (ForecastResult.Prediction) -> Double?
  ) -> Line {
    Line(header: header, values: predicted(pick), color: color, isDashed: true)
  }

  private var columns: [DataColumn] {
    let month = DataColumn(
      book.text("Month", "月份"), .cells(months.map { .day($0) }), styles.month
    ).with { $0.minimumWidth = 11 }
    return [month] + lines.map { DataColumn($0.header, .numbers($0.values), styles.money) }
  }

  // MARK: Chart

  func chart(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let name = book.name(of: .forecast)
    let system = book.context.source.dateSystem
    let days = months.map { Double($0.serial(in: system)) }
    // Each series over its own rows, on an axis of days: no reader need know what a gap is.
    let series = { (index: Int, line: Line) -> ChartPlan.Series? in
      guard let color = line.color else { return nil }
      let values = line.values
      let rows = values.indices.filter { !values[$0].isNaN }
      let from = rows.first ?? 0
      let through = rows.last ?? 0
      let cells = { (column: Int) in
        SheetRange(
          sheet: name,
          range: CellRange(
            CellAddress(row: place.firstRow + from, column: column),
            CellAddress(row: place.firstRow + through, column: column)))
      }
      var one = ChartPlan.Series(
        name: line.header, values: cells(2 + index), points: Array(values[from...through]))
      one.categories = cells(1)
      one.categoryNumbers = Array(days[from...through])
      one.color = color
      one.isLine = true
      one.isDashed = line.isDashed
      return one
    }
    var chart = ChartPlan(
      kind: .scatter, title: book.text("Sales forecast", "销售预测"),
      altText: book.text(
        "Monthly sales, the forecast and its bands of 80 and 95 percent.", "月度销售、预测及80%、95%区间。"),
      series: lines.enumerated().compactMap { series($0, $1) },
      at: CellAddress(row: place.headerRow, column: 11), width: 760, height: 400)
    chart.valueAxis.numberFormat = "#,##0"
    if bandsLeaveWhatCanBe { chart.valueAxis.minimum = 0 }
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Month", "月份")
    chart.categoryAxis.labelsAreLow = true
    chart.categoryAxis.numberFormat = styles.formats.month
    chart.categoryAxis.hasGridLines = false
    chart.categoryAxis.minimum = days.first
    chart.categoryAxis.maximum = days.last
    sheet.edit { $0.charts.append(chart) }
  }
}
