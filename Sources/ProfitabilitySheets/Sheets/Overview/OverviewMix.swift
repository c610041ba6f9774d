import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Where cost comes from and whom it serves: the pools, and the tiers' shares.
struct OverviewMix {
  let parts: OverviewParts

  init(_ parts: OverviewParts) { self.parts = parts }

  private var book: ProfitBook { parts.book }

  /// Rows that a chart takes: every pool's name has room beside its bar.
  private var rows: Int { min(32, max(16, parts.allocation.poolOrder.count + 11)) }

  /// Writes both charts; says the last row that they take.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard book.hasPools, !parts.allocation.poolOrder.isEmpty, !parts.model.basis.isEmpty else {
      return row - 1
    }
    sheet.heading(
      book.text("Where the cost pools go", "成本池的去向"), row: row, columns: OverviewGrid.left)
    sheet.heading(
      book.text("What the tiers bring", "各层级的贡献"), row: row, columns: OverviewGrid.right)
    let pools = poolMix(at: CellAddress(row: row + 1, column: 1))
    let list = TierList(book: book, model: parts.model)
    let tiers = TierSummaries(book: book, model: parts.model, list: list)
      .tierMix(
        at: CellAddress(row: row + 1, column: 7), width: OverviewGrid.chartWidth, height: rows * 20)
    sheet.edit { $0.charts += [pools, tiers] }
    return row + rows + 1
  }

  /// Each pool by what became of it: allocated, left unallocated, unused.
  private func poolMix(at cell: CellAddress) -> ChartPlan {
    let pools = parts.allocation.poolOrder.map { book.results.pools[$0] }
    let all: [(AllocationLayout.Parameter, String, [Double], Color)] = [
      (
        .allocated, book.text("Allocated", "已分摊"), pools.map { book.shown($0.allocated) },
        Palette.blue
      ),
      (
        .unallocated, book.text("Not allocated", "未分摊"),
        pools.map { book.shown($0.unallocated) }, Palette.sand
      ),
      (
        .unused, book.text("Unused capacity", "闲置产能成本"),
        pools.map { book.shown($0.unusedCapacity) }, Palette.ink
      ),
    ]
    let series = all.compactMap { parameter, name, points, color -> ChartPlan.Series? in
      guard let row = parts.allocation.row(parameter),
        parameter == .allocated || points.contains(where: { $0 != 0 })
      else { return nil }
      return ChartPlan.Series(
        name, values: cells(row), points: points, categories: cells(AllocationLayout.headerRow),
        labels: pools.map(\.name), color: color)
    }
    var chart = ChartPlan(
      kind: .stackedBar, title: book.text("Cost pools", "成本池构成"),
      altText: book.text(
        "Cost pools by what was allocated, left unallocated and not used.",
        "各成本池的已分摊、未分摊与闲置金额。"), series: series, at: cell, width: OverviewGrid.chartWidth,
      height: rows * 20)
    if series.count == 1 { chart.legend = .none }
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Cost pool", "成本池")
    // The first pool on top, as the columns begin with it; names stand level beside their bars.
    chart.categoryAxis.isReversed = true
    return chart
  }

  private func cells(_ row: Int) -> SheetRange {
    SheetRange(
      sheet: parts.allocation.sheet,
      range: CellRange(
        CellAddress(row: row, column: parts.allocation.firstPoolColumn),
        CellAddress(row: row, column: parts.allocation.lastPoolColumn)))
  }
}
