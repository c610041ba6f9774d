import FinanceModel
import SheetPlan

/// The front page: what the workbook is, and what each sheet gives. Sentences in one column, so that
/// nobody takes them for a table.
struct AboutSheet {
  var workbook: CanonicalWorkbook

  func plan() -> SheetPlan {
    let language = workbook.language
    var plan = SheetPlan(key: "About", name: note("About", "说明")[language])
    plan.tabColor = TemplateStyle.quiet
    plan.columns = [ColumnPlan(column: 1, width: 110)]
    plan.rows[1] = RowPlan(height: 28)
    plan.put(.text(workbook.title), row: 1, column: 1, style: TemplateStyle.title)
    for (index, sentence) in sentences.enumerated() {
      plan.put(.text(sentence[language]), row: index + 2, column: 1)
    }
    for (index, table) in workbook.tables.enumerated() {
      add(table.sheet, to: &plan, row: index + sentences.count + 3)
    }
    plan.print.isLandscape = false
    return plan
  }

  private func add(_ sheet: CanonicalSheet, to plan: inout SheetPlan, row: Int) {
    let name = sheet.name[workbook.language]
    let target = SheetCell(sheet: name, cell: CellAddress(row: 1, column: 1))
    plan.rows[row] = RowPlan(height: 20)
    plan.cells.append(
      PlannedCell(
        at: CellAddress(row: row, column: 1),
        content: .text("\(name) – \(sheet.purpose[workbook.language])"),
        style: TemplateStyle.link, link: .cell(target)))
  }

  private var sentences: [LocalizedText] {
    switch workbook.filling {
    case .blank:
      [
        note(
          "Fill in the sheets that you have figures for; leave the others blank or delete them.",
          "请填写有数据的工作表，其余留空或删除即可。"),
        note(
          "Comments on the headers say what each column holds; dark headers are required.",
          "表头批注说明各列内容，深色表头为必填列。"),
      ]
    case .manufacturer, .service:
      [
        note(
          "A sample with invented figures: convert it to see each customer's profit.",
          "示例数据，纯属虚构；转换后即可查看各客户的盈利情况。"),
        note(
          "Comments on the headers say what each column holds; dark headers are required.",
          "表头批注说明各列内容，深色表头为必填列。"),
      ]
    }
  }
}
