import FinanceModel

extension AnalysisFacts {
  /// Months back from the last that cohorts are told of.
  private static let mostCohorts = 120

  /// What a customer's months say: the first and the last with an order.
  private struct Tenure {
    var first: Month
    var last: Month
  }

  /// Customers by the month of their first order, those before the period included, and who of them
  /// bought in the months after; empty without dates. At most ``mostCohorts`` months.
  func cohorts() -> [RetentionResult.Cohort] {
    let places = places
    let orders = salesByMonth.lazy.filter { $0.orders > 0 && places.contains(Int($0.customer)) }
    guard let last = orders.map(\.month).max() else { return [] }
    let earliest = last.advanced(byMonths: 1 - Self.mostCohorts)
    var cohorts = (0..<Self.mostCohorts).map { place in
      RetentionResult.Cohort(
        month: earliest.advanced(byMonths: place), customers: 0, months: Self.mostCohorts - place)
    }
    var (customer, first) = (Int32(-1), last)
    for sale in orders {
      // A customer's first row is its first month: they are ascending.
      let isFirst = sale.customer != customer
      if isFirst { (customer, first) = (sale.customer, sale.month) }
      let place = Int(first.number - earliest.number)
      guard place >= 0 else { continue }
      if isFirst { cohorts[place].customers += 1 }
      cohorts[place].add(sale, offset: Int(sale.month.number - first.number))
    }
    return cohorts.filter { $0.customers > 0 }
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
      Self.count(
        through: min(stayed, observed),
        in: &countsByCohort[tenure.first, default: [Int](repeating: 0, count: observed + 1)])
    }
    let cohorts = countsByCohort.sorted { $0.key < $1.key }.map(\.value)
    guard let fit = ShiftedBetaGeometric.fit(cohorts: cohorts) else { return nil }
    return curve(of: fit, cohorts)
  }

  private static func count(through month: Int, in counts: inout [Int]) {
    for month in 0...month { counts[month] += 1 }
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
