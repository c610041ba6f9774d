import FinanceModel

extension AnalysisFacts {
  /// What a customer's months say: the first and the last with an order.
  private struct Tenure {
    var first: Month
    var last: Month
  }

  /// Customers by the month of their first order, those before the period included, and who of them
  /// bought in the months after; empty without dates. At most 120 months.
  func cohorts() -> [RetentionResult.Cohort] {
    let sales = salesByMonth.filter { $0.orders > 0 && places.contains(Int($0.customer)) }
    guard let last = sales.map(\.month).max() else { return [] }
    let firstByPlace = firstMonths(of: sales)
    let earliest = last.advanced(byMonths: -119)
    var cohorts: [Month: RetentionResult.Cohort] = [:]
    for case let first? in firstByPlace where first >= earliest {
      let months = Int(last.number - first.number) + 1
      cohorts[
        first, default: .init(month: first, customers: 0, months: months)
      ].customers += 1
    }
    for sale in sales {
      guard let first = firstByPlace[Int(sale.customer)], first >= earliest else { continue }
      cohorts[first]?.add(sale, offset: Int(sale.month.number - first.number))
    }
    return cohorts.values.sorted { $0.month < $1.month }
  }

  private func firstMonths(of sales: [MonthlySales]) -> [Month?] {
    var firstByPlace = [Month?](repeating: nil, count: inputs.customers.count)
    for sale in sales {
      let place = Int(sale.customer)
      firstByPlace[place] = min(firstByPlace[place] ?? sale.month, sale.month)
    }
    return firstByPlace
  }

  /// The shifted-beta-geometric curve through all cohorts; nil under fifty customers or where
  /// nobody fell silent.
  ///
  /// A customer is there until its last month with an order. One that ordered within the usual
  /// silence before the data's end counts as still there, and months of that silence are not used.
  func retentionCurve() -> RetentionCurve? {
    let tenures = customerTenures()
    guard tenures.count >= 50, let end = tenures.map(\.last).max() else { return nil }
    let silence = usualSilenceMonths
    var countsByCohort: [Month: [Int]] = [:]
    for tenure in tenures {
      let observed = Int(end.number - tenure.first.number) - silence
      guard observed >= 1 else { continue }
      let stayed = Int(tenure.last.number - tenure.first.number)
      var counts =
        countsByCohort[tenure.first] ?? [Int](repeating: 0, count: observed + 1)
      for month in 0...min(stayed, observed) { counts[month] += 1 }
      countsByCohort[tenure.first] = counts
    }
    let cohorts = countsByCohort.sorted { $0.key < $1.key }.map(\.value)
    guard let fit = ShiftedBetaGeometric.fit(cohorts: cohorts) else { return nil }
    return curve(of: fit, cohorts)
  }

  /// One for each customer with a dated order, in the order of the customers.
  private func customerTenures() -> [Tenure] {
    var tenures = [Tenure?](repeating: nil, count: inputs.customers.count)
    for sale in salesByMonth where sale.orders > 0 && places.contains(Int(sale.customer)) {
      let place = Int(sale.customer)
      let known = tenures[place] ?? Tenure(first: sale.month, last: sale.month)
      tenures[place] = Tenure(
        first: min(known.first, sale.month), last: max(known.last, sale.month))
    }
    return tenures.compactMap { $0 }
  }

  /// Whole months of silence after which a customer counts as gone, at least one.
  private var usualSilenceMonths: Int {
    InactivityRule(self).map { max(1, Int((Double($0.usual) / 30.4).rounded(.up))) } ?? 1
  }

  private func curve(of fit: ModelFit<ShiftedBetaGeometric>, _ cohorts: [[Int]])
    -> RetentionCurve
  {
    let longest = cohorts.map(\.count).max() ?? 0
    let survivors = (0..<longest).map { month in
      cohorts.reduce(0) { $0 + ($1.indices.contains(month) ? $1[month] : 0) }
    }
    let atRisk = (0..<longest).map { month in
      cohorts.reduce(0) { $0 + ($1.indices.contains(month) ? $1[0] : 0) }
    }
    var fitted = [1.0]
    for renewal in 1..<(longest + 12) {
      fitted.append(fitted[fitted.count - 1] * fit.model.retention(at: renewal))
    }
    return RetentionCurve(
      alpha: fit.model.alpha, beta: fit.model.beta, logLikelihood: fit.logLikelihood,
      survivors: survivors, atRisk: atRisk, fitted: fitted)
  }

  /// How many customers come back; nil without orders.
  func repeatPurchase() -> RepeatPurchaseResult? {
    let buyers = self.buyers
    guard !buyers.isEmpty else { return nil }
    var result = RepeatPurchaseResult(buyers: buyers.count, repeatBuyers: 0, repeatRevenue: 0)
    for place in buyers {
      let sales = inputs.sales[place]
      let bought = (priorSales(of: place)?.orders ?? 0) > 0
      if sales.orders > 1 || bought { result.repeatBuyers += 1 }
      if bought {
        result.repeatRevenue += sales.netRevenue
      } else if sales.orderDays > 1 {
        result.repeatRevenue += sales.netRevenue - sales.firstDayRevenue
      }
    }
    return result
  }
}

extension RetentionResult.Cohort {
  fileprivate init(month: Month, customers: Int, months: Int) {
    self.init(
      month: month, customers: customers, active: [Int](repeating: 0, count: max(0, months)))
    revenue = [Amount](repeating: 0, count: max(0, months))
  }

  fileprivate mutating func add(_ sale: MonthlySales, offset: Int) {
    guard active.indices.contains(offset) else { return }
    active[offset] += 1
    revenue[offset] += sale.netRevenue
  }
}
