import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The sections of the what-if sheet and where they stand.
struct WhatIfPart {
  let book: ProfitBook
  let profit: ProfitLayout
  let tiers: TiersLayout
  let allocation: AllocationLayout
  let model: WhatIfModel

  init(_ book: ProfitBook) {
    self.book = book
    allocation = AllocationLayout(book)
    profit = ProfitLayout(book, allocation: allocation)
    tiers = TiersLayout(book)
    model = WhatIfModel(book, layout: allocation)
  }

  private var styles: Styles { book.styles }

  static let inputsRow = 6
  static let outcomeRow = 17
  static let sensitivityRow = 28

  var listRow: Int {
    Self.sensitivityRow
      + (book.results.sensitivity.isEmpty ? 8 : max(8, book.results.sensitivity.count + 4))
  }
  var firstRow: Int { listRow + 2 }
  var lastRow: Int { firstRow + max(1, book.order.count) - 1 }
  private var lastRankedRow: Int { firstRow + max(1, book.order.rankedCount) - 1 }
  private var isSmall: Bool { book.order.count <= ProfitBook.quadraticLimit }

  // Cells of the inputs.
  private func inputCell(_ index: Int) -> String { "$D$\(Self.inputsRow + 2 + index)" }
  private var growthCell: String { inputCell(0) }
  private func priceCell(_ tier: Int) -> String { inputCell(1 + tier) }
  private var discountCell: String { inputCell(4) }
  private var retentionCell: String { inputCell(5) }
  private var methodCell: String { inputCell(6) }

  /// The list's cells of a column.
  private func range(_ letters: String, ranked: Bool = false) -> String {
    "$\(letters)$\(firstRow):$\(letters)$\(ranked ? lastRankedRow : lastRow)"
  }

  // MARK: Inputs

  func inputs(_ sheet: inout SheetBuilder) {
    let given = model.inputs
    sheet.heading(book.text("Change", "修改"), row: Self.inputsRow, columns: 1...4)
    let percent = "0.0%"
    sheet.label(
      book.text("What", "项目"), row: Self.inputsRow + 1, column: 3, style: styles.headerLeft)
    sheet.label(
      book.text("Input", "输入"), row: Self.inputsRow + 1, column: 4, style: styles.header)
    let language = book.context.language
    var rows: [(String, String, Double?)] = [
      (book.text("Growth of volume", "销量增长"), WhatIfInputs.growthName, given.growth)
    ]
    for (index, tier) in Tier.allCases.enumerated() {
      let name = Terms.name(tier)[language]
      rows.append(
        (
          book.text("Price, \(name)", "价格变动：\(name)"), WhatIfInputs.priceName(tier),
          given.price[index]
        ))
    }
    rows.append(
      (book.text("Discount rate a year", "年折现率"), WhatIfInputs.discountName, given.discountRate))
    rows.append(
      (book.text("Retention rate a year", "年留存率"), WhatIfInputs.retentionName, given.retentionRate))
    for (index, row) in rows.enumerated() {
      let line = Self.inputsRow + 2 + index
      sheet.entry(row.0, row: line, column: 3, style: styles.label)
      input(
        row.2.map { .number($0) } ?? .empty, name: row.1, rule: .decimal(-1...10), percent,
        row: line, column: 4, &sheet)
    }
    let line = Self.inputsRow + 2 + rows.count
    let words = [WhatIfInputs.asCosted[language], WhatIfInputs.byRevenue[language]]
    sheet.entry(
      book.text("Pools are allocated", "成本池分摊方式"), row: line, column: 3, style: styles.label)
    input(
      .text(words[given.isByRevenue ? 1 : 0]), name: WhatIfInputs.methodName, rule: .list(words),
      "",
      row: line, column: 4, &sheet)
    sheet.widen(4, to: 14)
  }

  private func input(
    _ content: CellContent, name: String, rule: ValidationPlan.Rule, _ format: String, row: Int,
    column: Int, _ sheet: inout SheetBuilder
  ) {
    sheet.put(
      content, row: row, column: column,
      style: styles.input(format).with { $0.horizontal = .right })
    let cell = CellAddress(row: row, column: column)
    sheet.edit { plan in
      guard !plan.names.contains(where: { $0.name == name }) else { return }
      plan.names.append(NamePlan(name: name, range: CellRange(cell, cell), isInput: true))
      plan.validations.append(ValidationPlan(range: CellRange(cell, cell), rule: rule))
    }
  }

  /// Pools from column G: change of cost, change of the driver's use, factor.
  func pools(_ sheet: inout SheetBuilder) {
    guard !allocation.poolOrder.isEmpty else { return }
    let row = Self.inputsRow
    let count = allocation.poolOrder.count
    sheet.heading(book.text("By cost pool", "按成本池"), row: row, columns: 6...(6 + count))
    let labels = [
      book.text("Pool", "成本池"), book.text("Cost", "成本变动"), book.text("Use of the driver", "动因用量变动"),
      book.text("Factor", "系数"), book.text("Allocated, base", "现行分摊额"),
      book.text("Allocated, scenario", "情景分摊额"),
    ]
    for (index, label) in labels.enumerated() {
      sheet.entry(
        label, row: row + 1 + index, column: 6, style: index == 0 ? styles.headerLeft : styles.label
      )
    }
    sheet.edit { $0.rows[row + 1] = RowPlan(height: 32) }
    for (offset, place) in allocation.poolOrder.enumerated() {
      pool(place, offset, row: row, &sheet)
    }
  }

  private func pool(_ place: Int, _ offset: Int, row: Int, _ sheet: inout SheetBuilder) {
    let column = 7 + offset
    let letters = CellAddress.letters(ofColumn: column)
    let pool = book.results.pools[place]
    let given = model.inputs
    sheet.label(pool.name, row: row + 1, column: column, style: styles.header)
    sheet.noteHeader(pool.name, row: row + 1, column: column)
    let words = pool.name.split(separator: " ").map { TextWidth.of($0) }
    sheet.widen(column, to: max(13, min(words.max() ?? 0, 20) + 4))
    input(
      .number(given.costChange[offset]), name: WhatIfInputs.costName(pool.name),
      rule: .decimal(-1...10), "0.0%", row: row + 2, column: column, &sheet)
    input(
      .number(given.driverChange[offset]), name: WhatIfInputs.driverName(pool.name),
      rule: .decimal(-1...10), "0.0%", row: row + 3, column: column, &sheet)
    let factor = given.factors[offset]
    sheet.formula(
      "(1+\(letters)\(row + 2))*(1+\(letters)\(row + 3))", value: factor, row: row + 4,
      column: column, style: styles.lined(styles.number("0.000")))
    let base = book.shown(pool.allocated)
    let cell = allocation.column(ofPool: place)
      .flatMap { allocation.cell(.allocated, column: $0)?.reference }
    sheet.formula(
      cell ?? "0", value: base, row: row + 5, column: column, style: styles.lined(styles.money))
    sheet.formula(
      "\(letters)\(row + 5)*\(letters)\(row + 4)", value: base * factor, row: row + 6,
      column: column, style: styles.lined(styles.money))
  }

  private var factorCells: String {
    let last = CellAddress.letters(ofColumn: 6 + allocation.poolOrder.count)
    return "$G$\(Self.inputsRow + 4):$\(last)$\(Self.inputsRow + 4)"
  }

  // MARK: Outcome

  func outcome(_ sheet: inout SheetBuilder) {
    let row = Self.outcomeRow
    sheet.heading(book.text("Outcome", "结果"), row: row, columns: 1...6)
    let headers = [
      "", book.text("Base", "现行"), book.text("Scenario", "情景"), book.text("Change", "变动"),
    ]
    for (index, header) in headers.enumerated() {
      sheet.label(header, row: row + 1, column: 3 + index, style: styles.header)
    }
    let sum = { (letters: String) in "SUM(\(range(letters)))" }
    let total = { (values: [Double]) in values.reduce(0, +) }
    let ranked = book.order.rankedCount
    let losses = { (values: [Double]) in Double(values.prefix(ranked).count { $0 < 0 }) }
    let lossText = { (letters: String) in "COUNTIF(\(range(letters, ranked: true)),\"<0\")" }
    typealias Row = (String, String, Double?, String, Double?, CellStyle)
    var rows: [Row] = [
      (
        Terms.name(SalesMeasure.netRevenue)[book.context.language], sum("E"), total(model.revenue),
        sum("G"), total(model.newRevenue), styles.money
      ),
      (
        book.text("Direct cost", "直接成本"), "\(sum("E"))-\(sum("F"))-\(sum("P"))",
        total(model.revenue) - total(model.margin) - total(model.pooled), sum("H"),
        total(model.newDirect), styles.money
      ),
      (
        book.text("Allocated cost", "分摊成本"), sum("P"), total(model.pooled), sum("I"),
        total(model.newPooled), styles.money
      ),
      (
        book.text("Net margin", "净利润"), sum("F"), total(model.margin), sum("J"),
        total(model.newMargin), styles.money.with { $0.isBold = true }
      ),
    ]
    let share = { (margin: [Double], revenue: [Double]) in
      total(revenue) > 0 ? total(margin) / total(revenue) : nil as Double?
    }
    rows.append(
      (
        book.text("Net margin %", "净利率"), "IF(D\(row + 2)>0,D\(row + 5)/D\(row + 2),\"\")",
        share(model.margin, model.revenue), "IF(E\(row + 2)>0,E\(row + 5)/E\(row + 2),\"\")",
        share(model.newMargin, model.newRevenue), styles.percent
      ))
    rows.append(
      (
        book.text("Loss-making \(book.objectWord.lowercased())s", "亏损\(book.objectWord)数"),
        lossText("F"), losses(model.margin), lossText("J"), losses(model.newMargin), styles.count
      ))
    if let perpetual = perpetual(row) { rows.append(perpetual) }
    for (index, one) in rows.enumerated() {
      let line = row + 2 + index
      sheet.entry(one.0, row: line, column: 3, style: styles.label)
      sheet.formula(one.1, value: one.2, row: line, column: 4, style: styles.lined(one.5))
      sheet.formula(one.3, value: one.4, row: line, column: 5, style: styles.lined(one.5))
      let change = one.2.flatMap { before in one.4.map { rounded($0 - before) } }
      sheet.formula(
        "IF(COUNT(D\(line):E\(line))=2,ROUND(E\(line)-D\(line),\(book.checkDigits + 2)),\"\")",
        value: change, row: line,
        column: 6, style: styles.lined(one.5))
    }
  }

  /// The perpetual value of all margins at the discount and retention rates above.
  private func perpetual(_ row: Int) -> (String, String, Double?, String, Double?, CellStyle)? {
    let days = Double(book.results.period?.days ?? 0)
    let given = model.inputs
    guard days > 0, let retention = given.retentionRate, 1 + given.discountRate - retention != 0
    else { return nil }
    let years = days / book.inputs.settings.daysInYear
    let inYear = ExactDecimal(book.inputs.settings.daysInYear)?.description ?? "365"
    let text = { (cell: String) in
      "IF(AND(ISNUMBER(\(retentionCell)),1+\(discountCell)-\(retentionCell)>0),"
        + "\(cell)/(\(Int(days))/\(inYear))*\(retentionCell)/(1+\(discountCell)-\(retentionCell)),\"\")"
    }
    let value = { (margin: [Double]) -> Double? in
      1 + given.discountRate - retention > 0
        ? margin.reduce(0, +) / years * retention / (1 + given.discountRate - retention) : nil
    }
    return (
      book.text("Perpetual value of the margin", "利润永续价值"), text("D\(row + 5)"),
      value(model.margin), text("E\(row + 5)"), value(model.newMargin), styles.money
    )
  }

  /// As the formulas round changes, so that noise of the last bit does not show as "(0)".
  private func rounded(_ value: Double) -> Double {
    var scale = 1.0
    for _ in 0..<(book.checkDigits + 2) { scale *= 10 }
    guard value.magnitude < 1e15 / scale else { return value }
    return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  // MARK: Sensitivity

  /// The same workbook costed other ways: who gains, who loses.
  func sensitivity(_ sheet: inout SheetBuilder) {
    let cases = book.results.sensitivity
    guard !cases.isEmpty else { return }
    let row = Self.sensitivityRow
    sheet.heading(
      book.text("Were the pools allocated another way", "换一种分摊方式"), row: row, columns: 1...6)
    let headers = [
      book.text("Way", "方式"), book.text("Loss-makers", "亏损数"),
      book.text("Ranks that change", "排名变动数"),
      book.text("Most gained", "增加最多"),
    ]
    for (index, header) in headers.enumerated() {
      sheet.label(
        header, row: row + 1, column: 3 + index,
        style: index == 0
          ? styles.headerLeft
          : index == 3 ? styles.headerLeft.with { $0.indent = 1 } : styles.header)
    }
    sheet.edit { $0.rows[row + 1] = RowPlan(height: 32) }
    for (index, one) in cases.enumerated() {
      write(one, row: row + 2 + index, &sheet)
    }
  }

  private func write(_ one: SensitivityCase, row: Int, _ sheet: inout SheetBuilder) {
    let ranked = book.order.places.prefix(book.order.rankedCount)
    let places = ranked.filter { one.netMargins.indices.contains($0) }
    let losses = places.count { one.netMargins[$0].isNegative }
    let moved = places.count {
      one.ranks.indices.contains($0) && one.ranks[$0] != book.results.customers[$0].rank
    }
    let gains = places.map { ($0, one.netMargins[$0] - book.results.customers[$0].netMargin) }
    let best = gains.max { $0.1 < $1.1 }
    sheet.entry(one.name[book.context.language], row: row, column: 3, style: styles.label)
    sheet.number(Double(losses), row: row, column: 4, style: styles.lined(styles.count))
    sheet.number(Double(moved), row: row, column: 5, style: styles.lined(styles.count))
    sheet.label(
      best.map { "\(book.displayName($0.0)) +\(PercentText.grouped(book.shown($0.1)))" } ?? "",
      row: row, column: 6,
      style: styles.label.with {
        $0.horizontal = .left
        $0.indent = 1
      })
  }

  // MARK: Customers

  /// A no., B id, C name, D tier, E revenue, F margin, G–J scenario revenue, direct, pools, margin,
  /// K change, L rank, M by size, N cumulative, O service cut to break even, P pools.
  func list(_ sheet: inout SheetBuilder) {
    sheet.heading(
      book.text("By \(book.objectWord.lowercased())", "按\(book.objectWord)"), row: listRow,
      columns: 1...16)
    sheet.table(
      DataTable(
        columns: CustomerColumns(book).all(totalLabel: "") + baseColumns + scenarioColumns
          + rankColumns + closingColumns, rowCount: book.order.count), row: listRow + 1)
  }

  private func looked(_ column: ProfitColumn, _ values: [Double]) -> CellBlock.Content {
    profit.lookup(column, key: "$A{r}").map { .formula(RowFormula($0), values: values) }
      ?? .numbers(values)
  }

  private var baseColumns: [DataColumn] {
    let ranked = book.order.rankedCount
    let found = "INDEX(\(tiers.range(.tier)),$A{r})"
    return [
      DataColumn(
        book.text("Tier", "客户层级"),
        .textFormula(
          RowFormula(book.order.hasUnassigned ? "IF($A{r}>\(ranked),\"\",\(found))" : found),
          values: model.tiers), styles.centered),
      DataColumn(
        book.text("Revenue, base", "现行收入"), looked(.revenue, model.revenue), styles.money),
      DataColumn(
        book.text("Margin, base", "现行净利润"), looked(.netMargin, model.margin), styles.money),
    ]
  }

  private var scenarioColumns: [DataColumn] {
    let words = Tier.allCases.map { Terms.name($0)[book.context.language].quotedForFormula }
    let price =
      "IF($D{r}=\(words[0]),\(priceCell(0)),IF($D{r}=\(words[1]),\(priceCell(1)),"
      + "IF($D{r}=\(words[2]),\(priceCell(2)),0)))"
    let byRevenue = WhatIfInputs.byRevenue[book.context.language].quotedForFormula
    let hasPools = !allocation.poolOrder.isEmpty
    let span =
      allocation.firstPoolColumn...max(allocation.firstPoolColumn, allocation.lastPoolColumn)
    let scenarioTotal: String = {
      let last = CellAddress.letters(ofColumn: 6 + max(1, allocation.poolOrder.count))
      return "SUM($G$\(Self.inputsRow + 6):$\(last)$\(Self.inputsRow + 6))"
    }()
    let pooled =
      hasPools
      ? "IF(\(methodCell)=\(byRevenue),\(scenarioTotal)*G{r}/SUM(\(range("G"))),"
        + "SUMPRODUCT(INDEX(\(allocation.customers(span)),$A{r},0),\(factorCells)))" : "0"
    let change = zip(model.newMargin, model.margin).map { rounded($0 - $1) }
    return [
      DataColumn(
        book.text("Revenue", "情景收入"),
        .formula(RowFormula("E{r}*(1+\(growthCell))*(1+\(price))"), values: model.newRevenue),
        styles.money),
      DataColumn(
        book.text("Direct cost", "情景直接成本"),
        .formula(RowFormula("(E{r}-F{r}-P{r})*(1+\(growthCell))"), values: model.newDirect),
        styles.money),
      DataColumn(
        book.text("Allocated cost", "情景分摊成本"),
        .formula(RowFormula(pooled), values: model.newPooled), styles.money),
      DataColumn(
        book.text("Margin", "情景净利润"),
        .formula(RowFormula("G{r}-H{r}-I{r}"), values: model.newMargin),
        styles.money.with { $0.isBold = true }),
      DataColumn(
        book.text("Change", "变动"),
        .formula(RowFormula("ROUND(J{r}-F{r},\(book.checkDigits + 2))"), values: change),
        styles.money),
    ]
  }

  private var rankedMargins: [Double] { Array(model.newMargin.prefix(book.order.rankedCount)) }

  /// The scenario's margins in the order of its own curve.
  private var curveMargins: [Double] { isSmall ? rankedMargins.sorted(by: >) : rankedMargins }

  private var curve: [Double] {
    var running = 0.0
    return curveMargins.map {
      running += $0
      return running
    }
  }

  private var rankColumns: [DataColumn] {
    let ranked = book.order.rankedCount
    let padding = [Double](repeating: .nan, count: book.order.count - ranked)
    let guarded = { (text: String) in
      book.order.hasUnassigned ? "IF($A{r}>\(ranked),\"\",\(text))" : text
    }
    let margins = range("J", ranked: true)
    let sorted = rankedMargins.sorted(by: >)
    var ranks: [Double: Double] = [:]
    for (index, value) in sorted.enumerated() where ranks[value] == nil {
      ranks[value] = Double(index + 1)
    }
    let rank = DataColumn(
      book.text("Rank", "情景排名"),
      isSmall
        ? .formula(
          RowFormula(guarded("RANK(J{r},\(margins))")),
          values: rankedMargins.map { ranks[$0] ?? .nan } + padding)
        : .numbers([Double](repeating: .nan, count: book.order.count)),
      styles.number("0").with { $0.horizontal = .center })
    let bySize = DataColumn(
      isSmall ? book.text("By size", "按大小") : book.text("Base order", "按现行排名"),
      .formula(
        RowFormula(guarded(isSmall ? "LARGE(\(margins),$A{r})" : "J{r}")),
        values: curveMargins + padding), styles.money.with { $0.fontColor = Palette.slate })
    let cumulative = DataColumn(
      book.text("Cumulative", "累计"),
      .formula(RowFormula(guarded("N(N{r-1})+M{r}")), values: curve + padding),
      styles.money.with { $0.fontColor = Palette.slate })
    return [rank, bySize, cumulative]
  }

  private var closingColumns: [DataColumn] {
    let serve = profit.lookup(.costToServe, key: "$A{r}")
    let cuts = book.order.places.enumerated().map { index, place -> Double in
      let cost = book.shown(book.results.customers[place].costToServe)
      return model.margin[index] < 0 && cost > 0 ? -model.margin[index] / cost : .nan
    }
    let pools =
      allocation.poolOrder.isEmpty
      ? nil
      : "INDEX(\(allocation.customers(allocation.totalColumn...allocation.totalColumn)),$A{r})"
    return [
      DataColumn(
        book.text("Service cut to break even", "保本需削减服务"),
        serve.map {
          .formula(RowFormula("IF(F{r}<0,IF(\($0)>0,-F{r}/\($0),\"\"),\"\")"), values: cuts)
        } ?? .numbers(cuts), styles.wholeShare),
      DataColumn(
        book.text("Allocated, base", "现行分摊额"),
        pools.map { .formula(RowFormula($0), values: model.pooled) } ?? .numbers(model.pooled),
        styles.money),
    ]
  }

  // MARK: Chart

  func chart(_ sheet: inout SheetBuilder) {
    let count = book.order.rankedCount
    guard count > 1, count <= 32_000 else { return }
    let name = book.name(of: .whatIf)
    let base = TierModel(book).cumulative
    let labels = (1...count).map(String.init)
    let column = { (letter: Int) in
      SheetRange(
        sheet: name,
        range: CellRange(
          CellAddress(row: firstRow, column: letter),
          CellAddress(row: lastRankedRow, column: letter)))
    }
    var before = ChartPlan.Series(
      book.text("Base", "现行"),
      values: SheetRange(sheet: book.name(of: .tiers), range: tiers.cells(.cumulative)),
      points: base, categories: column(1), labels: labels, color: Palette.slate)
    before.isDashed = true
    let after = ChartPlan.Series(
      book.text("Scenario", "情景"), values: column(14), points: curve, categories: column(1),
      labels: labels, color: Palette.clay)
    var chart = ChartPlan(
      kind: .line, title: book.text("Whale curve, base and scenario", "鲸鱼曲线：现行与情景"),
      altText: book.text(
        "Cumulative margin of base and scenario.", "现行与情景的累计净利润。"), series: [before, after],
      at: CellAddress(row: Self.outcomeRow, column: 8), width: 620, height: 340)
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Rank", "排名")
    chart.categoryAxis.labelsAreLow = true
    sheet.edit { $0.charts.append(chart) }
  }
}
