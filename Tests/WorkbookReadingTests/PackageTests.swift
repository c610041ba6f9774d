import FinanceModel
import Testing
import WorkbookReading

@Suite struct `Packages` {
  @Test func `parts are found whatever their names look like`() throws {
    #expect(try Fixture.cells(of: "odd-part-names.xlsx") == ["A1=text zero"])
  }

  @Test func `a relationship that climbs out of the package leads nowhere`() {
    #expect(PartName.resolved("../../etc/passwd", from: "xl/workbook.xml") == "../../etc/passwd")
    #expect(PartName.resolved("../a%20b/./c.xml", from: "xl/workbook.xml") == "a b/c.xml")
    #expect(PartName.resolved("/xl/x.xml", from: "xl/workbook.xml") == "xl/x.xml")
    #expect(PartName.relationships(of: "xl/workbook.xml") == "xl/_rels/workbook.xml.rels")
  }

  @Test func `the strict class is read and told`() throws {
    #expect(try Fixture.open("strict.xlsx").isStrict)
    #expect(try Fixture.cells(of: "strict.xlsx") == ["A1=number 1.0"])
  }

  @Test func `sheets, names, protection and calculation are told`() throws {
    let book = try Fixture.open("sheets-names-tables.xlsm")
    #expect(book.sheets.map(\.name) == ["Visible", "Chart", "R&D", "Deep"])
    #expect(book.sheets.map(\.kind) == [.worksheet, .chartSheet, .worksheet, .worksheet])
    #expect(book.sheets.map(\.visibility) == [.visible, .visible, .hidden, .veryHidden])
    #expect(book.hasMacros && book.isStructureProtected && !book.isSigned)
    #expect(book.calculation.iterates && book.calculation.isManual)
    #expect(!book.calculation.hasFullPrecision)
    #expect(
      book.definedNames == [
        DefinedName(name: "Total", sheet: nil, formula: "Visible!$A$1", isHidden: false),
        DefinedName(
          name: "_xlnm.Print_Area", sheet: 2, formula: "'R&D'!$A$1:$B$2", isHidden: true),
      ])
    #expect(try Fixture.cells(of: "sheets-names-tables.xlsm", sheet: 1).isEmpty)
    #expect(try Fixture.cells(of: "sheets-names-tables.xlsm", sheet: 3) == ["A1=number 3.0"])
  }

  @Test func `details hold tables, merged ranges, hidden columns and comments`() throws {
    let details = try Fixture.open("sheets-names-tables.xlsm").details(ofSheet: 0)
    let range = try #require(CellRange(a1: "A1:B9"))
    #expect(
      details.tables == [
        TableInfo(
          name: "Sales", range: range, headerRowCount: 1, totalsRowCount: 1,
          columns: ["Customer", "Net\nsales"])
      ])
    #expect(details.mergedRanges.map(\.a1) == ["A1:B1"])
    #expect(details.hiddenColumns == [2...3])
    #expect(details.hasComments)
  }

  @Test func `stored entries are read`() throws {
    #expect(try Fixture.cells(of: "stored.xlsx") == ["A1=number 1.0"])
  }

  @Test(arguments: [
    ("wrong-checksum.xlsx", WorkbookError.Code.damaged, "checksum"),
    ("cut-off-archive.xlsx", .damaged, "cut off"), ("same-part-twice.xlsx", .damaged, "twice"),
    ("sheet-part-missing.xlsx", .damaged, "“Sheet1” is not in this file"),
    ("overlapping-entries.xlsx", .damaged, "overlap"),
    ("high-ratio.xlsx", .limitExceeded, "400 to 1 is the limit"),
    ("plain-archive.xlsx", .notAWorkbook, "ZIP archive but not an Excel workbook"),
    ("word-document.xlsx", .notAWorkbook, "Word document"),
    ("binary-workbook.xlsx", .legacyFormat, ".xlsb"),
    ("open-document.xlsx", .legacyFormat, "OpenDocument"),
    ("encrypted.xlsx", .encrypted, "password"),
    ("old-binary-workbook.xlsx", .legacyFormat, "Excel 97–2003"),
    ("web-page.xls", .notAWorkbook, "web page"), ("empty.xlsx", .notAWorkbook, "empty"),
    ("random-bytes.xlsx", .notAWorkbook, "not an Excel workbook"),
    ("csv-by-another-name.xlsx", .notAWorkbook, "text file (CSV)"),
    ("no-such-file.xlsx", .notFound, "no such file"), ("", .notAFile, "folder"),
  ])
  func `what is no workbook is named for what it is`(
    name: String, code: WorkbookError.Code, words: String
  ) throws {
    let error = try #require(Fixture.failure(of: name))
    #expect(error.code == code)
    #expect(error.message.english.contains(words))
    #expect(error.file == Fixture.path(name))
  }

  @Test func `of a part that was updated in place the newer is read, and that is said`() throws {
    let book = try Fixture.open("same-part-updated.xlsx")
    #expect(book.notes.count == 1)
    #expect(try Fixture.cells(of: "same-part-updated.xlsx") == ["A1=number 2.0"])
  }

  @Test func `parts give their bytes, types and relationships`() throws {
    let package = try Package(path: Fixture.path("sheets-names-tables.xlsm"))
    #expect(try package.bytes(ofPart: "XL/vbaProject.bin") == Array("vba".utf8))
    #expect(package.contentType(ofPart: "xl/workbook.xml")?.hasSuffix("sheet.main+xml") == true)
    #expect(package.contentType(ofPart: "xl/vbaProject.bin") == nil)
    let table = try package.relationships(ofPart: "xl/worksheets/sheet1.xml").first
    #expect(table?.kind == "table")
    #expect(table?.part == "xl/tables/table1.xml")
    #expect(throws: WorkbookError.self) { try package.bytes(ofPart: "xl/none.xml") }
  }
}

@Suite struct `Limits of reading` {
  /// What is set, on what, and the words that the refusal must hold.
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var name: String
    var set: @Sendable (inout ReadingLimits) -> Void
  }

  static let cases = [
    Case(description: "entries", name: "stored.xlsx") { $0.entries = 3 },
    Case(description: "part is too large", name: "stored.xlsx") { $0.bytesPerPart = 100 },
    Case(description: "workbook is too large", name: "stored.xlsx") { $0.bytesInAll = 1000 },
    Case(description: "nested too deep", name: "stored.xlsx") { $0.xmlDepth = 3 },
    Case(description: "attribute", name: "stored.xlsx") { $0.attributeBytes = 10 },
    Case(description: "text is too long", name: "shared-strings.xlsx") { $0.textBytes = 6 },
    Case(description: "too many shared strings", name: "shared-strings.xlsx") {
      $0.sharedStrings = 4
    },
    Case(description: "shared strings are too large", name: "shared-strings.xlsx") {
      $0.sharedStringBytes = 12
    },
    Case(description: "cell formats", name: "number-formats.xlsx") { $0.cellFormats = 5 },
    Case(description: "list has too many items", name: "sheets-names-tables.xlsm") {
      $0.listedItems = 3
    },
    Case(description: "takes too long", name: "stored.xlsx") { $0.secondsPerPart = 0 },
    Case(description: "too many cells", name: "number-spellings.xlsx") { $0.cells = 5 },
  ]

  @Test(arguments: cases) func `a refusal names the limit`(_ test: Case) throws {
    var limits = ReadingLimits()
    test.set(&limits)
    let error = try #require(Fixture.failure(of: test.name, limits: limits))
    #expect(error.code == .limitExceeded)
    #expect(error.message.english.contains(test.description))
  }
}
