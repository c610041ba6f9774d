import CostingCore
import FinanceModel
import Testing

@Suite struct `Forecast and monitoring` {
  private func fixture(months values: [Int], from year: Int = 2023) -> AnalysisFixture {
    let first = Month(year: year, month: 1)
    let last = first.advanced(byMonths: values.count - 1)
    var fixture = AnalysisFixture(
      start: first.firstDay.description, end: last.lastDay.description)
    fixture.add("C1")
    fixture.inputs.salesByMonth = values.enumerated().map { step, value in
      var sale = MonthlySales(customer: 0, month: first.advanced(byMonths: step))
      sale.netRevenue = Amount(value)
      sale.orders = 1
      return sale
    }
    return fixture
  }

  @Test(arguments: [
    (3, ForecastResult.Method.mean), (4, .simple), (11, .simple), (12, .trend), (23, .trend),
  ])
  func `the method goes by the length of history`(months: Int, method: ForecastResult.Method) throws
  {
    var fixture = fixture(months: (0..<months).map { 100 + 7 * $0 + ($0 % 3) })
    let result = try #require(fixture.analytics().forecast)
    #expect(result.method == method)
    #expect(result.history.count == months)
    #expect(result.forecast.count == 12)
    #expect(result.forecast.first?.month == Month(year: 2023, month: 1 + months))
  }

  @Test func `a season that repeats is forecast exactly, with next to no error`() throws {
    let season = [0, 40, 10, -20, 5, 60, 80, 70, 20, 0, -30, 90]
    var fixture = fixture(months: (0..<36).map { 1000 + 10 * $0 + season[$0 % 12] })
    let result = try #require(fixture.analytics().forecast)
    #expect(result.method == .holtWintersAdditive)
    for (step, point) in result.forecast.enumerated() {
      #expect(agrees(point.value, Double(1000 + 10 * (36 + step) + season[step]), within: 1))
    }
    #expect(agrees(result.holdoutMAPE, 0, within: 0.1))
    #expect(result.holdoutMonths == 6)
  }

  @Test func `intervals widen with the distance, 95 % around 80 %`() throws {
    var fixture = fixture(months: [90, 120, 100, 140, 95, 130, 150, 120, 160, 140, 170, 150, 180])
    let result = try #require(fixture.analytics().forecast)
    let widths = result.forecast.compactMap { point in
      point.upper80.flatMap { upper in point.lower80.map { upper - $0 } }
    }
    #expect(widths.count == 12)
    #expect(widths == widths.sorted())
    for point in result.forecast {
      #expect((point.lower95 ?? 0) < (point.lower80 ?? 0))
      #expect((point.upper95 ?? 0) > (point.upper80 ?? 0))
    }
  }

  @Test func `a trend that would not have held gives way to a level`() throws {
    var fixture = fixture(months: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 100, 100])
    let result = try #require(fixture.analytics().forecast)
    #expect(result.method == .simple)
    #expect(result.reason.english.contains("a trend did worse"))
  }

  @Test func `a month cut off by the period is left out`() throws {
    var fixture = fixture(months: [100, 110, 120, 130, 140, 20])
    fixture.inputs.period = Period(start: day("2023-01-01"), end: day("2023-06-06"))
    let result = try #require(fixture.analytics().forecast)
    #expect(result.history.count == 5)
    #expect(result.forecast.first?.month == Month(year: 2023, month: 6))
  }

  @Test func `months before the period are history too, the one it begins in once`() throws {
    var fixture = fixture(months: [130, 140, 150, 160])
    fixture.inputs.period = Period(start: day("2023-01-11"), end: day("2023-04-30"))
    fixture.inputs.priorSales = [SalesFacts()]
    fixture.inputs.priorSales[0].lines = 1
    fixture.inputs.priorSales[0].firstOrder = day("2022-11-03")
    fixture.inputs.priorSalesByMonth = [(-2, 110), (-1, 120), (0, 7)].map { step, value in
      var sale = MonthlySales(
        customer: 0, month: Month(year: 2023, month: 1).advanced(byMonths: step))
      sale.netRevenue = Amount(value)
      sale.orders = 1
      return sale
    }
    let analytics = fixture.analytics()
    let result = try #require(analytics.forecast)
    #expect(result.history.map(\.revenue) == [110, 120, 137, 140, 150, 160])
    #expect(result.history.first?.month == Month(year: 2022, month: 11))
    #expect(analytics.retention?.cohorts.map(\.customers) ?? [1] == [1])
  }

  @Test func `an unusual month is an alert`() throws {
    var fixture = fixture(months: [100, 102, 99, 101, 103, 98, 400])
    let analytics = fixture.analytics()
    #expect(analytics.forecast?.history.map(\.isOutlier).last == true)
    #expect(analytics.alerts.map(\.kind) == [.unusualMonth])
    #expect(analytics.alerts.first?.subject == "2023-07")
  }

  @Test func `outliers are three scaled deviations from the median`() {
    // Median 10, median absolute deviation 1: the line is at 10 ± 4.4478.
    let flags = Outliers.flags([9, 11, 10, 8, 12, 10, 9, 14.4, 14.5])
    #expect(flags == [false, false, false, false, false, false, false, false, true])
    #expect(Outliers.flags([1, 1, 1, 1, 50]) == [false, false, false, false, false])
  }

  @Test func `thresholds fire alerts with their figures`() {
    var fixture = AnalysisFixture()
    for place in 0..<10 {
      fixture.add(
        "C\(place)", revenue: 1000, cost: 900, orders: 2, first: "2025-02-01", last: "2025-11-01"
      ) { $0.status = place < 4 ? .lost : .active }
    }
    var line = MarketingLine(channel: "Ads", spend: 5000)
    line.newCustomers = 10
    fixture.inputs.marketing = [line]
    var balance = ReceivableBalance(customer: CustomerID("C1"), ageing: [100, 300])
    balance.closing = 400
    fixture.inputs.receivables.balances = [balance]
    fixture.inputs.receivables.buckets = [
      AgeingBucket(label: "current", from: 0, through: 0),
      AgeingBucket(label: ">0", from: 1, through: nil),
    ]
    let kinds = fixture.analytics().alerts.map(\.kind)
    #expect(kinds == [.valueToCost, .payback, .overdueShare, .churn])
  }
}

@Suite struct `Comparison with an earlier run` {
  private func fixture() -> AnalysisFixture {
    var fixture = AnalysisFixture(start: "2025-04-01", end: "2025-06-30")
    fixture.add("C1", revenue: 900, cost: 600, orders: 3, first: "2025-04-02", last: "2025-06-02")
    fixture.add("C2", revenue: 100, cost: 200, orders: 1, first: "2025-05-02", last: "2025-05-02")
    return fixture
  }

  @Test func `the run that wrote the sheets is what was before`() throws {
    var fixture = fixture()
    fixture.inputs.keptRuns.latest = RunFigures(
      period: Period(start: day("2025-01-01"), end: day("2025-03-31")),
      values: [
        .netRevenue: 800, .netMargin: 160, .contribution: 160, .buyers: 2, .lossMakers: 0,
      ])
    let analytics = fixture.analytics()
    let comparison = try #require(analytics.comparison)
    #expect(comparison.basis == .lastRun)
    #expect(comparison.periodBefore?.end == day("2025-03-31"))
    #expect(!comparison.isScaled)
    let revenue = try #require(comparison.rows.first)
    #expect([revenue.before, revenue.now] == [800, 1000])
    let lossMakers = try #require(comparison.rows.last)
    #expect([lossMakers.before, lossMakers.now] == [0, 1])
    let share = try #require(comparison.rows.first { $0.unit == .share })
    #expect([share.before, share.now] == [0.2, 0.2])
    #expect(analytics.runBefore == fixture.inputs.keptRuns.latest)
  }

  @Test func `a run over the same data is compared with the one before it`() throws {
    var fixture = fixture()
    let figures = try #require(fixture.analytics().runFigures)
    fixture.inputs.keptRuns.latest = figures
    #expect(fixture.analytics().comparison == nil)
    fixture.inputs.keptRuns.before = RunFigures(period: nil, values: [.netRevenue: 500])
    let comparison = try #require(fixture.analytics().comparison)
    #expect(comparison.rows.first?.before == 500)
    #expect(comparison.rows.first?.changeRate == 1)
  }

  @Test func `without any cost no margin is kept or compared`() throws {
    var fixture = AnalysisFixture(start: "2025-04-01", end: "2025-06-30")
    fixture.add("C1", revenue: 900, cost: 0, orders: 3, first: "2025-04-02", last: "2025-06-02")
    let figures = try #require(fixture.analytics().runFigures)
    #expect(Set(figures.values.keys) == [.netRevenue, .orders, .buyers])
    fixture.inputs.keptRuns.latest = RunFigures(
      period: Period(start: day("2025-01-01"), end: day("2025-03-31")),
      values: [.netRevenue: 800, .netMargin: 160, .grossMargin: 200, .orders: 2, .buyers: 2])
    let comparison = try #require(fixture.analytics().comparison)
    #expect(comparison.rows.map(\.unit) == [.money, .money, .count, .count])
    #expect(comparison.rows.map(\.before) == [800, 400, 2, 2])
    #expect(comparison.rows.map(\.now) == [900, 300, 3, 1])
  }

  @Test func `money of a longer run is brought to the period's days`() throws {
    var fixture = fixture()
    fixture.inputs.keptRuns.latest = RunFigures(
      period: Period(start: day("2024-07-02"), end: day("2025-06-30")),
      values: [.netRevenue: 4000, .buyers: 7])
    let comparison = try #require(fixture.analytics().comparison)
    #expect(comparison.isScaled)
    #expect(comparison.rows.first?.before == 1000)
    #expect(comparison.rows.first { $0.name == RunFigures.Figure.buyers.name }?.before == 7)
  }
}

@Suite struct `Recommended actions` {
  @Test func `each cites its figures, and money ranks them`() throws {
    var fixture = AnalysisFixture()
    fixture.add(
      "big", revenue: 9000, cost: 4000, orders: 3, first: "2025-01-01", last: "2025-08-20")
    fixture.add(
      "cheap", revenue: 1000, cost: 1400, orders: 5, first: "2025-01-01", last: "2025-12-01")
    var balance = ReceivableBalance(customer: CustomerID("big"), ageing: [0, 700])
    balance.closing = 700
    fixture.inputs.receivables.balances = [balance]
    fixture.inputs.receivables.buckets = [
      AgeingBucket(label: "current", from: 0, through: 0),
      AgeingBucket(label: ">0", from: 1, through: nil),
    ]
    fixture.finish()
    fixture.results.customers[0].tier = .vip
    fixture.results.totals.productCost = 5400
    let actions = CustomerAnalytics.compute(fixture.inputs, fixture.results).actions
    #expect(actions.map(\.kind) == [.keep, .visit, .collect, .reprice])
    #expect(actions.first?.because.english.contains("5,000 a year") == true)
    #expect(actions.map(\.moneyAtStake) == [5000, 5000, 700, 400])
    let reprice = try #require(actions.last)
    #expect(reprice.id == CustomerID("cheap"))
    #expect(reprice.because.english.contains("Loses 400"))
    #expect(reprice.because.chinese.contains("-40 %"))
    #expect(!reprice.recommendation.chinese.isEmpty)
  }
}

@Suite struct `Groups and moves of customers` {
  @Test func `two kinds of customers are two clusters, the same every time`() throws {
    var fixture = AnalysisFixture()
    for place in 0..<30 {
      let isLarge = place.isMultiple(of: 3)
      fixture.add(
        "C\(place)", revenue: Amount(isLarge ? 90_000 + place : 400 + place),
        cost: Amount(isLarge ? 40_000 : 350), orders: isLarge ? 40 + place % 3 : 1 + place % 2,
        first: "2025-01-05", last: isLarge ? "2025-12-2\(place % 5)" : "2025-03-1\(place % 5)")
    }
    let clusters = try #require(fixture.analytics().clusters)
    #expect(clusters.clusters.map(\.customers) == [20, 10])
    #expect(clusters.isCountChosen)
    #expect(clusters.silhouette > 0.7)
    #expect(clusters.assignment[0] == 1)
    #expect(clusters.assignment[1] == 0)
    #expect(fixture.analytics().clusters == clusters)
    fixture.inputs.settings.analysis.clusters = 3
    #expect(fixture.analytics().clusters?.clusters.count == 3)
  }

  @Test func `tiers compare what they cost with what they bring`() {
    var fixture = AnalysisFixture()
    fixture.add("vip", revenue: 800, orders: 1, first: "2025-01-01", last: "2025-01-01")
    fixture.add("regular", revenue: 200, orders: 1, first: "2025-01-01", last: "2025-01-01")
    fixture.finish()
    fixture.results.customers[0].tier = .vip
    fixture.results.customers[1].tier = .regular
    fixture.results.customers[0].costToServe = 10
    fixture.results.customers[1].costToServe = 90
    let tiers = CustomerAnalytics.compute(fixture.inputs, fixture.results).tiers
    #expect(tiers.map(\.tier) == [.vip, .regular])
    #expect(tiers.map(\.marginShare) == [0.8, 0.2])
    #expect(tiers.map(\.serviceCostShare) == [0.1, 0.9])
    #expect(tiers.map(\.isOverServed) == [false, true])
  }

  @Test func `moves go from the period before to this one`() {
    var fixture = AnalysisFixture()
    for (id, revenue) in [("a", 100), ("b", 90), ("c", 80), ("d", 70), ("e", 60), ("new", 500)] {
      fixture.add(id, revenue: Amount(revenue), orders: 1, first: "2025-02-01", last: "2025-02-01")
    }
    fixture.add("silent") { $0.since = day("2020-01-01") }
    fixture.inputs.priorSales = fixture.inputs.sales
    fixture.inputs.priorSales[5] = SalesFacts()
    fixture.finish()
    for (place, tier) in [Tier.regular, .vip, .regular, .regular, .regular, .vip, .potential]
      .enumerated()
    {
      fixture.results.customers[place].tier = tier
    }
    let analytics = CustomerAnalytics.compute(fixture.inputs, fixture.results)
    #expect(
      analytics.tierMoves == [
        TierMove(from: .vip, to: .regular, customers: 1),
        TierMove(from: .regular, to: .vip, customers: 1),
        TierMove(from: .regular, to: .regular, customers: 3),
        TierMove(from: .potential, to: .potential, customers: 1),
        TierMove(from: nil, to: .vip, customers: 1),
      ])
    #expect(analytics.comparison?.rows.first?.now == 900)
  }

  @Test func `orders of the period before cost what orders cost now`() {
    // Before, `many` contributed 300 with 10 orders and `few` 250 with one. Now an order of `many`
    // costs 20, one of `few` 10: at these rates `few` earned more before, 240 against 100.
    var fixture = AnalysisFixture()
    fixture.add("many", revenue: 400, orders: 10, first: "2025-02-01", last: "2025-09-01")
    fixture.add("few", revenue: 250, orders: 1, first: "2025-02-01", last: "2025-02-01")
    fixture.inputs.priorSales = fixture.inputs.sales
    fixture.inputs.priorSales[0].netRevenue = 300
    fixture.inputs.settings.vipShare = 0.5
    fixture.finish()
    fixture.results.customers[0].costToServe = 150
    fixture.results.customers[0].overhead = 50
    fixture.results.customers[1].costToServe = 10
    fixture.results.customers[0].tier = .regular
    fixture.results.customers[1].tier = .vip
    let moves = CustomerAnalytics.compute(fixture.inputs, fixture.results).tierMoves
    #expect(
      moves == [
        TierMove(from: .vip, to: .vip, customers: 1),
        TierMove(from: .regular, to: .regular, customers: 1),
      ])
  }
}

@Suite struct `What customers prefer, whom they bring, how they engage` {
  @Test func `affinity is a share against the portfolio's`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1")
    fixture.add("C2")
    fixture.inputs.products = ["tea", "coffee"]
    fixture.inputs.productSales = [
      ProductSales(customer: 0, product: 0, netRevenue: 30, quantity: 1),
      ProductSales(customer: 0, product: 1, netRevenue: 10, quantity: 1),
      ProductSales(customer: 1, product: 1, netRevenue: 60, quantity: 1),
    ]
    let result = try #require(fixture.analytics().preferences)
    #expect(result.products.map(\.share) == [0.3, 0.7])
    #expect(result.profiles[0].top.map(\.product) == [0, 1])
    #expect(result.profiles[0].top[0].share == 0.75)
    #expect(agrees(result.profiles[0].top[0].affinity, 2.5, within: 1e-12))
    #expect(result.profiles[1].productCount == 1)
  }

  @Test func `referred revenue is the referred customers' first months`() throws {
    var fixture = AnalysisFixture()
    fixture.add("host", orders: 1, first: "2025-01-01", last: "2025-01-01")
    fixture.add("guest", revenue: 30, orders: 2, first: "2025-02-01", last: "2025-04-01") {
      $0.referredBy = CustomerID("host")
    }
    fixture.inputs.settings.analysis.referralMonths = 2
    fixture.inputs.salesByMonth = [2, 4].map { month in
      var sale = MonthlySales(customer: 1, month: Month(year: 2025, month: month))
      sale.orders = 1
      sale.netRevenue = Amount(month == 2 ? 20 : 10)
      return sale
    }
    let result = try #require(fixture.analytics().referrals)
    #expect(result.referredRevenue == 20)
    #expect(result.referralRate == 0.5)
    #expect(result.lines.map(\.id) == [CustomerID("host")])
  }

  @Test func `engagement weighs each kind from its least to its most`() throws {
    var fixture = AnalysisFixture()
    for id in ["a", "b", "c"] { fixture.add(id) }
    fixture.inputs.interactions = [
      Driver(name: "Visits", quantities: [0, 5, 10], origin: .interactions),
      Driver(name: "Clicks", quantities: [0, 200, 100], origin: .interactions),
    ]
    fixture.inputs.settings.analysis.engagementWeights = ["visits": 3, "clicks": 1]
    let result = try #require(fixture.analytics().engagement)
    #expect(result.kinds.map(\.weight) == [0.75, 0.25])
    #expect(result.scores == [nil, 62.5, 87.5])
  }

  @Test func `cohorts count who comes back, month by month`() throws {
    var fixture = AnalysisFixture(start: "2025-01-01", end: "2025-03-31")
    for (id, orders) in [("a", 2), ("b", 1), ("c", 1)] {
      fixture.add(id, revenue: 10, orders: orders, first: "2025-01-05", last: "2025-03-05") {
        $0.status = .active
      }
    }
    fixture.inputs.salesByMonth = [(0, 1, 10), (0, 3, 5), (1, 1, 7), (2, 2, 9)].map {
      customer, month, revenue in
      var sale = MonthlySales(customer: Int32(customer), month: Month(year: 2025, month: month))
      sale.orders = 1
      sale.netRevenue = Amount(revenue)
      return sale
    }
    let cohorts = try #require(fixture.analytics().retention?.cohorts)
    #expect(cohorts.map(\.month.description) == ["2025-01", "2025-02"])
    #expect(cohorts.map(\.customers) == [2, 1])
    #expect(cohorts[0].active == [2, 0, 1])
    #expect(cohorts[0].revenue == [17, 0, 5])
    #expect(cohorts[1].active == [1, 0])
    #expect(fixture.analytics().repeatPurchase?.repeatBuyers == 1)
  }

  @Test func `lifetime profit breaks even once margins have paid the acquisition`() throws {
    let profit = LifetimeFormula.cumulativeProfit(
      cost: 100, monthlyMargin: 40, retention: 1, discount: 0, months: 4)
    #expect(profit == [-100, -60, -20, 20, 60])
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 1200, cost: 720, orders: 12, first: "2025-01-01", last: "2025-12-31")
    fixture.inputs.settings.discountRate = 0
    var line = MarketingLine(channel: "Ads", spend: 100)
    line.newCustomers = 1
    fixture.inputs.marketing = [line]
    let summary = try #require(fixture.analytics().lifetime)
    #expect(summary.breakEvenMonth == 3)
    #expect(agrees(summary.paybackMonths, 2.5, within: 1e-9))
    #expect(summary.valueBasis == .simpleRevenue)
  }

  @Test func `churn labels give a regression, thin ones a finding`() throws {
    var fixture = AnalysisFixture()
    for place in 0..<120 {
      let isLost = place.isMultiple(of: 4)
      fixture.add(
        "C\(place)", revenue: Amount(500 + place), orders: isLost ? 2 + place % 3 : 6 + place % 5,
        first: "2025-01-01", last: isLost ? "2025-0\(4 + place % 5)-01" : "2025-1\(place % 3)-01"
      ) { $0.status = isLost ? .lost : .active }
    }
    let model = try #require(fixture.analytics().churnModel)
    #expect(model.trainedOn + model.heldOut == 120)
    #expect((model.auc ?? 0) > 0.95)
    #expect((model.probabilities[0] ?? 0) > (model.probabilities[1] ?? 1))
    fixture.inputs.customers.removeLast(80)
    fixture.inputs.sales.removeLast(80)
    let thin = fixture.analytics()
    #expect(thin.churnModel == nil)
    #expect(thin.findings.contains { $0.code.id == "ANALYSIS-012" })
  }
}
