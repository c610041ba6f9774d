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
    let days = sales.purchaseDays.joined(with: prior?.purchaseDays)
    guard days.count > 0, let first = days.first, let last = days.last, last <= end else {
      return nil
    }
    self.init(
      repeats: days.count - 1,
      last: days.count > 1 ? Double(last.days(since: first)) / Self.daysPerWeek : 0,
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
  func priorSales(of place: Int) -> SalesFacts? { inputs.priorSales(of: place) }
}

extension CostingInputs {
  fileprivate func priorSales(of place: Int) -> SalesFacts? {
    priorSales.indices.contains(place) ? priorSales[place] : nil
  }
}

/// The customers' purchases and the model that was fitted to them: of all analyses the longest, and
/// nothing but sales goes into it.
struct FittedPurchases: Sendable {
  /// Of all customers with a dated purchase, by place.
  let histories: [(place: Int, history: PurchaseHistory)]
  /// Nil without histories.
  let fit: PurchaseFit?

  init(of inputs: CostingInputs) {
    guard let end = inputs.period?.end, inputs.sales.count == inputs.customers.count else {
      (histories, fit) = ([], nil)
      return
    }
    histories = (0..<(inputs.unassignedIndex ?? inputs.customers.count)).compactMap { place in
      PurchaseHistory(sales: inputs.sales[place], prior: inputs.priorSales(of: place), end: end)
        .map { (place, $0) }
    }
    fit = histories.isEmpty ? nil : PurchaseFit(histories.map(\.history))
  }
}
