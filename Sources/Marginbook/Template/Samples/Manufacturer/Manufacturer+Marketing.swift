import FinanceModel

/// Marketing spend by channel and month, with the customers that it won.
extension Manufacturer {
  private struct Spend: Sendable {
    var channel: LocalizedText
    var month: Int
    /// Hundredths.
    var amount: Int
    var newCustomers: Int
  }

  static let marketingTable = SheetTable(
    .marketing, rows: spends,
    fields: [
      Field(MarketingColumns.channel) { .text($0.channel) },
      Field(MarketingColumns.period) { .code(Month(year: year, month: $0.month).description) },
      Field(MarketingColumns.spend) { .cents($0.amount) },
      Field(MarketingColumns.newCustomers) { .number(Double($0.newCustomers)) },
    ])

  private static let fairs = note("Trade fairs", "行业展会")
  private static let search = note("Search ads", "搜索广告")
  private static let referrals = note("Referral programme", "转介绍计划")
  private static let calls = note("Outbound calls", "电话销售")

  private static let spends: [Spend] = (1...12).flatMap { month in
    [
      Spend(
        channel: fairs, month: month, amount: month % 3 == 0 ? 8_600_000 : 640_000,
        newCustomers: won(by: fairs, in: month)),
      Spend(
        channel: search, month: month, amount: 1_380_000 + month * 17_500,
        newCustomers: won(by: search, in: month)),
      Spend(
        channel: referrals, month: month, amount: 320_000,
        newCustomers: won(by: referrals, in: month)),
      Spend(
        channel: calls, month: month, amount: 910_000, newCustomers: won(by: calls, in: month)),
    ]
  }

  /// Those of the year whose first day is in the month: who was recommended came by referral, the
  /// others by fairs until June and by search after.
  private static func won(by channel: LocalizedText, in month: Int) -> Int {
    customers.filter { customer in
      customer.since.month == Month(year: year, month: month)
        && channel
          == (customer.referredBy != nil ? referrals : month <= 6 ? fairs : search)
    }.count
  }
}
