import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The control checks: what went in against what came out, green or red by formula.
struct OverviewChecks {
  /// Two figures that must be the same.
  private struct Check {
    var label: String
    var left: LiveFigure
    var right: LiveFigure
  }

  let parts: OverviewParts
  private let checks: [Check]

  init(_ parts: OverviewParts) {
    self.parts = parts
    checks = Self.checks(parts)
  }

  private var book: ProfitBook { parts.book }
  private var styles: Styles { book.styles }

  // MARK: What is checked

  private static func checks(_ parts: OverviewParts) -> [Check] {
    ownTotals(parts) + poolChecks(parts) + marginChecks(parts)
  }

  /// The workbook's own columns, summed without regard to customers, against ours.
  private static func ownTotals(_ parts: OverviewParts) -> [Check] {
    let book = parts.book
    let pairs: [(SalesMeasure, ProfitColumn)] = [
      (.netRevenue, .revenue), (.productCost, .productCost), (.commission, .commission),
      (.freight, .freight), (.otherDirectCost, .otherDirect),
    ]
    return pairs.compactMap { measure, column in
      guard let sum = book.inputs.liveness[measure]?.liveSum, isWhole(sum, book.context.tables),
        let theirs = sum.totalFormula(scaling: book.scaling(fromFactor: sum.scale)),
        let ours = parts.sum(column)
      else { return nil }
      let value = book.shown(
        book.inputs.sales.reduce(Amount.zero) { $0 + $1.value(measure) })
      let name = Terms.name(measure)[book.context.language]
      return Check(
        label: book.text("\(name): the workbook's own total = ours", "\(name)：原表合计 = 本表合计"),
        left: LiveFigure(theirs, value), right: LiveFigure(ours, value))
    }
  }

  /// Whether all rows of the tables count but those that the sum's own conditions leave out: then a
  /// sum without regard to customers is the same as ours.
  private static func isWhole(_ sum: LiveSum, _ tables: [RecognisedTable]) -> Bool {
    sum.terms.allSatisfy { term in
      let table = tables.first {
        $0.role == .sales && $0.sheet == term.values.sheet
          && $0.range.contains(term.values.range.first)
      }
      guard let table else { return false }
      return table.rowsLeftOut.allSatisfy {
        !term.conditions.isEmpty && $0.reason.english.contains("period")
      }
    }
  }

  private static func poolChecks(_ parts: OverviewParts) -> [Check] {
    let book = parts.book
    guard book.hasPools else { return [] }
    let pools = book.results.pools
    let column = parts.allocation.totalColumn
    let cell = { (parameter: AllocationLayout.Parameter) in
      parts.allocation.cell(parameter, column: column)?.reference
    }
    let sum = { (pick: (PoolResult) -> Amount) in
      book.shown(pools.reduce(Amount.zero) { $0 + pick($1) })
    }
    let out = [cell(.allocated), cell(.unallocated), cell(.unused)].compactMap { $0 }
    let cameIn = [cell(.amount), cell(.received)].compactMap { $0 }
    let serve = [parts.sum(.costToServe), parts.sum(.overhead)].compactMap { $0 }
    return [
      Check(
        label: book.text(
          "Pools: amount = allocated + not allocated + unused", "成本池：金额 = 已分摊 + 未分摊 + 闲置"),
        left: LiveFigure(cameIn.joined(separator: "+"), sum { $0.amount + $0.received }),
        right: LiveFigure(
          out.joined(separator: "+"), sum { $0.allocated + $0.unallocated + $0.unusedCapacity })),
      Check(
        label: book.text(
          "Allocated by pool = charged to \(book.objectWord.lowercased())s",
          "按成本池分摊额 = \(book.objectWord)承担额"),
        left: LiveFigure(cell(.allocated), sum { $0.allocated }),
        right: LiveFigure(
          serve.isEmpty ? nil : serve.joined(separator: "+"),
          book.shown(book.results.totals.costToServe + book.results.totals.overhead))),
    ]
  }

  private static func marginChecks(_ parts: OverviewParts) -> [Check] {
    let book = parts.book
    guard book.hasCosts, let net = parts.sum(.netMargin), let revenue = parts.sum(.revenue) else {
      return []
    }
    let costs: [ProfitColumn] = [
      .productCost, .commission, .freight, .otherDirect, .costToServe, .overhead,
    ]
    let taken = costs.compactMap { parts.sum($0) }.map { "-\($0)" }.joined()
    let totals = book.results.totals
    return [
      Check(
        label: book.text(
          "Revenue less every cost = sum of net margins", "收入减各项成本 = 净利润合计"),
        left: LiveFigure(revenue + taken, book.shown(totals.netMargin)),
        right: LiveFigure(net, book.shown(totals.netMargin)))
    ]
  }

  // MARK: Writing

  private static let firstColumn = 1
  private var statusColumn: Int { 10 }

  /// Writes the list; says its last row.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard !checks.isEmpty else { return row - 1 }
    sheet.heading(book.text("Control checks", "校验"), row: row, columns: 1...OverviewGrid.lastColumn)
    headers(row + 1, &sheet)
    let first = row + 2
    for (index, check) in checks.enumerated() { write(check, row: first + index, &sheet) }
    let last = first + checks.count - 1
    let range = CellRange(
      CellAddress(row: first, column: statusColumn), CellAddress(row: last, column: statusColumn))
    sheet.edit { plan in
      plan.names.append(NamePlan(name: "Mb_Checks", range: range))
      let cell = range.first.a1
      let word = agrees.quotedForFormula
      plan.conditionalFormats += [
        ConditionalFormatPlan(range: range, rule: .formula("\(cell)=\(word)", styles.good)),
        ConditionalFormatPlan(range: range, rule: .formula("\(cell)<>\(word)", styles.bad)),
      ]
    }
    return last + 1
  }

  private var agrees: String { book.text("agrees", "一致") }
  private var differs: String { book.text("differs", "不一致") }

  private func headers(_ row: Int, _ sheet: inout SheetBuilder) {
    sheet.band(row: row, columns: 1...OverviewGrid.lastColumn, style: styles.header)
    sheet.label(book.text("Check", "校验项"), row: row, column: 1, style: styles.headerLeft)
    for (column, label) in [
      (5, ""), (8, book.text("One side", "一方")), (9, book.text("Other side", "另一方")),
      (10, book.text("Result", "结果")), (11, book.text("Difference", "差额")),
    ] {
      sheet.label(
        label, row: row, column: column,
        style: column == statusColumn ? styles.headerCentered : styles.header)
    }
  }

  private func write(_ check: Check, row: Int, _ sheet: inout SheetBuilder) {
    let lined = styles.lined(styles.money)
    sheet.band(row: row, columns: 1...OverviewGrid.lastColumn, style: styles.label)
    sheet.label(check.label, row: row, column: 1, style: styles.label)
    for (column, figure) in [(8, check.left), (9, check.right)] {
      sheet.put(
        figure.formula.map { .formula(Formula($0, value: figure.value)) } ?? .number(figure.value),
        row: row, column: column, style: lined)
    }
    let difference = "ROUND(H\(row)-I\(row),\(book.checkDigits))"
    let isSame = LiveFigure.agrees(check.left.value, check.right.value)
    sheet.formula(
      difference, value: isSame ? 0 : rounded(check.left.value - check.right.value), row: row,
      column: 11, style: lined)
    sheet.fix(11, at: 12)
    sheet.textFormula(
      "IF(K\(row)=0,\(agrees.quotedForFormula),\(differs.quotedForFormula))",
      value: isSame ? agrees : differs, row: row, column: statusColumn,
      style: styles.lined(styles.centered))
  }

  private func rounded(_ value: Double) -> Double {
    var scale = 1.0
    for _ in 0..<book.checkDigits { scale *= 10 }
    return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }

  /// The verdict at the top.
  func headline(_ sheet: inout SheetBuilder) {
    guard !checks.isEmpty else { return }
    let good = book.text(
      "✓ \(checks.count) of \(checks.count) control checks agree", "✓ 全部\(checks.count)项校验一致")
    let bad = book.text("✗ A control check differs: see below", "✗ 有校验项不一致，见下方")
    let isGood = checks.allSatisfy { LiveFigure.agrees($0.left.value, $0.right.value) }
    let cell = CellAddress(row: 4, column: 1)
    sheet.textFormula(
      "IF(COUNTIF(Mb_Checks,\(agrees.quotedForFormula))=\(checks.count),\(good.quotedForFormula),\(bad.quotedForFormula))",
      value: isGood ? good : bad, row: cell.row, column: cell.column,
      style: CellStyle().with { $0.isBold = true })
    sheet.edit { plan in
      let range = CellRange(cell, cell)
      plan.conditionalFormats += [
        ConditionalFormatPlan(
          range: range,
          rule: .formula("LEFT(A4,1)=\"✓\"", CellStyle().with { $0.fontColor = Palette.goodText })),
        ConditionalFormatPlan(
          range: range,
          rule: .formula("LEFT(A4,1)<>\"✓\"", CellStyle().with { $0.fontColor = Palette.badText })),
      ]
    }
  }
}
