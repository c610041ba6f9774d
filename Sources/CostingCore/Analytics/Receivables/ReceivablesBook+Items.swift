import FinanceModel

extension ReceivablesBook {
  /// The book of invoices, as they stand at the end of a period.
  ///
  /// An item is open with what is not paid by then; items of later date do not count. Opening
  /// balances come out only where some item says when it was paid, since a list of open items alone
  /// does not tell what was open before; without a period, month-end balances instead.
  init(items: [ReceivableItem], period: Period?, terms: (CustomerID) -> Int?) {
    buckets = AgeingBucket.standard
    span = Self.span(of: items)
    let closingDay = period?.end ?? span?.end
    let openingDay = (period ?? span)?.start.advanced(byDays: -1)
    let tellsOpening = period != nil && items.contains { $0.paidOn != nil }
    let window = period ?? span
    for item in items {
      let remaining = item.remaining(at: closingDay)
      let bucket = remaining.isZero ? nil : place(of: item, at: closingDay, terms)
      update(item.customer) { account in
        account.closing = (account.closing ?? 0) + remaining
        if let bucket { account.ageing[bucket] += remaining }
        if tellsOpening {
          account.opening = (account.opening ?? 0) + item.remaining(at: openingDay)
        }
        if item.isBilled(in: window) { account.billed += item.amount }
      }
    }
    billed = accounts.reduce(.zero) { $0 + $1.billed }
    if period == nil { addMonthEnds(of: items) }
  }

  /// Where only the items say what the period is, the balance before the first of them is not
  /// known, and zero by the looks of it. The average then goes by the balances at the ends of the
  /// months that they span, as far as payments are dated.
  private mutating func addMonthEnds(of items: [ReceivableItem]) {
    guard let span, items.contains(where: { $0.paidOn != nil }) else { return }
    let days = Self.monthEnds(in: span)
    guard days.count > 1 else { return }
    averagePoints = days.count
    for place in accounts.indices {
      accounts[place].monthEnds = [Amount](repeating: 0, count: days.count)
    }
    for item in items {
      update(item.customer) { account in
        for (place, day) in days.enumerated() {
          account.monthEnds[place] += item.remaining(at: day)
        }
      }
    }
  }

  /// The last days of the months that end in a period, at most those of the last ten years.
  private static func monthEnds(in period: Period) -> [Day] {
    var month = max(period.start.month, period.end.month.advanced(byMonths: -120))
    var days: [Day] = []
    while month.lastDay <= period.end {
      days.append(month.lastDay)
      month = month.advanced(byMonths: 1)
    }
    return days
  }

  /// From the first to the last date of the items.
  private static func span(of items: [ReceivableItem]) -> Period? {
    let days = items.compactMap(\.date)
    guard let first = days.min(), let last = days.max() else { return nil }
    return Period(start: first, end: last)
  }

  /// The bucket of an open item.
  private mutating func place(
    of item: ReceivableItem, at day: Day?, _ terms: (CustomerID) -> Int?
  ) -> Int? {
    let agreed = (item.creditTerms ?? terms(item.customer)).map { min(max($0, 0), 3650) }
    let due = item.due ?? item.date.flatMap { date in agreed.map(date.advanced(byDays:)) }
    if due == nil { withoutDueDate += 1 }
    guard let day, let from = due ?? item.date else { return 0 }
    let overdue = day.days(since: from)
    return buckets.firstIndex { bucket in
      bucket.from <= overdue && overdue <= (bucket.through ?? Int.max)
    }
  }
}

extension ReceivableItem {
  /// What is open at a day's end; all of it where the day is not known.
  func remaining(at day: Day?) -> Amount {
    guard let day else { return amount - (paid ?? 0) }
    if let date, date > day { return 0 }
    if let paidOn {
      return paidOn <= day ? amount - (paid ?? amount) : amount
    }
    return amount - (paid ?? 0)
  }

  fileprivate func isBilled(in period: Period?) -> Bool {
    guard let period, let date else { return false }
    return period.contains(date)
  }
}
