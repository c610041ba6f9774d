import FinanceModel
import Testing

@testable import Intake

@Suite struct `Headers of month-end balances` {
  @Test(arguments: [
    "2026-03", "2026年3月", "3月", "3月末余额", "三月底", "Mar-26", "March", "End of March",
    "Balance 2026/03/31",
  ])
  func `name their month`(header: String) {
    let month = MonthEndHeader.month(header, lastMonth: Month(year: 2026, month: 6))
    #expect(month == Month(year: 2026, month: 3))
  }

  @Test func `without a year the latest month that fits is meant`() {
    let last = Month(year: 2026, month: 6)
    #expect(MonthEndHeader.month("11月", lastMonth: last) == Month(year: 2025, month: 11))
    #expect(MonthEndHeader.month("11月", lastMonth: nil) == nil)
  }

  @Test(arguments: ["1-30", "31-60 days", ">90", "Opening AR", "Customer", "期初余额", "Total", ""])
  func `other headers name none`(header: String) {
    #expect(MonthEndHeader.month(header, lastMonth: Month(year: 2026, month: 6)) == nil)
  }
}
