import CostingCore
import FinanceModel
import Testing

@Suite struct `Acquisition cost` {
  @Test(arguments: [(100_000, 2000, 50.0), (13_000, 1000, 13.0)])
  func `spend over new customers (worked cases of geniegoals and bit1024)`(
    spend: Int, new: Int, cac: Double
  ) {
    var fixture = AnalysisFixture()
    var line = MarketingLine(channel: "Ads", spend: Amount(spend))
    line.newCustomers = Quantity(new)
    fixture.inputs.marketing = [line]
    #expect(fixture.analytics().acquisition?.cac == cac)
  }

  @Test func `no new customers give a blank, and spend without a channel its own line`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1") {
      $0.channel = "Fair"
      $0.since = day("2025-03-01")
    }
    fixture.add("C2") { $0.channel = "Fair" }
    var none = MarketingLine(channel: "Calls", spend: 500)
    none.newCustomers = 0
    fixture.inputs.marketing = [
      MarketingLine(channel: nil, spend: 70), none, MarketingLine(channel: "Fair", spend: 200),
      MarketingLine(channel: "Fair", spend: 100),
    ]
    let analytics = fixture.analytics()
    let result = try #require(analytics.acquisition)
    #expect(result.spend == 870)
    #expect(result.channels.map(\.channel) == ["Calls", "Fair", "unattributed"])
    #expect(result.channels[0].newCustomers == 0)
    #expect(result.channels[0].cac == nil)
    #expect(result.channels[1].cac == 300)
    #expect(result.channels[2].cac == nil)
    #expect(result.cac == 870)
    #expect(analytics.findings.map(\.code.id) == ["ANALYSIS-001", "ANALYSIS-002"])
  }

  @Test func `pools of class acquisition stand beside the spend`() throws {
    var fixture = AnalysisFixture()
    var pool = CostPool(name: "Fairs", amount: 130, method: .even)
    pool.costClass = .acquisition
    fixture.inputs.costPools = [pool]
    var line = MarketingLine(channel: "Ads", spend: 70)
    line.newCustomers = 10
    fixture.inputs.marketing = [line]
    let result = try #require(fixture.analytics().acquisition)
    #expect(result.cac == 7)
    #expect(result.fullyLoadedSpend == 200)
    #expect(result.fullyLoadedCAC == 20)
  }

  @Test func `a channel is one however its name is typed`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1") {
      $0.channel = "trade  fair"
      $0.since = day("2025-03-01")
    }
    fixture.inputs.marketing = [
      MarketingLine(channel: "Trade Fair", spend: 200),
      MarketingLine(channel: "Ｔrade fair ", spend: 100),
    ]
    let result = try #require(fixture.analytics().acquisition)
    #expect(result.channels.map(\.channel) == ["Trade Fair"])
    #expect(result.channels.map(\.cac) == [300])
  }

  @Test func `acquisition without any count of new customers is spend alone`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 100, orders: 1, first: "2025-02-01", last: "2025-02-01")
    fixture.inputs.marketing = [MarketingLine(channel: "Ads", spend: 200)]
    let analytics = fixture.analytics()
    #expect(analytics.acquisition?.cac == nil)
    #expect(analytics.acquisition?.newCustomers == nil)
    #expect(analytics.lifetime?.valueToCost == nil)
    #expect(analytics.lifetime?.paybackMonths == nil)
  }
}
