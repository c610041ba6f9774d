import CostingCore
import FinanceModel
import PluginKit
import SheetPlan
import Synchronization
import Testing

@testable import ProfitabilitySheets

@Suite struct SheetPlanningTests {
  @Test func `all sheets are written where all inputs exist, in the order of their tabs`() {
    let keys = SampleSheets().plans.map(\.key)
    #expect(keys == SheetKey.allCases.map(\.rawValue))
  }

  @Test func `what several sheets need is made once, by name`() {
    let shared = SharedSheetWork()
    let times = Mutex(0)
    let values = Array(0..<100).concurrentMap { number in
      shared.value(number.isMultiple(of: 2) ? "even" : "odd") {
        times.withLock { $0 += 1 }
        // A value may ask for others.
        return shared.value("words") { ["odd", "even"] }[(number + 1) % 2]
      }
    }
    #expect(values == (0..<100).map { $0.isMultiple(of: 2) ? "even" : "odd" })
    #expect(times.withLock { $0 } == 2)
  }

  @Test func `sheets without inputs are left out`() {
    let sheets = SampleSheets(hasCosts: false) { inputs in
      inputs.budget = []
      inputs.marketing = []
      inputs.receivables = ReceivablesTable()
      inputs.feedback = []
    }
    let keys = Set(sheets.plans.map(\.key))
    #expect(
      keys.isDisjoint(
        with: [
          "cost-allocation", "budget-variance", "acquisition", "receivables", "lean-capacity",
          "what-if",
        ]))
    #expect(keys.isSuperset(of: ["profit-overview", "customer-pl", "drivers", "method"]))
  }

  @Test func `receivables and budgets alone get an overview of their own`() throws {
    let sheets = SampleSheets(hasCosts: false) { inputs in
      inputs.sales = inputs.sales.map { _ in SalesFacts() }
      inputs.costPools = []
      inputs.drivers = []
    }
    let keys = Set(sheets.plans.map(\.key))
    #expect(keys.isDisjoint(with: ["customer-pl", "drivers", "tiers", "what-if"]))
    let overview = try #require(sheets[.overview])
    let closing = try #require(sheets.results.analytics.receivables?.closing)
    #expect(overview.number(row: 8, column: 3) == closing.doubleValue)
    let written = Set(sheets.plans.map(\.name) + sheets.context.source.sheets)
    for plan in sheets.plans {
      for (_, formula) in plan.formulas {
        #expect(FormulaReferences(formula.text).sheets.isSubset(of: written))
      }
    }
  }

  @Test func `the line without a customer shows no number in order of rank`() throws {
    let sheets = SampleSheets(customers: 12)
    let block = try #require(sheets[.customers]?.blocks.first)
    #expect(block.columns[0].style.numberFormat == "[<=12]0;\"\"")
  }

  @Test func `a name that the workbook has already gets a number`() {
    var context = SampleSheets().context
    context.source.sheets.append("drivers")
    let plans = SheetPlanning.plans(for: context)
    #expect(plans.first { $0.key == "drivers" }?.name == "Drivers (2)")
    let mentions = plans.flatMap(\.formulas).contains {
      FormulaReferences($0.formula.text).sheets.contains("Drivers (2)")
    }
    #expect(mentions)
  }

  @Test func `sheets speak the language of the workbook`() {
    let chinese = SampleSheets(.chinese)
    #expect(chinese.plans.map(\.name) == SheetKey.allCases.map(\.name.chinese))
    let hasHan = { (text: String) in
      text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    for plan in SampleSheets(.english).plans {
      #expect(!plan.texts.contains(where: hasHan), "\(plan.name)")
    }
    for plan in chinese.plans {
      #expect(plan.texts.contains(where: hasHan), "\(plan.name)")
    }
  }

  @Test func `names and tables are ours and distinct`() {
    let plans = SampleSheets().plans
    let names = plans.flatMap(\.names).map(\.name) + plans.flatMap(\.tables).map(\.name)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.allSatisfy { $0.hasPrefix("Mb_") && $0.utf16.count <= 255 })
  }

  @Test func `table headers are distinct and stand over data`() {
    for table in SampleSheets().plans.flatMap(\.tables) {
      let headers = table.columns.map { $0.header.lowercased() }
      #expect(Set(headers).count == headers.count && !headers.contains(""), "\(table.name)")
      #expect(table.columns.count == table.range.columnCount)
      #expect(table.range.rowCount >= (table.hasTotalsRow ? 3 : 2))
    }
  }

  @Test func `tables end in a line of totals that adds their cells up`() throws {
    let sheets = SampleSheets()
    for plan in sheets.plans {
      for table in plan.tables {
        #expect(table.hasTotalsRow, "\(table.name)")
        for (index, column) in table.columns.enumerated() {
          guard case .sum = column.totals, let total = column.totalsValue else { continue }
          let rows = table.range.first.row + 1...table.range.last.row - 1
          let cells = rows.compactMap {
            plan.number(row: $0, column: table.range.first.column + index)
          }
          #expect(
            LiveFigure.agrees(cells.reduce(0, +), total), "\(table.name) \(column.header)")
        }
      }
    }
  }

  @Test func `a long list repeats its header on every page`() throws {
    let sheets = SampleSheets(customers: 40)
    for key in [SheetKey.lifetime, .preferences, .receivables, .whatIf] {
      let plan = try #require(sheets[key])
      let repeated = try #require(plan.print.repeatedRows, "\(key)")
      let list = try #require(plan.blocks.max { $0.firstRow < $1.firstRow })
      #expect((1...2).contains(list.firstRow - repeated.lowerBound), "\(key)")
    }
  }

  @Test func `the overview shows the pools as the allocation sheet has them`() throws {
    let sheets = SampleSheets()
    let chart = try #require(sheets[.overview]?.charts.first { $0.title == "Cost pools" })
    let allocation = try #require(sheets[.allocation])
    for series in chart.series {
      let range = series.values.range
      let cells = (range.first.column...range.last.column).map {
        allocation.number(row: range.first.row, column: $0) ?? 0
      }
      #expect(series.values.sheet == allocation.name && cells == series.points)
      let names = try #require(series.categories).range
      #expect(
        (names.first.column...names.last.column).map {
          allocation.content(row: names.first.row, column: $0)
        } == series.categoryLabels.map { .text($0) })
    }
  }

  @Test func `without cost no header stands twice, and rows without tiles are closed`() throws {
    let sheets = SampleSheets(hasCosts: false)
    for plan in sheets.plans {
      #expect(!plan.texts.contains { $0.hasSuffix(" (2)") }, "\(plan.name)")
    }
    let overview = try #require(sheets[.overview])
    #expect((9...14).allSatisfy { overview.rows[$0]?.height == 3 })
  }

  @Test func `settings are named in the language of the sheet`() throws {
    let sheets = SampleSheets(.chinese) { inputs in
      inputs.settings.asRead = [
        CostingSettings.Entry(
          name: "Discount Rate",
          title: LocalizedText(english: "Discount Rate", chinese: "折现率"), value: "0.1")
      ]
    }
    let method = try #require(sheets[.method])
    #expect(method.cells.contains { $0.content == .text("折现率") })
    #expect(!method.cells.contains { $0.content == .text("Discount Rate") })
  }

  @Test func `charts have titles, texts for screen readers and points`() {
    for chart in SampleSheets().plans.flatMap(\.charts) {
      #expect(!chart.valueAxis.title.isEmpty && !chart.categoryAxis.title.isEmpty, "\(chart.title)")
      #expect(!chart.title.isEmpty && !chart.altText.isEmpty)
      #expect(chart.series.contains { !$0.points.isEmpty }, "\(chart.title)")
      for series in chart.series where !series.isInvisible {
        let range = series.values.range
        #expect(
          series.points.count == max(range.rowCount, range.columnCount), "\(chart.title)")
      }
    }
  }

  @Test(arguments: [1, 2, 5])
  func `few customers make whole sheets`(_ count: Int) {
    let sheets = SampleSheets(customers: count, hasUnassigned: false)
    #expect(sheets[.customers] != nil && sheets[.overview] != nil)
  }

  @Test func `an empty workbook still says what it found`() {
    let inputs = CostingInputs()
    let context = SheetContext(
      inputs: inputs, results: CostingEngine.run(inputs), findings: [], tables: [],
      language: .english,
      source: SheetContext.Source(
        fileName: "empty.xlsx", convertedAt: "", dateSystem: .from1900, sheets: []),
      engineVersion: "1")
    #expect(SheetPlanning.plans(for: context).map(\.key) == ["data-quality", "method"])
  }
}
