import CostingCore

/// Sales by product and the days of orders, put in order.
///
/// They are made of sales lines alone, so that it can be begun while cost tables are read.
struct SalesDetail {
  /// Ascending by customer, then product; the unassigned line last, under
  /// ``SalesLedger/unassignedPlace``.
  let productSales: [ProductSales]
  /// Median number of days between order days by customer; nil with fewer than two.
  let medianGaps: [Double?]

  /// - Parameter count: customers met so far; those met later have no sales.
  init(_ products: ProductBook, _ days: OrderDays, customers count: Int) {
    productSales = products.rows(customers: count)
    medianGaps = days.medianGaps(customers: count)
  }
}

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
