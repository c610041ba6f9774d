import FinanceModel

/// Why rows of a table do not count.
enum LeftOutReason {
  static let totals = LocalizedText(english: "totals", chinese: "合计行")
  static let notes = LocalizedText(english: "notes", chinese: "说明行")
  static let repeatedHeaders = LocalizedText(english: "repeated headers", chinese: "重复表头")
  static let carriedForward = LocalizedText(english: "carried forward", chinese: "结转余额")
  static let withoutFigures = LocalizedText(english: "no figures", chinese: "没有数字")
  static let beforePeriod = LocalizedText(english: "before the period", chinese: "早于期间")
  static let afterPeriod = LocalizedText(english: "after the period", chinese: "晚于期间")
  static let belowTable = LocalizedText(
    english: "right below the Excel table", chinese: "紧接在 Excel 表格下方")
  static let withoutCustomer = LocalizedText(english: "no customer", chinese: "没有客户")
  static let forecast = LocalizedText(
    english: "neither budget nor actual", chinese: "既非预算也非实际")
  static let balanceAccounts = LocalizedText(
    english: "accounts that are no cost", chinese: "非成本费用科目")
  static let poolsGiven = LocalizedText(
    english: "cost pools are given elsewhere", chinese: "成本池已另行给出")

  static let derived = LocalizedText(
    english: "sums and margins, worked out anew", chinese: "合计与毛利，重新计算")
  static let unknownMeasure = LocalizedText(
    english: "neither revenue nor cost", chinese: "既非收入也非成本")

  static func currency(_ code: String) -> LocalizedText {
    LocalizedText(english: "in \(code)", chinese: "币种为 \(code)")
  }
}
