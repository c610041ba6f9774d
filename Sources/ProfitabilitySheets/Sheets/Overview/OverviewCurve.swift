import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The whale curve, and the map of value against cost-to-serve.
struct OverviewCurve {
  let parts: OverviewParts
  /// Ranks that the charts show, evenly spread where there are many.
  let ranks: [Int]

  private static let mostPoints = 120

  init(_ parts: OverviewParts) {
    self.parts = parts
    let count = parts.model.basis.count
    let points = min(count, Self.mostPoints)
    ranks = points == 0 ? [] : (1...points).map { max(1, $0 * count / points) }
  }

  private var book: ProfitBook { parts.book }
  private var final: Double { parts.model.cumulative.last ?? 0 }
  /// Shares of the final margin where that is positive, amounts otherwise.
  private var isShare: Bool { final > 0 }
  private var firstColumn: Int { OverviewGrid.helperColumn + 11 }
  private static let firstRow = 6

  /// The highest point in relation to the end; nil where the end is not positive.
  var peak: (formula: String, value: Double)? {
    guard isShare, let highest = parts.model.cumulative.max() else { return nil }
    let range = parts.tiers.range(.cumulative)
    return ("MAX(\(range))/INDEX(\(range),\(parts.model.cumulative.count))", highest / final)
  }

  /// Writes the charts and their helpers; says the last row that they take.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard ranks.count > 1 else { return row }
    helpers(&sheet)
    sheet.heading(
      book.hasCosts
        ? book.text("Who makes the profit", "利润从何而来")
        : book.text("Who makes the revenue", "收入从何而来"),
      row: row, columns: OverviewGrid.left)
    whale(at: CellAddress(row: row + 1, column: 1), &sheet)
    if parts.has(.costToServe) {
      sheet.heading(
        book.text("Value against cost-to-serve", "价值与服务成本"), row: row,
        columns: OverviewGrid.right)
      map(at: CellAddress(row: row + 1, column: 7), &sheet)
    }
    return row + 17
  }

  // MARK: Helpers

  private func helpers(_ sheet: inout SheetBuilder) {
    let count = parts.model.basis.count
    let range = parts.tiers.range(.cumulative)
    let k = CellAddress.letters(ofColumn: firstColumn)
    let end = isShare ? "/INDEX(\(range),\(count))" : ""
    let cumulative = ranks.map { parts.model.cumulative[$0 - 1] / (isShare ? final : 1) }
    let first = Self.firstRow
    let style = book.styles.helper("0.0%")
    // The curve begins at nothing.
    sheet.put(.number(0), row: first, column: firstColumn, style: book.styles.helper("0"))
    sheet.put(.number(0), row: first, column: firstColumn + 1, style: style)
    sheet.put(.number(0), row: first, column: firstColumn + 2, style: style)
    var columns = [
      CellBlock.Column(
        column: firstColumn, content: .numbers(ranks.map(Double.init)),
        style: book.styles.helper("0")),
      CellBlock.Column(
        column: firstColumn + 1,
        content: .formula(
          RowFormula("\(k){r}/\(count)"), values: ranks.map { Double($0) / Double(count) }),
        style: style),
      CellBlock.Column(
        column: firstColumn + 2,
        content: .formula(RowFormula("INDEX(\(range),\(k){r})\(end)"), values: cumulative),
        style: book.styles.helper(isShare ? "0.0%" : book.styles.formats.money)),
    ]
    if parts.has(.costToServe) {
      columns += [
        looked(valueColumn, column: firstColumn + 3, values: values),
        looked(.costToServe, column: firstColumn + 4, values: costs),
      ]
    }
    sheet.edit {
      $0.blocks.append(CellBlock(firstRow: first + 1, rowCount: ranks.count, columns: columns))
    }
  }

  private func looked(
    _ column: ProfitColumn, column place: Int, values: [Double]
  ) -> CellBlock.Column {
    let key = "\(CellAddress.letters(ofColumn: firstColumn)){r}"
    return CellBlock.Column(
      column: place,
      content: parts.profit.lookup(column, key: key).map {
        .formula(RowFormula($0), values: values)
      } ?? .numbers(values), style: book.styles.helper(book.styles.formats.money))
  }

  /// The last margin level before cost-to-serve.
  private var valueColumn: ProfitColumn {
    [.cm2, .grossMargin].first { parts.has($0) } ?? .revenue
  }

  private func result(_ rank: Int) -> CustomerResult {
    book.results.customers[book.order.places[rank - 1]]
  }

  private var values: [Double] { ranks.map { book.shown(result($0).cm2) } }
  private var costs: [Double] { ranks.map { book.shown(result($0).costToServe) } }

  private func cells(_ offset: Int, from row: Int = firstRow) -> SheetRange {
    SheetRange(
      sheet: book.name(of: .overview),
      range: CellRange(
        CellAddress(row: row, column: firstColumn + offset),
        CellAddress(row: Self.firstRow + ranks.count, column: firstColumn + offset)))
  }

  // MARK: Charts

  private func whale(at: CellAddress, _ sheet: inout SheetBuilder) {
    let points = [0] + ranks.map { parts.model.cumulative[$0 - 1] / (isShare ? final : 1) }
    let shares = [0] + ranks.map { Double($0) / Double(parts.model.basis.count) }
    let what =
      book.hasCosts
      ? book.text("Cumulative net margin", "累计净利润") : book.text("Cumulative revenue", "累计收入")
    var series = ChartPlan.Series(name: what, values: cells(2), points: points)
    series.categories = cells(1)
    series.categoryNumbers = shares
    series.color = Palette.blue
    series.isLine = true
    var chart = ChartPlan(
      kind: .scatter,
      title: book.hasCosts
        ? book.text("Whale curve", "鲸鱼曲线") : book.text("Concentration of revenue", "收入集中度"),
      altText: book.text(
        "\(what) of customers from best to worst.", "按排名从高到低的\(what)。"), series: [series],
      at: at, width: OverviewGrid.chartWidth, height: 320)
    chart.legend = .none
    chart.categoryAxis.title = book.text("Share of customers, best first", "客户占比(由高到低)")
    chart.categoryAxis.numberFormat = "0%"
    chart.categoryAxis.minimum = 0
    chart.categoryAxis.maximum = 1
    chart.categoryAxis.hasGridLines = false
    chart.categoryAxis.labelsAreLow = true
    chart.valueAxis.title =
      isShare ? book.text("Share of the final total", "占最终合计") : book.amountLabel
    chart.valueAxis.numberFormat = isShare ? "0%" : "#,##0"
    if points.allSatisfy({ $0 >= 0 }) { chart.valueAxis.minimum = 0 }
    sheet.edit { $0.charts.append(chart) }
  }

  private func map(at: CellAddress, _ sheet: inout SheetBuilder) {
    var series = ChartPlan.Series(
      name: book.objectWord, values: cells(4, from: Self.firstRow + 1), points: costs)
    series.categories = cells(3, from: Self.firstRow + 1)
    series.categoryNumbers = values
    series.color = Palette.clay
    series.hasMarkers = true
    let title = book.text("Contribution before cost-to-serve, and cost-to-serve", "服务前贡献与服务成本")
    var chart = ChartPlan(
      kind: .scatter, title: title, altText: title, series: [series], at: at,
      width: OverviewGrid.chartWidth,
      height: 320)
    chart.legend = .none
    chart.categoryAxis.title = book.text("Contribution before cost-to-serve", "服务成本前贡献")
    chart.categoryAxis.numberFormat = "#,##0"
    chart.categoryAxis.labelsAreLow = true
    chart.valueAxis.title = book.text("Cost-to-serve", "服务成本")
    chart.valueAxis.numberFormat = "#,##0"
    sheet.edit { $0.charts.append(chart) }
  }
}
