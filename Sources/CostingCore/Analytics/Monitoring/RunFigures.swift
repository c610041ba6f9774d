public import FinanceModel

/// Key figures of one run, kept in the workbook so that a later run can be compared with it.
public struct RunFigures: Sendable, Hashable {
  public var period: Period?
  /// In units of the currency; counts as they are. A run has no value for what its workbook does not
  /// tell of: margins without any cost, satisfaction without feedback.
  public var values: [Figure: Double]

  public init(period: Period?, values: [Figure: Double]) {
    self.period = period
    self.values = values
  }

  /// In the order that sheets list them in.
  public enum Figure: String, Sendable, Hashable, CaseIterable {
    case netRevenue, grossMargin, contribution, costToServe, overhead, netMargin
    case orders, buyers, lossMakers
    case satisfaction, marketShare

    public var name: LocalizedText {
      switch self {
      case .netRevenue: LocalizedText(english: "Net revenue", chinese: "净销售额")
      case .grossMargin: LocalizedText(english: "Gross margin (CM1)", chinese: "毛利(CM1)")
      case .contribution: LocalizedText(english: "Contribution (CM2)", chinese: "边际贡献(CM2)")
      case .costToServe: LocalizedText(english: "Cost-to-serve", chinese: "服务成本")
      case .overhead: LocalizedText(english: "Overhead", chinese: "管理费用")
      case .netMargin: LocalizedText(english: "Net margin", chinese: "净利润")
      case .orders: LocalizedText(english: "Orders", chinese: "订单数")
      case .buyers: LocalizedText(english: "Customers with an order", chinese: "下单客户数")
      case .lossMakers: LocalizedText(english: "Customers at a loss", chinese: "亏损客户数")
      case .satisfaction: LocalizedText(english: "Satisfaction (1–5)", chinese: "满意度(1–5)")
      case .marketShare: LocalizedText(english: "Market share", chinese: "市场占有率")
      }
    }

    public var unit: PeriodComparison.Unit {
      switch self {
      case .orders, .buyers, .lossMakers: .count
      case .satisfaction: .score
      case .marketShare: .share
      default: .money
      }
    }

    public var isMoney: Bool { unit == .money }

    /// Whether it tells of something beside sales and their cost.
    var isBesideSales: Bool { self == .satisfaction || self == .marketShare }

    /// Whether it says something only where the workbook holds cost.
    var needsCost: Bool {
      switch self {
      case .grossMargin, .contribution, .costToServe, .overhead, .netMargin, .lossMakers: true
      case .netRevenue, .orders, .buyers, .satisfaction, .marketShare: false
      }
    }
  }

  /// Whether both tell the same: equal periods, and the figures that both have equal to nine digits.
  func isSame(as other: RunFigures) -> Bool {
    period == other.period
      && Figure.allCases.allSatisfy { figure in
        guard let own = values[figure], let theirs = other.values[figure] else { return true }
        return (own - theirs).magnitude <= 1e-9 * max(1, own.magnitude, theirs.magnitude)
      }
  }
}

/// The runs that a workbook's own sheets tell of.
public struct KeptRuns: Sendable, Hashable {
  /// The one that wrote the sheets.
  public var latest: RunFigures?
  /// The one that it was compared with.
  public var before: RunFigures?

  public init(latest: RunFigures? = nil, before: RunFigures? = nil) {
    self.latest = latest
    self.before = before
  }

  /// The run to compare a new one with: the latest that tells something else.
  func toCompare(with current: RunFigures) -> RunFigures? {
    guard let latest else { return nil }
    return latest.isSame(as: current) ? before : latest
  }
}

extension AnalysisFacts {
  /// The key figures of this run.
  func runFigures(_ analytics: CustomerAnalytics) -> RunFigures {
    let totals = results.totals
    let sales = inputs.sales
    var run = RunFigures(
      period: inputs.period,
      values: [
        .netRevenue: totals.revenue.doubleValue, .grossMargin: totals.grossMargin.doubleValue,
        .contribution: results.customers.map(\.cm2).sum.doubleValue,
        .costToServe: totals.costToServe.doubleValue, .overhead: totals.overhead.doubleValue,
        .netMargin: totals.netMargin.doubleValue,
        .orders: sales.reduce(0) { $0 + Double($1.orders) },
        .buyers: Double(sales.count { $0.orders > 0 }),
        .lossMakers: Double(places.count { results.customers[$0].netMargin.isNegative }),
      ])
    if !holdsCost { run.values = run.values.filter { !$0.key.needsCost } }
    run.values[.satisfaction] = analytics.feedback?.csat
    run.values[.marketShare] = analytics.market?.overall?.shownShare
    return run
  }

  /// This run against the one that the workbook's own sheets tell of, in the figures that both have.
  func comparison(of now: RunFigures, with last: RunFigures) -> PeriodComparison {
    let scaling = PeriodScaling(before: last.period?.days, now: now.period?.days)
    func row(_ figure: RunFigures.Figure) -> PeriodComparison.Row? {
      guard let before = last.values[figure], let value = now.values[figure] else { return nil }
      let isScaled = figure.isMoney || figure == .orders
      return PeriodComparison.Row(
        name: figure.name, before: before * (isScaled ? scaling.factor : 1), now: value,
        unit: figure.unit)
    }
    func share(_ figure: RunFigures.Figure, _ name: LocalizedText) -> PeriodComparison.Row? {
      guard let before = last.share(figure), let share = now.share(figure) else { return nil }
      return PeriodComparison.Row(name: name, before: before, now: share, unit: .share)
    }
    let figures = RunFigures.Figure.allCases
    let money = figures.filter(\.isMoney).map(row) + [orderValueRow(last, now)]
    let shares = [
      share(.contribution, PeriodComparison.contributionShare),
      share(.netMargin, LocalizedText(english: "Net margin share", chinese: "净利率")),
    ]
    let review = figures.filter(\.isBesideSales).map(row)
    let counts = figures.filter { !$0.isMoney && !$0.isBesideSales }.map(row)
    var comparison = PeriodComparison(
      rows: (money + shares + review + counts).compactMap { $0 }, daysBefore: scaling.daysBefore,
      daysNow: scaling.daysNow, isScaled: scaling.isScaled)
    comparison.basis = .lastRun
    comparison.periodBefore = last.period
    return comparison
  }
}

extension RunFigures {
  /// A figure over net revenue, 0 without revenue; nil without the figure.
  fileprivate func share(_ figure: Figure) -> Double? {
    guard let value = values[figure], let revenue = values[.netRevenue] else { return nil }
    return revenue > 0 ? value / revenue : 0
  }

  /// What an order brought in; nil without orders.
  fileprivate var orderValue: Double? {
    guard let orders = values[.orders], orders > 0, let revenue = values[.netRevenue] else {
      return nil
    }
    return revenue / orders
  }
}

/// What an order brought in, before and now; nil where either run had none.
private func orderValueRow(_ last: RunFigures, _ now: RunFigures) -> PeriodComparison.Row? {
  guard let before = last.orderValue, let value = now.orderValue else { return nil }
  return PeriodComparison.Row(
    name: PeriodComparison.orderValue, before: before, now: value, unit: .money)
}

/// How figures of one period are made comparable with those of another.
struct PeriodScaling {
  var daysBefore: Int
  var daysNow: Int

  /// - Parameters: days of both periods; nil where one is not known, which leaves figures as they are.
  init(before: Int?, now: Int?) {
    daysBefore = max(1, before ?? now ?? 1)
    daysNow = now ?? daysBefore
  }

  private var ratio: Double { Double(daysNow) / Double(daysBefore) }
  /// Whether the periods differ by more than a tenth.
  var isScaled: Bool { (ratio - 1).magnitude > 0.1 }
  /// What money and counts of orders of before are multiplied by.
  var factor: Double { isScaled ? ratio : 1 }
}
