import FinanceModel
import Testing
import WorkbookReading

@Suite struct `Cells of worksheets` {
  @Test func `numbers are the nearest doubles to what is written`() throws {
    let expected = [
      5, 5, 0.5, 5, 7.5, 1e5, -0.25, 0.1, 1_234_567_890_123_456_768, .greatestFiniteMagnitude,
      .leastNonzeroMagnitude, 123_456_789_012_345_680, 0.30000000000000004, -0.0,
      9_007_199_254_740_992, 1e23,
    ]
    #expect(try Fixture.values(of: "number-spellings.xlsx") == expected.map(\.description))
  }

  @Test func `the decimal as written comes with the number`() throws {
    let book = try Fixture.open("number-spellings.xlsx")
    var sink = Decimals()
    try book.read(sheet: 0, into: &sink)
    #expect(
      sink.decimals == [
        "5", "5", "0.5", "5", "7.5", "100000", "-0.25", "0.1", "-", "-", "0", "-", "0.3", "0", "-",
        "-",
      ])
  }

  private struct Decimals: RowSink {
    var decimals: [String] = []

    mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
      for place in cells.indices { decimals.append(cells[place].decimal?.description ?? "-") }
      return true
    }
  }

  @Test func `what should be a number and is none is refused with its cell`() throws {
    let error = try #require(Fixture.failure(of: "not-a-number.xlsx"))
    #expect(error.code == .damaged)
    #expect(error.message.english.contains("Cell A1 should hold a number but holds “12,5O”"))
  }

  @Test func `booleans and errors keep their kinds`() throws {
    #expect(
      try Fixture.cells(of: "booleans-and-errors.xlsx") == [
        "A1=boolean 1.0", "B1=boolean 0.0", "C1=boolean 1.0", "D1=error #N/A", "E1=error #DIV/0!",
      ])
  }

  @Test func `shared strings lose phonetic runs and escapes and keep their spaces`() throws {
    let book = try Fixture.open("shared-strings.xlsx")
    #expect(
      (0..<book.strings.count).map(book.strings.string) == [
        "plain", " kept ", "rich text", "東京", "a\rb_x0041_😀", "a\nb\r\nc", "<A&B> \"中文'", "", "",
      ])
    #expect(book.strings.string(at: 99) == "")
    #expect(book.strings.withBytes(at: 0) { $0.count } == 5)
  }

  @Test func `inline strings and results of formulas are text`() throws {
    #expect(
      try Fixture.cells(of: "inline-and-formula-strings.xlsx") == [
        "A1=text in", "B1=text rich", "C1=text ab", "D1=text 007", "E1=text  xA ",
      ])
  }

  @Test(arguments: ["string-index-out-of-range.xlsx", "strings-part-missing.xlsx"])
  func `a string that is not there is refused with its cell`(name: String) throws {
    let error = try #require(Fixture.failure(of: name))
    #expect(error.message.english.contains("Cell A1 refers to shared string"))
  }

  @Test(arguments: [
    ("no-references.xlsx", ["A1=number 1.0", "B1=number 2.0", "A2=number 3.0"]),
    (
      "cells-of-other-rows.xlsx", ["A1=number 1.0", "B1=number 2.0", "A3=number 3.0", "B3=text b3"]
    ),
    ("ghost-rows-and-empty-cells.xlsx", ["D3=number 4.0"]),
    ("both-corners.xlsx", ["A1=number 1.0", "XFD1048576=number 2.0"]),
    (
      "rows-out-of-order.xlsx",
      [
        "A2=text first", "C2=number 23.0", "A5=number 510.0", "B5=number 52.0", "D5=text later",
        "A9=number 91.0",
      ]
    ),
  ])
  func `cells stand where they say, rows ascending, each once`(
    name: String, cells: [String]
  ) throws {
    #expect(try Fixture.cells(of: name) == cells)
  }

  @Test(arguments: [
    ("column-beyond-the-last.xlsx", "XFE1"), ("row-beyond-the-last.xlsx", "1048577"),
    ("row-number-of-twenty-digits.xlsx", "99999999999999999999"),
  ])
  func `a place that no worksheet has is refused`(name: String, place: String) throws {
    let error = try #require(Fixture.failure(of: name))
    #expect(error.code == .damaged)
    #expect(error.message.english.contains(place))
  }

  @Test func `formulas are told, and those without a value counted`() throws {
    let book = try Fixture.open("formulas.xlsx")
    var words = CellWords(strings: book.strings)
    let summary = try book.read(sheet: 0, into: &words)
    #expect(summary.formulas == 7)
    #expect(summary.formulasWithoutValue == 1)
    #expect(summary.firstWithoutValue == CellAddress(row: 1, column: 3))
    #expect(!words.words.contains { $0.hasPrefix("C1=") || $0.hasPrefix("D1=") })
  }

  @Test func `shared formulas are written out for each of their cells`() throws {
    let formulas = try Fixture.open("formulas.xlsx").formulas(ofSheet: 0)
    #expect(
      formulas[CellAddress(row: 3, column: 1)]
        == "B3*$B$1+LOG10(B3)+Sheet1!B3+SUM(B:B)+SUM(3:3)&\"B2\"")
    #expect(
      formulas[CellAddress(row: 4, column: 1)]
        == "B4*$B$1+LOG10(B4)+Sheet1!B4+SUM(B:B)+SUM(4:4)&\"B2\"")
    #expect(formulas[CellAddress(row: 4, column: 2)] == "TRANSPOSE(A1:B1)")
    #expect(formulas.count == 7)
  }

  @Test(arguments: ["rows-out-of-order.xlsx", "cells-of-other-rows.xlsx", "cut-off-sheet.xlsx"])
  func `a sheet that was looked through first reads as one that was not`(name: String) {
    func words(lookingFirst: Bool) throws -> [String] {
      let book = try Fixture.open(name)
      if lookingFirst {
        var look = Forgetful()
        _ = try? book.read(sheet: 0, into: &look)
      }
      var words = CellWords(strings: book.strings)
      try book.read(sheet: 0, into: &words)
      return words.words
    }
    #expect((try? words(lookingFirst: true)) == (try? words(lookingFirst: false)))
  }

  @Test func `a sink that has enough gets no more`() throws {
    let book = try Fixture.open("number-spellings.xlsx")
    var sink = FirstRow()
    try book.read(sheet: 0, into: &sink)
    #expect(sink.count == 1)
  }

  private struct FirstRow: RowSink {
    var count = 0

    mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
      count += 1
      return false
    }
  }
}

/// Has enough with the first row, and can start over.
private struct Forgetful: RowSink {
  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool { false }
  mutating func startOver() -> Bool { true }
}
