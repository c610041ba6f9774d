import FinanceModel

extension AnalysisFacts {
  /// The repeat buyers' numbers of orders and mean spend, parallel to the histories and nil for the
  /// others; spend is of days with a purchase after the first.
  func repeatSpending(_ histories: [(place: Int, history: PurchaseHistory)])
    -> [(orders: Int, mean: Double)?]
  {
    histories.map { place, history in
      guard history.repeats > 0 else { return nil }
      return inputs.sales[place].meanRepeatSpend(prior: priorSales(of: place)).map {
        (history.repeats, $0)
      }
    }
  }

  /// Fits spend to the purchases and writes what both models predict into the lifetime values.
  func addPurchaseModels(_ fitted: FittedPurchases, to analytics: inout CustomerAnalytics) {
    guard var purchases = fitted.fit else { return }
    let histories = fitted.histories
    let spending = repeatSpending(histories)
    if let model = purchases.model {
      let spend = SpendFit(spending.compactMap(\.self))
      analytics.spendModel = spend.result
      var predictor = PurchasePredictor(
        model: model, spend: spend.model,
        rates: LifetimeRates(self, retention: analytics.retention), daysInYear: daysInYear)
      for ((place, history), spending) in zip(histories, spending) {
        let outlook = predictor.outlook(of: history)
        let value = orderValue(of: place, spending, spend.model)
        purchases.result.expectedOrders =
          (purchases.result.expectedOrders ?? 0) + outlook.expectedOrders
        analytics.addOutlook(outlook, orderValue: value, margin: futureMargin(of: place), place)
      }
      purchases.result.expectedOrdersError = purchases.standardError(
        ofPurchasesIn: daysInYear / PurchaseHistory.daysPerWeek, by: histories.map(\.history))
    }
    analytics.purchaseModel = purchases.result
    report(purchases.result, analytics.spendModel, &analytics.findings)
  }

  /// The expected value of an order to come: by the spend model, else the customer's own mean; nil
  /// where that is not positive.
  private func orderValue(
    of place: Int, _ spending: (orders: Int, mean: Double)?, _ model: GammaGamma?
  ) -> Double? {
    if let model {
      let usable = spending.flatMap { $0.mean > 0 ? $0 : nil }
      return model.expectedSpend(orders: usable?.orders ?? 0, mean: usable?.mean ?? 0)
    }
    let sales = inputs.sales[place]
    let days = sales.purchaseDays.count
    let usual = days > 0 ? sales.netRevenue.doubleValue / Double(days) : 0
    return [spending?.mean ?? 0, usual].first { $0 > 0 }
  }

  /// What of an order to come is margin: the customer's own gross margin share, else the
  /// portfolio's; all of it without product cost.
  private func futureMargin(of place: Int) -> Double {
    guard results.totals.productCost.isPositive else { return 1 }
    return grossMarginShare(of: place) ?? results.totals.grossMargin.ratio(
      to: results.totals.revenue) ?? 1
  }

  private func report(
    _ purchases: PurchaseModelResult, _ spend: SpendModelResult?, _ findings: inout [Finding]
  ) {
    if let refusal = purchases.refusal {
      findings.append(
        Finding(
          .noPurchaseModel,
          values: [
            "reason": refusal[inputs.language], "needed": "\(PurchaseFit.neededRepeatBuyers)",
          ]))
    }
    if let refusal = spend?.refusal {
      findings.append(Finding(.noSpendModel, values: ["reason": refusal[inputs.language]]))
    }
  }
}

extension CustomerAnalytics {
  fileprivate mutating func addOutlook(
    _ outlook: PurchaseOutlook, orderValue: Double?, margin: Double, _ place: Int
  ) {
    guard lifetimeValue.indices.contains(place) else { return }
    lifetimeValue[place]?.probabilityAlive = outlook.probabilityAlive
    lifetimeValue[place]?.expectedOrders = outlook.expectedOrders
    lifetimeValue[place]?.expectedOrderValue = orderValue
    lifetimeValue[place]?.residualValue = orderValue.map { $0 * margin * outlook.discountedOrders }
  }
}

/// What a purchase model says of a history.
struct PurchaseOutlook {
  var probabilityAlive: Double
  /// In the year to come.
  var expectedOrders: Double
  /// Of all years of the horizon, each year's discounted to now from its middle.
  var discountedOrders: Double
}

/// Predicts histories; equal ones once.
struct PurchasePredictor {
  let model: PurchaseModel
  let spend: GammaGamma?
  let rates: LifetimeRates
  let daysInYear: Double
  private var known: [PurchaseHistory: PurchaseOutlook] = [:]

  init(model: PurchaseModel, spend: GammaGamma?, rates: LifetimeRates, daysInYear: Double) {
    self.model = model
    self.spend = spend
    self.rates = rates
    self.daysInYear = daysInYear
  }

  mutating func outlook(of history: PurchaseHistory) -> PurchaseOutlook {
    if let outlook = known[history] { return outlook }
    let outlook = predict(history)
    known[history] = outlook
    return outlook
  }

  private func predict(_ history: PurchaseHistory) -> PurchaseOutlook {
    let year = daysInYear / PurchaseHistory.daysPerWeek
    var outlook = PurchaseOutlook(
      probabilityAlive: model.probabilityAlive(history),
      expectedOrders: model.expectedPurchases(in: year, given: history), discountedOrders: 0)
    var before = 0.0
    var start = 0.0
    let horizon = min(rates.horizon, 50)
    while start < horizon {
      let end = min(start + 1, horizon)
      let purchases = model.expectedPurchases(in: end * year, given: history)
      outlook.discountedOrders +=
        (purchases - before) / power(1 + rates.discount, (start + end) / 2)
      before = purchases
      start = end
    }
    return outlook
  }
}
