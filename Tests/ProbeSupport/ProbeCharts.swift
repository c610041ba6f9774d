import FinanceModel
import SheetPlan

/// A chart of every kind, over the probe's ledger.
enum ProbeCharts {
  static func all(sheet: String) -> [ChartPlan] {
    let kinds: [ChartPlan.Kind] = [
      .column, .stackedColumn, .bar, .stackedBar, .line, .area, .stackedArea, .scatter, .pie,
      .doughnut,
    ]
    let plain = kinds.enumerated().map { place, kind in
      chart(kind, sheet: sheet, row: 3 + 18 * (place / 2), column: place % 2 == 0 ? 6 : 16)
    }
    return plain + [combined(sheet: sheet)]
  }

  private static func range(_ sheet: String, column: Int) -> SheetRange {
    SheetRange(
      sheet: sheet,
      range: CellRange(CellAddress(row: 5, column: column), CellAddress(row: 14, column: column)))
  }

  private static func series(_ name: String, sheet: String, column: Int) -> ChartPlan.Series {
    let points = (1...10).map { column == 2 ? Double($0) : Double($0) / 7 }
    var series = ChartPlan.Series(
      name: name, values: range(sheet, column: column), points: points)
    series.categories = range(sheet, column: 1)
    series.categoryLabels = (1...10).map { "客户 \($0) & Co" }
    return series
  }

  private static func chart(
    _ kind: ChartPlan.Kind, sheet: String, row: Int, column: Int
  ) -> ChartPlan {
    var first = series("Amount & <more>", sheet: sheet, column: 2)
    first.color = Color(0x2F_5597)
    first.hasDataLabels = true
    if kind == .scatter {
      first.categories = range(sheet, column: 2)
      first.categoryLabels = []
      first.categoryNumbers = (1...10).map(Double.init)
    }
    var plan = ChartPlan(
      kind: kind, title: "Chart – \(kind)", altText: "A \(kind) chart", series: [first],
      at: CellAddress(row: row, column: column))
    plan.valueAxis.title = "Amount"
    plan.valueAxis.numberFormat = "#,##0"
    plan.valueAxis.minimum = 0
    plan.categoryAxis.title = "Customer"
    plan.categoryAxis.isReversed = kind == .bar
    plan.categoryAxis.labelsAreLow = true
    return plan
  }

  /// Columns, an invisible base, a line over them and a dashed one on a second axis.
  private static func combined(sheet: String) -> ChartPlan {
    var base = series("Base", sheet: sheet, column: 2)
    base.isInvisible = true
    var line = series("Line", sheet: sheet, column: 2)
    line.isLine = true
    line.hasMarkers = true
    line.color = Color(0xC5_5A11)
    var second = series("Second", sheet: sheet, column: 3)
    second.isLine = true
    second.isDashed = true
    second.isOnSecondaryAxis = true
    let columns = series("Columns", sheet: sheet, column: 3)
    var plan = ChartPlan(
      kind: .stackedColumn, title: "Combined", altText: "Columns and lines",
      series: [line, base, columns, second], at: CellAddress(row: 100, column: 6), width: 800,
      height: 400)
    var axis = ChartPlan.Axis()
    axis.title = "Share"
    axis.numberFormat = "0%"
    axis.maximum = 2
    plan.secondaryValueAxis = axis
    plan.legend = .right
    return plan
  }
}
