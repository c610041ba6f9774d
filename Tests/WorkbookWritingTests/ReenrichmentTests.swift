import FinanceModel
import Foundation
import SheetPlan
import Testing
import WorkbookReading

@testable import WorkbookWriting

@Suite("A workbook that is dropped again")
struct ReenrichmentTests {
  private func plan(_ key: String, name: String, growth: Double, note: String = "") -> SheetPlan {
    var plan = SheetPlan(key: key, name: name)
    let input = CellAddress(row: 2, column: 2)
    plan.put(.number(growth), row: 2, column: 2)
    plan.names = [NamePlan(name: "Mb_In_\(key)", range: CellRange(input, input), isInput: true)]
    for row in 5...7 {
      plan.put(.text("C\(row)"), row: row, column: 1)
      if row == 6, !note.isEmpty { plan.put(.text(note), row: row, column: 3) }
    }
    plan.names.append(
      NamePlan(
        name: "Mb_In_Notes_\(key)",
        range: CellRange(CellAddress(row: 5, column: 3), CellAddress(row: 7, column: 3)),
        isInput: true))
    return plan
  }

  @Test func `our sheets are found with what was typed into them`() throws {
    let folder = try TestFolder()
    let input = try TinyWorkbook().write(to: folder.url)
    let output = folder.url.appending(path: "out.xlsx").path
    _ = try Enrichment.enrich(
      Workbook.open(path: input),
      with: [plan("whatif", name: "What-if \"x\"", growth: 0.07, note: "call them")], to: output)
    let existing = try Enrichment.existingSheets(in: Workbook.open(path: output))
    #expect(
      existing.sheets == [ExistingSheet(key: "whatif", name: "What-if \"x\"", index: 2)])
    #expect(existing.typedInputs["Mb_In_whatif"] == .number(0.07))
    #expect(
      existing.typedInputs[TypedCell.key("Mb_In_Notes_whatif", row: "C6")] == .text("call them"))
    #expect(try Enrichment.existingSheets(in: Workbook.open(path: input)).sheets.isEmpty)
  }

  @Test func `a sheet is replaced where it stands, under the name that a person gave it`() throws {
    let folder = try TestFolder()
    let input = try TinyWorkbook().write(to: folder.url)
    let first = folder.url.appending(path: "first.xlsx").path
    _ = try Enrichment.enrich(
      Workbook.open(path: input),
      with: [plan("a", name: "Alpha", growth: 1), plan("b", name: "Beta", growth: 2)], to: first)
    let renamed = try PackageChange.copy(
      first, to: folder.url.appending(path: "renamed.xlsx").path, part: "xl/workbook.xml"
    ) {
      $0.replacingOccurrences(of: "name=\"Alpha\"", with: "name=\"Mine\"")
        .replacingOccurrences(of: ">Alpha!", with: ">Mine!")
    }
    let second = folder.url.appending(path: "second.xlsx").path
    let report = try Enrichment.enrich(
      Workbook.open(path: renamed),
      with: [plan("b", name: "Beta", growth: 3), plan("a", name: "Alpha", growth: 4)], to: second)
    #expect(report.sheetNames == ["Beta", "Mine"])
    let result = try Workbook.open(path: second)
    #expect(result.sheets.map(\.name) == ["Sales", "Cost & pools", "Mine", "Beta"])
    #expect(try CellTexts.read(result, sheet: 2)["B2"] == "4.0")
    #expect(try CellTexts.read(result, sheet: 3)["B2"] == "3.0")
    #expect(
      result.definedNames.filter { $0.name == "Mb_In_a" }.map(\.formula) == ["'Mine'!$B$2"]
        || result.definedNames.filter { $0.name == "Mb_In_a" }.map(\.formula) == ["Mine!$B$2"])
  }

  @Test func `a sheet that is no longer made keeps its tab with a line that says so`() throws {
    let folder = try TestFolder()
    let input = try TinyWorkbook().write(to: folder.url)
    let first = folder.url.appending(path: "first.xlsx").path
    _ = try Enrichment.enrich(
      Workbook.open(path: input),
      with: [plan("a", name: "Alpha", growth: 1), plan("b", name: "Beta", growth: 2)], to: first)
    let second = folder.url.appending(path: "second.xlsx").path
    let report = try Enrichment.enrich(
      Workbook.open(path: first), with: [plan("b", name: "Beta", growth: 2)], to: second)
    #expect(report.sheetNames == ["Beta"])
    #expect(report.findings.map(\.code.id) == ["WRITE-007"])
    let result = try Workbook.open(path: second)
    #expect(result.sheets.map(\.name) == ["Sales", "Cost & pools", "Alpha", "Beta"])
    #expect(
      try CellTexts.read(result, sheet: 2)["A1"]?.hasPrefix("This sheet is no longer") == true)
    #expect(try CellTexts.read(result, sheet: 2)["B2"] == nil)
  }

  @Test func `of a sheet and its copy the one with our name is ours`() throws {
    let folder = try TestFolder()
    let mark = SheetMark(key: "a", sheetName: "Cost & pools").formula
    let names = [0, 1].map { index in
      "<definedName name=\"_Marginbook\" localSheetId=\"\(index)\">\(XMLText.escaped(mark))</definedName>"
    }
    let input = try TinyWorkbook(names: names.joined()).write(to: folder.url)
    let existing = try Enrichment.existingSheets(in: Workbook.open(path: input))
    #expect(existing.sheets == [ExistingSheet(key: "a", name: "Cost & pools", index: 1)])
  }

  @Test func `the calculation chain goes when it lists a sheet that is replaced`() throws {
    let folder = try TestFolder()
    let chain = { (id: Int) in
      TinyWorkbook(
        names: "<definedName name=\"_Marginbook\" localSheetId=\"1\">"
          + "\(XMLText.escaped(SheetMark(key: "a", sheetName: "Cost & pools").formula))</definedName>",
        extra: [
          ("xl/calcChain.xml", "<calcChain xmlns=\"x\"><c r=\"A1\" i=\"\(id)\"/></calcChain>")
        ],
        extraTypes: "<Override PartName=\"/xl/calcChain.xml\" ContentType=\"c+xml\"/>",
        extraWorkbookRelationships:
          "<Relationship Id=\"rId6\" Type=\"http://schemas.openxmlformats."
          + "org/officeDocument/2006/relationships/calcChain\" Target=\"calcChain.xml\"/>")
    }
    for (id, stays) in [(8, false), (3, true)] {
      let input = try chain(id).write(to: folder.url, name: "in\(id).xlsx")
      let output = folder.url.appending(path: "out\(id).xlsx").path
      _ = try Enrichment.enrich(
        Workbook.open(path: input), with: [plan("a", name: "A", growth: 1)], to: output)
      let result = try Workbook.open(path: output)
      #expect(result.package.contains(part: "xl/calcChain.xml") == stays)
      #expect(result.relationships.contains { $0.kind == "calcChain" } == stays)
      #expect(
        result.package.contentType(ofPart: "xl/calcChain.xml")
          == (stays ? "c+xml" : "application/xml"))
    }
  }
}

/// Changes one part of a package.
enum PackageChange {
  static func copy(
    _ path: String, to target: String, part: String, _ change: (String) -> String
  ) throws -> String {
    let package = try Package(path: path)
    let file = try OutputFile(path: target)
    var archive = ArchiveWriter(file: file)
    for entry in package.entries {
      let bytes = try package.bytes(ofPart: entry.name)
      let isWanted = entry.name == part
      try archive.add(
        entry.name,
        bytes: isWanted ? Array(change(String(decoding: bytes, as: UTF8.self)).utf8) : bytes)
    }
    try archive.finish()
    try file.commit()
    return target
  }
}
