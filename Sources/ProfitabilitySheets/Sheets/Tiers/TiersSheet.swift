import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Who is worth what: ABC classes, tiers and purchase behaviour, by thresholds that can be changed
/// on the spot; what each tier earns and what serving it costs.
struct TiersSheet: SheetPlugin {
  let key = SheetKey.tiers.rawValue

  func name(in context: SheetContext) -> String { SheetKey.tiers.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { context.tellsOfProfit }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    let model = book.tierModel
    let list = TierList(book: book, model: model)
    var sheet = SheetBuilder(book, sheet: .tiers)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Classes by cumulative margin, tiers by the thresholds below. Yellow cells can be changed;"
          + " everything here follows.",
        "按累计利润划分ABC类，按下列门槛划分层级。黄色单元格可修改，本页随之重算。"))
    TierThresholds(book: book, model: model, list: list).write(&sheet)
    let charts = TierSummaries(book: book, model: model, list: list).write(&sheet)
    list.write(&sheet)
    sheet.edit { $0.charts += charts }
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 1, column: 4)
      plan.print.repeatedRows = list.layout.headerRow...list.layout.headerRow
    }
    return sheet.finished()
  }
}
