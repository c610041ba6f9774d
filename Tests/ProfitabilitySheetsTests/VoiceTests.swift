import CostingCore
import FinanceModel
import SheetFixtures
import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite("Response and engagement on the sheets")
struct VoiceTests {
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
}
