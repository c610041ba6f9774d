import FinanceModel

/// The formulas of lifetime value that finance knows.
public enum LifetimeFormula {
  /// Order value × orders a year × years.
  public static func simple(orderValue: Double, frequency: Double, lifespan: Double) -> Double {
    orderValue * frequency * lifespan
  }

  /// m·r / (1 + i − r): margin a year for ever, each year kept with probability r, discounted at i
  /// (Gupta & Lehmann, Journal of Interactive Marketing 17, 2003). Nil where the sum has no end.
  public static func perpetual(margin: Double, retention: Double, discount: Double) -> Double? {
    let divisor = 1 + discount - retention
    return divisor > 0 && retention >= 0 ? margin * retention / divisor : nil
  }

  /// Σ margin·rᵗ / (1 + i)ᵗ, t from 1 to `years`; a part of a year counts in proportion.
  ///
  /// With a retention of 1 it is the annuity: 60,000 a year for 4 years at 7 % are 203,233.
  public static func finite(margin: Double, retention: Double, discount: Double, years: Double)
    -> Double
  {
    guard years > 0, years.isFinite, discount > -1 else { return 0 }
    let step = retention / (1 + discount)
    var value = 0.0
    var factor = 1.0
    var rest = min(years, 1000)
    while rest > 0 {
      factor *= step
      value += margin * factor * min(rest, 1)
      rest -= 1
    }
    return value
  }
}

extension AnalysisFacts {
  /// Lifetime value of every customer with an order; nil for the others. Empty without dates.
  func lifetimeValues(retention: RetentionResult?) -> [LifetimeValue?] {
    guard inputs.period != nil else { return [] }
    let rates = LifetimeRates(self, retention: retention)
    return inputs.customers.indices.map { place in
      places.contains(place) ? lifetimeValue(of: place, rates) : nil
    }
  }

  private func lifetimeValue(of place: Int, _ rates: LifetimeRates) -> LifetimeValue? {
    let facts = inputs.sales[place]
    guard facts.orders > 0, let first = facts.firstOrder, let last = facts.lastOrder else {
      return nil
    }
    let revenue = facts.netRevenue.doubleValue
    let orderValue = revenue / Double(facts.orders)
    let frequency = Double(facts.orders) / periodYears
    let lifespan = Double(last.days(since: first)) / daysInYear
    let simple = LifetimeFormula.simple(
      orderValue: orderValue, frequency: frequency, lifespan: lifespan)
    var value = LifetimeValue(
      orders: facts.orders, orderValue: orderValue, frequency: frequency, lifespan: lifespan,
      revenueValue: simple)
    value.marginValue = grossMarginShare(of: place).map { simple * $0 }
    addDiscounted(to: &value, of: place, rates)
    return value
  }

  private func addDiscounted(
    to value: inout LifetimeValue, of place: Int, _ rates: LifetimeRates
  ) {
    guard let retention = rates.retention else { return }
    let margin = results.customers[place].netMargin.doubleValue / periodYears
    value.perpetualValue = LifetimeFormula.perpetual(
      margin: margin, retention: retention, discount: rates.discount)
    value.discountedValue = LifetimeFormula.finite(
      margin: margin, retention: retention, discount: rates.discount, years: rates.horizon)
  }

  /// Says that a rate was assumed where a figure goes by it.
  func reportAssumedRate(_ summary: LifetimeSummary?, _ findings: inout [Finding]) {
    guard let summary, summary.isDiscountRateAssumed,
      summary.retentionRate != nil || summary.cac != nil
    else { return }
    findings.append(
      Finding(.discountRateAssumed, values: ["rate": Figures.percent(summary.discountRate)]))
  }

  /// Gross margin over net revenue; nil where revenue is zero or less.
  func grossMarginShare(of place: Int) -> Double? {
    let customer = results.customers[place]
    return customer.revenue.isPositive ? customer.grossMargin.ratio(to: customer.revenue) : nil
  }
}

/// The rates that lifetime values are discounted and kept with.
struct LifetimeRates {
  /// Yearly.
  var discount: Double
  var isDiscountAssumed: Bool
  /// Yearly; nil where neither settings nor the customer list say.
  var retention: Double?
  var isRetentionObserved: Bool
  /// Years.
  var horizon: Double

  /// What a year's money costs where nobody says.
  static let assumedDiscount = 0.1
  /// Years ahead where nobody says.
  static let assumedHorizon = 5.0

  init(_ facts: AnalysisFacts, retention observed: RetentionResult?) {
    let settings = facts.settings
    discount = settings.discountRate ?? Self.assumedDiscount
    isDiscountAssumed = settings.discountRate == nil
    horizon = settings.horizon.flatMap { $0 > 0 && $0.isFinite ? $0 : nil } ?? Self.assumedHorizon
    isRetentionObserved = settings.retentionRate == nil
    retention = settings.retentionRate ?? Self.yearly(observed, facts)
  }

  /// The period's retention as a year's; nil where no customer left, which says nothing.
  private static func yearly(_ observed: RetentionResult?, _ facts: AnalysisFacts) -> Double? {
    guard let observed, observed.basis == .status, observed.lost > 0,
      let rate = observed.retentionRate, rate > 0
    else { return nil }
    return power(rate, 1 / facts.periodYears)
  }
}
