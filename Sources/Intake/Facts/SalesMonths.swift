import CostingCore

/// Sales by month, put in order. Cost that rows of a ledger charge to a customer belongs to a month too.
struct SalesMonths {
  /// Ascending by customer, then month; the unassigned line last, under
  /// ``SalesLedger/unassignedPlace``.
  let rows: [MonthlySales]
  /// The same of the time before the period.
  let prior: [MonthlySales]

  /// - Parameter count: customers met so far; those met later have no sales.
  init(_ months: MonthBook, _ prior: MonthBook, customers count: Int) {
    rows = months.rows(customers: count)
    self.prior = prior.rows(customers: count)
  }
}
