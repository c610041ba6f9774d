import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What if prices, costs, use of services or growth were other: yellow cells to type into, the
/// scenario beside the base, customer by customer and on the whale curve, all by formula.
struct WhatIfSheet: SheetPlugin {
  let key = SheetKey.whatIf.rawValue

  func name(in context: SheetContext) -> String { SheetKey.whatIf.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    context.results.rankingBasis == .netMargin && !context.inputs.customers.isEmpty
  }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    let part = WhatIfPart(book)
    var sheet = SheetBuilder(book, sheet: .whatIf)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Type into the yellow cells; everything else follows. What you type stays when the workbook is"
          + " converted again.", "修改黄色单元格，其余自动重算；再次转换时所填内容会保留。"))
    part.inputs(&sheet)
    part.pools(&sheet)
    part.outcome(&sheet)
    part.sensitivity(&sheet)
    part.list(&sheet)
    part.chart(&sheet)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 4) }
    return sheet.finished()
  }
}
