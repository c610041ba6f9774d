import FinanceModel

/// Net sales of all customers together by calendar month.
struct MonthTotals: Sendable {
  /// Of the months that have sales.
  let netRevenue: [Month: Amount]
  /// From the first of them to the last; nil without any.
  let reach: ClosedRange<Month>?

  /// Months on either side of the first row's that are added up in an array.
  private static let window: Int32 = 600

  init(_ sales: [MonthlySales]) {
    var far: [Month: Amount] = [:]
    let start = (sales.first?.month.number ?? 0) &- Self.window
    var near = [Amount?](repeating: nil, count: 2 * Int(Self.window))
    for sale in sales {
      let place = Int(sale.month.number &- start)
      if near.indices.contains(place) {
        near[place] = (near[place] ?? 0) + sale.netRevenue
      } else {
        far[sale.month, default: 0] += sale.netRevenue
      }
    }
    for (place, sum) in near.enumerated() {
      guard let sum else { continue }
      var month = Month(year: 0, month: 1)
      month.number = start &+ Int32(truncatingIfNeeded: place)
      far[month] = sum
    }
    netRevenue = far
    reach = far.keys.min().flatMap { first in far.keys.max().map { first...$0 } }
  }
}
