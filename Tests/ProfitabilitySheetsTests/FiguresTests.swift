import CostingCore
import FinanceModel
import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite struct FiguresTests {
  @Test(arguments: [1, 10_000])
  func `the P&L shows the engine's figures in the workbook's unit`(_ unit: Int) throws {
    let sheets = SampleSheets(unit: unit)
    let plan = try #require(sheets[.customers])
    let book = ProfitBook(sheets.context)
    let layout = ProfitLayout(book, allocation: AllocationLayout(book))
    let column = try #require(layout.column(.netMargin))
    for (position, place) in book.order.places.enumerated() {
      let shown = plan.number(row: ProfitLayout.firstRow + position, column: column)
      let engine = sheets.results.customers[place].netMargin.doubleValue / Double(unit)
      #expect(shown.map { LiveFigure.agrees($0, engine) } == true)
    }
  }

  @Test func `the unassigned line stands last and has no rank`() throws {
    let sheets = SampleSheets()
    let plan = try #require(sheets[.customers])
    let book = ProfitBook(sheets.context)
    let layout = ProfitLayout(book, allocation: AllocationLayout(book))
    let rank = try #require(layout.column(.rank))
    #expect(plan.content(row: layout.lastRow, column: 2) == .text("unassigned"))
    #expect(plan.number(row: layout.lastRow, column: rank) == nil)
    #expect(plan.number(row: ProfitLayout.firstRow, column: rank) == 1)
  }

  @Test func `pools link to their cells and customers to rate times quantity`() throws {
    let sheets = SampleSheets(unit: 10_000)
    let plan = try #require(sheets[.allocation])
    let layout = AllocationLayout(ProfitBook(sheets.context))
    let column = try #require(layout.column(ofPool: 0))
    let amountRow = try #require(layout.row(.amount))
    let rateRow = try #require(layout.row(.rate))
    guard case .formula(let amount) = plan.content(row: amountRow, column: column) else {
      Issue.record("no formula")
      return
    }
    #expect(amount.text == "'Cost pools'!$B$2")
    #expect(amount.value == .number(4.8))
    let letters = CellAddress.letters(ofColumn: column)
    guard case .formula(let cell) = plan.content(row: layout.firstRow, column: column) else {
      Issue.record("no formula")
      return
    }
    #expect(cell.text.hasPrefix("\(letters)$\(rateRow)*INDEX(Drivers!"))
  }

  @Test func `a department's cost is a formula over its cell, in the sheets' unit`() throws {
    let cell = SheetCell(sheet: "Departments", cell: CellAddress(row: 3, column: 2))
    let sheets = SampleSheets(unit: 10_000) { inputs in
      inputs.serviceDepartments.departments[0].provenance = .cell(cell)
    }
    let plan = try #require(sheets[.allocation])
    let own = sheets.results.serviceDepartments[0].amount.doubleValue / 10_000
    let formula = Formula("Departments!$B$3/10000", value: own)
    #expect(plan.formulas.contains { $0.1 == formula })
  }

  @Test(arguments: [ServiceDepartmentMethod.reciprocal, .stepDown])
  func `a pool takes its share of what its department received`(
    _ method: ServiceDepartmentMethod
  ) throws {
    let sheets = SampleSheets { $0.settings.serviceDepartmentMethod = method }
    let plan = try #require(sheets[.allocation])
    let layout = AllocationLayout(ProfitBook(sheets.context))
    let row = try #require(layout.row(.received))
    let column = try #require(layout.column(ofPool: 2))
    guard case .formula(let formula) = plan.content(row: row, column: column) else {
      Issue.record("no formula")
      return
    }
    // Two pools of 100,200 in all share what the department received.
    let cell = try #require(formula.text.split(separator: "*").first)
    let address = try #require(CellAddress(a1: cell.filter { $0 != "$" }))
    let received = try #require(plan.number(row: address.row, column: address.column))
    let pools = sheets.results.pools
    #expect(plan.content(row: address.row, column: 3) == .text("Logistics"))
    #expect(
      LiveFigure.agrees(
        received, pools[2].received.doubleValue + pools[3].received.doubleValue))
    #expect(formula.value == .number(pools[2].received.nearestDouble))
  }

  @Test func `a pool of another unit is brought to the sheets' unit`() {
    let sheets = SampleSheets(unit: 10_000) { $0.displayUnit = .one }
    let formulas = AllocationFormulas(ProfitBook(sheets.context)).pools()
    #expect(formulas.contains { $0.amount.formula?.hasSuffix("*10000") == true })
  }

  @Test func `rounded allocations stand as values with the reason`() throws {
    let sheets = SampleSheets { $0.settings.rounding = Amount(100) }
    let formulas = AllocationFormulas(ProfitBook(sheets.context)).pools()
    let rounded = formulas.filter { $0.customerFormula == nil && !$0.customers.isEmpty }
    #expect(!rounded.isEmpty)
    #expect(rounded.allSatisfy { $0.reason?.english.contains("largest remainder") == true })
  }

  @Test func `every pool is accounted for`() throws {
    let sheets = SampleSheets()
    let plan = try #require(sheets[.allocation])
    let layout = AllocationLayout(ProfitBook(sheets.context))
    let row = try #require(layout.row(.check))
    for column in layout.firstPoolColumn...layout.lastPoolColumn {
      #expect(plan.number(row: row, column: column) == 0)
    }
  }

  @Test func `control checks agree`() throws {
    let plan = try #require(SampleSheets()[.overview])
    let verdicts = plan.formulas.compactMap { _, formula -> String? in
      if formula.text.hasPrefix("IF(K"), case .text(let text) = formula.value { text } else { nil }
    }
    #expect(verdicts.count >= 6)
    #expect(verdicts.allSatisfy { $0 == "agrees" })
  }

  @Test func `ids are numbers only where the team's own keys are`() throws {
    let sheets = SampleSheets { inputs in
      inputs.customers[0].id = CustomerID("77")
      inputs.customers[1].id = CustomerID("0088")
      inputs.customers[0].hasNumericKey = true
    }
    let plan = try #require(sheets[.facts])
    let ids = (FactsLayout.firstRow..<FactsLayout.firstRow + 13).map {
      plan.content(row: $0, column: 2)
    }
    #expect(ids.contains(.number(77)))
    #expect(ids.contains(.text("0088")))
  }

  @Test func `text from the workbook stays text`() throws {
    let sheets = SampleSheets { $0.customers[0].name = "=1+1" }
    let plan = try #require(sheets[.customers])
    #expect(plan.texts.contains("=1+1"))
    #expect(!plan.formulas.contains { $0.formula.text == "1+1" })
  }

  @Test func `the waterfall's bars span the steps, below zero too`() {
    let steps = [("a", 10.0, true), ("b", -15, false), ("c", -5, true)].map {
      Waterfall.Step(label: $0.0, value: $0.1, isLevel: $0.2)
    }
    let bars = Waterfall(
      steps: steps, sheet: "S", firstRow: 1, labelColumn: 1, amountColumn: 2, helperColumn: 9
    ).bars
    #expect(bars[1].above == 10 && bars[1].below == -5 && bars[1].baseAbove == 0)
    #expect(bars[2].low == -5 && bars[2].high == 0)
  }
}
