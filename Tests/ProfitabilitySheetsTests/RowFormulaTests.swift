import SheetPlan
import Testing

@testable import ProfitabilitySheets

@Suite struct TextWidthTests {
  @Test func `Chinese characters count double`() {
    #expect(TextWidth.of("净利润") == 6)
    #expect(TextWidth.of("CM1") == 3)
  }

  @Test func `a number is as wide as its digits and separators`() {
    let format = NumberFormats.signed("#,##0.00")
    #expect(TextWidth.of(1_234_567.891, format: format) == 7 + 2 + 3 + 2)
  }
}
