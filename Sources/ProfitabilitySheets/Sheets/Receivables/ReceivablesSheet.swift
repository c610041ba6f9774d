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
    for (index, one) in ([result] + result.otherCurrencies).enumerated() {
      let part = ReceivablesPart(
        book: book, result: one, number: index + 1,
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
  /// From 1.
  let number: Int
  let suffix: String

  private var isFirst: Bool { number == 1 }
  private var styles: Styles { book.styles }
  private var days: Double { Double(book.results.period?.days ?? book.inputs.period?.days ?? 0) }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let list = ReceivablesList(book: book, result: result, isFirst: isFirst, suffix: suffix)
    let ageingRow = row + figureCount + 2
    let place = ListPlace(book: book, result: result, ageingRow: ageingRow)
    keyFigures(&sheet, row: row, list, place)
    let ageing = self.ageing(&sheet, row: ageingRow, list, place)
    let customers = list.write(&sheet, row: ageing.nextRow + 2, place)
    return customers.lastRow + 1
  }

  // MARK: Key figures

  /// A key figure of a currency's book, for the overview.
  enum Headline: String {
    case closing, overdue

    /// The name of its cell, by the book's number.
    func name(_ number: Int) -> String { "Mb_Receivables_\(rawValue)_\(number)" }

    /// Its place among all key figures.
    fileprivate var place: Int { self == .closing ? 3 : 7 }
  }

  /// Key figures that there are, by their places among all.
  private func known(_ list: ReceivablesList, _ place: ListPlace) -> [(Int, ListedFigure)] {
    let all = figures({ Self.mark($0) }, list, place)
    return all.enumerated().filter { $1.value != nil && !($0 < 2 && $1.value == 0) }
      .map { ($0, $1) }
  }

  /// Stands for the cell of a key figure until it is known which of them there are.
  private static func mark(_ place: Int) -> String { "{#\(place)}" }

  private var figureCount: Int {
    let list = ReceivablesList(book: book, result: result, isFirst: isFirst, suffix: suffix)
    return known(list, ListPlace(book: book, result: result, ageingRow: 1)).count
  }

  private func keyFigures(
    _ sheet: inout SheetBuilder, row: Int, _ list: ReceivablesList, _ place: ListPlace
  ) {
    let known = known(list, place)
    let cells = known.enumerated().map { index, entry in
      (entry.0, SheetBuilder.figureCell(index, listAt: row))
    }
    let figures = known.map { _, figure in
      var figure = figure
      for (place, cell) in cells {
        figure.formula = figure.formula?.replacing(Self.mark(place), with: cell)
      }
      if figure.formula?.contains("{#") == true { figure.formula = nil }
      return figure
    }
    sheet.figures(
      book.text("Key figures", "主要指标") + suffix, figures, row: row, columns: 1...5)
    for headline in [Headline.closing, .overdue] {
      guard let index = known.firstIndex(where: { $0.0 == headline.place }) else { continue }
      let cell = CellAddress(row: row + 1 + index, column: SheetBuilder.figureColumn)
      sheet.edit {
        $0.names.append(
          NamePlan(name: headline.name(number), range: CellRange(cell, cell)))
      }
    }
  }

  private func figures(
    _ cell: (Int) -> String, _ list: ReceivablesList, _ place: ListPlace
  ) -> [ListedFigure] {
    let money = styles.money
    let revenue = book.shown(book.results.totals.revenue)
    let average = result.average.map(book.shown)
    let simple = result.opening.map { (book.shown($0) + book.shown(result.closing)) / 2 }
    let turnover = average.flatMap { $0 != 0 ? revenue / $0 : nil }
    let pace = result.turnover.flatMap { $0 > 0 ? days / $0 : nil }
    var figures = [
      ListedFigure(
        Terms.name(.netRevenue)[book.context.language], revenue, money,
        formula: FactsLayout(book).total(.measure(.netRevenue))),
      ListedFigure(book.text("Days in the period", "期间天数"), days, styles.count),
      ListedFigure(
        book.text("Opening balance", "期初余额"), result.opening.map(book.shown), money,
        formula: place.opening.flatMap { list.total(list.opening, result.opening, $0) }),
      ListedFigure(
        book.text("Closing balance", "期末余额"), book.shown(result.closing), money,
        formula: list.total(list.closing, result.closing, place.closing)),
      ListedFigure(
        book.text("Average balance", "平均余额"), average, money,
        formula: live(simple, average, "(\(cell(2))+\(cell(3)))/2"), note: averageNote),
      ListedFigure(
        book.text("Turnover", "周转率(次)"), result.turnover, styles.ratio,
        formula: live(turnover, result.turnover, "\(cell(0))/\(cell(4))")),
      ListedFigure(
        book.text("Days sales outstanding (DSO)", "周转天数(DSO)"), result.dso, styles.decimal,
        formula: live(pace, result.dso, "\(cell(1))/\(cell(5))")),
    ]
    addOverdue(&figures, cell, list, place)
    return figures
  }

  /// Of which balances the average is, where of more than both ends of the period.
  private var averageNote: String {
    let points = result.averagePoints
    return points > 2 ? book.text("mean of \(points) balances", "\(points)个余额的平均") : ""
  }

  /// The formula where it gives the engine's figure.
  private func live(_ computed: Double?, _ engine: Double?, _ formula: String) -> String? {
    guard let computed, let engine, LiveFigure.agrees(computed, engine) else { return nil }
    return formula
  }

  private func addOverdue(
    _ figures: inout [ListedFigure], _ cell: (Int) -> String, _ list: ReceivablesList,
    _ place: ListPlace
  ) {
    if let overdue = result.overdue {
      let own = cell(figures.count)
      figures.append(
        ListedFigure(
          book.text("Overdue", "逾期金额"), book.shown(overdue), styles.money,
          formula: list.total(list.overdue, overdue, place.overdue)))
      addShares(&figures, overdue: own, closing: cell(3), list, place)
      addBestDays(&figures, cell, overdue: own)
    }
    if let allowance = result.allowance {
      figures.append(
        ListedFigure(
          book.text("Allowance for loss", "坏账准备"), book.shown(allowance), styles.money,
          formula: place.allowance.flatMap { list.total(list.allowance, allowance, $0) }))
    }
    if let cost = result.financingCost {
      figures.append(
        ListedFigure(book.text("Cost of financing", "资金占用成本"), book.shown(cost), styles.money))
    }
  }

  private func addShares(
    _ figures: inout [ListedFigure], overdue: String, closing: String, _ list: ReceivablesList,
    _ place: ListPlace
  ) {
    let whole = book.shown(result.closing)
    let sum = list.overdue.filter { !$0.isNaN }
    if let share = result.overdueShare {
      figures.append(
        ListedFigure(
          book.text("Overdue share", "逾期占比"), share, styles.share,
          formula: live(
            whole > 0 ? sum.reduce(0, +) / whole : nil, share, "\(overdue)/\(closing)")))
    }
    if let share = result.overdueConcentration {
      let largest = sum.filter { $0 > 0 }.sorted(by: >).prefix(3)
      let all = sum.reduce(0, +)
      figures.append(
        ListedFigure(
          book.text("Largest three of overdue", "前三大逾期占比"), share, styles.share,
          formula: largest.count == 3 && all > 0
            ? live(
              largest.reduce(0, +) / all, share,
              "SUMPRODUCT(LARGE(\(place.overdue),{1,2,3}))/\(overdue)") : nil))
    }
  }

  /// Days outstanding if everybody paid on time, and what delays add.
  private func addBestDays(
    _ figures: inout [ListedFigure], _ cell: (Int) -> String, overdue: String
  ) {
    guard let best = result.bestPossibleDSO else { return }
    let revenue = book.shown(book.results.totals.revenue)
    let notDue = book.shown(result.closing) - (result.overdue.map(book.shown) ?? 0)
    let own = cell(figures.count)
    figures.append(
      ListedFigure(
        book.text("Best possible DSO", "最佳可能DSO"), best, styles.decimal,
        formula: live(
          revenue > 0 ? notDue / revenue * days : nil, best,
          "(\(cell(3))-\(overdue))/\(cell(0))*\(cell(1))"),
        note: book.text("if everybody paid on time", "若全部按期付款")))
    guard let late = result.averageDaysDelinquent else { return }
    figures.append(
      ListedFigure(
        book.text("Average days delinquent", "平均拖欠天数"), late, styles.decimal,
        formula: live(result.dso.map { $0 - best }, late, "\(cell(6))-\(own)")))
  }

  // MARK: Ageing

  private func ageing(
    _ sheet: inout SheetBuilder, row: Int, _ list: ReceivablesList, _ listPlace: ListPlace
  ) -> DataTable.Place {
    sheet.heading(book.text("Ageing", "账龄") + suffix, row: row, columns: 1...7)
    let buckets = result.ageing
    let amounts = buckets.map { book.shown($0.amount) }
    let total = amounts.reduce(0, +)
    let last = row + 1 + buckets.count
    let rates = buckets.map { $0.rate ?? .nan }
    let allowances = buckets.map { $0.allowance.map(book.shown) ?? .nan }
    var columns = [
      DataColumn(
        book.text("Days overdue", "逾期天数"), .texts(buckets.map { list.label($0) }), styles.text,
        total: .label(book.text("Total", "合计"))),
      DataColumn(
        book.text("Amount", "金额"), bucketSums(amounts, list, listPlace), styles.money,
        total: .sum(total)),
      DataColumn(
        book.text("Share", "占比"),
        .formula(
          RowFormula("IF(D$\(last + 1)<>0,D{r}/D$\(last + 1),\"\")"),
          values: amounts.map { total != 0 ? $0 / total : .nan }), styles.percent),
    ]
    if buckets.contains(where: { $0.rate != nil || $0.allowance != nil }) {
      columns += [
        DataColumn(book.text("Loss rate", "坏账率"), .numbers(rates), styles.share),
        allowance(amounts, rates, allowances),
      ]
    }
    let place = sheet.table(
      DataTable(columns: columns, rowCount: buckets.count, totals: .below), row: row + 1, column: 3)
    chart(place, buckets.map { list.label($0) }, amounts, &sheet)
    return place
  }

  /// What customers owe of each bucket, where the list adds up to it.
  private func bucketSums(
    _ amounts: [Double], _ list: ReceivablesList, _ place: ListPlace
  ) -> CellBlock.Content {
    .cells(
      amounts.enumerated().map { index, amount in
        book.content(
          list.total(list.bucket(index), result.ageing[index].amount, place.bucket(index)), amount)
      })
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
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Days overdue", "逾期天数")
    sheet.edit { $0.charts.append(chart) }
  }
}
