import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Base and scenario customer by customer, and their curves.
extension WhatIfPart {
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
    let base = book.tierModel.cumulative
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
      at: CellAddress(row: Self.outcomeRow, column: Self.gainColumns.upperBound + 2), width: 620,
      height: 340)
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Rank", "排名")
    chart.categoryAxis.labelsAreLow = true
    sheet.edit { $0.charts.append(chart) }
  }
}
