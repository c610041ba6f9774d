import FinanceModel
public import SheetPlan

/// Two sheets with every kind of content that a plan can hold, to be put into any workbook.
///
/// All formulas are such that their values are known without looking at the workbook, so that a
/// recalculation can check them.
public enum ProbePlans {
  /// The plans.
  ///
  /// - Parameters:
  ///   - original: a worksheet of the workbook, for formulas that leave our own sheets.
  ///   - rows: rows of the long table.
  public static func plans(original: String?, rows: Int = 40) -> [SheetPlan] {
    [overview(original: original), ledger(rows: rows)]
  }

  static let heading = CellStyle.plain.with {
    $0.isBold = true
    $0.fontSize = 16
    $0.fontColor = Color(0x1F_3864)
  }
  static let money = CellStyle.plain.with { $0.numberFormat = "#,##0.00;[Red](#,##0.00)" }
  static let share = CellStyle.plain.with { $0.numberFormat = "0.0%" }
  static let date = CellStyle.plain.with { $0.numberFormat = "yyyy-mm-dd" }
  static let input = CellStyle.plain.with {
    $0.fill = Color(0xFF_F2CC)
    $0.isUnlocked = true
    $0.numberFormat = "0.00%"
    $0.bottom = CellStyle.Line(.hair, Color(0))
  }
  static let rich = CellStyle.plain.with {
    $0.isItalic = true
    $0.isUnderlined = true
    $0.horizontal = .center
    $0.isVerticallyCentered = true
    $0.wraps = true
    $0.indent = 1
    $0.top = CellStyle.Line(.medium, Color(0x7F_7F7F))
    $0.bottom = CellStyle.Line(.double, Color(0x7F_7F7F))
  }

  private static func overview(original: String?) -> SheetPlan {
    var plan = SheetPlan(key: "probe-overview", name: "Probe overview")
    plan.tabColor = Color(0x2F_5597)
    plan.columns = [
      ColumnPlan(column: 1, width: 28), ColumnPlan(column: 2, width: 16),
      ColumnPlan(column: 3, width: 12, outlineLevel: 1),
      ColumnPlan(column: 9, width: 4, isHidden: true),
    ]
    plan.rows = [1: RowPlan(height: 24), 6: RowPlan(outlineLevel: 1), 7: RowPlan(outlineLevel: 2)]
    plan.outlineSummaryIsAbove = true
    plan.put(.text("Probe – 探针 & <tags>"), row: 1, column: 1, style: heading)
    plan.merges = [CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 1, column: 4))]
    addTexts(to: &plan)
    addFormulas(to: &plan, original: original)
    addInputs(to: &plan)
    addForms(to: &plan)
    plan.charts = ProbeCharts.all(sheet: "Probe ledger")
    plan.frozenAt = CellAddress(row: 3, column: 2)
    plan.zoom = 90
    plan.print.repeatedRows = 1...2
    plan.print.area = CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 60, column: 12))
    return plan
  }

  /// Text that a careless writer loses or lets out.
  private static func addTexts(to plan: inout SheetPlan) {
    let texts = [
      "=1+1", "_x0041_", " edge spaces ", "line\nbreak\ttab", "control \u{1}\u{1F} end",
      "quote \" and 'apostrophe'", "emoji 😀 中文", String(repeating: "长", count: 32_768),
      "carriage\rreturn", "]]>", "\u{FFFE}",
    ]
    for (offset, text) in texts.enumerated() {
      plan.put(.text(text), row: 3 + offset, column: 1, style: offset == 3 ? rich : .plain)
    }
    plan.put(.number(.nan), row: 3, column: 2, style: money)
    plan.put(.number(0.1 + 0.2), row: 4, column: 2)
    plan.put(.number(-1234.5), row: 5, column: 2, style: money)
    plan.put(.number(1e-300), row: 6, column: 2)
    plan.put(.number(12_345_678_901_234_568), row: 7, column: 2)
    plan.put(.boolean(true), row: 8, column: 2)
    if let day = Day(year: 2026, month: 2, day: 28) {
      plan.put(.day(day), row: 9, column: 2, style: date)
    }
    plan.put(.number(-.infinity), row: 10, column: 2)
    plan.put(.empty, row: 11, column: 2, style: input)
  }

  private static func addFormulas(to plan: inout SheetPlan, original: String?) {
    let target = SheetRange(
      sheet: original ?? "Probe ledger",
      range: CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 5, column: 1)))
    let formulas: [Formula] = [
      Formula("ROWS(\(target.reference))", value: 5),
      Formula("1/3", value: 1.0 / 3),
      Formula("\"a\"&\"<b>\"", value: .text("a<b>")),
      Formula("1=1", value: .boolean(true)),
      Formula("\"\"", value: .empty),
      Formula("SUM(Mb_ProbeLedger[Amount])", value: 820),
      Formula("Mb_In_growth*2", value: 0.1),
      Formula("IF(TRUE,\"x@y\",\"\")", value: .text("x@y")),
      Formula("0.1+0.2", value: 0.1 + 0.2),
    ]
    for (offset, formula) in formulas.enumerated() {
      plan.put(.formula(formula), row: 20 + offset, column: 2, style: offset == 1 ? share : .plain)
    }
  }

  private static func addInputs(to plan: inout SheetPlan) {
    plan.put(.text("Growth"), row: 30, column: 1)
    plan.put(.number(0.05), row: 30, column: 2, style: input)
    plan.put(.text("Method"), row: 31, column: 1)
    plan.put(.text("direct"), row: 31, column: 2, style: input)
    let growth = CellAddress(row: 30, column: 2)
    let method = CellAddress(row: 31, column: 2)
    plan.names = [
      NamePlan(name: "Mb_In_growth", range: CellRange(growth, growth), isInput: true),
      NamePlan(name: "Mb_In_method", range: CellRange(method, method), isInput: true),
    ]
    plan.validations = [
      ValidationPlan(
        range: CellRange(growth, growth), rule: .decimal(-1...5),
        promptTitle: "Growth of the next period, a long title", prompt: "−100% … 500%"),
      ValidationPlan(
        range: CellRange(method, method), rule: .list(["direct", "step-down", "reciprocal"])),
      ValidationPlan(
        range: CellRange(CellAddress(row: 32, column: 2), CellAddress(row: 32, column: 2)),
        rule: .whole(1...12)),
    ]
  }

  private static func addForms(to plan: inout SheetPlan) {
    let column = { (number: Int) in
      CellRange(CellAddress(row: 3, column: number), CellAddress(row: 12, column: number))
    }
    let red = CellStyle.plain.with { $0.fontColor = Color(0xC0_0000) }
    let green = CellStyle.plain.with {
      $0.fill = Color(0xC6_EFCE)
      $0.isBold = true
      $0.numberFormat = "0.000"
    }
    plan.conditionalFormats = [
      ConditionalFormatPlan(
        range: column(2), rule: .dataBar(Color(0x63_8EC6), negative: Color(0xF4_C7C3))),
      ConditionalFormatPlan(
        range: column(3),
        rule: .colorScale(low: Color(0xF8_696B), middle: Color(0xFF_EB84), high: Color(0x63_BE7B))),
      ConditionalFormatPlan(
        range: column(4),
        rule: .colorScale(low: Color(0xFF_FFFF), middle: nil, high: Color(0x63_BE7B))),
      ConditionalFormatPlan(range: column(2), rule: .lessThan(0, red)),
      ConditionalFormatPlan(range: column(2), rule: .greaterThan(1000, green)),
      ConditionalFormatPlan(range: column(1), rule: .formula("$B3<0", red)),
    ]
    plan.cells.append(
      PlannedCell(
        at: CellAddress(row: 40, column: 1), content: .text("to the ledger"),
        link: .sheet(key: "probe-ledger", cell: CellAddress(row: 5, column: 2)),
        comment: "A note – 批注 _x0041_"))
    plan.cells.append(
      PlannedCell(
        at: CellAddress(row: 41, column: 1), content: .text("to the web"),
        link: .url("https://example.com/a?b=c&d=e#f"), comment: "Another"))
    plan.cells.append(
      PlannedCell(
        at: CellAddress(row: 42, column: 1), content: .text("to a cell"),
        link: .cell(SheetCell(sheet: "Probe overview", cell: CellAddress(row: 1, column: 1)))))
  }

  private static func ledger(rows: Int) -> SheetPlan {
    var plan = SheetPlan(key: "probe-ledger", name: "Probe ledger")
    plan.tabColor = Color(0x2F_5597)
    plan.put(.text("Ledger"), row: 1, column: 1, style: heading)
    let numbers = (1...rows).map(Double.init)
    plan.blocks = [
      CellBlock(
        firstRow: 5, rowCount: rows,
        columns: [
          CellBlock.Column(
            column: 1, content: .texts(numbers.map { "客户 \(Int($0)) & Co" }), style: .plain),
          CellBlock.Column(column: 2, content: .numbers(numbers), style: money),
          CellBlock.Column(
            column: 3,
            content: .formula(RowFormula("B{r}/7"), values: numbers.map { $0 / 7 }), style: share),
          CellBlock.Column(
            column: 4,
            content: .textFormula(
              RowFormula("IF(B{r}>10,\"A\",\"B\")"), values: numbers.map { $0 > 10 ? "A" : "B" }),
            style: .plain),
          CellBlock.Column(
            column: 5, content: .cells(numbers.map { .boolean($0 > 3) }), style: .plain),
        ])
    ]
    plan.tables = [
      TablePlan(
        name: "Mb_ProbeLedger",
        range: CellRange(
          CellAddress(row: 4, column: 1), CellAddress(row: 5 + rows, column: 5)),
        columns: [
          TablePlan.Column(header: "Customer", totals: .label("Total")),
          TablePlan.Column(
            header: "Amount", totals: .sum, totalsValue: numbers.reduce(0, +), totalsStyle: money),
          TablePlan.Column(header: "Share [#'@]"),
          TablePlan.Column(header: "Tier & <x>", totals: .count, totalsValue: Double(rows)),
          TablePlan.Column(header: "是否"),
        ], hasTotalsRow: true)
    ]
    let filtered = CellRange(
      CellAddress(row: 4, column: 8), CellAddress(row: 8, column: 9))
    for row in 4...8 {
      plan.put(.text("f\(row)"), row: row, column: 8)
      plan.put(.number(Double(row)), row: row, column: 9)
    }
    plan.filter = filtered
    plan.showsGridLines = true
    plan.frozenAt = CellAddress(row: 5, column: 1)
    return plan
  }
}
