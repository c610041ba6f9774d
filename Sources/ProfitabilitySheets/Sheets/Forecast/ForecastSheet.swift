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
        "按月销售及未来各月预测;区间表示80%与95%的可能范围。"))
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
            "MAPE \(PercentText.one(mape / 100)),\(result.holdoutMonths)个月")
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

  // MARK: Table

  func write(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    sheet.heading(book.text("By month", "按月"), row: row, columns: 1...9)
    let place = sheet.table(DataTable(columns: columns, rowCount: count), row: row + 1)
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

  private var columns: [DataColumn] {
    let column = { (header: String, values: [Double]) in
      DataColumn(header, .numbers(values), styles.money)
    }
    return [
      DataColumn(
        book.text("Month", "月份"), .cells(months.map { .day($0) }), styles.month
      ).with {
        $0.minimumWidth = 11
      },
      column(book.text("Actual", "实际"), actual), column(book.text("Fitted", "拟合"), fitted),
      column(book.text("Forecast", "预测"), predicted { $0.value }),
      column(book.text("Low 80%", "80%下限"), predicted { $0.lower80 }),
      column(book.text("High 80%", "80%上限"), predicted { $0.upper80 }),
      column(book.text("Low 95%", "95%下限"), predicted { $0.lower95 }),
      column(book.text("High 95%", "95%上限"), predicted { $0.upper95 }),
    ]
  }

  // MARK: Chart

  /// The bounds that are known: name, column, values, colour.
  private var bands: [(String, Int, [Double], Color)] {
    [
      (book.text("Low 80%", "80%下限"), 4, predicted { $0.lower80 }, Palette.blue),
      (book.text("High 80%", "80%上限"), 5, predicted { $0.upper80 }, Palette.blue),
      (book.text("Low 95%", "95%下限"), 6, predicted { $0.lower95 }, Palette.fog),
      (book.text("High 95%", "95%上限"), 7, predicted { $0.upper95 }, Palette.fog),
    ].filter { $0.2.contains { !$0.isNaN } }
  }

  func chart(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let name = book.name(of: .forecast)
    let system = book.context.source.dateSystem
    let days = months.map { Double($0.serial(in: system)) }
    // Each series over its own rows, on an axis of days: no reader need know what a gap is.
    let series = {
      (title: String, index: Int, values: [Double], color: Color, isDashed: Bool) in
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
        name: title, values: cells(1 + index), points: Array(values[from...through]))
      one.categories = cells(1)
      one.categoryNumbers = Array(days[from...through])
      one.color = color
      one.isLine = true
      one.isDashed = isDashed
      return one
    }
    var chart = ChartPlan(
      kind: .scatter, title: book.text("Sales forecast", "销售预测"),
      altText: book.text(
        "Monthly sales, the forecast and its bands of 80 and 95 percent.", "月度销售、预测及80%、95%区间。"),
      series: [
        series(book.text("Actual", "实际"), 1, actual, Palette.ink, false),
        series(book.text("Forecast", "预测"), 3, predicted { $0.value }, Palette.clay, false),
      ] + bands.map { series($0.0, $0.1, $0.2, $0.3, true) },
      at: CellAddress(row: place.headerRow, column: 11), width: 760, height: 400)
    chart.valueAxis.numberFormat = "#,##0"
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
