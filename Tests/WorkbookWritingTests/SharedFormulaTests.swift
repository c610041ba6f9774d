import FinanceModel
import Foundation
import SheetPlan
import TestSupport
import Testing
import WorkbookReading

@testable import WorkbookWriting

@Suite("Formulas of long tables")
struct SharedFormulaTests {
  @Test(
    arguments: [
      "C{r}-D{r}", "N(E{r-1})+D{r}", "$A{r}*G$13", "IF(H{r}>0,H{r}/$D$5,\"\")",
      "INDEX('Drivers (2)'!$D$9:$D$50008,$A{r})", "\"B5\"&A{r}", "SUM(A{r}:C{r})",
    ])
  func `a formula that fills down is shared`(formula: String) {
    #expect(RowFormula(formula).canBeShared)
  }

  @Test(
    arguments: [
      "C{r}+B5", "$A${r}", "\"A{r}\"&B{r}", "Mb_T[[#This Row],[Net]]", "SUM({r}:{r})",
      "SUM(5:9)+A{r}", "SUM({1,2})+A{r}", "Q1!$A$1+A{r}", "'{r}'!$A$1",
    ])
  func `one of which that cannot be told is written out`(formula: String) {
    #expect(!RowFormula(formula).canBeShared)
  }

  /// A table of that many rows whose first column is overruled in the first row by a single cell.
  private func table(rows: Int) -> SheetPlan {
    var plan = SheetPlan(key: "a", name: "Long")
    let columns: [(String, Int)] = [("ROW()*2", 1), ("A{r}+N(B{r-1})", 2), ("A{r}&\"x\"", 3)]
    plan.blocks = [
      CellBlock(
        firstRow: 4, rowCount: rows,
        columns: columns.map { formula, column in
          let content: CellBlock.Content =
            column == 3
            ? .textFormula(RowFormula(formula), values: [String](repeating: "x", count: rows))
            : .formula(RowFormula(formula), values: (0..<rows).map { $0 == 7 ? .nan : Double($0) })
          return CellBlock.Column(column: column, content: content, style: .plain)
        })
    ]
    plan.put(.number(5), row: 4, column: 2)
    return plan
  }

  @Test(arguments: [12, 1_500]) func `every row reads back with its own formula`(rows: Int) throws {
    let folder = try ScratchFolder()
    let path = folder.path("long.xlsx")
    try WorkbookRenderer.write([table(rows: rows)], to: path, properties: DocumentProperties())
    let formulas = try Workbook.open(path: path).formulas(ofSheet: 0)
    #expect(formulas.count == rows * 3 - 1)
    for row in 4..<(4 + rows) {
      #expect(formulas[CellAddress(row: row, column: 1)] == "ROW()*2")
      #expect(formulas[CellAddress(row: row, column: 3)] == "A\(row)&\"x\"")
      guard row > 4 else { continue }
      #expect(formulas[CellAddress(row: row, column: 2)] == "A\(row)+N(B\(row - 1))")
    }
  }

  @Test func `a sheet compressed on its own thread is the same as any other`() throws {
    let folder = try ScratchFolder()
    let plan = table(rows: 12_000)
    for name in ["a.xlsx", "b.xlsx"] {
      try WorkbookRenderer.write([plan], to: folder.path(name), properties: DocumentProperties())
    }
    let bytes = try ["a.xlsx", "b.xlsx"].map {
      try Data(contentsOf: folder.url.appending(path: $0))
    }
    #expect(bytes[0] == bytes[1])
    #expect(try Workbook.open(path: folder.path("a.xlsx")).formulas(ofSheet: 0).count == 35_999)
  }
}
