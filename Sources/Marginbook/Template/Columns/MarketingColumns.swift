/// The columns of the marketing spend.
enum MarketingColumns {
  static let channel = CanonicalColumn(
    "Channel", "渠道", .text,
    note("Where the money went. Example: Trade fairs.", "投放渠道。示例：行业展会。"),
    isRequired: true)
  static let spend = CanonicalColumn(
    "Marketing Spend", "营销费用", .amount,
    note("Spent in the row's period.", "该期间的营销费用。"), isRequired: true)
  static let newCustomers = CanonicalColumn(
    "New Customers", "新客户数量", .quantity,
    note("Won by it. Blank: counted from Customer Since.", "由此获得的新客户；留空则按合作起始日统计。"))
  static let period = CanonicalColumn(
    "Period", "期间", .text, note("Month. Example: 2026-01.", "月份。示例：2026-01。"))

  static let all = [channel, spend, newCustomers, period]
}
