import FinanceModel
import SheetFixtures
import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite struct FormulaTests {
  /// Everything a formula of ours may call: nothing volatile, nothing newer than Excel 2016.
  private static let functions: Set<String> = [
    "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT", "COUNT", "COUNTIF", "INDEX", "MATCH", "IF", "AND", "OR",
    "MAX", "MIN", "ROUND", "ROUNDUP", "RANK", "LARGE", "N", "TEXT", "ABS", "ISNUMBER", "IFERROR",
    "LEFT", "MMULT", "MINVERSE",
  ]

  @Test(arguments: Language.allCases, [1, 10_000])
  func `formulas call known functions, existing sheets and bounded ranges`(
    _ language: Language, _ unit: Int
  ) {
    let sheets = SampleSheets(language, unit: unit)
    let known = Set(sheets.plans.map(\.name) + sheets.sample.sheets.map(\.name))
    let names = Set(
      sheets.plans.flatMap(\.names).map(\.name) + sheets.plans.flatMap(\.tables).map(\.name))
    for plan in sheets.plans {
      for (at, formula) in plan.formulas {
        let found = FormulaReferences(formula.text)
        #expect(found.sheets.isSubset(of: known), "\(plan.name)!\(at): \(formula.text)")
        #expect(found.names.isSubset(of: names), "\(plan.name)!\(at): \(formula.text)")
        #expect(found.functions.isSubset(of: Self.functions), "\(plan.name)!\(at): \(formula.text)")
        #expect(!found.hasWholeColumn && found.bracketsMatch, "\(plan.name)!\(at): \(formula.text)")
        #expect(!formula.text.hasPrefix("=") && formula.text.utf16.count <= 8_192)
      }
    }
  }

  @Test func `every cached number is finite`() {
    for plan in SampleSheets().plans {
      for (at, formula) in plan.formulas {
        if case .number(let value) = formula.value {
          #expect(value.isFinite, "\(plan.name)!\(at)")
        }
      }
    }
  }

  @Test func `a live sum becomes SUMIFS with its conditions`() throws {
    let range = { (letter: String) throws -> SheetRange in
      let cells = try #require(CellRange(a1: "\(letter)2:\(letter)9"))
      return SheetRange(sheet: "Sales", range: cells)
    }
    let sum = LiveSum(
      terms: [
        LiveSum.Term(
          values: try range("K"), keys: try range("C"),
          conditions: [LiveSum.Condition(range: try range("A"), criterion: ">=45658")]),
        LiveSum.Term(
          isSubtracted: true, values: try range("D"), factor: try range("E"), keys: try range("C")),
      ], scale: 10_000)
    #expect(
      sum.formula(keyCell: "$B{r}", scaling: "*10000")
        == "(SUMIFS(Sales!$K$2:$K$9,Sales!$C$2:$C$9,$B{r},Sales!$A$2:$A$9,\">=45658\")"
        + "-SUMPRODUCT((Sales!$C$2:$C$9&\"\"=$B{r}&\"\")*Sales!$D$2:$D$9*Sales!$E$2:$E$9))*10000")
    #expect(
      sum.totalFormula(scaling: "")
        == "SUMIFS(Sales!$K$2:$K$9,Sales!$A$2:$A$9,\">=45658\")"
        + "-SUMPRODUCT(Sales!$D$2:$D$9*Sales!$E$2:$E$9)")
  }

  @Test func `a text within a formula doubles its quotes`() {
    #expect(#"say "so""#.quotedForFormula == #""say ""so""""#)
  }
}
