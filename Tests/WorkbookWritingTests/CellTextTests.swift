import Testing

@testable import WorkbookWriting

@Suite("Text in a cell")
struct CellTextTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("_x0041_", "_x005F_x0041_"), ("_X00e9_", "_x005F_X00e9_"),
      ("_x004_", "_x004_"), ("a\u{1}b", "a_x0001_b"), ("a\nb\tc", "a\nb\tc"),
      ("a\rb", "a_x000D_b"), ("\u{FFFF}", "_xFFFF_"), ("中文", "中文"), ("_x0041", "_x0041"),
      ("__x0041_", "__x005F_x0041_"),
    ])
  func `what a file cannot hold as such is escaped`(text: String, stored: String) {
    #expect(CellText.storable(text) == stored)
  }

  @Test func `text is cut at 32,767 units and never inside a character`() {
    let pairs = String(repeating: "😀", count: 16_384)
    #expect(CellText.storable(pairs).utf16.count == 32_766)
    let long = String(repeating: "a", count: 40_000)
    #expect(CellText.storable(long).utf16.count == 32_767)
  }

  @Test(
    arguments: [
      ("Sales", "Sales"), ("a[1]", "a'[1']"), ("it's #1 @x", "it''s '#1 '@x"),
    ])
  func `a column's name is escaped in a structured reference`(name: String, escaped: String) {
    #expect(FormulaText.structuredColumn(name) == escaped)
  }
}
