import CostingCore

/// What takes longest to put in order of all that a ledger holds.
///
/// It is made of sales lines alone, so that it can be begun while cost tables are read: cost without a
/// line changes months, but neither products nor days.
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
