import FinanceModel
import SheetPlan
import Testing

@testable import WorkbookWriting

@Suite("Sheets apart from the team's workbook")
struct DetachedPlansTests {
  private func content(of formula: String) -> CellContent {
    var plan = SheetPlan(key: "a", name: "Our sheet")
    plan.put(.formula(Formula(formula, value: 7)), row: 1, column: 1)
    plan.tables = [
      TablePlan(
        name: "Mb_T",
        range: CellRange(CellAddress(row: 3, column: 1), CellAddress(row: 4, column: 1)),
        columns: [TablePlan.Column(header: "Net")])
    ]
    return DetachedPlans.detached([plan])[0].cells[0].content
  }

  @Test(
    arguments: [
      "1+2", "SUM(Mb_T[Net])", "'Our sheet'!$A$1*2", "SUM(Mb_T[[#This Row],[Net]])",
      "IF(A1=\"Sales!x\",1,\"it's\")", "mb_t[Net]+'our sheet'!A1",
    ])
  func `a formula among our sheets stays live`(formula: String) {
    #expect(content(of: formula) == .formula(Formula(formula, value: 7)))
  }

  @Test(
    arguments: [
      "Sales!A1", "'Cost & pools'!$B$4", "SUM(Orders[Net])", "SUM(Mb_T[Net])+Sales!B2",
      "SUMIFS('It''s'!A:A,B1,\"x\")",
    ])
  func `a formula over the team's cells becomes its value`(formula: String) {
    #expect(content(of: formula) == .number(7))
  }

  @Test func `a link to the team's sheet goes, one to ours stays`() {
    var plan = SheetPlan(key: "a", name: "Ours")
    for (row, sheet) in [(1, "Sales"), (2, "ours")] {
      let target = SheetCell(sheet: sheet, cell: CellAddress(row: 1, column: 1))
      plan.cells.append(
        PlannedCell(
          at: CellAddress(row: row, column: 1), content: .text("x"), link: .cell(target)))
    }
    let links = DetachedPlans.detached([plan])[0].cells.map { $0.link != nil }
    #expect(links == [false, true])
  }
}
