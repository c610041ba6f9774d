import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// From revenue to operating profit, line by line, with its waterfall.
struct OverviewStatement {
  /// A line of the statement.
  struct Line {
    var label: String
    /// The formula; `{before}` is the amount of the level before, for margins.
    var formula: String
    var value: Double
    /// A level rather than a step between levels.
    var isLevel: Bool
  }

  let parts: OverviewParts
  let lines: [Line]

  init(_ parts: OverviewParts) {
    self.parts = parts
    lines = Self.lines(parts)
  }

  private var book: ProfitBook { parts.book }
  private var styles: Styles { book.styles }

  /// The row of the first line.
  private func firstRow(_ row: Int) -> Int { row + 2 }

  /// The cell of the amount of a line by its place.
  func amountCell(_ index: Int) -> String { "$C$\(OverviewGrid.statementRow + 2 + index)" }

  // MARK: Lines

  private static func lines(_ parts: OverviewParts) -> [Line] {
    let book = parts.book
    let totals = book.results.totals
    var lines: [Line] = deductions(parts)
    lines.append(
      Line(
        label: Terms.name(.netRevenue)[book.context.language],
        formula: parts.sum(.revenue) ?? "0", value: book.shown(totals.revenue), isLevel: true))
    guard book.hasCosts else { return lines }
    let step = { (column: ProfitColumn, label: String, value: Amount) -> Line? in
      parts.sum(column).map {
        Line(label: label, formula: "-\($0)", value: -book.shown(value), isLevel: false)
      }
    }
    let sum = { (pick: (SalesFacts) -> Amount) in
      book.inputs.sales.reduce(Amount.zero) { $0 + pick($1) }
    }
    let level = { (label: String, value: Amount) in
      Line(label: label, formula: "", value: book.shown(value), isLevel: true)
    }
    let language = book.context.language
    if let line = step(.productCost, Terms.name(.productCost)[language], totals.productCost) {
      lines += [line, level(book.text("CM1 gross margin", "边际一(毛利)"), totals.grossMargin)]
    }
    let direct = [
      step(.commission, Terms.name(.commission)[language], sum { $0.commission }),
      step(.freight, Terms.name(.freight)[language], sum { $0.freight }),
      step(.otherDirect, Terms.name(.otherDirectCost)[language], sum { $0.otherDirectCost }),
    ].compactMap { $0 }
    let cm2 = totals.revenue - totals.directCost
    if !direct.isEmpty {
      lines += direct + [level(book.text("CM2 after direct selling", "边际二(扣直接销售费)"), cm2)]
    }
    let pooled = [
      step(.costToServe, book.text("Cost-to-serve", "服务成本"), totals.costToServe),
      step(.overhead, book.text("Overhead", "管理费用"), totals.overhead),
    ].compactMap { $0 }
    if pooled.count == 2 {
      lines += [
        pooled[0],
        level(book.text("CM3 after cost-to-serve", "边际三(扣服务成本)"), cm2 - totals.costToServe),
        pooled[1],
      ]
    } else {
      lines += pooled
    }
    if !pooled.isEmpty {
      lines.append(level(book.text("CM4 net margin", "边际四(净利润)"), totals.netMargin))
    }
    return lines + unborne(parts)
  }

  /// Whether gross revenue is less the returned lines already, so that taking returns off again would
  /// count them twice.
  private static func netsReturns(_ book: ProfitBook) -> Bool {
    let sum = { (measure: SalesMeasure) in
      book.inputs.sales.reduce(Amount.zero) { $0 + $1.value(measure) }
    }
    let net = sum(.grossRevenue) - sum(.discount) - sum(.rebate)
    return book.results.totals.revenue == net
  }

  /// Gross revenue and what is taken off it, where the workbook says.
  private static func deductions(_ parts: OverviewParts) -> [Line] {
    let book = parts.book
    guard let gross = parts.sum(.gross) else { return [] }
    let language = book.context.language
    let sum = { (measure: SalesMeasure) in
      book.inputs.sales.reduce(Amount.zero) { $0 + $1.value(measure) }
    }
    var pairs: [(ProfitColumn, SalesMeasure)] = [
      (.discount, .discount), (.rebate, .rebate), (.returns, .returns),
    ]
    if netsReturns(book) { pairs.removeLast() }
    let steps = pairs.compactMap { column, measure in
      parts.sum(column).map {
        Line(
          label: Terms.name(measure)[language], formula: "-\($0)",
          value: -book.shown(sum(measure)), isLevel: false)
      }
    }
    guard !steps.isEmpty else { return [] }
    let taken = pairs.filter { parts.has($0.0) }.reduce(Amount.zero) { $0 + sum($1.1) }
    let rest = book.results.totals.revenue - (sum(.grossRevenue) - taken)
    var lines =
      [
        Line(
          label: Terms.name(.grossRevenue)[language], formula: gross,
          value: book.shown(sum(.grossRevenue)), isLevel: true)
      ] + steps
    if !rest.isZero {
      let others = ([.gross] + pairs.map(\.0)).compactMap { parts.sum($0) }
      let text =
        "\(parts.sum(.revenue) ?? "0")-\(others[0])"
        + others.dropFirst().map { "+\($0)" }.joined()
      lines.append(
        Line(
          label: book.text("Returned lines and other", "退货行冲回及其他"), formula: text,
          value: book.shown(rest), isLevel: false))
    }
    return lines
  }

  /// What no customer bears, down to operating profit.
  private static func unborne(_ parts: OverviewParts) -> [Line] {
    let book = parts.book
    let totals = book.results.totals
    guard book.hasPools, !(totals.unallocated.isZero && totals.unusedCapacity.isZero) else {
      return []
    }
    let cell = { (parameter: AllocationLayout.Parameter) in
      parts.allocation.cell(parameter, column: parts.allocation.totalColumn)?.reference ?? "0"
    }
    var lines: [Line] = []
    if !totals.unallocated.isZero {
      lines.append(
        Line(
          label: book.text("Cost not allocated", "未分摊成本"), formula: "-\(cell(.unallocated))",
          value: -book.shown(totals.unallocated), isLevel: false))
    }
    if !totals.unusedCapacity.isZero {
      lines.append(
        Line(
          label: book.text("Unused capacity", "闲置产能成本"), formula: "-\(cell(.unused))",
          value: -book.shown(totals.unusedCapacity), isLevel: false))
    }
    lines.append(
      Line(
        label: book.text("Operating profit", "营业利润"), formula: "",
        value: book.shown(totals.operatingProfit), isLevel: true))
    return lines
  }

  // MARK: Writing

  /// Writes the statement and its chart; says the last row that they take.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    sheet.heading(
      book.hasCosts
        ? book.text("From revenue to profit", "从收入到利润") : book.text("Revenue", "收入"), row: row,
      columns: OverviewGrid.left)
    headers(row + 1, &sheet)
    let first = firstRow(row)
    for (index, line) in lines.enumerated() { write(line, index, first, &sheet) }
    let chartRows = max(15, lines.count + 2)
    if lines.count > 2 {
      sheet.heading(
        book.text("Waterfall", "利润瀑布"), row: row, columns: OverviewGrid.right)
      waterfall(first, at: CellAddress(row: row + 1, column: 7), rows: chartRows, &sheet)
      return row + 1 + chartRows
    }
    return first + lines.count
  }

  private func headers(_ row: Int, _ sheet: inout SheetBuilder) {
    sheet.edit { $0.rows[row] = RowPlan(height: 32) }
    sheet.put(.empty, row: row, column: 1, style: styles.headerLeft)
    sheet.label(book.text("Line", "项目"), row: row, column: 2, style: styles.headerLeft)
    sheet.label(
      book.amountLabel, row: row, column: 3,
      style: styles.header)
    sheet.label(book.text("% of revenue", "占收入"), row: row, column: 4, style: styles.header)
    sheet.label(
      book.text("Per \(book.objectWord.lowercased())", "户均"), row: row, column: 5,
      style: styles.header)
  }

  private func write(_ line: Line, _ index: Int, _ first: Int, _ sheet: inout SheetBuilder) {
    let row = first + index
    let bold = { (style: CellStyle) in
      styles.lined(
        style.with {
          $0.isBold = line.isLevel
          if line.isLevel { $0.fill = Palette.mist }
        })
    }
    sheet.put(.empty, row: row, column: 1, style: bold(styles.text))
    sheet.label(
      (line.isLevel ? "" : "  ") + line.label, row: row, column: 2, style: bold(styles.text))
    sheet.formula(
      formula(line, index, first), value: line.value, row: row, column: 3,
      style: bold(styles.number(styles.formats.money)))
    let revenue = book.shown(book.results.totals.revenue)
    let revenueRow =
      first + (lines.firstIndex { $0.label == Terms.name(.netRevenue)[book.context.language] } ?? 0)
    sheet.formula(
      "IF(C$\(revenueRow)>0,C\(row)/C$\(revenueRow),\"\")",
      value: revenue > 0 ? line.value / revenue : nil, row: row, column: 4,
      style: bold(styles.percent))
    let count = Double(max(1, book.order.rankedCount))
    sheet.formula(
      "C\(row)/\(max(1, book.order.rankedCount))", value: line.value / count, row: row, column: 5,
      style: bold(styles.money))
    sheet.fix(5, at: max(12, TextWidth.of(revenue / count, format: styles.formats.money) + 2))
  }

  /// A level is the level before it and the steps since.
  private func formula(_ line: Line, _ index: Int, _ first: Int) -> String {
    guard line.formula.isEmpty else { return line.formula }
    let before = lines[..<index].lastIndex { $0.isLevel } ?? 0
    return "SUM(C\(first + before):C\(first + index - 1))"
  }

  // MARK: Waterfall

  private func waterfall(
    _ first: Int, at cell: CellAddress, rows: Int, _ sheet: inout SheetBuilder
  ) {
    Waterfall(
      steps: lines.map { .init(label: $0.label, value: $0.value, isLevel: $0.isLevel) },
      sheet: book.name(of: .overview), firstRow: first, labelColumn: 2, amountColumn: 3,
      helperColumn: OverviewGrid.helperColumn
    ).write(
      &sheet, title: book.text("From revenue to profit", "从收入到利润"),
      altText: book.text(
        "Waterfall of the statement on the left, from revenue to profit.", "左侧损益表从收入到利润的瀑布图。"),
      at: cell, width: OverviewGrid.chartWidth, height: rows * 20 - 10)
  }
}
