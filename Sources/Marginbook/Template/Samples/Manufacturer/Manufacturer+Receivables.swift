import FinanceModel

/// What customers owed at the year's start and end, and for how long.
extension Manufacturer {
  /// A customer's balances, hundredths.
  private struct Balance: Sendable {
    var customer: SampleCustomer
    var opening: Int
    /// Parallel to ``ReceivableColumns/buckets``.
    var ageing: [Int]
    var closing: Int { ageing.reduce(0, +) }
  }

  private static let balances: [Balance] = {
    var generator = SeededGenerator(seed: 20_250_303)
    return customers.map { drawnBalance(of: $0, with: &generator) }
  }()

  static let receivableTable = SheetTable(
    .receivables, rows: balances,
    fields: [
      Field(ReceivableColumns.customerID) { .code($0.customer.id) },
      Field(ReceivableColumns.opening) { .cents($0.opening) },
      Field(ReceivableColumns.closing) { .cents($0.closing) },
    ]
      + ReceivableColumns.buckets.enumerated().map { index, column in
        Field(column) { .cents($0.ageing[index]) }
      })

  private static func drawnBalance(
    of customer: SampleCustomer, with generator: inout SeededGenerator
  ) -> Balance {
    let owed = { (year: Int, percent: Int) in
      let revenue = lines(of: customer, in: year).reduce(0) { $0 + $1.net }
      return max(0, revenue) / 365 * customer.creditTerms * percent / 100
    }
    let opening = owed(year - 1, generator.draw(80...115))
    let closing = owed(year, generator.draw(85...130))
    let late = customer.manner.lateShares
    var ageing = late.map { closing * generator.draw($0) / 1_000 }
    if customer.lost != nil { ageing = [0, 0, 0, closing] }
    return Balance(
      customer: customer, opening: opening,
      ageing: [closing - ageing.reduce(0, +)] + ageing)
  }
}

extension SampleCustomer.Manner {
  /// Thousandths of the balance that are 1–30, 31–60, 61–90 and more days overdue.
  fileprivate var lateShares: [ClosedRange<Int>] {
    switch self {
    case .champion, .quiet: [0...60, 0...10, 0...0, 0...0]
    case .solid: [20...150, 0...60, 0...20, 0...0]
    case .demanding: [120...260, 60...160, 30...90, 20...80]
    case .piecemeal: [100...220, 40...120, 20...60, 0...60]
    }
  }
}
