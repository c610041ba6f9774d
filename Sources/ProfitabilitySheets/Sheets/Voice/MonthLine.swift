import FinanceModel
import SheetPlan

/// A line by month over a table whose first column holds the months and whose third the figure.
struct MonthLine {
  let book: ProfitBook
  var title: String
  var altText: String
  /// The figure's name, and what its axis says.
  var figure: String
  var axis: String
  var months: [String]
  /// One a month; nil is drawn as 0.
  var points: [Double?]

  func chart(
    over place: DataTable.Place, at cell: CellAddress, width: Int, height: Int
  ) -> ChartPlan {
    let name = book.name(of: .voice)
    var series = ChartPlan.Series(
      figure, values: place.cells(2, of: name), points: points.map { $0 ?? 0 },
      categories: place.cells(0, of: name), labels: months, color: Palette.blue)
    series.hasMarkers = true
    var chart = ChartPlan(
      kind: .line, title: title, altText: altText, series: [series], at: cell, width: width,
      height: height)
    chart.legend = .none
    chart.valueAxis.numberFormat = "0.0"
    chart.valueAxis.title = axis
    chart.categoryAxis.title = book.text("Month", "月份")
    return chart
  }
}
