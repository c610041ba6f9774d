import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Every customer's profit and loss account, level by level, in one table that can be filtered and
/// sorted.
struct CustomerProfitSheet: SheetPlugin {
  let key = SheetKey.customers.rawValue

  func name(in context: SheetContext) -> String { SheetKey.customers.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { context.tellsOfProfit }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    let columns = CustomerProfitColumns(book)
    let layout = columns.layout
    var sheet = SheetBuilder(book, sheet: .customers)
    sheet.title(name(in: context), says: sentence(book))
    let place = sheet.table(
      DataTable(
        columns: layout.columns.map { columns.make($0) }, rowCount: book.order.count,
        name: "Mb_Customers", totals: .below), row: ProfitLayout.headerRow)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: ProfitLayout.firstRow, column: 4)
      plan.print.repeatedRows = ProfitLayout.headerRow...ProfitLayout.headerRow
      plan.conditionalFormats += Self.marks(layout, book)
    }
    _ = place
    return sheet.finished()
  }

  private func sentence(_ book: ProfitBook) -> String {
    book.hasCosts
      ? book.text(
        "Net revenue less product cost, direct selling cost, cost-to-serve and overhead;"
          + " best first. Click + above the columns for gross revenue, deductions and the classes of"
          + " cost-to-serve.",
        "净销售额逐级扣除产品成本、直接销售成本、服务成本与管理费用，按净利润排序；点击列上方“+”可展开销售总额、扣减项与服务成本类别。")
      : book.text(
        "The workbook holds no cost, so customers are ranked by revenue. Add product cost or cost"
          + " pools to see margins.",
        "工作簿中没有成本数据，因此按收入排序。补充产品成本或成本池后即可看到利润。")
  }

  /// Data bars on revenue where there is no margin, colours for loss and class.
  private static func marks(_ layout: ProfitLayout, _ book: ProfitBook) -> [ConditionalFormatPlan] {
    var marks: [ConditionalFormatPlan] = []
    if let cells = layout.cells(layout.basis), !book.hasCosts {
      marks.append(ConditionalFormatPlan(range: cells, rule: .dataBar(Palette.sky)))
    }
    if let cells = layout.cells(.netMarginPercent) {
      marks.append(ConditionalFormatPlan(range: cells, rule: .lessThan(0, book.styles.bad)))
    }
    if let cells = layout.cells(.valueClass) {
      let first = cells.first.a1
      marks.append(
        ConditionalFormatPlan(range: cells, rule: .formula("\(first)=\"A\"", book.styles.good)))
      marks.append(
        ConditionalFormatPlan(range: cells, rule: .formula("\(first)=\"C\"", book.styles.warning)))
    }
    return marks
  }
}
