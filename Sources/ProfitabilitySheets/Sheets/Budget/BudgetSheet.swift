import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Budget against actual: variance, execution, flexed budget, price, volume, quantity and mix.
struct BudgetSheet: SheetPlugin {
  let key = SheetKey.budget.rawValue

  func name(in context: SheetContext) -> String { SheetKey.budget.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { !context.results.variances.isEmpty }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .budget)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Variance = actual − budget. Green helps profit, red hurts it; a mark stands where the alert"
          + " line is crossed.", "差异 = 实际 − 预算。绿色有利、红色不利,超过警戒线的行有标记。"))
    BudgetTable(book).write(&sheet)
    return sheet.finished()
  }
}

/// The table of variances and its charts.
struct BudgetTable {
  let book: ProfitBook
  private let rows: [BudgetVariance]
  private let lines: [BudgetLine]

  init(_ book: ProfitBook) {
    self.book = book
    rows = book.results.variances
    let inputs = book.inputs.budget
    // The engine keeps the rows' order; quantities and prices stand in the inputs.
    lines =
      inputs.count == rows.count && zip(inputs, rows).allSatisfy { $0.name == $1.name }
      ? inputs : []
  }

  private var styles: Styles { book.styles }
  private var hasPeriods: Bool { rows.contains { $0.period != nil } }
  private var hasQuantities: Bool { rows.contains { $0.price != nil || $0.volume != nil } }
  private static let headerRow = 24

  func write(_ sheet: inout SheetBuilder) {
    let place = sheet.table(
      DataTable(columns: columns, rowCount: rows.count, name: "Mb_Budget", totals: .below),
      row: Self.headerRow)
    marks(place, &sheet)
    charts(place, &sheet)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 5, column: 2)
      plan.print.repeatedRows = Self.headerRow...Self.headerRow
    }
  }

  // MARK: Columns

  /// Column letters: A name, B period, C budget, D actual, E variance, F %, G execution, H verdict,
  /// I alert; further ones follow.
  private var columns: [DataColumn] {
    let figures = { (pick: (BudgetVariance) -> Amount?) in
      rows.map { pick($0).map(book.shown) ?? .nan }
    }
    let budget = figures { $0.budget }
    let actual = figures { $0.actual }
    var columns = [
      DataColumn(
        book.text("Line", "项目"), .texts(rows.map(\.name)), styles.text,
        total: .label(book.text("Total", "合计"))
      ).with { $0.minimumWidth = 24 },
      DataColumn(
        book.text("Period", "期间"), .texts(rows.map { $0.period ?? "" }), styles.centered),
      DataColumn(book.text("Budget", "预算"), .numbers(budget), styles.money),
      DataColumn(book.text("Actual", "实际"), .numbers(actual), styles.money),
      variance(figures { $0.variance }, budget, actual), share(budget, figures { $0.variance }),
      execution(budget, actual), verdict, alert,
    ]
    if hasQuantities { columns += quantityColumns }
    return columns
  }

  private func variance(_ values: [Double], _ budget: [Double], _ actual: [Double]) -> DataColumn {
    let agree = values.indices.allSatisfy { index in
      let computed = actual[index] - budget[index]
      return (computed.isNaN && values[index].isNaN)
        || LiveFigure.agrees(computed, values[index])
    }
    return DataColumn(
      book.text("Variance", "差异"),
      agree
        ? .formula(RowFormula("IF(COUNT(C{r}:D{r})=2,D{r}-C{r},\"\")"), values: values)
        : .numbers(values), styles.money.with { $0.isBold = true })
  }

  private func share(_ budget: [Double], _ variance: [Double]) -> DataColumn {
    DataColumn(
      book.text("Variance %", "差异率"),
      .formula(
        RowFormula("IF(AND(ISNUMBER(E{r}),N(C{r})<>0),E{r}/ABS(C{r}),\"\")"),
        values: zip(budget, variance).map { $0.isNaN || $0 == 0 ? .nan : $1 / $0.magnitude }),
      styles.percent)
  }

  private func execution(_ budget: [Double], _ actual: [Double]) -> DataColumn {
    let values = rows.map { $0.executionRate ?? .nan }
    let agree = values.indices.allSatisfy { index in
      let computed = budget[index] == 0 ? Double.nan : actual[index] / budget[index]
      return (computed.isNaN && values[index].isNaN)
        || LiveFigure.agrees(computed, values[index])
    }
    return DataColumn(
      book.text("Execution", "执行率"),
      agree
        ? .formula(
          RowFormula("IF(COUNT(C{r}:D{r})=2,IF(C{r}<>0,D{r}/C{r},\"\"),\"\")"), values: values)
        : .numbers(values), styles.number("0.0%"))
  }

  private var verdict: DataColumn {
    let good = book.text("favourable", "有利")
    let bad = book.text("unfavourable", "不利")
    return DataColumn(
      book.text("Effect on profit", "对利润影响"),
      .texts(rows.map { $0.isFavourable.map { $0 ? good : bad } ?? "" }), styles.centered
    ).with { $0.headerIsLeft = false }
  }

  private var alert: DataColumn {
    DataColumn(
      book.text("Alert", "警戒"), .texts(rows.map { $0.exceedsThreshold ? "▲" : "" }),
      styles.centered.with { $0.fontColor = Palette.badText }
    ).with { $0.headerIsLeft = false }
  }

  /// Quantities and prices of both, and what they explain: J Qb, K Qa, L Pb, M Pa, N flexed, O price,
  /// P volume, Q quantity, R mix.
  private var quantityColumns: [DataColumn] {
    let line = { (index: Int) -> BudgetLine? in lines.isEmpty ? nil : lines[index] }
    let given = { (pick: (BudgetLine) -> ExactDecimal?, isMoney: Bool) in
      rows.indices.map { index in
        line(index).flatMap(pick).map { isMoney ? book.shown($0) : $0.doubleValue } ?? .nan
      }
    }
    let price = styles.number(NumberFormats.signed("#,##0.00##"))
    let qb = given({ $0.budgetQuantity }, false)
    let qa = given({ $0.actualQuantity }, false)
    let pb = given({ $0.budgetUnitPrice }, true)
    let pa = given({ $0.actualUnitPrice }, true)
    let figures = { (pick: (BudgetVariance) -> Amount?) in
      rows.map { pick($0).map(book.shown) ?? .nan }
    }
    let effect = { (header: String, template: String, values: [Double], computed: [Double]) in
      let agree = zip(values, computed).allSatisfy {
        ($0.isNaN && $1.isNaN) || LiveFigure.agrees($0, $1)
      }
      return DataColumn(
        header, agree ? .formula(RowFormula(template), values: values) : .numbers(values),
        styles.money, total: .sum(values.filter { !$0.isNaN }.reduce(0, +)))
    }
    return [
      DataColumn(book.text("Budget quantity", "预算数量"), .numbers(qb), styles.quantity),
      DataColumn(book.text("Actual quantity", "实际数量"), .numbers(qa), styles.quantity),
      DataColumn(book.text("Budget price", "预算单价"), .numbers(pb), price),
      DataColumn(book.text("Actual price", "实际单价"), .numbers(pa), price),
      DataColumn(
        book.text("Flexed budget", "弹性预算"), .numbers(figures { $0.flexible }), styles.money,
        total: .none),
      effect(
        book.text("Price", "价差"), "IF(COUNT(J{r}:M{r})=4,(M{r}-L{r})*K{r},\"\")",
        figures { $0.price }, rows.indices.map { (pa[$0] - pb[$0]) * qa[$0] }),
      effect(
        book.text("Volume", "量差"), "IF(COUNT(J{r}:M{r})=4,(K{r}-J{r})*L{r},\"\")",
        figures { $0.volume }, rows.indices.map { (qa[$0] - qb[$0]) * pb[$0] }),
      DataColumn(
        book.text("of which quantity", "其中:数量"), .numbers(figures { $0.quantity }), styles.money,
        total: .sum(figures { $0.quantity }.filter { !$0.isNaN }.reduce(0, +))),
      DataColumn(
        book.text("of which mix", "其中:结构"), .numbers(figures { $0.mix }), styles.money,
        total: .sum(figures { $0.mix }.filter { !$0.isNaN }.reduce(0, +))),
    ]
  }

  // MARK: Marks and charts

  private func marks(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let cells = place.data(7)
    let first = cells.first.a1
    let good = book.text("favourable", "有利").quotedForFormula
    let bad = book.text("unfavourable", "不利").quotedForFormula
    let styles = self.styles
    sheet.edit { plan in
      plan.conditionalFormats += [
        ConditionalFormatPlan(range: cells, rule: .formula("\(first)=\(good)", styles.good)),
        ConditionalFormatPlan(range: cells, rule: .formula("\(first)=\(bad)", styles.bad)),
      ]
    }
  }

  private func charts(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let name = book.name(of: .budget)
    let shown = min(rows.count, 20)
    let cells = { (index: Int) in
      SheetRange(
        sheet: name,
        range: CellRange(
          CellAddress(row: place.firstRow, column: 1 + index),
          CellAddress(row: place.firstRow + shown - 1, column: 1 + index)))
    }
    let labels = rows.prefix(shown).map { row in
      [row.name, row.period ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let series = { (title: String, index: Int, color: Color, pick: (BudgetVariance) -> Amount?) in
      ChartPlan.Series(
        title, values: cells(index),
        points: rows.prefix(shown).map { pick($0).map(book.shown) ?? 0 }, categories: cells(0),
        labels: labels, color: color)
    }
    var both = ChartPlan(
      kind: .column, title: book.text("Budget and actual", "预算与实际"),
      altText: book.text("Budget and actual by line.", "各项目的预算与实际。"),
      series: [
        series(book.text("Budget", "预算"), 2, Palette.fog) { $0.budget },
        series(book.text("Actual", "实际"), 3, Palette.ink) { $0.actual },
      ], at: CellAddress(row: 6, column: 1), width: 560, height: 340)
    both.valueAxis.numberFormat = "#,##0"
    both.valueAxis.title = book.unitLabel
    both.categoryAxis.labelsAreLow = true
    var bridge = ChartPlan(
      kind: .column, title: book.text("Variance by line", "各项差异"),
      altText: book.text("Actual less budget by line.", "各项目实际减预算。"),
      series: [series(book.text("Variance", "差异"), 4, Palette.blue) { $0.variance }],
      at: CellAddress(row: 6, column: 7), width: 560, height: 340)
    bridge.legend = .none
    bridge.valueAxis.numberFormat = "#,##0"
    bridge.categoryAxis.labelsAreLow = true
    sheet.placeSideBySide([both, bridge], from: both.at)
  }
}
