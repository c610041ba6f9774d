import FinanceModel
import Testing
import WorkbookReading

@Suite struct `Text files` {
  private static let cells = [
    "A1=text 客户编号", "B1=text 客户", "C1=text 金额", "D1=text 日期", "A2=text 001",
    "B2=text 甲, 有限公司", "C2=number 1234.5", "D2=date 46053.0", "A3=text 002",
    "B3=text say \"hi\"", "C3=number -5.0", "D3=date \(46056 + 30600.0 / 86400)", "A4=text 0003",
    "B4=text =1+1", "C4=boolean 1.0", "D4=text 1E5",
  ]

  @Test(arguments: ["utf8.csv", "gb18030.csv", "utf16.csv", "utf16-without-mark.csv"])
  func `every encoding gives the same cells`(name: String) throws {
    #expect(try Fixture.cells(of: name) == Self.cells)
  }

  @Test(arguments: [
    (
      "semicolons.csv",
      [
        "A1=text id", "B1=text amount", "A2=number 1.0", "B2=number 1234.56", "A3=number 2.0",
        "B3=number -7.5",
      ]
    ),
    ("tabs.tsv", ["A1=text a", "B1=text b", "A2=number 1.0", "B2=text x\ty"]),
    ("separator-line.csv", ["A1=text a", "B1=text b", "A2=number 1.0", "B2=number 2.0"]),
    ("latin.csv", ["A1=text café", "B1=number 1.0"]),
  ])
  func `separators are found`(name: String, cells: [String]) throws {
    #expect(try Fixture.cells(of: name) == cells)
  }

  @Test func `the sheet is named after the file, and how it was read is said`() throws {
    let book = try Fixture.open("gb18030.csv")
    #expect(book.sheets.map(\.name) == ["gb18030"])
    #expect(book.notes.first?.english.contains("GB18030") == true)
    #expect(book.path == Fixture.path("gb18030.csv"))
  }
}
