import FinanceModel

/// What every analysis reads: the inputs, what costing made of them, and what both imply.
struct AnalysisFacts: Sendable {
  let inputs: CostingInputs
  var results: CostingResults
  /// Places of all customers but the unassigned line.
  let places: Range<Int>
  /// Places of customers in the inputs by id.
  let placeByID: [CustomerID: Int]
  /// Sales by customer and month of the whole history, those before the period included; ascending
  /// by customer, then month.
  let salesByMonth: [MonthlySales]
  /// The same added up over the customers.
  let monthTotals: MonthTotals

  init(inputs: CostingInputs, results: CostingResults) {
    self.inputs = inputs
    self.results = results
    places = 0..<(inputs.unassignedIndex ?? inputs.customers.count)
    placeByID = Dictionary(
      inputs.customers.indices.map { (inputs.customers[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    salesByMonth = Self.merged(inputs.priorSalesByMonth, inputs.salesByMonth)
    monthTotals = MonthTotals(salesByMonth)
  }

  var settings: CostingSettings { inputs.settings }

  /// Places of the customers with an order.
  var buyers: [Int] { places.filter { inputs.sales[$0].orders > 0 } }

  /// Days in the period, both ends counted; a year where the period is not known.
  var periodDays: Double { inputs.period.map { Double($0.days) } ?? daysInYear }

  /// 365 unless a setting says otherwise.
  var daysInYear: Double {
    settings.daysInYear.isFinite && settings.daysInYear > 0 ? settings.daysInYear : 365
  }

  /// From the first to the last month of sales, the time before the period included, without a first
  /// or last month that the data cut off; nil where no month is left.
  var wholeMonthRange: ClosedRange<Month>? {
    guard let reach = monthTotals.reach else { return nil }
    var (first, last) = (reach.lowerBound, reach.upperBound)
    if let period = inputs.period {
      let begin = inputs.priorSales.compactMap(\.firstOrder).min() ?? period.start
      if begin > first.firstDay.advanced(byDays: 6), begin.month == first {
        first = first.advanced(byMonths: 1)
      }
      if period.end < last.lastDay.advanced(byDays: -4), period.end.month == last {
        last = last.advanced(byMonths: -1)
      }
    }
    return first <= last ? first...last : nil
  }

  /// The period in years.
  var periodYears: Double { periodDays / daysInYear }

  /// Whether the workbook holds any cost, so that margin says more than revenue does.
  var holdsCost: Bool {
    results.rankingBasis == .netMargin
      && (results.totals.netMargin != results.totals.revenue)
  }
}

extension AnalysisFacts {
  /// Sales of the time before the period and of the period in one column; a month in both is one.
  fileprivate static func merged(_ prior: [MonthlySales], _ sales: [MonthlySales])
    -> [MonthlySales]
  {
    guard !prior.isEmpty else { return sales }
    let all = (prior + sales).sorted { ($0.customer, $0.month) < ($1.customer, $1.month) }
    var merged: [MonthlySales] = []
    for sale in all {
      if let last = merged.last, (last.customer, last.month) == (sale.customer, sale.month) {
        merged[merged.count - 1].add(sale)
      } else {
        merged.append(sale)
      }
    }
    return merged
  }
}

extension MonthlySales {
  fileprivate mutating func add(_ other: MonthlySales) {
    netRevenue += other.netRevenue
    directCost += other.directCost
    productCost += other.productCost
    quantity += other.quantity
    orders += other.orders
  }
}
