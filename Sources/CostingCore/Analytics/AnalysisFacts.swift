import FinanceModel

/// What every analysis reads: the inputs, what costing made of them, and what both imply.
struct AnalysisFacts: Sendable {
  let inputs: CostingInputs
  let results: CostingResults
  /// Places of customers in the inputs by id.
  let placeByID: [CustomerID: Int]

  init(inputs: CostingInputs, results: CostingResults) {
    self.inputs = inputs
    self.results = results
    placeByID = Dictionary(
      inputs.customers.indices.map { (inputs.customers[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  var settings: CostingSettings { inputs.settings }

  /// Places of all customers but the unassigned line.
  var places: Range<Int> { 0..<(inputs.unassignedIndex ?? inputs.customers.count) }

  /// Places of the customers with an order.
  var buyers: [Int] { places.filter { inputs.sales[$0].orders > 0 } }

  /// Days in the period, both ends counted; a year where the period is not known.
  var periodDays: Double { inputs.period.map { Double($0.days) } ?? daysInYear }

  /// 365 unless a setting says otherwise.
  var daysInYear: Double {
    settings.daysInYear.isFinite && settings.daysInYear > 0 ? settings.daysInYear : 365
  }

  /// The period in years.
  var periodYears: Double { periodDays / daysInYear }

  /// Whether the workbook holds any cost, so that margin says more than revenue does.
  var holdsCost: Bool {
    results.rankingBasis == .netMargin
      && (results.totals.netMargin != results.totals.revenue)
  }
}
