import FinanceModel

/// The words that the samples' customers are described with.
enum SampleWords {
  static let enterprise = note("Enterprise", "大型企业")
  static let midMarket = note("SME", "中小企业")
  static let publicBody = note("Public", "公共机构")

  static let direct = note("Direct", "直销")
  static let dealer = note("Dealer", "经销商")
  static let online = note("Online", "线上商城")

  static let north = note("North", "华北")
  static let east = note("East", "华东")
  static let south = note("South", "华南")
  static let west = note("West", "西部")

  static let priceReason = note("Price", "价格")
  static let serviceReason = note("Service", "服务")
  static let closedReason = note("Business closed", "客户停业")
}
