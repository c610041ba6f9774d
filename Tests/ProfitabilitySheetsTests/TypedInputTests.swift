import CostingCore
import FinanceModel
import PluginKit
import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite struct TypedInputTests {
  @Test func `untouched thresholds give the engine's classes and tiers`() {
    let sheets = SampleSheets()
    let model = TierModel(ProfitBook(sheets.context))
    #expect(model.classesAreLive && model.tiersAreLive && model.ranksAreLive)
  }

  @Test func `a typed threshold is kept and followed`() throws {
    let name = TiersLayout.Threshold.vipThreshold.inputName
    let sheets = SampleSheets(typed: [name: .number(-1_000_000)])
    let plan = try #require(sheets[.tiers])
    let cell = try #require(plan.names.first { $0.name == name }?.range.first)
    #expect(plan.number(row: cell.row, column: cell.column) == -1_000_000)
    let vip = TierModel(ProfitBook(sheets.context)).tiers.count { $0 == "VIP" }
    let before = TierModel(ProfitBook(SampleSheets().context)).tiers.count { $0 == "VIP" }
    #expect(vip > before)
  }

  @Test func `a typed growth moves the scenario and not the base`() throws {
    let sheets = SampleSheets(typed: [
      WhatIfInputs.growthName: .number(0.1), WhatIfInputs.methodName: .text("by revenue"),
    ])
    let book = ProfitBook(sheets.context)
    let model = WhatIfModel(book, layout: AllocationLayout(book))
    let revenue = book.shown(sheets.results.totals.revenue)
    #expect(LiveFigure.agrees(model.newRevenue.reduce(0, +), revenue * 1.1))
    #expect(LiveFigure.agrees(model.revenue.reduce(0, +), revenue))
    let share = model.newPooled[0] / model.newPooled.reduce(0, +)
    #expect(LiveFigure.agrees(share, model.newRevenue[0] / model.newRevenue.reduce(0, +)))
  }

  @Test func `a note stays with its action and customer`() throws {
    let first = try #require(SampleSheets().results.analytics.actions.first)
    let name = "Mb_In_Note_\(first.kind.rawValue)_\(StableHash.of(first.id.text))"
    let sheets = SampleSheets(typed: [name: .text("call on Monday")])
    let plan = try #require(sheets[.actions])
    let cell = try #require(plan.names.first { $0.name == name }?.range.first)
    #expect(plan.content(row: cell.row, column: cell.column) == .text("call on Monday"))
  }

  @Test func `the customer card shows the customer of the typed number`() throws {
    let sheets = SampleSheets(typed: [CustomerCard.inputName: .number(3)])
    let book = ProfitBook(sheets.context)
    let plan = try #require(sheets[.preferences])
    let name = book.displayName(book.order.places[2])
    #expect(
      plan.formulas.contains {
        $0.at == CellAddress(row: 8, column: 4) && $0.formula.value == .text(name)
      })
  }

  @Test func `every input is named, unlocked and survives by its name`() {
    for plan in SampleSheets().plans {
      for name in plan.names where name.isInput {
        #expect(name.name.hasPrefix("Mb_In_"))
        let cell = plan.cells.last { $0.at == name.range.first }
        #expect(cell?.style.isUnlocked == true, "\(name.name)")
      }
    }
  }
}
