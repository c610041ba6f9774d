import FinanceModel
import Foundation
import ProbeSupport
import SheetPlan
import Testing
import WorkbookReading

@testable import WorkbookWriting

@Suite("What is refused, and what is said")
struct RefusalTests {
  @Test func `a signed workbook is left alone unless its signature may go`() throws {
    let folder = try TestFolder()
    let input = try Workbook.open(path: TinyWorkbook(isSigned: true).write(to: folder.url))
    let output = folder.url.appending(path: "out.xlsx").path
    let plans = ProbePlans.plans(original: nil)
    let refusal = #expect(throws: WritingError.self) {
      _ = try Enrichment.enrich(input, with: plans, to: output)
    }
    #expect(refusal?.code == .signed)
    #expect(!FileManager.default.fileExists(atPath: output))
    var options = EnrichmentOptions()
    options.dropsSignature = true
    let report = try Enrichment.enrich(input, with: plans, to: output, options: options)
    #expect(report.findings.map(\.code.id) == ["WRITE-004"])
    let result = try Workbook.open(path: output)
    #expect(!result.isSigned && !result.package.contains(part: "_xmlsignatures/origin.sigs"))
  }

  @Test func `a protected structure is a finding`() throws {
    let folder = try TestFolder()
    let input = try Workbook.open(path: TinyWorkbook(isProtected: true).write(to: folder.url))
    let report = try Enrichment.enrich(
      input, with: ProbePlans.plans(original: nil),
      to: folder.url.appending(path: "out.xlsx").path)
    #expect(report.findings.map(\.code.id) == ["WRITE-001"])
  }

  @Test func `a name that is theirs stays theirs`() throws {
    let folder = try TestFolder()
    let book = TinyWorkbook(names: "<definedName name=\"mb_in_growth\">Sales!$A$1</definedName>")
    let input = try Workbook.open(path: book.write(to: folder.url))
    let output = folder.url.appending(path: "out.xlsx").path
    let report = try Enrichment.enrich(input, with: ProbePlans.plans(original: nil), to: output)
    #expect(report.findings.map(\.code.id) == ["WRITE-006"])
    let names = try Workbook.open(path: output).definedNames
    #expect(
      names.filter { $0.name.lowercased() == "mb_in_growth" }.map(\.formula) == ["Sales!$A$1"])
  }

  @Test func `links beyond what Excel opens are left out, and said`() throws {
    let folder = try TestFolder()
    let input = try Workbook.open(path: TinyWorkbook().write(to: folder.url))
    let output = folder.url.appending(path: "out.xlsx").path
    var plan = SheetPlan(key: "many-links", name: "Links")
    let target = SheetCell(sheet: "Sales", cell: CellAddress(row: 1, column: 1))
    for row in 1...65_532 {
      plan.cells.append(
        PlannedCell(
          at: CellAddress(row: row, column: 1), content: .number(1), link: .cell(target)))
    }
    let report = try Enrichment.enrich(input, with: [plan], to: output)
    #expect(report.findings.map(\.code.id) == ["WRITE-008"])
    #expect(report.findings.first?.values == ["sheet": "Links", "count": "2"])
    let links = SheetLinks(cells: plan.cells, sheetNames: [:])
    #expect(links.xml.contains("<hyperlink ref=\"A65530\" "))
    #expect(!links.xml.contains("<hyperlink ref=\"A65531\" "))
  }

  @Test func `a folder that is not there leaves nothing behind`() throws {
    let folder = try TestFolder()
    let input = try Workbook.open(path: TinyWorkbook().write(to: folder.url))
    let output = folder.url.appending(path: "nowhere/out.xlsx").path
    let refusal = #expect(throws: WritingError.self) {
      _ = try Enrichment.enrich(input, with: ProbePlans.plans(original: nil), to: output)
    }
    #expect(refusal?.code == .cannotWrite)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["tiny.xlsx"])
  }

  @Test func `a file that is given up leaves nothing behind`() throws {
    let folder = try TestFolder()
    do {
      let file = try OutputFile(path: folder.url.appending(path: "half.xlsx").path)
      try file.write([1, 2, 3])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      #expect(names.count == 1 && names.first?.hasSuffix(".partial") == true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }
}
