import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Customers grouped by likeness (k-means on standardised features): how many, and what is typical.
struct ClusterSection {
  let book: ProfitBook

  /// Writes the groups where there are any; says the last row.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard let result = book.results.analytics.clusters, !result.clusters.isEmpty else {
      return row - 2
    }
    let styles = book.styles
    let language = book.context.language
    let currency = book.results.currency ?? book.inputs.currency ?? ""
    let unit =
      book.unitFactor > 1 ? book.text(" · amounts in \(currency)", " · 金额单位：\(currency)") : ""
    let fit = Self.rounded(result.silhouette)
    sheet.heading(
      book.text(
        "Groups of alike customers (k-means, mean silhouette \(fit))",
        "相似客户分组(k均值，平均轮廓系数 \(fit))") + unit, row: row, columns: 1...7)
    var columns = [
      DataColumn(
        book.text("Group", "组"),
        .texts(result.clusters.indices.map { book.text("Group \($0 + 1)", "第\($0 + 1)组") }),
        styles.text, total: .label(book.text("Total", "合计"))),
      DataColumn(
        book.text("Customers", "客户数"), .numbers(result.clusters.map { Double($0.customers) }),
        styles.count,
        total: .sum(result.clusters.reduce(0.0) { $0 + Double($1.customers) })),
    ]
    for (index, feature) in result.features.enumerated() {
      columns.append(
        DataColumn(
          feature[language],
          .numbers(
            result.clusters.map { $0.centre.indices.contains(index) ? $0.centre[index] : .nan }),
          styles.number(NumberFormats.signed("#,##0.00"))))
    }
    let place = sheet.table(
      DataTable(columns: columns, rowCount: result.clusters.count, totals: .below), row: row + 1,
      column: 3)
    return place.lastRow + 1
  }

  private static func rounded(_ value: Double) -> String {
    ExactDecimal(value)?.rounded(toMultipleOf: ExactDecimal(units: 10_000_000_000)).description
      ?? ""
  }
}
