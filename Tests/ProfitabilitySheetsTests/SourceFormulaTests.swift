import CostingCore
import FinanceModel
import SheetFixtures
import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite("Formulas over the team's small tables")
struct SourceFormulaTests {
  private static let sheet = "Sales"

  private static func column(_ letter: Int, scale: Int = 1) -> SourceTable.Column {
    SourceTable.Column(
      cells: SheetRange(
        sheet: sheet,
        range: CellRange(
          CellAddress(row: 2, column: letter), CellAddress(row: 9, column: letter))), scale: scale)
  }

  private func table(_ fields: [SourceTable.Field], scale: Int = 1) -> SourceTable {
    var table = SourceTable()
    for (place, field) in fields.enumerated() {
      table.add(field, Self.column(place + 1, scale: place == 0 ? 1 : scale))
    }
    return table
  }

  private func formulas(_ sheet: SheetPlan?) -> [String] {
    (sheet?.formulas ?? []).map(\.formula.text)
  }

  @Test func `balances are looked up by the customer's id`() {
    let source = table([.customer, .opening, .closing])
    let sheets = SampleSheets { $0.sources[.receivables] = source }
    let found = formulas(sheets[.receivables])
    #expect(found.contains { $0.hasPrefix("SUMIFS(Sales!$B$2:$B$9,Sales!$A$2:$A$9,$B") })
    #expect(found.contains { $0.hasPrefix("SUMIFS(Sales!$C$2:$C$9,Sales!$A$2:$A$9,$B") })
  }

  @Test func `a table in another unit is brought to the sheets'`() {
    let source = table([.customer, .opening], scale: 10_000)
    let sheets = SampleSheets { $0.sources[.receivables] = source }
    #expect(formulas(sheets[.receivables]).contains { $0.hasSuffix(")*10000") })
  }

  @Test func `what cannot be looked up stands as a value, and Method says why`() {
    var source = table([.customer, .opening, .closing])
    source.keyObstacle = LocalizedText(english: "ids are padded", chinese: "编码带空格")
    let sheets = SampleSheets { $0.sources[.receivables] = source }
    #expect(!formulas(sheets[.receivables]).contains { $0.contains("Sales!$B$2") })
    #expect(sheets[.method]?.texts.contains("ids are padded") == true)
  }

  @Test func `scores are counted over whole columns unless totals stand among them`() {
    var source = table([.customer, .satisfaction, .recommendation, .complaints])
    let live = SampleSheets { $0.sources[.feedback] = source }
    #expect(
      formulas(live[.voice]).contains(
        "COUNTIFS(Sales!$C$2:$C$9,\">=9\",Sales!$C$2:$C$9,\"<=10\")"))
    source.wholeObstacle = LocalizedText(english: "totals", chinese: "合计")
    let values = SampleSheets { $0.sources[.feedback] = source }
    #expect(!formulas(values[.voice]).contains { $0.hasPrefix("COUNTIFS(Sales!$C$2:$C$9,\">=9\"") })
  }

  @Test func `a budget line refers to its cells, several of them to their sum`() {
    var one = SourceCells(scale: 1)
    one.add(SheetCell(sheet: Self.sheet, cell: CellAddress(row: 5, column: 3)))
    var two = one
    two.add(SheetCell(sheet: Self.sheet, cell: CellAddress(row: 6, column: 3)))
    var broken = one
    broken.add(nil)
    let sheets = SampleSheets { inputs in
      inputs.budget[0].sources.budget = one
      inputs.budget[1].sources.budget = two
      inputs.budget[2].sources.budget = broken
    }
    let found = formulas(sheets[.budget])
    #expect(found.contains("Sales!$C$5") && found.contains("Sales!$C$5+Sales!$C$6"))
    let row = BudgetGrid.firstRow + 2
    #expect(sheets[.budget]?.content(row: row, column: 2) == .number(60_000))
  }

  @Test func `the bridge leads from budget to actual`() throws {
    let plan = try #require(SampleSheets()[.budget])
    let steps = (13...18).compactMap { plan.number(row: $0, column: 2) }
    #expect(steps.count == 6)
    #expect(abs(steps[0] + steps[2] + steps[3] + steps[4] - steps[1]) < 0.01)
    #expect(abs(steps[1] - steps[0] - steps[5]) < 0.01)
  }
}
