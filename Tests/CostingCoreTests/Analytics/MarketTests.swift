import CostingCore
import FinanceModel
import Testing

@Suite struct `Market share` {
  /// Two customers in two regions with monthly sales from January 2025 on: the north sells 10 a
  /// month, the south 20.
  private func fixture(months: ClosedRange<Int>, end: String = "2025-12-31") -> AnalysisFixture {
    var fixture = AnalysisFixture(start: "2025-01-01", end: end)
    let count = months.count
    for (id, region, each) in [("N", "North", 10), ("S", "South", 20)] {
      fixture.add(
        id, revenue: Amount(each * count), orders: count, first: "2025-01-02", last: "2025-01-02"
      ) { $0.region = region }
    }
    fixture.inputs.salesByMonth = [(0, 10), (1, 20)].flatMap { customer, each in
      months.map { sale(Int32(customer), $0, each) }
    }
    return fixture
  }

  private func sale(_ customer: Int32, _ month: Int, _ revenue: Int, year: Int = 2025)
    -> MonthlySales
  {
    var sale = MonthlySales(customer: customer, month: Month(year: year, month: month))
    sale.netRevenue = Amount(revenue)
    sale.orders = 1
    return sale
  }

  private func period(_ grain: PeriodGrain, _ month: Int, year: Int = 2025) -> CalendarPeriod {
    CalendarPeriod(grain, around: Month(year: year, month: month))
  }

  private func codes(_ analytics: CustomerAnalytics) -> [String] {
    analytics.findings.map(\.code.id).filter { $0.hasPrefix("ANALYSIS-02") }
  }

  @Test func `own sales are set against the market quarter by quarter`() throws {
    // Own sales are 30 a month, 90 a quarter: 90 / 900 = 10 %, 90 / 720 = 12.5 %.
    var fixture = fixture(months: 1...6, end: "2025-06-30")
    fixture.inputs.market = [
      MarketLine(period: period(.quarter, 1), sales: 900),
      MarketLine(period: period(.quarter, 4), sales: 720),
    ]
    let analytics = fixture.analytics()
    let market = try #require(analytics.market)
    #expect(market.periods.map { $0.period?.name } == ["2025-Q1", "2025-Q2"])
    #expect(market.periods.map(\.ownSales) == [90, 90])
    #expect(market.periods.map(\.share) == [0.1, 0.125])
    #expect(market.periods[0].change == nil)
    #expect(agrees(market.periods[1].change, 0.025, within: 1e-12))
    // 180 / 1,620.
    #expect(agrees(market.overall?.share, 1.0 / 9, within: 1e-12))
    #expect(market.overallPeriods == [0, 1])
    #expect(codes(analytics) == [])
  }

  @Test func `periods without one of the figures have no share, and are told`() throws {
    var fixture = fixture(months: 1...3, end: "2025-03-31")
    fixture.inputs.market = [
      MarketLine(period: period(.month, 1), sales: 300),
      MarketLine(period: period(.month, 2), sales: 0),
      MarketLine(period: period(.month, 7), sales: 300),
    ]
    let analytics = fixture.analytics()
    let market = try #require(analytics.market)
    #expect(market.periods.map { $0.period?.name } == ["2025-01", "2025-02", "2025-03", "2025-07"])
    #expect(market.periods.map(\.share) == [0.1, nil, nil, nil])
    #expect(market.periods.map(\.change) == [nil, nil, nil, nil])
    #expect(market.periods[2].marketSales == nil)
    #expect(market.periods[3].ownSales == nil)
    let finding = try #require(analytics.findings.first { $0.code.id == "ANALYSIS-022" })
    #expect(finding.count == 2)
    #expect(finding.values["names"] == "2025-03, 2025-07")
  }

  @Test func `a market that is smaller than own sales is a finding`() throws {
    var fixture = fixture(months: 1...2, end: "2025-02-28")
    fixture.inputs.market = [
      MarketLine(period: period(.month, 1), sales: 25),
      MarketLine(period: period(.month, 2), sales: 60),
    ]
    let analytics = fixture.analytics()
    let finding = try #require(analytics.findings.first { $0.code.id == "ANALYSIS-021" })
    #expect(finding.count == 1)
    #expect(finding.values["name"] == "2025-01")
    #expect(finding.values["own"] == "30")
    #expect(analytics.market?.periods.first?.share == 1.2)
  }

  @Test func `own sales by product are known for the whole period only`() throws {
    var fixture = fixture(months: 1...2, end: "2025-02-28")
    fixture.inputs.products = ["Tea", "Coffee"]
    fixture.inputs.productSales = [
      ProductSales(customer: 0, product: 0, netRevenue: 20, quantity: 1),
      ProductSales(customer: 1, product: 0, netRevenue: 10, quantity: 1),
      ProductSales(customer: 1, product: 1, netRevenue: 30, quantity: 1),
    ]
    let tea = MarketLine.Segment(.product, "tea")
    fixture.inputs.market = [MarketLine(period: nil, segment: tea, sales: 300)]
    let analytics = fixture.analytics()
    // 30 of 300; 30 of coffee are no part of that market.
    #expect(analytics.market?.segments.map(\.share) == [0.1])
    #expect(analytics.market?.overall?.share == 0.1)
    #expect(analytics.market?.overall?.ownElsewhere == 30)
    #expect(codes(analytics) == ["ANALYSIS-026"])
    fixture.inputs.market = [MarketLine(period: period(.month, 1), segment: tea, sales: 100)]
    let monthly = fixture.analytics()
    #expect(monthly.market?.periods.map(\.share) == [nil, nil])
    #expect(monthly.market?.overall == nil)
    #expect(codes(monthly).contains("ANALYSIS-027"))
  }

  @Test func `sales where the market has no figure are no part of the share`() throws {
    var fixture = fixture(months: 1...2, end: "2025-02-28")
    fixture.inputs.market = (1...2).map { month in
      MarketLine(
        period: period(.month, month), segment: MarketLine.Segment(.region, "South"), sales: 400)
    }
    let analytics = fixture.analytics()
    // The south sells 20 a month, the north's 10 are left out.
    #expect(analytics.market?.periods.map(\.ownSales) == [20, 20])
    #expect(analytics.market?.periods.map(\.share) == [0.05, 0.05])
    let finding = try #require(analytics.findings.first { $0.code.id == "ANALYSIS-026" })
    #expect(finding.values["amount"] == "20")
  }

  @Test func `sales of a part of a year are not set against all of its market`() throws {
    var fixture = fixture(months: 1...9, end: "2025-09-30")
    fixture.inputs.market = [MarketLine(period: period(.year, 1), sales: 3600)]
    let analytics = fixture.analytics()
    let line = try #require(analytics.market?.periods.first)
    #expect(line.ownSales == 270)
    #expect(line.monthsCovered == 9)
    #expect(line.share == nil)
    #expect(analytics.market?.overall == nil)
    #expect(codes(analytics) == ["ANALYSIS-023"])
  }

  @Test func `parts of the market are added up, unless one is missing`() throws {
    var fixture = fixture(months: 1...2, end: "2025-02-28")
    let (north, south) = (
      MarketLine.Segment(.region, "north"), MarketLine.Segment(.region, "South")
    )
    fixture.inputs.market = [
      MarketLine(period: period(.month, 1), segment: north, sales: 100),
      MarketLine(period: period(.month, 1), segment: south, sales: 500),
      MarketLine(period: period(.month, 2), segment: north, sales: 100),
    ]
    let analytics = fixture.analytics()
    let market = try #require(analytics.market)
    #expect(market.periods.map(\.share) == [0.05, nil])
    #expect(market.periods[1].partsMissing == ["South"])
    // Over January alone: 10 / 100 in the north, 20 / 500 in the south.
    #expect(market.segments.map(\.segment.name) == ["South", "north"])
    #expect(market.segments.map(\.share) == [0.04, 0.1])
    #expect(codes(analytics) == ["ANALYSIS-025"])
    // Nothing was sold in the south in February: its market is none of ours then.
    fixture.inputs.salesByMonth.removeAll { $0.customer == 1 && $0.month.month == 2 }
    #expect(fixture.analytics().market?.periods.map(\.share) == [0.05, 0.1])
  }

  @Test func `a share that the workbook only gives is shown as given`() throws {
    var fixture = fixture(months: 1...6, end: "2025-06-30")
    fixture.inputs.market = [(1, 0.041), (4, 0.043)].map { month, share in
      var line = MarketLine(period: period(.quarter, month), sales: nil)
      line.shareGiven = share
      return line
    }
    let analytics = fixture.analytics()
    let market = try #require(analytics.market)
    #expect(market.periods.map(\.share) == [nil, nil])
    #expect(market.periods.map(\.shownShare) == [0.041, 0.043])
    #expect(agrees(market.periods[1].change, 0.002, within: 1e-12))
    #expect(codes(analytics) == [])
  }

  @Test func `a share beside the market's size is worked out, and the other one doubted`() throws {
    var fixture = fixture(months: 1...1, end: "2025-01-31")
    var line = MarketLine(period: period(.month, 1), sales: 300)
    line.shareGiven = 0.2
    fixture.inputs.market = [line]
    let analytics = fixture.analytics()
    #expect(analytics.market?.periods.first?.share == 0.1)
    #expect(codes(analytics) == ["ANALYSIS-024"])
  }

  @Test func `a market of the whole period takes all sales`() throws {
    var fixture = fixture(months: 1...5, end: "2025-05-20")
    fixture.inputs.market = [MarketLine(period: nil, sales: 1000)]
    let market = try #require(fixture.analytics().market)
    #expect(market.overall?.ownSales == 150)
    #expect(market.overall?.share == 0.15)
    #expect(market.periods.isEmpty)
  }
}

@Suite struct `Before and after` {
  private func answer(_ iso: String, _ score: Double) -> FeedbackResponse {
    var response = FeedbackResponse(customer: CustomerID("C1"))
    response.date = day(iso)
    response.satisfaction = score
    return response
  }

  private func sale(_ year: Int, _ month: Int, _ revenue: Int) -> MonthlySales {
    var sale = MonthlySales(customer: 0, month: Month(year: year, month: month))
    sale.netRevenue = Amount(revenue)
    sale.productCost = Amount(revenue / 2)
    sale.orders = 2
    return sale
  }

  private func row(_ comparison: PeriodComparison?, _ name: String) -> [Double] {
    comparison?.rows.first { $0.name.english == name }.map { [$0.before, $0.now] } ?? []
  }

  /// 2025 with sales of 2024 before it.
  private func twoYears() -> AnalysisFixture {
    var fixture = AnalysisFixture(start: "2025-01-01", end: "2025-12-31")
    fixture.add("C1", revenue: 600, orders: 24, first: "2025-01-01", last: "2025-12-31")
    fixture.inputs.priorSales = fixture.inputs.sales
    fixture.inputs.priorSales[0].netRevenue = 480
    fixture.inputs.priorSales[0].firstOrder = day("2024-01-01")
    fixture.inputs.salesByMonth = (1...12).map { sale(2025, $0, 50) }
    fixture.inputs.priorSalesByMonth = (1...12).map { sale(2024, $0, 40) }
    return fixture
  }

  @Test func `satisfaction and market share stand beside the sales before`() throws {
    var fixture = twoYears()
    fixture.inputs.feedback = [
      answer("2024-03-01", 3), answer("2024-09-01", 4), answer("2025-05-01", 5),
    ]
    fixture.inputs.market = [(2024, 4800), (2025, 5000)].map { year, sales in
      MarketLine(
        period: CalendarPeriod(.year, around: Month(year: year, month: 1)), sales: Amount(sales))
    }
    let comparison = try #require(fixture.analytics().comparison)
    #expect(comparison.basis == .salesBefore)
    #expect(row(comparison, "Net revenue") == [480, 600])
    #expect(row(comparison, "Order value") == [20, 25])
    #expect(row(comparison, "Satisfaction (1–5)") == [3.5, 5])
    // 480 / 4,800 and 600 / 5,000.
    #expect(row(comparison, "Market share") == [0.1, 0.12])
  }

  @Test func `with nothing before, the later half is compared with the earlier`() throws {
    // Seven whole months: the fourth is in neither half. The eighth is cut off.
    var fixture = AnalysisFixture(start: "2025-01-01", end: "2025-08-10")
    fixture.add("C1", revenue: 480, orders: 16, first: "2025-01-01", last: "2025-08-10")
    fixture.inputs.salesByMonth = (1...8).map { sale(2025, $0, $0 * 10) }
    #expect(fixture.analytics().comparison == nil)
    fixture.inputs.feedback = [answer("2025-01-05", 2), answer("2025-07-05", 4)]
    let analytics = fixture.analytics()
    let comparison = try #require(analytics.comparison)
    #expect(comparison.basis == .firstHalf)
    #expect(comparison.periodBefore == Period(start: day("2025-01-01"), end: day("2025-03-31")))
    #expect(comparison.periodNow == Period(start: day("2025-05-01"), end: day("2025-07-31")))
    #expect(row(comparison, "Net revenue") == [60, 180])
    #expect(row(comparison, "Orders") == [6, 6])
    #expect(row(comparison, "Satisfaction (1–5)") == [2, 4])
    #expect(!analytics.alerts.contains { $0.kind == .marginDrop })
  }

  @Test func `a run that knew no satisfaction tells the same as one that does`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 100, orders: 1, first: "2025-02-01", last: "2025-02-01")
    let kept = try #require(fixture.analytics().runFigures)
    fixture.inputs.keptRuns.latest = kept
    fixture.inputs.feedback = [answer("2025-05-01", 5)]
    let run = try #require(fixture.analytics().runFigures)
    #expect(run.values[.satisfaction] == 5)
    #expect(fixture.analytics().runBefore == nil)
    fixture.inputs.keptRuns.latest?.values[.netRevenue] = 90
    fixture.inputs.keptRuns.latest?.values[.satisfaction] = 4
    let comparison = try #require(fixture.analytics().comparison)
    #expect(row(comparison, "Satisfaction (1–5)") == [4, 5])
  }
}
