import Testing

@testable import ProfitabilitySheets

@Suite struct TextWidthTests {
  @Test func `Chinese characters count double`() {
    #expect(TextWidth.of("净利润") == 6)
    #expect(TextWidth.of("CM1") == 3)
  }

  @Test func `a number is as wide as its digits, separators and brackets`() {
    let format = NumberFormats.signed("#,##0.00")
    #expect(TextWidth.of(1_234_567.891, format: format) == 7 + 2 + 3 + 2)
  }

  @Test func `a text takes the lines that its width asks for`() {
    #expect(TextWidth.lines("一二三四五", in: 4) == 3)
    #expect(TextWidth.lines("a\nb", in: 40) == 2)
    // Four letters and a blank leave no room for four more, though twelve letters are two lines.
    #expect(TextWidth.lines("aaaa bbbb cccc", in: 8) == 3)
    #expect(TextWidth.lines("aaaabbbbcccc", in: 8) == 2)
  }

  @Test(arguments: [
    (0.1254, "12.5%"), (-0.05, "-5.0%"), (1.97, "197.0%"), (0, "0.0%"), (-0.0001, "0.0%"),
  ])
  func `a share is written as TEXT writes it`(_ ratio: Double, _ text: String) {
    #expect(PercentText.one(ratio) == text)
  }

  @Test func `thousands are grouped`() {
    #expect(PercentText.grouped(1_234_567.4) == "1,234,567")
    #expect(PercentText.grouped(999) == "999")
  }
}
