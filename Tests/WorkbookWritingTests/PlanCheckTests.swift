import FinanceModel
import SheetPlan
import Testing

@testable import WorkbookWriting

@Suite("Plans that Excel would repair")
struct PlanCheckTests {
  private func table(_ name: String, headers: [String], rows: Int) -> SheetPlan {
    var plan = SheetPlan(key: "t", name: "T")
    plan.tables = [
      TablePlan(
        name: name,
        range: CellRange(
          CellAddress(row: 1, column: 1), CellAddress(row: 1 + rows, column: headers.count)),
        columns: headers.map { TablePlan.Column(header: $0) })
    ]
    return plan
  }

  @Test func `a sound table passes`() {
    #expect(throws: Never.self) {
      try PlanCheck.check([table("Mb_T", headers: ["a", "b"], rows: 1)], file: "x")
    }
  }

  @Test(arguments: ["DSO90", "R", "_xlTable", "1st", "a b", "", "XFD1048576"])
  func `a name like a cell or worse is refused`(name: String) {
    #expect(throws: WritingError.self) {
      try PlanCheck.check([table(name, headers: ["a"], rows: 1)], file: "x")
    }
  }

  @Test(
    arguments: [(["a", "A"], 1), (["a", ""], 1), (["a", "b"], 0)] as [([String], Int)])
  func `headers alike but for case, an empty one, no row of data are refused`(
    headers: [String], rows: Int
  ) {
    #expect(throws: WritingError.self) {
      try PlanCheck.check([table("Mb_T", headers: headers, rows: rows)], file: "x")
    }
  }

  @Test func `one key or one name twice is refused`() {
    #expect(throws: WritingError.self) {
      try PlanCheck.check(
        [SheetPlan(key: "k", name: "A"), SheetPlan(key: "k", name: "B")], file: "x")
    }
    var twice = table("Mb_T", headers: ["a"], rows: 1)
    twice.names = [
      NamePlan(
        name: "mb_t",
        range: CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 1, column: 1)))
    ]
    #expect(throws: WritingError.self) { try PlanCheck.check([twice], file: "x") }
  }

  @Test func `a merge over a table is refused`() {
    var plan = table("Mb_T", headers: ["a", "b"], rows: 2)
    plan.merges = [CellRange(CellAddress(row: 2, column: 1), CellAddress(row: 2, column: 2))]
    #expect(throws: WritingError.self) { try PlanCheck.check([plan], file: "x") }
  }
}
