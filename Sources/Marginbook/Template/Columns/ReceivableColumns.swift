/// The columns of the receivables, as balances.
enum ReceivableColumns {
  static let customerID = CanonicalColumn(
    "Customer ID", "客户编码", .text,
    note("The id used on the sales lines.", "与销售明细一致的客户编码。"), isRequired: true)
  static let opening = CanonicalColumn(
    "Opening AR", "期初余额", .amount,
    note("Owed at the period's start.", "期初应收余额。"), isRequired: true)
  static let closing = CanonicalColumn(
    "Closing AR", "期末余额", .amount,
    note("Owed at the period's end.", "期末应收余额。"), isRequired: true)
  static let current = CanonicalColumn(
    "Current", "未到期", .amount,
    note("Part of the closing balance that is not due.", "期末余额中未到期部分。"))
  static let upTo30 = CanonicalColumn(
    "1-30 Days", "1-30天", .amount, note("1 to 30 days overdue.", "逾期1至30天。"))
  static let upTo60 = CanonicalColumn(
    "31-60 Days", "31-60天", .amount, note("31 to 60 days overdue.", "逾期31至60天。"))
  static let upTo90 = CanonicalColumn(
    "61-90 Days", "61-90天", .amount, note("61 to 90 days overdue.", "逾期61至90天。"))
  static let over90 = CanonicalColumn(
    ">90 Days", "90天以上", .amount, note("More than 90 days overdue.", "逾期90天以上。"))

  static let buckets = [current, upTo30, upTo60, upTo90, over90]
  static let all = [customerID, opening, closing] + buckets
}
