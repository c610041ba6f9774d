import CostingCore
import FinanceModel
import PluginKit
import SheetFixtures
import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite struct PluginRegistryTests {
  private struct TenureDriver: DriverPlugin {
    let name = LocalizedText(english: "Tenure", chinese: "合作年限")

    func quantities(for inputs: CostingInputs) -> [Quantity]? {
      inputs.customers.map { $0.since == nil ? -1 : 2 }
    }
  }

  private struct AllPotential: TierRulePlugin {
    let key = "all-potential"

    func tiers(for inputs: CostingInputs, results: CostingResults) -> [Tier?] {
      inputs.customers.map { _ in .potential }
    }
  }

  private struct NoteSheet: SheetPlugin {
    let key: String

    func name(in context: SheetContext) -> String { "Note" }
    func isWanted(in context: SheetContext) -> Bool { true }
    func plan(in context: SheetContext) -> SheetPlan {
      var plan = SheetPlan(key: key, name: "Note")
      plan.put(.text(context.engineVersion), row: 1, column: 1)
      return plan
    }
  }

  @Test func `a driver plugin adds a column that pools can go by`() throws {
    var registry = PluginRegistry()
    registry.add(TenureDriver())
    var inputs = registry.extended(SampleTrade(customers: 6).inputs)
    let driver = try #require(inputs.drivers.last)
    #expect(driver.name == "Tenure")
    #expect(driver.quantities.first == 2 && driver.quantities.last == 0)
    var pool = CostPool(name: "Key care", amount: 1200, method: .driver)
    pool.driver = "Tenure"
    inputs.costPools = [pool]
    inputs.activities = []
    #expect(CostingEngine.run(inputs).pools.first?.allocated == 1200)
  }

  @Test func `a driver of the team's own tables wins`() {
    var registry = PluginRegistry()
    registry.add(TenureDriver())
    var inputs = SampleTrade(customers: 6).inputs
    inputs.drivers.append(
      Driver(name: "Tenure", quantities: inputs.customers.map { _ in 9 }))
    #expect(registry.extended(inputs).drivers.count == inputs.drivers.count)
  }

  @Test func `a tier rule decides all but the unassigned line`() {
    var registry = PluginRegistry()
    registry.add(AllPotential())
    let sheets = SampleSheets()
    let results = registry.retiered(sheets.results, of: sheets.sample.inputs)
    #expect(results.customers.dropLast().allSatisfy { $0.tier == .potential })
    #expect(results.customers.last?.tier == nil)
  }

  @Test func `a sheet of the same key takes the place of the built-in one`() {
    var registry = PluginRegistry(sheets: BuiltInSheets.all)
    registry.add(NoteSheet(key: SheetKey.tiers.rawValue))
    registry.add(NoteSheet(key: "note"))
    #expect(registry.sheets.count == BuiltInSheets.all.count + 1)
    let plans = SheetPlanning.plans(for: SampleSheets().context, plugins: registry.sheets)
    #expect(plans.first { $0.key == "tiers" }?.name == "Note")
    #expect(plans.last?.name == "Note (2)")
  }
}
