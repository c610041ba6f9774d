import FinanceModel

/// What customers owe in one currency, gathered from balances or from items.
struct ReceivablesBook {
  var currency: String?
  var buckets: [AgeingBucket] = []
  /// In order of first mention.
  var accounts: [Account] = []
  private var placeByID: [CustomerID: Int] = [:]
  /// Points in the average of each account: 2, or one a month end and one for the opening balance.
  var averagePoints = 2
  /// Items that had to be aged from their own date.
  var withoutDueDate = 0
  /// What was billed in the period, for currencies without sales.
  var billed: Amount = 0
  /// From the first item to the last, where the workbook has no period.
  var span: Period?

  /// One customer's.
  struct Account {
    var id: CustomerID
    var opening: Amount?
    var closing: Amount?
    var billed: Amount = 0
    /// Parallel to the book's buckets.
    var ageing: [Amount]
    /// Balances at the ends of the months that the book averages over; empty where it does not.
    var monthEnds: [Amount] = []
  }

  /// The mean balance of an account over the book's points; nil where it has not both ends of the
  /// period.
  func average(of account: Account) -> Amount? {
    guard account.monthEnds.isEmpty else {
      let opening = averagePoints > account.monthEnds.count ? account.opening ?? 0 : 0
      return account.monthEnds.reduce(opening, +).divided(by: Amount(averagePoints))
    }
    guard let opening = account.opening, let closing = account.closing else { return nil }
    return (opening + closing).divided(by: 2)
  }

  /// Adds to a customer's account, which begins with its first mention.
  mutating func update(_ id: CustomerID, _ change: (inout Account) -> Void) {
    let place = placeByID[id] ?? accounts.count
    if place == accounts.count {
      placeByID[id] = place
      accounts.append(
        Account(id: id, ageing: [Amount](repeating: 0, count: buckets.count)))
    }
    change(&accounts[place])
  }

  /// The sum of a figure over the accounts that have it; nil where none does.
  func total(_ figure: (Account) -> Amount?) -> Amount? {
    let known = accounts.compactMap(figure)
    return known.isEmpty ? nil : known.reduce(.zero, +)
  }
}

extension ReceivablesBook {
  /// The book of a table of balances.
  ///
  /// Where balances are given for the ends of at least two months of the period, the average goes by
  /// all of them and the balance that the period opened with: 13 points of a year, 12 where the
  /// opening balance is not given (CFA curriculum, activity ratios). The end of the month before
  /// the period is such an opening balance.
  init(balances table: ReceivablesTable, period: Period?) {
    buckets = table.buckets
    let inside = table.months.indices.filter { month in
      period.map { $0.start.month...$0.end.month ~= table.months[month] } ?? true
    }
    let before = period.flatMap {
      table.months.firstIndex(of: $0.start.month.advanced(byMonths: -1))
    }
    for balance in table.balances {
      let ends = balance.monthEnds.count == table.months.count ? balance.monthEnds : []
      update(balance.customer) { account in
        account.add(balance)
        guard !ends.isEmpty else { return }
        if balance.opening == nil, let before { account.addOpening(ends[before]) }
        if inside.count > 1 { account.add(monthEnds: inside.map { ends[$0] }) }
        let isClosed = balance.closing != nil || !balance.ageing.isEmpty
        if !isClosed, let last = inside.last { account.addClosing(ends[last]) }
      }
    }
    guard inside.count > 1 else { return }
    averagePoints = inside.count + (accounts.contains { $0.opening != nil } ? 1 : 0)
    for place in accounts.indices where accounts[place].monthEnds.isEmpty {
      accounts[place].add(monthEnds: [Amount](repeating: 0, count: inside.count))
    }
  }
}

extension ReceivablesBook.Account {
  fileprivate mutating func add(_ balance: ReceivableBalance) {
    for (place, amount) in balance.ageing.enumerated() where place < ageing.count {
      ageing[place] += amount
    }
    if let amount = balance.opening { addOpening(amount) }
    let aged = balance.ageing.isEmpty ? nil : balance.ageing.reduce(Amount.zero, +)
    if let amount = balance.closing ?? aged { addClosing(amount) }
  }

  fileprivate mutating func addOpening(_ amount: Amount) { opening = (opening ?? 0) + amount }

  fileprivate mutating func addClosing(_ amount: Amount) { closing = (closing ?? 0) + amount }

  fileprivate mutating func add(monthEnds ends: [Amount]) {
    if monthEnds.isEmpty { monthEnds = [Amount](repeating: 0, count: ends.count) }
    for (place, amount) in ends.enumerated() { monthEnds[place] += amount }
  }
}
