import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What the variances come to, and the bridge from budget to actual of the lines with quantities.
struct BudgetSummary {
  let book: ProfitBook
  let table: BudgetTable
  let place: DataTable.Place

  private var styles: Styles { book.styles }
  private var grid: BudgetGrid { table.grid }
  private var count: Int { table.rows.count }
  private static let bridgeRow = 12

  func write(_ sheet: inout SheetBuilder, row: Int) {
    sheet.heading(book.text("In all", "总体"), row: row, columns: 1...grid.column(.budget))
    for (index, figure) in figures.enumerated() {
      let line = row + 1 + index
      sheet.entry(figure.label, row: line, column: 1, style: styles.label)
      sheet.formula(
        figure.formula ?? "0", value: figure.value, row: line, column: grid.column(.budget),
        style: styles.lined(figure.style))
    }
  }

  // MARK: In all

  static let firstRow = 7

  private var figures: [ListedFigure] { Self.figures(table) }

  /// What the variances do to profit, in all.
  static func figures(_ table: BudgetTable) -> [ListedFigure] {
    let book = table.book
    let styles = book.styles
    let (good, bad) = (effect(true, table), effect(false, table))
    let own = table.grid.letters(.budget)
    return [
      ListedFigure(
        book.text("Favourable to profit", "有利差异合计"), good.value, styles.money,
        formula: good.formula),
      ListedFigure(
        book.text("Unfavourable to profit", "不利差异合计"), bad.value, styles.money,
        formula: bad.formula),
      ListedFigure(
        book.text("Effect on profit", "对利润净影响"), good.value - bad.value,
        styles.money.with { $0.isBold = true }, formula: "\(own)\(firstRow)-\(own)\(firstRow + 1)"),
      ListedFigure(
        book.text("Lines beyond the alert line", "超过警戒线的项目数"),
        Double(table.rows.count { $0.exceedsThreshold }), styles.count,
        formula: "COUNTIF(\(table.grid.cells(.alert, rows: table.rows.count)),\"▲\")"),
    ]
  }

  /// The sum of what helps or hurts profit, as an amount without sign.
  private static func effect(
    _ isFavourable: Bool, _ table: BudgetTable
  ) -> (formula: String, value: Double) {
    let cells = table.grid.cells(.variance, rows: table.rows.count)
    let verdicts = table.grid.cells(.verdict, rows: table.rows.count)
    let word = (isFavourable ? table.favourable : table.unfavourable).quotedForFormula
    let sum = { (side: String) in "SUMIFS(\(cells),\(verdicts),\(word),\(cells),\"\(side)0\")" }
    let value = zip(table.rows, table.figures { $0.variance }).reduce(0.0) { total, entry in
      entry.0.isFavourable == isFavourable && !entry.1.isNaN ? total + entry.1.magnitude : total
    }
    return ("\(sum(">"))-\(sum("<"))", value)
  }

  // MARK: Bridge

  /// Lines whose price and volume explain their variance.
  private var explained: [Int] {
    table.rows.indices.filter { index in
      let row = table.rows[index]
      guard let price = row.price, let volume = row.volume, row.quantity != nil,
        let variance = row.variance
      else { return false }
      return LiveFigure.agrees(book.shown(price + volume), book.shown(variance))
    }
  }

  /// Budget and actual, then what leads from one to the other; nil where no line has quantities, or where those that
  /// have are not explained by them.
  private var steps: [(label: String, formula: String, value: Double, isLevel: Bool)]? {
    let measured = table.rows.indices.filter { table.rows[$0].volume != nil }
    let found = explained
    guard table.hasQuantities, !found.isEmpty, found == measured else { return nil }
    let volume = grid.cells(.volume, rows: count)
    let own = grid.letters(.budget)
    let first = Self.bridgeRow + 1
    let sum = { (pick: (BudgetVariance) -> Amount?) in
      book.shown(found.reduce(Amount.zero) { $0 + (pick(table.rows[$1]) ?? .zero) })
    }
    let level = { (column: BudgetGrid.Column) in
      "SUMIFS(\(grid.cells(column, rows: count)),\(volume),\">=-1E+300\")"
    }
    let step = { (column: BudgetGrid.Column) in "SUM(\(grid.cells(column, rows: count)))" }
    return [
      (book.text("Budget", "预算"), level(.budget), sum { $0.budget }, true),
      (book.text("Actual", "实际"), level(.actual), sum { $0.actual }, true),
      (book.text("Price", "价格"), step(.price), sum { $0.price }, false),
      (book.text("Quantity", "数量"), step(.quantity), sum { $0.quantity }, false),
      (book.text("Mix", "结构"), step(.mix), sum { $0.mix }, false),
      (
        book.text("Variance", "差异"), "SUM(\(own)\(first + 2):\(own)\(first + 4))",
        sum { $0.variance }, true
      ),
    ]
  }

  private func bridge(_ sheet: inout SheetBuilder) -> Bool {
    guard let steps else { return false }
    let column = grid.column(.budget)
    sheet.heading(
      book.text("From budget to actual, lines with quantities", "从预算到实际(有数量的项目)"),
      row: Self.bridgeRow, columns: 1...column)
    for (index, step) in steps.enumerated() {
      let row = Self.bridgeRow + 1 + index
      let style = { (style: CellStyle) in styles.lined(style.with { $0.isBold = step.isLevel }) }
      sheet.entry(step.label, row: row, column: 1, style: style(styles.text))
      sheet.formula(
        step.formula, value: step.value, row: row, column: column, style: style(styles.money))
    }
    Waterfall(
      steps: steps.dropFirst(2).map {
        .init(label: $0.label, value: $0.value, isLevel: $0.isLevel)
      },
      sheet: book.name(of: .budget), firstRow: Self.bridgeRow + 3, labelColumn: 1,
      amountColumn: column, helperColumn: grid.column(.mix) + 16
    ).write(
      &sheet, title: book.text("Bridge of the variance", "差异桥图"),
      altText: book.text(
        "The effects of price, quantity and mix add up to the variance.", "价格、数量与结构影响合计为差异。"),
      at: chartsCell, width: 470, height: 340)
    return true
  }

  // MARK: Charts

  private var chartsCell: CellAddress {
    CellAddress(row: 6, column: grid.column(.budget) + 2)
  }

  func charts(_ sheet: inout SheetBuilder) {
    let hasBridge = bridge(&sheet)
    let last = place.lastColumn
    var from = chartsCell
    if hasBridge, let chart = sheet.plan.charts.last {
      from.column = sheet.lastColumn(of: chart) + 1
    }
    let hasVariances = table.rows.prefix(shown).contains { $0.variance != nil }
    sheet.placeSideBySide(
      (hasBridge ? [] : [both]) + (hasVariances ? [variances] : []), from: from)
    // The bridge's helpers are no matter for print.
    let edge = sheet.plan.charts.map { sheet.lastColumn(of: $0) }.max() ?? last
    sheet.edit { plan in
      plan.print.area = CellRange(
        CellAddress(row: 1, column: 1),
        CellAddress(row: place.lastRow + 1, column: max(last, edge)))
    }
  }

  private var shown: Int { min(count, 20) }

  private func series(
    _ title: String, _ column: BudgetGrid.Column, _ color: Color,
    _ pick: (BudgetVariance) -> Amount?
  ) -> ChartPlan.Series {
    let cells = { (column: Int) in
      SheetRange(
        sheet: book.name(of: .budget),
        range: CellRange(
          CellAddress(row: place.firstRow, column: column),
          CellAddress(row: place.firstRow + shown - 1, column: column)))
    }
    let rows = table.rows.prefix(shown)
    return ChartPlan.Series(
      title, values: cells(grid.column(column)),
      points: rows.map { pick($0).map(book.shown) ?? 0 }, categories: cells(1),
      labels: rows.map { row in
        [row.name, row.period ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
      }, color: color)
  }

  private var both: ChartPlan {
    chart(
      book.text("Budget and actual", "预算与实际"),
      says: book.text("Budget and actual by line.", "各项目的预算与实际。"),
      [
        series(book.text("Budget", "预算"), .budget, Palette.fog) { $0.budget },
        series(book.text("Actual", "实际"), .actual, Palette.ink) { $0.actual },
      ])
  }

  private var variances: ChartPlan {
    var chart = chart(
      book.text("Variance by line", "各项差异"),
      says: book.text("Actual less budget by line.", "各项目实际减预算。"),
      [series(book.text("Variance", "差异"), .variance, Palette.blue) { $0.variance }])
    chart.legend = .none
    return chart
  }

  /// Columns by line of the budget. Long names of accounts would leave them no height; they stand level
  /// beside bars, from the top as in the table.
  private func chart(
    _ title: String, says altText: String, _ series: [ChartPlan.Series]
  ) -> ChartPlan {
    let areLong = series.contains { one in
      one.categoryLabels.contains { TextWidth.of($0) > Self.longLabel }
    }
    var chart = ChartPlan(
      kind: areLong ? .bar : .column, title: title, altText: altText, series: series,
      at: chartsCell, width: 560, height: 340)
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Line", "项目")
    chart.categoryAxis.labelsAreLow = true
    chart.categoryAxis.isReversed = areLong
    return chart
  }

  /// Characters of a label beyond which it takes more of the chart's height than the figures.
  private static let longLabel = 32.0
}
