import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Turnover, days outstanding, ageing and expected loss, in all and by customer.
struct ReceivablesSheet: SheetPlugin {
  let key = SheetKey.receivables.rawValue

  func name(in context: SheetContext) -> String { SheetKey.receivables.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { context.results.analytics.receivables != nil }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .receivables)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "How fast customers pay, what is overdue, what may be lost.", "客户付款多快、逾期多少、可能损失多少。"))
    guard let result = context.results.analytics.receivables else { return sheet.finished() }
    var row = 6
    for one in [result] + result.otherCurrencies {
      let part = ReceivablesPart(
        book: book, result: one, isFirst: row == 6,
        suffix: one.currency.map { result.otherCurrencies.isEmpty ? "" : " · \($0)" } ?? "")
      row = part.write(&sheet, row: row) + 2
    }
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 4) }
    return sheet.finished()
  }
}

/// The receivables of one currency.
struct ReceivablesPart {
  let book: ProfitBook
  let result: ReceivablesResult
  let isFirst: Bool
  let suffix: String

  private var styles: Styles { book.styles }
  private var days: Double { Double(book.results.period?.days ?? book.inputs.period?.days ?? 0) }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let end = keyFigures(&sheet, row: row)
    let ageing = self.ageing(&sheet, row: end + 2)
    let place = customers(&sheet, row: ageing.nextRow + 2)
    return place.lastRow + 1
  }

  // MARK: Key figures

  private func keyFigures(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let cell = { (index: Int) in SheetBuilder.figureCell(index, listAt: row) }
    let money = styles.money
    let revenue = book.shown(book.results.totals.revenue)
    let facts = FactsLayout(book)
    let average = result.average.map(book.shown)
    let simple =
      result.opening.map { (book.shown($0) + book.shown(result.closing)) / 2 }
    let averageIsLive =
      simple.flatMap { found in average.map { LiveFigure.agrees(found, $0) } } ?? false
    let turnoverValue = average.flatMap { $0 != 0 ? revenue / $0 : nil }
    let turnoverIsLive =
      result.turnover.flatMap { engine in turnoverValue.map { LiveFigure.agrees($0, engine) } }
      ?? false
    let dsoIsLive =
      result.dso.flatMap { engine in
        result.turnover.map { $0 > 0 && LiveFigure.agrees(days / $0, engine) }
      } ?? false
    var figures = [
      ListedFigure(
        Terms.name(.netRevenue)[book.context.language], revenue, money,
        formula: facts.total(.measure(.netRevenue))),
      ListedFigure(book.text("Days in the period", "期间天数"), days, styles.count),
      ListedFigure(book.text("Opening balance", "期初余额"), result.opening.map(book.shown), money),
      ListedFigure(book.text("Closing balance", "期末余额"), book.shown(result.closing), money),
      ListedFigure(
        book.text("Average balance", "平均余额"), average, money,
        formula: averageIsLive ? "(\(cell(2))+\(cell(3)))/2" : nil),
      ListedFigure(
        book.text("Turnover", "周转率(次)"), result.turnover, styles.ratio,
        formula: turnoverIsLive ? "\(cell(0))/\(cell(4))" : nil),
      ListedFigure(
        book.text("Days sales outstanding (DSO)", "周转天数(DSO)"), result.dso,
        styles.number("#,##0.0"), formula: dsoIsLive ? "\(cell(1))/\(cell(5))" : nil),
    ]
    figures += furtherFigures
    return sheet.figures(
      book.text("Key figures", "主要指标") + suffix, figures, row: row, columns: 1...5)
  }

  private var furtherFigures: [ListedFigure] {
    let days = styles.number("#,##0.0")
    let all: [ListedFigure?] = [
      result.bestPossibleDSO.map {
        ListedFigure(
          book.text("Best possible DSO", "最佳可能DSO"), $0, days,
          note: book.text("if everybody paid on time", "若全部按期付款"))
      },
      result.averageDaysDelinquent.map {
        ListedFigure(book.text("Average days delinquent", "平均拖欠天数"), $0, days)
      },
      result.overdue.map {
        ListedFigure(book.text("Overdue", "逾期金额"), book.shown($0), styles.money)
      },
      result.overdueShare.map {
        ListedFigure(book.text("Overdue share", "逾期占比"), $0, styles.percent)
      },
      result.overdueConcentration.map {
        ListedFigure(
          book.text("Largest three of overdue", "前三大逾期占比"), $0, styles.percent)
      },
      result.allowance.map {
        ListedFigure(book.text("Allowance for loss", "坏账准备"), book.shown($0), styles.money)
      },
      result.financingCost.map {
        ListedFigure(book.text("Cost of financing", "资金占用成本"), book.shown($0), styles.money)
      },
    ]
    return all.compactMap { $0 }
  }

  // MARK: Ageing

  private func ageing(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    sheet.heading(book.text("Ageing", "账龄") + suffix, row: row, columns: 1...7)
    let buckets = result.ageing
    let amounts = buckets.map { book.shown($0.amount) }
    let total = amounts.reduce(0, +)
    let last = row + 1 + buckets.count
    let rates = buckets.map { $0.rate ?? .nan }
    let allowances = buckets.map { $0.allowance.map(book.shown) ?? .nan }
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Days overdue", "逾期天数"), .texts(buckets.map { label($0) }), styles.text,
            total: .label(book.text("Total", "合计"))),
          DataColumn(
            book.text("Amount", "金额"), .numbers(amounts), styles.money, total: .sum(total)),
          DataColumn(
            book.text("Share", "占比"),
            .formula(
              RowFormula("IF(D$\(last + 1)<>0,D{r}/D$\(last + 1),\"\")"),
              values: amounts.map { total != 0 ? $0 / total : .nan }), styles.percent),
          DataColumn(
            book.text("Loss rate", "坏账率"), .numbers(rates), styles.number("0.0%")),
          allowance(amounts, rates, allowances),
        ], rowCount: buckets.count, totals: .below), row: row + 1, column: 3)
    chart(place, buckets.map { label($0) }, amounts, &sheet)
    return place
  }

  /// Whole numbers as they are read, a word for what is not due.
  private func label(_ bucket: ReceivablesResult.Bucket) -> String {
    bucket.isOverdue || bucket.bucket.contains(where: { !$0.isASCII })
      ? bucket.bucket
      : bucket.bucket.contains(where: \.isLetter)
        ? bucket.bucket : book.text("not due (\(bucket.bucket))", "未到期(\(bucket.bucket))")
  }

  private func allowance(
    _ amounts: [Double], _ rates: [Double], _ engine: [Double]
  ) -> DataColumn {
    let header = book.text("Allowance", "坏账准备")
    let agree = zip(zip(amounts, rates), engine).allSatisfy { pair, engine in
      (pair.1.isNaN && engine.isNaN) || LiveFigure.agrees(pair.0 * pair.1, engine)
    }
    let total = engine.filter { !$0.isNaN }.reduce(0, +)
    let content: CellBlock.Content =
      agree
      ? .formula(RowFormula("IF(ISNUMBER(F{r}),D{r}*F{r},\"\")"), values: engine) : .numbers(engine)
    return DataColumn(header, content, styles.money, total: .sum(total))
  }

  private func chart(
    _ place: DataTable.Place, _ labels: [String], _ amounts: [Double], _ sheet: inout SheetBuilder
  ) {
    guard isFirst, !labels.isEmpty else { return }
    let name = book.name(of: .receivables)
    var chart = ChartPlan(
      kind: .column, title: book.text("Ageing of receivables", "应收账款账龄"),
      altText: book.text("Amount by days overdue.", "各逾期区间的金额。"),
      series: [
        ChartPlan.Series(
          book.text("Amount", "金额"), values: place.cells(1, of: name), points: amounts,
          categories: place.cells(0, of: name), labels: labels, color: Palette.blue)
      ], at: CellAddress(row: 6, column: 9), width: 520, height: 300)
    chart.legend = .none
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.unitLabel
    chart.categoryAxis.title = book.text("Days overdue", "逾期天数")
    sheet.edit { $0.charts.append(chart) }
  }

  // MARK: Customers

  private func customers(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    let numbers = book.order.numbers(book.inputs.customers)
    let lines = result.customers.sorted {
      ($1.overdue ?? $1.closing, $0.id) < ($0.overdue ?? $0.closing, $1.id)
    }
    sheet.heading(
      book.text("By \(book.objectWord.lowercased())", "按\(book.objectWord)") + suffix, row: row,
      columns: 1...9)
    let first = row + 2
    return sheet.table(
      DataTable(
        columns: columns(lines, numbers, first: first), rowCount: lines.count,
        name: isFirst ? "Mb_Receivables" : nil, totals: .below), row: row + 1)
  }

  private func columns(
    _ lines: [ReceivablesResult.Line], _ numbers: [CustomerID: Int], first: Int
  ) -> [DataColumn] {
    let places = lines.map { line in numbers[line.id].map { book.order.places[$0 - 1] } }
    let sum = { (values: [Double]) in values.filter { !$0.isNaN }.reduce(0, +) }
    let money = { (header: String, values: [Double]) in
      DataColumn(header, .numbers(values), styles.money, total: .sum(sum(values)))
    }
    var columns = [
      DataColumn(
        book.text("No.", "序号"),
        .numbers(lines.map { numbers[$0.id].map(Double.init) ?? .nan }),
        styles.number("0").with { $0.horizontal = .center }),
      DataColumn(
        book.text("ID", "编号"),
        .cells(zip(lines, places).map { $1.map { book.idContent($0) } ?? .text($0.id.text) }),
        styles.text.with { $0.horizontal = .left }),
      DataColumn(
        book.objectWord,
        .texts(zip(lines, places).map { $1.map { book.displayName($0) } ?? $0.id.text }),
        styles.text, total: .label(book.text("Total", "合计"))),
      money(book.text("Opening", "期初"), lines.map { $0.opening.map(book.shown) ?? .nan }),
      money(book.text("Closing", "期末"), lines.map { book.shown($0.closing) }),
      money(book.text("Overdue", "逾期"), lines.map { $0.overdue.map(book.shown) ?? .nan }),
    ]
    columns += ratios(lines, places)
    if lines.contains(where: { $0.allowance != nil }) {
      columns.append(
        money(book.text("Allowance", "坏账准备"), lines.map { $0.allowance.map(book.shown) ?? .nan }))
    }
    for (index, bucket) in result.ageing.enumerated() {
      columns.append(
        money(
          label(bucket),
          lines.map { $0.ageing.indices.contains(index) ? book.shown($0.ageing[index]) : .nan }
        ).with { $0.outlineLevel = 1 })
    }
    return columns
  }

  /// Turnover from the customer's own sales, and days from turnover.
  private func ratios(
    _ lines: [ReceivablesResult.Line], _ places: [Int?]
  ) -> [DataColumn] {
    let facts = FactsLayout(book)
    let turnovers = lines.map { $0.turnover ?? .nan }
    let computed = zip(lines, places).map { line, place -> Double in
      guard let place, let opening = line.opening else { return .nan }
      let average = (book.shown(opening) + book.shown(line.closing)) / 2
      guard average > 0 else { return .nan }
      return book.fact(.measure(.netRevenue), of: place) / average
    }
    let agree = zip(computed, turnovers).allSatisfy {
      ($0.isNaN && $1.isNaN) || LiveFigure.agrees($0, $1)
    }
    let revenue = facts.lookup(.measure(.netRevenue), key: "A{r}") ?? "0"
    let template =
      "IF(AND(ISNUMBER(A{r}),ISNUMBER(D{r})),IF(D{r}+E{r}>0,\(revenue)/((D{r}+E{r})/2),\"\"),\"\")"
    let days = lines.map { $0.dso ?? .nan }
    let daysAgree = zip(turnovers, days).allSatisfy {
      ($0.isNaN && $1.isNaN) || LiveFigure.agrees(self.days / $0, $1)
    }
    let daysCell = SheetBuilder.figureCell(1, listAt: 6)
    return [
      DataColumn(
        book.text("Turnover", "周转率"),
        agree ? .formula(RowFormula(template), values: turnovers) : .numbers(turnovers),
        styles.ratio),
      DataColumn(
        book.text("DSO, days", "周转天数"),
        daysAgree && isFirst
          ? .formula(RowFormula("IF(ISNUMBER(G{r}),\(daysCell)/G{r},\"\")"), values: days)
          : .numbers(days), styles.number("#,##0.0")),
    ]
  }
}
