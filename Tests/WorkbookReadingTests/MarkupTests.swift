import FinanceModel
import Testing
import WorkbookReading

@Suite struct `Markup of worksheets` {
  @Test(arguments: [
    ("prefixed-elements.xlsx", ["A1=number 1.0", "B1=text in"]),
    ("foreign-namespaces.xlsx", ["A1=number 1.0"]),
    ("alternate-content.xlsx", ["A1=number 1.0", "A3=number 3.0"]),
    ("comments-instructions-cdata.xlsx", ["A1=number 12.0", "B1=text <a & b> c"]),
    ("utf16-little-endian.xlsx", ["A1=text größe 客户 😀"]),
    ("utf16-big-endian.xlsx", ["A1=text größe 客户 😀"]),
    ("utf8-byte-order-mark.xlsx", ["A1=text größe 客户 😀"]),
    ("latin1-sheet.xlsx", ["A1=text café"]),
    ("white-space-in-tags.xlsx", ["A1=number 5.0"]),
  ])
  func `odd but legal markup gives its cells`(name: String, cells: [String]) throws {
    #expect(try Fixture.cells(of: name) == cells)
  }

  @Test(arguments: [
    ("doctype.xlsx", "DOCTYPE"), ("unknown-entity.xlsx", "entity reference"),
    ("mismatched-tags.xlsx", "does not match"), ("cut-off-sheet.xlsx", "stops in the middle"),
    ("invalid-utf8.xlsx", "a character that XML does not allow"),
    ("two-roots.xlsx", "outside the root"), ("deep-nesting.xlsx", "nested too deep"),
  ])
  func `broken markup is refused with its part and its reason`(name: String, reason: String) throws
  {
    let error = try #require(Fixture.failure(of: name))
    #expect(error.part == "xl/worksheets/sheet1.xml")
    #expect(error.message.english.contains(reason))
    #expect(!error.message.chinese.isEmpty)
  }
}
