import CostingCore
import FinanceModel
import SheetFixtures
import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite("Response, engagement and market share on the sheets")
struct VoiceAndMarketTests {
  private static let sheet = "Sales"

  private static func table(_ fields: [SourceTable.Field]) -> SourceTable {
    var table = SourceTable()
    for (place, field) in fields.enumerated() {
      let cells = CellRange(
        CellAddress(row: 2, column: place + 1), CellAddress(row: 9, column: place + 1))
      table.add(field, SourceTable.Column(cells: SheetRange(sheet: sheet, range: cells)))
    }
    return table
  }

  private static func market(
    _ quarter: Int, _ sales: Amount, cell: String, of sheet: String
  ) -> MarketLine {
    let first = Month(year: 2025, month: quarter * 3)
    var line = MarketLine(period: CalendarPeriod(.quarter, around: first), sales: sales)
    if let address = CellAddress(a1: cell) {
      var source = SourceCells(scale: 1)
      source.add(SheetCell(sheet: sheet, cell: address))
      line.source = source
    }
    return line
  }

  private func formulas(_ sheet: SheetPlan?) -> [String] {
    (sheet?.formulas ?? []).map(\.formula.text)
  }

  private func value(_ sheet: SheetPlan?, of formula: String) -> Formula.Value? {
    sheet?.formulas.first { $0.formula.text == formula }?.formula.value
  }

  private func responses(_ hours: [Double]) -> (inout CostingInputs) -> Void {
    { inputs in
      inputs.serviceResponses = zip(inputs.customers, hours).map { customer, hours in
        ServiceResponse(customer: customer.id, hours: hours)
      }
    }
  }

  @Test func `hours to reply are counted over the team's column`() {
    let sheets = SampleSheets { inputs in
      responses([2, 30, 10])(&inputs)
      inputs.sources[.serviceRequests] = Self.table([.customer, .responseHours])
    }
    let voice = sheets[.voice]
    let within = "COUNTIFS(Sales!$B$2:$B$9,\">=0\",Sales!$B$2:$B$9,\"<=24\")"
    #expect(value(voice, of: within) == .number(2))
    #expect(value(voice, of: "MEDIAN(Sales!$B$2:$B$9)") == .number(10))
    let key = "COUNTIFS(Sales!$A$2:$A$9,$B"
    #expect(formulas(voice).contains { $0.contains(key) && $0.contains("Sales!$B$2:$B$9") })
    #expect(sheets[.method]?.texts.contains("Response Target Hours") == true)
  }

  @Test func `with a reply before its request the median is a value`() {
    let sheets = SampleSheets { inputs in
      responses([2, -1, 10])(&inputs)
      inputs.sources[.serviceRequests] = Self.table([.customer, .responseHours])
    }
    #expect(!formulas(sheets[.voice]).contains { $0.hasPrefix("MEDIAN") })
    #expect(value(sheets[.voice], of: "COUNTIFS(Sales!$B$2:$B$9,\"<0\")") == .number(1))
  }

  @Test func `interactions of a month are a sum over the kind's column, their change a quotient`() {
    let sheets = SampleSheets { inputs in
      for (month, count) in [(1, 4), (2, 5)] {
        inputs.interactionsByMonth.append(
          MonthlyInteractions(
            customer: 0, kind: 0, month: Month(year: 2025, month: month), count: Quantity(count)))
      }
      inputs.interactions[0].quantities[0] = 9
      inputs.sources[.interactions] = Self.table([.date, .counts(0)])
    }
    let voice = sheets[.voice]
    // January 2025 is serial 45,658 to 45,688.
    let january =
      "SUMIFS(Sales!$B$2:$B$9,Sales!$A$2:$A$9,\">=45658\",Sales!$A$2:$A$9,\"<45689\")"
    #expect(value(voice, of: january) == .number(4))
    let changes = (voice?.formulas ?? []).filter { $0.formula.text.hasPrefix("IF(N(F") }
    #expect(changes.map(\.formula.value) == [.text(""), .number(0.25)])
    #expect(voice?.charts.contains { $0.title == "Interactions by month" } == true)
  }

  @Test func `every chart of them says what stands along it`() throws {
    let sheets = SampleSheets { inputs in
      for place in 0..<3 {
        let month = Month(year: 2025, month: place + 1)
        var response = ServiceResponse(customer: inputs.customers[0].id, hours: 4)
        response.date = month.firstDay
        inputs.serviceResponses.append(response)
        inputs.interactionsByMonth.append(
          MonthlyInteractions(customer: 0, kind: 0, month: month, count: 3))
        inputs.market.append(
          MarketLine(period: CalendarPeriod(.month, around: month), sales: 9_000_000))
      }
      inputs.interactions[0].quantities[0] = 9
    }
    let charts = [sheets[.voice], sheets[.trends]].compactMap { $0 }.flatMap(\.charts)
    for title in [
      "Hours to first reply by month", "Interactions by month", "Market share by period",
    ] {
      let chart = try #require(charts.first { $0.title == title }, "\(title)")
      #expect(!chart.categoryAxis.title.isEmpty && !chart.valueAxis.title.isEmpty, "\(title)")
    }
  }

  @Test func `a market's share is a quotient down to its cell, in both languages`() throws {
    for language in Language.allCases {
      let team = try #require(SampleTrade(language: language).sheets.first?.name)
      let sheets = SampleSheets(language) { inputs in
        inputs.market = [
          Self.market(1, 4_000_000, cell: "C2", of: team),
          Self.market(2, 5_000_000, cell: "C3", of: team),
          Self.market(3, 0, cell: "C4", of: team),
        ]
      }
      let market = try #require(sheets.results.analytics.market)
      let trends = try #require(sheets[.trends])
      let cell = SheetCell(sheet: team, cell: CellAddress(row: 3, column: 3)).reference
      let found = trends.formulas.filter { $0.formula.text == cell }
      let row = try #require(found.first?.at.row)
      #expect(trends.number(row: row, column: 4) == 5_000_000)
      #expect(market.periods[1].share != nil)
      #expect(trends.number(row: row, column: 5) == market.periods[1].share)
      #expect(trends.formulas.contains { $0.formula.text == "IF(D\(row)>0,C\(row)/D\(row),\"\")" })
      #expect(trends.content(row: row + 1, column: 5) == .empty)
      let isChinese = language == .chinese
      #expect(trends.texts.contains(isChinese ? "市场规模不大于零" : "market not above zero"))
      let figure = isChinese ? "市场占有率：市场规模" : "Market share: market sales"
      #expect(sheets[.method]?.texts.contains(figure) == true)
    }
  }
}
