import FinanceModel

/// What customers owe in one currency, gathered from balances or from items.
struct ReceivablesBook {
  var currency: String?
  var buckets: [AgeingBucket] = []
  /// In order of first mention.
  var accounts: [Account] = []
  private var placeByID: [CustomerID: Int] = [:]
  /// Points in the average of each account: 2, or one a month end.
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
    var monthEnds: [Amount] = []

    /// The mean of the balances known; nil with fewer than two.
    var average: Amount? {
      if monthEnds.count > 1 {
        let points = (monthEnds.count == 12 ? [opening].compactMap { $0 } : []) + monthEnds
        return points.reduce(Amount.zero, +).divided(by: Amount(points.count))
      }
      guard let opening, let closing else { return nil }
      return (opening + closing).divided(by: 2)
    }
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
  init(balances table: ReceivablesTable) {
    buckets = table.buckets
    if table.months.count > 1 { averagePoints = table.months.count == 12 ? 13 : table.months.count }
    for balance in table.balances {
      update(balance.customer) { $0.add(balance, months: table.months.count) }
    }
  }
}

extension ReceivablesBook.Account {
  fileprivate mutating func add(_ balance: ReceivableBalance, months: Int) {
    for (place, amount) in balance.ageing.enumerated() where place < ageing.count {
      ageing[place] += amount
    }
    if let amount = balance.opening { opening = (opening ?? 0) + amount }
    let aged = balance.ageing.isEmpty ? nil : balance.ageing.reduce(Amount.zero, +)
    if let amount = balance.closing ?? aged { closing = (closing ?? 0) + amount }
    guard months > 1, balance.monthEnds.count == months else { return }
    if monthEnds.isEmpty { monthEnds = [Amount](repeating: 0, count: months) }
    for (place, amount) in balance.monthEnds.enumerated() { monthEnds[place] += amount }
  }
}
