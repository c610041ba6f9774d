import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The first sheet that is opened: the result in eight figures and a sentence, how it comes about,
/// who makes it and who costs it, and whether everything adds up.
struct OverviewSheet: SheetPlugin {
  let key = SheetKey.overview.rawValue

  func name(in context: SheetContext) -> String { SheetKey.overview.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    context.tellsOfProfit || context.results.analytics.receivables != nil
      || !context.results.variances.isEmpty
  }

  func plan(in context: SheetContext) -> SheetPlan {
    guard context.tellsOfProfit else { return OverviewBrief(ProfitBook(context)).plan }
    let parts = OverviewParts(ProfitBook(context))
    let book = parts.book
    var sheet = SheetBuilder(book, sheet: .overview)
    sheet.title(name(in: context), says: sentence(book))
    for (column, width) in OverviewGrid.widths { sheet.fix(column, at: width) }
    let statement = OverviewStatement(parts)
    let end = statement.write(&sheet, row: OverviewGrid.statementRow)
    let curve = OverviewCurve(parts)
    let afterCharts = curve.write(&sheet, row: end + 2)
    let afterMix = OverviewMix(parts).write(&sheet, row: afterCharts + 1)
    let afterRanking = OverviewRanking(parts).write(&sheet, row: afterMix + 1)
    let checks = OverviewChecks(parts)
    let afterChecks = checks.write(&sheet, row: afterRanking + 1)
    OverviewTiles(parts, statement: statement, curve: curve).write(&sheet)
    checks.headline(&sheet)
    let last = OverviewContents(book).write(&sheet, row: afterChecks + 1)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 5, column: 1)
      // The one sheet that is upright: a report of one page, read from top to bottom.
      plan.print.isLandscape = false
      plan.print.isOnePage = true
      plan.print.area = CellRange(
        CellAddress(row: 1, column: 1), CellAddress(row: last, column: OverviewGrid.lastColumn))
    }
    return sheet.finished()
  }

  private func sentence(_ book: ProfitBook) -> String {
    book.hasCosts
      ? book.text(
        "What customers really earn after every cost. Each figure is a formula down to the workbook's"
          + " own cells.", "扣除全部成本后客户真正创造的利润。每个数字都是公式，可一路追溯到原工作簿的单元格。")
      : book.text(
        "The workbook holds revenue but no cost: customers are compared by revenue. Add product cost"
          + " or a sheet of cost pools to see profit.",
        "工作簿中有收入而没有成本，因此按收入比较客户。补充产品成本或“成本池”表即可看到利润。")
  }
}

/// The columns of the overview: two halves with a gap, helpers for charts far right.
enum OverviewGrid {
  static let left = 1...5
  static let right = 7...11
  static let lastColumn = 11
  static let statementRow = 15
  /// Chart helpers begin here.
  static let helperColumn = 14

  /// Pixels of one half, seven a character and five a column, less a hair for the frame.
  static let chartWidth = 552

  static let widths: [(Int, Double)] = [
    (1, 6), (2, 28), (3, 15), (4, 15), (5, 12), (6, 3), (7, 6), (8, 28), (9, 15), (10, 15),
    (11, 12), (12, 4), (13, 4),
  ]
}

/// What the parts of the overview share: the book and where other sheets' figures stand.
struct OverviewParts {
  let book: ProfitBook
  let facts: FactsLayout
  let allocation: AllocationLayout
  let profit: ProfitLayout
  let tiers: TiersLayout
  let model: TierModel

  init(_ book: ProfitBook) {
    self.book = book
    facts = FactsLayout(book)
    allocation = AllocationLayout(book)
    profit = ProfitLayout(book, allocation: allocation)
    tiers = TiersLayout(book)
    model = book.tierModel
  }

  /// The sum of a column of the P&L.
  func sum(_ column: ProfitColumn) -> String? { profit.range(column).map { "SUM(\($0))" } }

  func has(_ column: ProfitColumn) -> Bool { profit.column(column) != nil }
}
