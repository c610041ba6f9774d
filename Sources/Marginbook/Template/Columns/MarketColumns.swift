import FinanceModel

/// The columns of what the market sold.
enum MarketColumns {
  static let period = CanonicalColumn(
    "Period", "期间", .text,
    note("Month, quarter or year. Example: 2026-Q1.", "月份、季度或年份。示例：2026-Q1。"),
    isRequired: true)
  static let region = CanonicalColumn(
    "Region", "区域", .text,
    note("As on the customers' sheet; blank: the whole market.", "与客户表一致；留空表示整个市场。"))
  static let sales = CanonicalColumn(
    "Market Sales", "市场规模", .amount,
    note("What all suppliers sold. Gives the market share.", "所有供应商的销售额，用于市场占有率。"),
    isRequired: true)

  static let all = [period, region, sales]
}
