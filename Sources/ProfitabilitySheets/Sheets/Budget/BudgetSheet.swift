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
          + " line is crossed.", "差异 = 实际 − 预算。绿色有利、红色不利，超过警戒线的行有标记。"))
    let table = BudgetTable(book)
    let place = table.write(&sheet)
    let summary = BudgetSummary(book: book, table: table, place: place)
    summary.write(&sheet, row: 6)
    summary.charts(&sheet)
    return sheet.finished()
  }
}

/// Where the columns of the variances stand.
struct BudgetGrid {
  let hasPeriods: Bool

  enum Column: Int {
    case budget, actual, variance, share, execution, verdict, alert
    case budgetQuantity, actualQuantity, budgetPrice, actualPrice, flexed
    case price, volume, quantity, mix
  }

  static let headerRow = 24
  static let firstRow = headerRow + 1

  /// The sheet's column, from 1.
  func column(_ column: Column) -> Int { column.rawValue + (hasPeriods ? 3 : 2) }

  func letters(_ column: Column) -> String { CellAddress.letters(ofColumn: self.column(column)) }

  /// `E{r}`.
  func cell(_ column: Column) -> String { "\(letters(column)){r}" }

  /// A column's cells, `$E$25:$E$48`.
  func cells(_ column: Column, rows: Int) -> String {
    let name = letters(column)
    return "$\(name)$\(Self.firstRow):$\(name)$\(Self.firstRow + max(1, rows) - 1)"
  }

  /// The cell of the totals line.
  func total(_ column: Column, rows: Int) -> String {
    "\(letters(column))$\(Self.firstRow + max(1, rows))"
  }
}

/// The table of variances: figures live over the team's cells, everything else over them.
struct BudgetTable {
  let book: ProfitBook
  let rows: [BudgetVariance]
  let lines: [BudgetLine]
  let grid: BudgetGrid

  init(_ book: ProfitBook) {
    self.book = book
    rows = book.results.variances
    let inputs = book.inputs.budget
    // The engine keeps the rows' order; quantities and prices stand in the inputs.
    lines =
      inputs.count == rows.count && zip(inputs, rows).allSatisfy { $0.name == $1.name }
      ? inputs : []
    grid = BudgetGrid(hasPeriods: rows.contains { $0.period != nil })
  }

  private var styles: Styles { book.styles }
  var hasQuantities: Bool { rows.contains { $0.price != nil || $0.volume != nil } }

  func figures(_ pick: (BudgetVariance) -> Amount?) -> [Double] {
    rows.map { pick($0).map(book.shown) ?? .nan }
  }

  func write(_ sheet: inout SheetBuilder) -> DataTable.Place {
    let place = sheet.table(
      DataTable(columns: columns, rowCount: rows.count, name: "Mb_Budget", totals: .below),
      row: BudgetGrid.headerRow)
    marks(place, &sheet)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 5, column: 2)
      plan.print.repeatedRows = BudgetGrid.headerRow...BudgetGrid.headerRow
    }
    return place
  }

  // MARK: Columns

  private var columns: [DataColumn] {
    var columns = [
      DataColumn(
        book.text("Line", "项目"), .texts(rows.map(\.name)), styles.text,
        total: .label(book.text("Total", "合计"))
      ).with { $0.minimumWidth = 30 }
    ]
    if grid.hasPeriods {
      columns.append(
        DataColumn(
          book.text("Period", "期间"), .texts(rows.map { $0.period ?? "" }), styles.centered))
    }
    columns += [
      source(book.text("Budget", "预算"), figures { $0.budget }, \.budget, styles.money),
      source(book.text("Actual", "实际"), figures { $0.actual }, \.actual, styles.money),
      variance, share, execution, verdict, alert,
    ]
    if hasQuantities { columns += quantityColumns }
    return columns
  }

  /// Figures of the team's own, each a formula over its cells where it stands in some.
  private func source(
    _ header: String, _ values: [Double], _ cells: KeyPath<BudgetLine.Sources, SourceCells?>,
    _ style: CellStyle, isMoney: Bool = true
  ) -> DataColumn {
    DataColumn(
      header,
      .cells(
        values.enumerated().map { index, value in
          let formula =
            lines.isEmpty
            ? nil : book.formula(lines[index].sources[keyPath: cells], isMoney: isMoney)
          return book.content(formula, value)
        }), style)
  }

  /// A formula for all rows where it gives what the engine has, else the values.
  private func derived(
    _ values: [Double], _ template: String, computes computed: [Double]
  ) -> CellBlock.Content {
    let agree = zip(values, computed).allSatisfy {
      ($0.isNaN && $1.isNaN) || LiveFigure.agrees($0, $1)
    }
    return agree ? .formula(RowFormula(template), values: values) : .numbers(values)
  }

  private var variance: DataColumn {
    let (b, a) = (grid.cell(.budget), grid.cell(.actual))
    let values = figures { $0.variance }
    return DataColumn(
      book.text("Variance", "差异"),
      derived(
        values, "IF(COUNT(\(b),\(a))=2,\(a)-\(b),\"\")",
        computes: zip(figures { $0.budget }, figures { $0.actual }).map { $1 - $0 }),
      styles.money.with { $0.isBold = true })
  }

  private var shares: [Double] {
    zip(figures { $0.budget }, figures { $0.variance }).map {
      $0.isNaN || $0 == 0 ? .nan : $1 / $0.magnitude
    }
  }

  private var share: DataColumn {
    let (b, v) = (grid.cell(.budget), grid.cell(.variance))
    return DataColumn(
      book.text("Variance %", "差异率"),
      .formula(
        RowFormula("IF(AND(ISNUMBER(\(v)),N(\(b))<>0),\(v)/ABS(\(b)),\"\")"), values: shares),
      styles.percent)
  }

  private var execution: DataColumn {
    let (b, a) = (grid.cell(.budget), grid.cell(.actual))
    return DataColumn(
      book.text("Execution", "执行率"),
      derived(
        rows.map { $0.executionRate ?? .nan },
        "IF(COUNT(\(b),\(a))=2,IF(\(b)<>0,\(a)/\(b),\"\"),\"\")",
        computes: zip(figures { $0.budget }, figures { $0.actual }).map {
          $0 == 0 ? .nan : $1 / $0
        }), styles.share)
  }

  var favourable: String { book.text("favourable", "有利") }
  var unfavourable: String { book.text("unfavourable", "不利") }

  /// More than budgeted is good for revenue, bad for cost.
  private var verdict: DataColumn {
    let v = grid.cell(.variance)
    let (good, bad) = (favourable.quotedForFormula, unfavourable.quotedForFormula)
    return DataColumn(
      book.text("Effect on profit", "对利润影响"),
      .cells(
        rows.enumerated().map { index, row -> CellContent in
          guard let isFavourable = row.isFavourable else { return .empty }
          let word = isFavourable ? favourable : unfavourable
          guard let isRevenue = lines.isEmpty ? nil : lines[index].isRevenue else {
            return .text(word)
          }
          let test = "\(v)\(isRevenue ? ">=" : "<=")0"
          let text = "IF(ISNUMBER(\(v)),IF(\(test),\(good),\(bad)),\"\")"
          return .formula(
            Formula(
              RowFormula(text).text(row: BudgetGrid.firstRow + index), value: .text(word)))
        }), styles.centered
    ).with { $0.minimumWidth = 13 }
  }

  /// Where the variance is beyond the share and the amount that settings give.
  private var alert: DataColumn {
    let settings = book.inputs.settings
    let floor = book.shown(settings.varianceAlertFloor)
    let limit = settings.varianceAlertShare
    let (b, v, s) = (grid.cell(.budget), grid.cell(.variance), grid.cell(.share))
    let template =
      "IF(AND(ISNUMBER(\(v)),N(\(v))<>0,ABS(N(\(v)))>=\(number(floor)),"
      + "OR(N(\(b))=0,ABS(N(\(s)))>=\(number(limit)))),\"▲\",\"\")"
    let (values, parts) = (figures { $0.variance }, shares)
    let computed = values.indices.map { index in
      !values[index].isNaN && values[index] != 0 && values[index].magnitude >= floor
        && (parts[index].isNaN || parts[index].magnitude >= limit)
    }
    let agree = zip(rows, computed).allSatisfy { $0.exceedsThreshold == $1 }
    let texts = rows.map { $0.exceedsThreshold ? "▲" : "" }
    return DataColumn(
      book.text("Alert", "警戒"),
      agree ? .textFormula(RowFormula(template), values: texts) : .texts(texts),
      styles.centered.with { $0.fontColor = Palette.badText })
  }

  private func number(_ value: Double) -> String {
    ExactDecimal(value)?.description ?? String(value)
  }

  /// Quantities and prices of both, and what they explain.
  private var quantityColumns: [DataColumn] {
    let given = { (pick: (BudgetLine) -> ExactDecimal?, isMoney: Bool) in
      rows.indices.map { index in
        (lines.isEmpty ? nil : pick(lines[index])).map {
          isMoney ? book.shown($0) : $0.doubleValue
        } ?? .nan
      }
    }
    let price = styles.number(NumberFormats.signed("#,##0.00##"))
    let effects = BudgetEffects(
      qb: given({ $0.budgetQuantity }, false), qa: given({ $0.actualQuantity }, false),
      pb: given({ $0.budgetUnitPrice }, true), pa: given({ $0.actualUnitPrice }, true),
      budget: figures { $0.budget })
    return [
      source(
        book.text("Budget quantity", "预算数量"), effects.qb, \.budgetQuantity, styles.quantity,
        isMoney: false
      ).with { $0.total = .sum(effects.budgetTotal) },
      source(
        book.text("Actual quantity", "实际数量"), effects.qa, \.actualQuantity, styles.quantity,
        isMoney: false
      ).with { $0.total = .sum(effects.actualTotal) },
      source(book.text("Budget price", "预算单价"), effects.pb, \.budgetUnitPrice, price),
      source(book.text("Actual price", "实际单价"), effects.pa, \.actualUnitPrice, price),
    ] + effectColumns(effects)
  }

  private func effectColumns(_ effects: BudgetEffects) -> [DataColumn] {
    let (qb, qa) = (grid.cell(.budgetQuantity), grid.cell(.actualQuantity))
    let (pb, pa) = (grid.cell(.budgetPrice), grid.cell(.actualPrice))
    let b = grid.cell(.budget)
    let whole = "COUNT(\(qb):\(pa))=4"
    let planned = grid.total(.budgetQuantity, rows: rows.count)
    let sold = grid.total(.actualQuantity, rows: rows.count)
    let column = {
      (header: String, template: String, values: [Double], computed: [Double], isSummed: Bool) in
      DataColumn(
        header, derived(values, template, computes: computed), styles.money,
        total: isSummed ? .sum(values.filter { !$0.isNaN }.reduce(0, +)) : .none)
    }
    return [
      column(
        book.text("Flexed budget", "弹性预算"),
        "IF(COUNT(\(b),\(qb),\(qa))=3,IF(\(qb)<>0,\(b)*\(qa)/\(qb),\"\"),\"\")",
        figures { $0.flexible }, effects.flexed, false),
      column(
        book.text("Price", "价差"), "IF(\(whole),(\(pa)-\(pb))*\(qa),\"\")",
        figures { $0.price }, effects.price, true),
      column(
        book.text("Volume", "量差"), "IF(\(whole),(\(qa)-\(qb))*\(pb),\"\")",
        figures { $0.volume }, effects.volume, true),
      column(
        book.text("of which quantity", "其中：数量"),
        "IF(\(whole),(\(sold)-\(planned))*\(qb)/\(planned)*\(pb),\"\")",
        figures { $0.quantity }, effects.quantity, true),
      column(
        book.text("of which mix", "其中：结构"),
        "IF(\(whole),\(grid.cell(.volume))-\(grid.cell(.quantity)),\"\")",
        figures { $0.mix }, zip(effects.volume, effects.quantity).map { $0 - $1 }, true),
    ]
  }

  private func marks(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let cells = place.data(grid.column(.verdict) - 1)
    let first = cells.first.a1
    let (good, bad) = (favourable.quotedForFormula, unfavourable.quotedForFormula)
    let styles = self.styles
    sheet.edit { plan in
      plan.conditionalFormats += [
        ConditionalFormatPlan(range: cells, rule: .formula("\(first)=\(good)", styles.good)),
        ConditionalFormatPlan(range: cells, rule: .formula("\(first)=\(bad)", styles.bad)),
      ]
    }
  }
}

/// What the formulas of the quantity columns compute; NaN where they leave a cell empty.
struct BudgetEffects {
  let qb: [Double]
  let qa: [Double]
  let pb: [Double]
  let pa: [Double]
  let budget: [Double]

  var budgetTotal: Double { qb.filter { !$0.isNaN }.reduce(0, +) }
  var actualTotal: Double { qa.filter { !$0.isNaN }.reduce(0, +) }
  var flexed: [Double] { qb.indices.map { qb[$0] == 0 ? .nan : budget[$0] * qa[$0] / qb[$0] } }
  var price: [Double] { whole { (pa[$0] - pb[$0]) * qa[$0] } }
  var volume: [Double] { whole { (qa[$0] - qb[$0]) * pb[$0] } }
  var quantity: [Double] {
    let (planned, sold) = (budgetTotal, actualTotal)
    return whole { planned == 0 ? .nan : (sold - planned) * qb[$0] / planned * pb[$0] }
  }

  private func whole(_ compute: (Int) -> Double) -> [Double] {
    qb.indices.map { index in
      [qb, qa, pb, pa].contains { $0[index].isNaN } ? .nan : compute(index)
    }
  }
}
