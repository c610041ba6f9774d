import FinanceModel
import Foundation
import ProbeSupport
import SheetPlan
import Testing
import WorkbookReading

@testable import WorkbookWriting

@Suite("Adding sheets to a workbook")
struct EnrichmentTests {
  /// A shape of package, named for the test's report.
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var book: TinyWorkbook
  }

  static let shapes: [Shape] = [
    Shape(testDescription: "plain", book: TinyWorkbook()),
    Shape(testDescription: "strict", book: TinyWorkbook(isStrict: true)),
    Shape(testDescription: "prefixed", book: TinyWorkbook(isPrefixed: true)),
    Shape(
      testDescription: "strict and prefixed", book: TinyWorkbook(isStrict: true, isPrefixed: true)),
    Shape(testDescription: "no styles", book: TinyWorkbook(hasStyles: false)),
    Shape(testDescription: "UTF-16", book: TinyWorkbook(isUTF16: true)),
    Shape(testDescription: "backslashes", book: TinyWorkbook(hasBackslashes: true)),
    Shape(testDescription: "protected", book: TinyWorkbook(isProtected: true)),
    Shape(testDescription: "no app properties", book: TinyWorkbook(hasAppProperties: false)),
    Shape(testDescription: "odd folder", book: TinyWorkbook(folder: "odd/place/")),
    Shape(testDescription: "at the root", book: TinyWorkbook(folder: "")),
  ]

  @Test(arguments: shapes)
  func `new sheets stand behind the old ones and nothing else changes`(shape: Shape) throws {
    let folder = try TestFolder()
    let input = try shape.book.write(to: folder.url)
    let output = folder.url.appending(path: "out.xlsx").path
    let original = try Workbook.open(path: input)
    let report = try Enrichment.enrich(
      original, with: ProbePlans.plans(original: "Sales"), to: output)
    #expect(report.sheetNames == ["Probe overview", "Probe ledger"])

    let result = try Workbook.open(path: output)
    #expect(
      result.sheets.map(\.name) == ["Sales", "Cost & pools", "Probe overview", "Probe ledger"])
    #expect(result.isStrict == original.isStrict)
    #expect(result.sheets[1].visibility == .hidden)
    #expect(result.calculation.isManual)
    let changing: Set<String> = [
      "[content_types].xml", PartName.key(original.workbookPart),
      PartName.key(PartName.relationships(of: original.workbookPart)),
      PartName.key(shape.book.folder + "styles.xml"), "docprops/app.xml",
    ]
    for entry in original.package.entries where !changing.contains(PartName.key(entry.name)) {
      let kept = try #require(result.package.entry(ofPart: entry.name))
      #expect(kept.crc == entry.crc && kept.compressedSize == entry.compressedSize)
    }
  }

  @Test(arguments: shapes)
  func `the cells of new and old sheets read back`(shape: Shape) throws {
    let folder = try TestFolder()
    let input = try shape.book.write(to: folder.url)
    let output = folder.url.appending(path: "out.xlsx").path
    _ = try Enrichment.enrich(
      Workbook.open(path: input), with: ProbePlans.plans(original: "Sales"), to: output)
    let result = try Workbook.open(path: output)
    #expect(try CellTexts.read(result, sheet: 0)["A1"] == "42.0")
    let cells = try CellTexts.read(result, sheet: 2)
    #expect(cells["A3"] == "=1+1")
    #expect(cells["A4"] == "_x0041_")
    #expect(cells["A5"] == " edge spaces ")
    #expect(cells["A7"] == "control \u{1}\u{1F} end")
    #expect(cells["A10"]?.utf16.count == 32_767)
    #expect(cells["B3"] == nil, "NaN leaves the cell empty")
    #expect(cells["B4"] == "0.30000000000000004")
    #expect(cells["B8"] == "true")
    #expect(cells["B28"] == "0.30000000000000004")
    let ledger = try CellTexts.read(result, sheet: 3)
    #expect(ledger["A4"] == "Customer" && ledger["C11"] == "1.0" && ledger["B45"] == "820.0")
  }

  @Test(arguments: shapes)
  func `a result that is enriched again does not change`(shape: Shape) throws {
    let folder = try TestFolder()
    var path = try shape.book.write(to: folder.url)
    var results: [Data] = []
    var parts: [[String]] = []
    for round in 1...4 {
      let next = folder.url.appending(path: "round\(round).xlsx").path
      _ = try Enrichment.enrich(
        Workbook.open(path: path), with: ProbePlans.plans(original: "Sales"), to: next)
      results.append(try Data(contentsOf: URL(filePath: next)))
      parts.append(try Workbook.open(path: next).package.entries.map(\.name))
      path = next
    }
    let first = try #require(results.first)
    #expect(Set(parts).count == 1)
    for later in results { #expect(abs(later.count - first.count) < first.count / 100) }
    #expect(Set(results).count == 1)
  }

  @Test func `the parts of a result are well-formed and typed`() throws {
    let folder = try TestFolder()
    let input = try TinyWorkbook().write(to: folder.url)
    let output = folder.url.appending(path: "out.xlsx").path
    _ = try Enrichment.enrich(
      Workbook.open(path: input), with: ProbePlans.plans(original: "Sales"), to: output)
    let package = try Package(path: output)
    var names: Set<String> = []
    for entry in package.entries {
      #expect(names.insert(PartName.key(entry.name)).inserted, "\(entry.name) stands twice")
      let bytes = try package.bytes(ofPart: entry.name)
      if entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") {
        #expect(throws: Never.self) { _ = try XMLOutline(bytes) }
      }
      if entry.name != "[Content_Types].xml" {
        #expect(package.contentType(ofPart: entry.name) != nil, "\(entry.name) has no type")
      }
    }
  }

  @Test(arguments: [false, true]) func `a sheet prints on one page where its plan says so`(
    isOnePage: Bool
  ) throws {
    let folder = try TestFolder()
    let path = folder.url.appending(path: "out.xlsx").path
    var plan = SheetPlan(key: "one", name: "One")
    plan.print.isOnePage = isOnePage
    plan.put(.number(1), row: 1, column: 1)
    try WorkbookRenderer.write([plan], to: path, properties: DocumentProperties())
    let outline = try XMLOutline(Package(path: path).bytes(ofPart: "xl/worksheets/sheet1.xml"))
    let setup = try #require(outline.child(0, named: "pageSetup"))
    // A height of 0 pages is as many as it takes; 1 is what stands where nothing is said.
    #expect(outline.attribute(setup, "fitToHeight") == (isOnePage ? nil : "0"))
    #expect(outline.attribute(setup, "fitToWidth") == nil)
  }

  @Test func `bars of figures below zero have a colour of their own`() throws {
    let folder = try TestFolder()
    let path = folder.url.appending(path: "out.xlsx").path
    let cells = CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 9, column: 1))
    var plan = SheetPlan(key: "one", name: "One")
    plan.conditionalFormats = [
      ConditionalFormatPlan(
        range: cells, rule: .dataBar(Color(0x63_8EC6), negative: Color(0xF4_C7C3)))
    ]
    try WorkbookRenderer.write([plan], to: path, properties: DocumentProperties())
    let sheet = try Package(path: path).bytes(ofPart: "xl/worksheets/sheet1.xml")
    let text = String(decoding: sheet, as: UTF8.self)
    #expect(text.contains("<color rgb=\"FF638EC6\"/>"))
    #expect(text.contains("<x14:negativeFillColor rgb=\"FFF4C7C3\"/>"))
  }

  @Test func `a text is drawn smaller where its style says so and does not wrap`() throws {
    let folder = try TestFolder()
    let path = folder.url.appending(path: "out.xlsx").path
    var plan = SheetPlan(key: "one", name: "One")
    let shrinking = CellStyle.plain.with { $0.shrinksToFit = true }
    plan.put(.text("a long name"), row: 1, column: 1, style: shrinking)
    plan.put(.text("a longer one"), row: 2, column: 1, style: shrinking.with { $0.wraps = true })
    try WorkbookRenderer.write([plan], to: path, properties: DocumentProperties())
    let outline = try XMLOutline(Package(path: path).bytes(ofPart: "xl/styles.xml"))
    let formats = outline.children(try #require(outline.child(0, named: "cellXfs")))
    let alignments = formats.compactMap { outline.child($0, named: "alignment") }
    let said = alignments.map {
      [outline.attribute($0, "shrinkToFit"), outline.attribute($0, "wrapText")]
    }
    #expect(Set(said) == [["1", nil], [nil, "1"]])
  }

  @Test func `what is added to the styles leaves theirs in place`() throws {
    let folder = try TestFolder()
    let input = try TinyWorkbook().write(to: folder.url)
    let output = folder.url.appending(path: "out.xlsx").path
    _ = try Enrichment.enrich(
      Workbook.open(path: input), with: ProbePlans.plans(original: nil), to: output)
    let bytes = try Package(path: output).bytes(ofPart: "xl/styles.xml")
    let outline = try XMLOutline(bytes)
    let formats = try #require(outline.child(0, named: "numFmts"))
    let codes = outline.children(formats).compactMap { outline.attribute($0, "formatCode") }
    #expect(codes.filter { $0 == "0.0%" }.count == 1, "the workbook's own format is used")
    let fonts = try #require(outline.child(0, named: "fonts"))
    #expect(
      outline.children(fonts).allSatisfy { font in
        outline.child(font, named: "name").flatMap { outline.attribute($0, "val") } == "Arial"
      })
    for name in ["fonts", "fills", "borders", "cellXfs", "dxfs"] {
      let list = try #require(outline.child(0, named: name))
      #expect(outline.attribute(list, "count") == String(outline.children(list).count))
    }
  }

  @Test func `titles are added to the properties only where they add up`() throws {
    let part = { (count: Int) in
      """
      <Properties xmlns="a" xmlns:vt="b"><HeadingPairs><vt:vector size="2"><vt:variant><vt:lpstr>\
      S</vt:lpstr></vt:variant><vt:variant><vt:i4>\(count)</vt:i4></vt:variant></vt:vector>\
      </HeadingPairs><TitlesOfParts><vt:vector size="1"><vt:lpstr>Sales</vt:lpstr></vt:vector>\
      </TitlesOfParts></Properties>
      """
    }
    let good = try XMLOutline(Array(part(1).utf8))
    let edit = try #require(AppPropertiesEdit(good, worksheets: ["Sales"]))
    let text = String(decoding: edit.adding(["New & more"]), as: UTF8.self)
    #expect(text.contains("<vt:i4>2</vt:i4>") && text.contains("size=\"2\"><vt:lpstr>Sales"))
    #expect(text.contains("<vt:lpstr>New &amp; more</vt:lpstr></vt:vector>"))
    let bad = try XMLOutline(Array(part(3).utf8))
    #expect(AppPropertiesEdit(bad, worksheets: ["Sales"]) == nil)
    #expect(AppPropertiesEdit(good, worksheets: ["Other"]) == nil)
  }
}
