import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The facts sheet: per customer what the sales lines add up to and what each driver counts. Live
/// over the team's own cells where that provably gives the engine's figure, values otherwise; the
/// row above the headers says which.
struct FactsSheet: SheetPlugin {
  let key = SheetKey.facts.rawValue

  func name(in context: SheetContext) -> String { SheetKey.facts.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { context.tellsOfProfit }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    let layout = FactsLayout(book)
    var sheet = SheetBuilder(book, sheet: .facts)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Per customer: what the sales lines add up to, and how much of each driver was used."
          + " Every other sheet draws on this one.",
        "每个客户的销售汇总与动因用量，其他各表均由此取数。"))
    let place = sheet.table(table(book, layout), row: FactsLayout.headerRow)
    sources(layout, &sheet)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: place.firstRow, column: FactsLayout.firstFactColumn)
      plan.print.repeatedRows = FactsLayout.headerRow...FactsLayout.headerRow
      plan.names.append(
        NamePlan(
          name: "Mb_Facts",
          range: CellRange(
            CellAddress(row: place.headerRow, column: 1),
            CellAddress(row: place.lastRow, column: place.lastColumn))))
    }
    return sheet.finished()
  }

  private func table(_ book: ProfitBook, _ layout: FactsLayout) -> DataTable {
    let factColumns = layout.columns.map { column(for: $0, book) }
    return DataTable(
      columns: CustomerColumns(book).all(totalLabel: book.text("Total", "合计")) + factColumns,
      rowCount: book.order.count, name: nil, totals: .above)
  }

  private func column(for fact: FactColumn, _ book: ProfitBook) -> DataColumn {
    let values = book.facts(fact.kind)
    let total = values.reduce(0, +)
    return DataColumn(
      fact.header, content(fact, values, book),
      fact.isMoney ? book.styles.money : book.styles.quantity, total: .sum(total)
    ).with { $0.minimumWidth = 11 }
  }

  private func content(
    _ fact: FactColumn, _ values: [Double], _ book: ProfitBook
  ) -> CellBlock.Content {
    guard let sum = fact.liveness?.liveSum,
      let template = sum.formula(
        keyCell: "$B{r}", scaling: fact.isMoney ? book.scaling(fromFactor: sum.scale) : "")
    else { return .numbers(values) }
    guard book.order.hasUnassigned else { return .formula(RowFormula(template), values: values) }
    return .cells(
      values.enumerated().map { index, value in
        // Blank ids match no criterion: their line is a value.
        index < book.order.rankedCount
          ? .formula(
            Formula(
              RowFormula(template).text(row: FactsLayout.firstRow + index), value: value))
          : .number(value)
      })
  }

  private func sources(_ layout: FactsLayout, _ sheet: inout SheetBuilder) {
    sheet.label(
      sheet.text("Source", "来源"), row: FactsLayout.sourceRow, column: 3,
      style: sheet.styles.subtitle)
    for (index, fact) in layout.columns.enumerated() {
      let live = fact.liveness?.liveSum
      let text = live.map { "● " + ($0.sheets.first ?? "") } ?? sheet.text("value", "数值")
      sheet.put(
        .text(text), row: FactsLayout.sourceRow, column: index + FactsLayout.firstFactColumn,
        style: sheet.styles.subtitle.with { $0.horizontal = .right },
        link: live?.terms.first.map {
          .cell(SheetCell(sheet: $0.values.sheet, cell: $0.values.range.first))
        }, comment: comment(fact, sheet.context))
    }
  }

  private func comment(_ fact: FactColumn, _ context: SheetContext) -> String? {
    if case .valueOnly(let reason) = fact.liveness { return reason[context.language] }
    return nil
  }
}
