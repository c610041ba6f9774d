import FinanceModel
import SheetPlan
import Testing

@testable import WorkbookWriting

@Suite("Restrictions on what may be typed")
struct SheetValidationsTests {
  private func cell(_ row: Int) -> CellRange {
    CellRange(CellAddress(row: row, column: 4), CellAddress(row: row, column: 4))
  }

  @Test func `a thousand rules are all written`() {
    let plans = (1...1000).map { ValidationPlan(range: cell($0), rule: .whole(0...$0)) }
    let xml = SheetValidations(plans).xml
    #expect(xml.hasPrefix("<dataValidations count=\"1000\">"))
    #expect(xml.split(separator: "<dataValidation ").count - 1 == 1000)
    #expect(xml.contains("sqref=\"D1000\"><formula1>0</formula1><formula2>1000</formula2>"))
  }

  @Test func `ranges of the same rule share one`() {
    let plans = [1, 3, 2].map { ValidationPlan(range: cell($0), rule: .decimal(-1...10)) }
    let xml = SheetValidations(plans).xml
    #expect(xml.hasPrefix("<dataValidations count=\"1\">"))
    #expect(xml.contains("sqref=\"D1 D3 D2\"><formula1>-1</formula1><formula2>10</formula2>"))
  }

  @Test func `lists and prompts keep their quotes and signs`() {
    let plan = ValidationPlan(
      range: cell(1), rule: .list(["A & B", "5\""]), promptTitle: "<title>", prompt: "a \"b\"")
    let xml = SheetValidations([plan]).xml
    #expect(xml.contains("<formula1>&quot;A &amp; B,5&quot;&quot;&quot;</formula1>"))
    #expect(xml.contains("promptTitle=\"&lt;title&gt;\" prompt=\"a &quot;b&quot;\""))
  }

  @Test func `none is no element`() {
    #expect(SheetValidations([]).xml.isEmpty)
  }

  @Test func `a list too long for a file is a fault of its plan`() {
    var plan = SheetPlan(key: "k", name: "K")
    plan.validations = [
      ValidationPlan(range: cell(1), rule: .list([String(repeating: "x", count: 256)]))
    ]
    #expect(throws: WritingError.self) { try PlanCheck.check([plan], file: "x") }
  }
}
