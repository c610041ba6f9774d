import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What the scenario comes to, and the workbook costed other ways.
extension WhatIfPart {
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

  // MARK: Sensitivity

  /// The same workbook costed other ways: who gains, who loses.
  func sensitivity(_ sheet: inout SheetBuilder) {
    let cases = book.results.sensitivity
    guard !cases.isEmpty else { return }
    let row = Self.sensitivityRow
    sheet.heading(
      book.text("Were the pools allocated another way", "换一种分摊方式"), row: row,
      columns: 1...Self.gainColumns.upperBound)
    let headers = [
      book.text("Way", "方式"), book.text("Loss-makers", "亏损数"),
      book.text("Ranks that change", "排名变动数"),
      book.text("Most gained", "增加最多"),
    ]
    sheet.band(row: row + 1, columns: Self.gainColumns, style: styles.header)
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
    let gain = styles.label.with {
      $0.horizontal = .left
      $0.indent = 1
      $0.shrinksToFit = true
    }
    sheet.band(row: row, columns: Self.gainColumns, style: gain)
    sheet.label(
      best.map { "\(book.displayName($0.0)) +\(PercentText.grouped(book.shown($0.1)))" } ?? "",
      row: row, column: Self.gainColumns.lowerBound, style: gain)
    sheet.merge(row: row, columns: Self.gainColumns)
  }

  /// Columns over which it says who gains most: a name and an amount.
  static let gainColumns = 6...8
}
