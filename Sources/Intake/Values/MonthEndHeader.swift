import FinanceModel

/// Reads the month of an end-of-month balance from its header: `2026-01`, `1月末余额`, `Jan-26`,
/// `End of March`, `Balance 2026/03/31`.
enum MonthEndHeader {
  /// The month; nil where the header names none.
  ///
  /// - Parameter lastMonth: the latest month that a header without a year can mean; its year, or the
  ///   one before, is taken.
  static func month(_ text: String, lastMonth: Month?) -> Month? {
    let bare = withoutWords(text)
    if let read = DateText.read(bare) { return read.day.month }
    guard let month = PeriodText.month(bare) else { return nil }
    if let year = year(in: bare) { return Month(year: year, month: month) }
    guard let lastMonth else { return nil }
    let same = Month(year: lastMonth.year, month: month)
    return same <= lastMonth ? same : Month(year: lastMonth.year - 1, month: month)
  }

  private static func withoutWords(_ text: String) -> String {
    var bare = text.lowercased()
    for word in words { bare = bare.replacing(word, with: "") }
    return bare.trimmingPrefix { $0.isWhitespace || $0 == "-" || $0 == "_" }.description
      .split(separator: " ").joined(separator: " ")
  }

  private static let words = [
    "应收账款", "应收", "期末", "余额", "末", "底", "end of", "month end", "month-end", "closing",
    "receivables", "balance", "eom",
  ]

  private static func year(in text: String) -> Int? {
    text.split { !("0"..."9").contains($0) }.first { $0.count == 4 }.flatMap { Int($0) }
  }
}
