public import FinanceModel

extension PurchaseHistory {
  /// Days in the unit of time that the models are fitted in.
  static let daysPerWeek = 7.0

  /// What a customer's sales add up to as a history in weeks.
  ///
  /// - Parameters:
  ///   - sales: of the period.
  ///   - prior: of the time before, where the workbook holds it.
  ///   - end: the last day observed.
  /// - Returns: nil for a customer without a dated purchase up to that day.
  public init?(sales: SalesFacts, prior: SalesFacts? = nil, end: Day) {
    let parts = [prior, sales].compactMap { $0?.purchaseDays }.filter { $0.count > 0 }
    guard let first = parts.compactMap(\.first).min(), let last = parts.compactMap(\.last).max(),
      last <= end
    else { return nil }
    let days = parts.reduce(0) { $0 + $1.count }
    self.init(
      repeats: days - 1, last: days > 1 ? Double(last.days(since: first)) / Self.daysPerWeek : 0,
      observed: Double(end.days(since: first)) / Self.daysPerWeek)
  }
}

extension SalesFacts {
  /// Mean net revenue of the days with a purchase after the first, all returns taken off.
  ///
  /// - Parameter prior: sales of the time before, which then hold the first day.
  /// - Returns: nil without repeats.
  public func meanRepeatSpend(prior: SalesFacts? = nil) -> Double? {
    let before = prior.flatMap { $0.purchaseDays.count > 0 ? $0 : nil }
    let days = purchaseDays.count + (before?.purchaseDays.count ?? 0)
    guard days > 1 else { return nil }
    let first = (before ?? self).purchaseDays.firstDayRevenue
    let rest = netRevenue + (before?.netRevenue ?? 0) - first
    return rest.doubleValue / Double(days - 1)
  }
}

extension AnalysisFacts {
  /// A customer's sales before the period; nil where the workbook holds none.
  func priorSales(of place: Int) -> SalesFacts? {
    inputs.priorSales.indices.contains(place) ? inputs.priorSales[place] : nil
  }

  /// The histories of all customers with a dated purchase, by place.
  func purchaseHistories() -> [(place: Int, history: PurchaseHistory)] {
    guard let end = inputs.period?.end else { return [] }
    return places.compactMap { place in
      PurchaseHistory(sales: inputs.sales[place], prior: priorSales(of: place), end: end)
        .map { (place, $0) }
    }
  }
}
