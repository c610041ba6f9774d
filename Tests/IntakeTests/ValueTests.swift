import FinanceModel
import Testing

@testable import Intake

@Suite struct `Amounts as people type them` {
  @Test(arguments: [
    ("1,234.50", "1234.5"), ("(1,234.50)", "-1234.5"), ("-1,234.50", "-1234.5"),
    ("1,234.50-", "-1234.5"), ("−1,234.50", "-1234.5"), ("¥1,200", "1200"),
    ("$1,000.00", "1000"), ("１２３", "123"), ("3.2万", "32000"), ("1.5亿", "150000000"),
    ("3.2k", "3200"), ("12.5%", "0.125"), ("１２．５％", "0.125"), ("1250 bps", "0.125"),
    (" 12,643.22 ", "12643.22"), ("1 234 567,89", "1234567.89"), ("1.234.567,89", "1234567.89"),
    ("1'234'567.89", "1234567.89"), ("1,23,456.78", "123456.78"), ("1，234，567", "1234567"),
    ("▲1,234", "-1234"), ("1,200元", "1200"), ("1,234.50CR", "-1234.5"), ("-0.00", "0"),
    ("($1,000)", "-1000"), ("1.0E+05", "100000"),
  ])
  func `text becomes its figure`(typed: String, shown: String) {
    #expect(AmountText.value(typed)?.description == shown)
  }

  @Test(arguments: ["-", "--", "—", "N/A", "#N/A", "NULL", "无", "", "n.a.", "/"])
  func `signs for nothing are blank`(typed: String) {
    #expect(AmountText.read(typed) == .blank)
  }

  @Test(arguments: ["12,5O", "abc", "1.2.3", "12-34", "2025-01-31", "P-100", "1/2"])
  func `other text is no figure`(typed: String) {
    #expect(AmountText.read(typed) == AmountText.Reading.none)
  }
}

@Suite struct `Dates as people type them` {
  @Test(arguments: [
    ("2024-01-31", "2024-01-31"), ("2024/1/31", "2024-01-31"), ("2024年1月31日", "2024-01-31"),
    ("2024.01.31", "2024-01-31"), ("20240131", "2024-01-31"), ("31/01/2024", "2024-01-31"),
    ("01/31/2024", "2024-01-31"), ("2024-01-31 13:45:00", "2024-01-31"),
    ("2024-01-31T13:45:00", "2024-01-31"), ("31 Jan 2024", "2024-01-31"),
    ("Jan 31, 2024", "2024-01-31"), ("January 31st, 2024", "2024-01-31"), ("Jan-24", "2024-01-01"),
    ("2024年1月", "2024-01-01"), ("2024-01", "2024-01-01"),
  ])
  func `text becomes its day`(typed: String, iso: String) {
    #expect(DateText.read(typed)?.day.description == iso)
  }

  @Test func `a date that reads both ways says so`() {
    #expect(DateText.read("03/04/2024")?.isAmbiguous == true)
    #expect(DateText.read("03/04/2024", order: .dayFirst)?.day.description == "2024-04-03")
    #expect(DateText.read("13/04/2024")?.order == .dayFirst)
  }

  @Test(arguments: ["2024-13-01", "2024-02-30", "hello", "12.5", "P-100", "53847e24", "00123"])
  func `other text is no date`(typed: String) {
    #expect(DateText.read(typed) == nil)
  }
}

@Suite struct `Units of money` {
  @Test(arguments: [
    ("编制单位：某某公司    单位：万元", 10_000), ("编制单位：某某公司    单位：元", 1),
    ("Profit by customer (USD in thousands)", 1000), ("销售收入（万元）", 10_000),
    ("Amounts in USD 000", 1000), ("in millions", 1_000_000), ("预算(千元)", 1000),
  ])
  func `titles name them`(title: String, factor: Int) {
    #expect(UnitScale(title: title)?.factor == factor)
  }

  @Test(arguments: ["某某公司成本池表", "Acme Group – Orders", "Amounts as exported, Finance", "编制单位：某某公司"])
  func `other titles do not`(title: String) {
    #expect(UnitScale(title: title) == nil)
  }
}
