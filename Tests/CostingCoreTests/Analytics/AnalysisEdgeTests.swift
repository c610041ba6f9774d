import CostingCore
import FinanceModel
import Testing

@Suite struct `Analyses of odd inputs` {
  @Test func `nothing gives nothing`() {
    let analytics = CustomerAnalytics.compute(CostingInputs(), CostingResults())
    #expect(analytics.lifetimeValue.isEmpty)
    #expect(analytics.receivables == nil)
    #expect(analytics.forecast == nil)
    #expect(analytics.actions.isEmpty)
    #expect(analytics.findings.isEmpty)
  }

  @Test func `results of other inputs give nothing rather than a trap`() {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 5, orders: 1, first: "2025-01-01", last: "2025-01-01")
    let analytics = CustomerAnalytics.compute(fixture.inputs, CostingResults())
    #expect(analytics.recencyFrequencyMonetary.isEmpty)
  }

  @Test func `one customer without dates`() {
    var fixture = AnalysisFixture()
    fixture.inputs.period = nil
    fixture.add("C1", revenue: -5, orders: 1)
    let analytics = fixture.analytics()
    #expect(analytics.lifetimeValue.isEmpty)
    #expect(analytics.retention == nil)
    #expect(analytics.repeatPurchase?.repeatRate == 0)
  }

  @Test func `orders after the period's end do not trap`() {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 5, orders: 3, first: "2025-06-01", last: "2026-06-01")
    let analytics = fixture.analytics()
    #expect(analytics.recencyFrequencyMonetary[0]?.recency == 0)
    #expect(analytics.purchaseModel == nil)
  }

  @Test func `settings out of all reason do not trap`() {
    var fixture = AnalysisFixture()
    for place in 0..<40 {
      fixture.add(
        "C\(place)", revenue: Amount(place), orders: place, first: "2025-01-01",
        last: "2025-12-\(10 + place % 20)")
    }
    fixture.inputs.salesByMonth = (0..<3).map { step in
      var sale = MonthlySales(customer: 5, month: Month(year: 2025, month: 1 + step))
      sale.orders = 1
      sale.netRevenue = 5
      return sale
    }
    fixture.inputs.settings.daysInYear = .nan
    fixture.inputs.settings.horizon = .infinity
    fixture.inputs.settings.discountRate = -5
    fixture.inputs.settings.retentionRate = 7
    fixture.inputs.settings.inactiveDays = -3
    fixture.inputs.settings.vipShare = .infinity
    fixture.inputs.settings.analysis.clusters = 1_000_000
    fixture.inputs.settings.analysis.forecastMonths = -1
    fixture.inputs.settings.analysis.financingRate = .nan
    fixture.inputs.settings.ageingRates = ["": .nan, "1-30": -1]
    fixture.inputs.priorSales = fixture.inputs.sales
    var item = ReceivableItem(customer: CustomerID("?"), amount: 5)
    item.creditTerms = Int.max
    item.date = day("2025-05-05")
    fixture.inputs.receivables.items = [item]
    let analytics = fixture.analytics()
    #expect(analytics.lifetimeValue[0] == nil)
    #expect(analytics.lifetimeValue[1]?.perpetualValue == nil)
  }
}
