import FinanceModel

extension AnalysisFacts {
  /// Who brought whom; nil where no customer names a referrer other than itself.
  func referrals() -> ReferralResult? {
    let referred = places.filter { place in
      inputs.customers[place].referredBy.map { $0 != inputs.customers[place].id } ?? false
    }
    guard !referred.isEmpty else { return nil }
    let revenue = earlyRevenue(of: Set(referred))
    var lines: [CustomerID: ReferralResult.Line] = [:]
    for place in referred {
      guard let referrer = inputs.customers[place].referredBy else { continue }
      var line = lines[referrer] ?? .init(id: referrer, customers: 0, revenue: 0)
      line.customers += 1
      line.revenue += revenue[place] ?? 0
      lines[referrer] = line
    }
    let sum = lines.values.reduce(Amount.zero) { $0 + $1.revenue }
    var result = ReferralResult(
      referrers: lines.count, referred: referred.count, referredRevenue: sum,
      lines: lines.values.sorted { ($1.revenue, $0.id) < ($0.revenue, $1.id) })
    let active = buyers
    if !active.isEmpty {
      let referring = active.count { lines[inputs.customers[$0].id] != nil }
      result.referralRate = Double(referring) / Double(active.count)
    }
    return result
  }

  /// Net revenue of customers' first months, counted from Customer Since, else from the first month
  /// with sales; all of it where sales are not dated.
  private func earlyRevenue(of chosen: Set<Int>) -> [Int: Amount] {
    var revenue: [Int: Amount] = [:]
    guard !inputs.salesByMonth.isEmpty else {
      for place in chosen { revenue[place] = inputs.sales[place].netRevenue }
      return revenue
    }
    var firstMonth: [Int: Month] = [:]
    for sale in inputs.salesByMonth where chosen.contains(Int(sale.customer)) {
      let place = Int(sale.customer)
      let first = firstMonth[place] ?? inputs.customers[place].since?.month ?? sale.month
      firstMonth[place] = first
      if sale.month < first.advanced(byMonths: max(1, settings.analysis.referralMonths)) {
        revenue[place, default: 0] += sale.netRevenue
      }
    }
    return revenue
  }
}
