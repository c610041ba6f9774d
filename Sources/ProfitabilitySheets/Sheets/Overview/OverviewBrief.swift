import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The first sheet of a workbook that holds no sales and no cost of customers: what its receivables
/// and budgets come to, and what to add to see profit.
struct OverviewBrief {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  private var styles: Styles { book.styles }

  var plan: SheetPlan {
    var sheet = SheetBuilder(book, sheet: .overview)
    sheet.title(
      book.text("Profit overview", "盈利总览"),
      says: book.text(
        "The workbook holds neither sales nor cost of customers, so there is no profit to show."
          + " This is what it does tell.", "工作簿中没有客户的销售或成本，因此无法计算利润；以下为现有数据的结论。"))
    for (column, width) in OverviewGrid.widths { sheet.fix(column, at: width) }
    var row = receivables(&sheet, row: 6)
    row = budget(&sheet, row: row)
    row = openings(&sheet, row: row)
    let last = OverviewContents(book).write(&sheet, row: row)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 5, column: 1)
      plan.print.isLandscape = false
      plan.print.area = CellRange(
        CellAddress(row: 1, column: 1), CellAddress(row: last, column: OverviewGrid.lastColumn))
    }
    return sheet.finished()
  }

  // MARK: Receivables

  /// One line a currency, live over the receivables sheet.
  private func receivables(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard let first = book.results.analytics.receivables else { return row }
    let books = [first] + first.otherCurrencies
    let heading = book.text("Receivables", "应收账款")
    sheet.heading(heading, row: row, columns: OverviewGrid.left)
    headers(
      [
        book.text("Currency", "币种"), book.text("Outstanding", "未收余额"), book.text("Overdue", "逾期金额"),
        book.text("Overdue %", "逾期占比"),
      ], row: row + 1, &sheet)
    for (index, one) in books.enumerated() {
      let line = row + 2 + index
      let currency = one.currency ?? book.unitLabel
      sheet.band(row: line, columns: OverviewGrid.left, style: styles.label)
      sheet.label(
        currency.isEmpty ? heading : currency, row: line, column: 2,
        style: styles.lined(styles.link),
        link: .sheet(key: SheetKey.receivables.rawValue, cell: CellAddress(row: 1, column: 1)))
      let name = { (headline: ReceivablesPart.Headline) in headline.name(index + 1) }
      figure(name(.closing), book.shown(one.closing), styles.money, line, 3, &sheet)
      figure(name(.overdue), one.overdue.map(book.shown), styles.money, line, 4, &sheet)
      figure(
        "IF(C\(line)>0,D\(line)/C\(line),\"\")", one.overdueShare, styles.share, line, 5, &sheet)
    }
    chart(books, row: row, &sheet)
    return max(row + 2 + books.count, books.count > 1 ? row + 17 : row) + 1
  }

  private func headers(_ texts: [String], row: Int, _ sheet: inout SheetBuilder) {
    sheet.band(row: row, columns: OverviewGrid.left, style: styles.headerLeft)
    for (index, text) in texts.enumerated() {
      sheet.label(
        text, row: row, column: 2 + index,
        style: index == 0 ? styles.headerLeft : styles.header)
    }
  }

  private func figure(
    _ formula: String?, _ value: Double?, _ style: CellStyle, _ row: Int, _ column: Int,
    _ sheet: inout SheetBuilder
  ) {
    sheet.put(
      value == nil ? .empty : book.content(formula, value ?? .nan), row: row, column: column,
      style: styles.lined(style))
  }

  /// The share that is overdue, currency by currency; amounts of several are not one axis.
  private func chart(_ books: [ReceivablesResult], row: Int, _ sheet: inout SheetBuilder) {
    guard books.count > 1, books.contains(where: { $0.overdueShare != nil }) else { return }
    let cells = { (column: Int) in
      SheetRange(
        sheet: book.name(of: .overview),
        range: CellRange(
          CellAddress(row: row + 2, column: column),
          CellAddress(row: row + 1 + books.count, column: column)))
    }
    let title = book.text("Share that is overdue", "逾期占比")
    var chart = ChartPlan(
      kind: .column, title: title, altText: title,
      series: [
        ChartPlan.Series(
          title, values: cells(5), points: books.map { $0.overdueShare ?? 0 },
          categories: cells(2), labels: books.map { $0.currency ?? "" }, color: Palette.clay)
      ], at: CellAddress(row: row, column: 7), width: OverviewGrid.chartWidth, height: 320)
    chart.legend = .none
    chart.valueAxis.numberFormat = "0%"
    chart.valueAxis.minimum = 0
    chart.valueAxis.title = book.text("Of what is outstanding", "占未收余额")
    chart.categoryAxis.title = book.text("Currency", "币种")
    sheet.edit { $0.charts.append(chart) }
  }

  // MARK: Budget

  private func budget(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let rows = book.results.variances
    guard !rows.isEmpty else { return row }
    let table = BudgetTable(book)
    let figures = BudgetSummary.figures(table)
    let column = table.grid.column(.budget)
    sheet.heading(book.text("Budget", "预算"), row: row, columns: OverviewGrid.left)
    for (index, one) in figures.enumerated() {
      let line = row + 1 + index
      sheet.band(row: line, columns: OverviewGrid.left, style: styles.label)
      sheet.label(
        one.label, row: line, column: 2, style: styles.lined(styles.link),
        link: .sheet(key: SheetKey.budget.rawValue, cell: CellAddress(row: 1, column: 1)))
      let cell = SheetCell(
        sheet: book.name(of: .budget),
        cell: CellAddress(row: BudgetSummary.firstRow + index, column: column))
      figure(cell.reference, one.value, one.style, line, 3, &sheet)
    }
    return row + figures.count + 2
  }

  // MARK: What to add

  private func openings(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let missing = book.context.missing.prefix(6)
    guard !missing.isEmpty else { return row }
    let language = book.context.language
    sheet.heading(
      book.text("What more would be possible", "补充后还能得到什么"), row: row,
      columns: 1...OverviewGrid.lastColumn)
    for (index, one) in missing.enumerated() {
      let line = row + 1 + index
      sheet.band(row: line, columns: 1...OverviewGrid.lastColumn, style: styles.label)
      sheet.label(one.whatToAdd[language], row: line, column: 1, style: styles.label)
      sheet.label(one.whatItGives[language], row: line, column: 8, style: styles.label)
    }
    return row + missing.count + 2
  }
}
