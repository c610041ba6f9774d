import CostingCore
import FinanceModel
import Testing

@Suite struct `Receivables analysis` {
  @Test func `turnover and days of Twist Corp are 12.75 and 28.63 (studyzin 62554)`() {
    let pace = ReceivablesPace(sales: 4_192_200, days: 365)
    let turnover = pace.turnover(of: 328_800)
    #expect(agrees(turnover, 12.75, within: 0.006))
    #expect(agrees(pace.days(forTurnover: turnover), 28.63, within: 0.006))
    #expect(pace.turnover(of: 0) == nil)
  }

  @Test func `the allowance of Riley & Bruns, chapter 7, is 73,100`() throws {
    var fixture = AnalysisFixture()
    var balance = ReceivableBalance(customer: CustomerID("C1"))
    balance.ageing = [700_000, 120_000, 80_000, 30_000, 10_000]
    fixture.inputs.receivables.balances = [balance]
    fixture.inputs.receivables.buckets = [
      AgeingBucket(label: "current", from: 0, through: 0),
      AgeingBucket(label: "0-30", from: 0, through: 30),
      AgeingBucket(label: "31-60", from: 31, through: 60),
      AgeingBucket(label: "61-90", from: 61, through: 90),
      AgeingBucket(label: ">90", from: 91, through: nil),
    ]
    fixture.inputs.settings.ageingRates = [
      "Current": 5, "0-30 Days": 8, "31-60 Days": 20, "61-90 Days": 25, "90+ Days": 50,
    ]
    let result = try #require(fixture.analytics().receivables)
    #expect(result.allowance == 73_100)
    #expect(result.closing == 940_000)
  }

  @Test func `rates find their bucket however either is written`() throws {
    var fixture = AnalysisFixture()
    var balance = ReceivableBalance(customer: CustomerID("C1"))
    balance.ageing = [100, 100, 100, 100]
    fixture.inputs.receivables.balances = [balance]
    fixture.inputs.receivables.buckets = [
      AgeingBucket(label: "未到期", from: 0, through: 0),
      AgeingBucket(label: "30天以内", from: 1, through: 30),
      AgeingBucket(label: "31–60天", from: 31, through: 60),
      AgeingBucket(label: "91+", from: 91, through: nil),
    ]
    fixture.inputs.settings.ageingRates = [
      "Current": 0.01, "1-30 days": 0.02, "31-60": 0.04, "over 90 days": 0.5,
    ]
    let result = try #require(fixture.analytics().receivables)
    #expect(result.ageing.map(\.rate) == [0.01, 0.02, 0.04, 0.5])
    #expect(result.allowance == 57)
  }

  @Test func `items are open at the period's end and sorted by days overdue`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 1000) { $0.creditTerms = 30 }
    fixture.inputs.receivables.items = [
      item("C1", 100, "2025-12-20"), item("C1", 90, "2025-11-15"),
      item("C1", 80, "2025-01-01", due: "2025-11-30", paid: 30),
      item("C1", 70, "2025-01-01", due: "2025-09-01"),
      item("C1", 60, "2025-01-01", due: "2025-12-30", paidOn: "2026-01-05"),
      item("C1", 50, "2025-01-01", due: "2025-02-01", paidOn: "2025-02-01"),
      item("C1", 40, "2026-01-02"), item("C2", 30, "2025-10-01", due: "2025-10-02"),
    ]
    let result = try #require(fixture.analytics().receivables)
    #expect(result.ageing.map(\.amount) == [100, 150, 50, 30, 70])
    #expect(result.ageing.map(\.isOverdue) == [false, true, true, true, true])
    #expect(result.closing == 400)
    #expect(result.overdue == 300)
    #expect(result.overdueShare == 0.75)
    #expect(result.allowance == nil)
    #expect(result.customers.map(\.closing) == [370, 30])
    #expect(result.overdueConcentration == 1)
  }

  @Test func `balances give turnover by customer and in all`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 1000)
    fixture.add("C2", revenue: 0)
    var first = ReceivableBalance(customer: CustomerID("C1"))
    first.opening = 100
    first.closing = 300
    var second = ReceivableBalance(customer: CustomerID("C2"))
    second.opening = 50
    second.closing = 50
    fixture.inputs.receivables.balances = [first, second]
    fixture.inputs.settings.analysis.financingRate = 0.06
    let result = try #require(fixture.analytics().receivables)
    #expect(result.average == 250)
    #expect(result.turnover == 4)
    #expect(result.dso == 91.25)
    #expect(result.customers[0].turnover == 5)
    #expect(result.customers[1].turnover == 0)
    #expect(result.customers[1].dso == nil)
    #expect(result.financingCost == 15)
    #expect(result.overdue == nil)
  }

  @Test(arguments: [
    (opening: 50 as Amount?, points: 13, average: 110 as Amount), (nil, 12, 115),
  ])
  func `twelve month ends give a 12-point average, with the opening balance 13 points`(
    opening: Amount?, points: Int, average: Amount
  ) throws {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 1380)
    var balance = ReceivableBalance(customer: CustomerID("C1"))
    balance.opening = opening
    balance.monthEnds = (1...12).map { Amount(50 + 10 * $0) }
    fixture.inputs.receivables.balances = [balance]
    fixture.inputs.receivables.months = (1...12).map { Month(year: 2025, month: $0) }
    let result = try #require(fixture.analytics().receivables)
    #expect(result.averagePoints == points)
    #expect(result.average == average)
    #expect(result.closing == 170)
    #expect(result.turnover == 1380 / average.doubleValue)
    #expect(result.customers[0].turnover == result.turnover)
  }

  @Test func `month ends outside the period do not count, the one before it opens it`() throws {
    var fixture = AnalysisFixture(start: "2025-04-01", end: "2025-06-30")
    fixture.add("C1", revenue: 500)
    var balance = ReceivableBalance(customer: CustomerID("C1"))
    balance.monthEnds = [900, 100, 200, 300, 400, 900]
    fixture.inputs.receivables.balances = [balance]
    fixture.inputs.receivables.months = (2...7).map { Month(year: 2025, month: $0) }
    let result = try #require(fixture.analytics().receivables)
    #expect(result.opening == 100)
    #expect(result.closing == 400)
    #expect(result.averagePoints == 4)
    #expect(result.average == 250)
  }

  @Test func `what receivables cost to finance is charged to those that owe`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 1000, cost: 600, orders: 1)
    fixture.add("C2", revenue: 500, cost: 300, orders: 1)
    fixture.inputs.receivables.balances = [("C1", 900, 1100), ("C2", -50, -30), ("gone", 200, 0)]
      .map { id, opening, closing in
        var balance = ReceivableBalance(customer: CustomerID(id))
        balance.opening = Amount(opening)
        balance.closing = Amount(closing)
        return balance
      }
    #expect(fixture.inputs.withFinancingCost.costPools.isEmpty)
    fixture.inputs.settings.analysis.financingRate = 0.06
    let inputs = fixture.inputs.withFinancingCost
    // 1,000 and 100 on average at 6 %; the payment in advance of C2 earns nothing.
    #expect(inputs.costPools.map(\.amount) == [66])
    #expect(inputs.withFinancingCost.costPools.count == 1)
    let results = CostingEngine.run(inputs)
    #expect(results.customers.map(\.costToServe) == [60, 0])
    #expect(results.customers.map(\.netMargin) == [340, 200])
    #expect(results.totals.unallocated == 6)
    #expect(results.controls.allSatisfy { $0.difference.isZero })
  }

  @Test func `without a period, invoices with payment dates give month-end balances`() throws {
    var fixture = AnalysisFixture()
    fixture.inputs.period = nil
    fixture.inputs.receivables.items = [
      item("C1", 300, "2025-01-10", paidOn: "2025-03-05"),
      item("C1", 600, "2025-02-10", paidOn: "2025-04-02"), item("C2", 90, "2025-03-31"),
    ]
    let result = try #require(fixture.analytics().receivables)
    // 300 at the end of January, 900 of February, 690 of March; 990 billed in 81 days.
    #expect(result.averagePoints == 3)
    #expect(result.average == 630)
    #expect(result.opening == nil)
    #expect(agrees(result.turnover, 990.0 / 630, within: 1e-12))
    #expect(agrees(result.dso, 81 * 630.0 / 990, within: 1e-9))
    #expect(agrees(result.customers[1].turnover, 3, within: 1e-12))
    fixture.inputs.receivables.items = [item("C1", 300, "2025-01-10"), item("C1", 5, "2025-03-31")]
    #expect(fixture.analytics().receivables?.turnover == nil)
  }

  @Test func `receivables without an average balance cost nothing to finance`() {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 1000)
    fixture.inputs.receivables.items = [item("C1", 100, "2025-12-20")]
    fixture.inputs.settings.analysis.financingRate = 0.06
    #expect(fixture.inputs.withFinancingCost.costPools.isEmpty)
    #expect(fixture.analytics().findings.contains { $0.code.id == "ANALYSIS-006" })
  }

  @Test func `currencies are never added up`() throws {
    var fixture = AnalysisFixture()
    fixture.inputs.currency = "USD"
    var euro = item("C1", 100, "2025-06-01", due: "2025-07-01")
    euro.currency = "EUR"
    var dollar = item("C2", 70, "2025-06-01", due: "2025-07-01", paidOn: "2026-03-01")
    dollar.currency = "USD"
    fixture.inputs.receivables.items = [euro, dollar]
    let analytics = fixture.analytics()
    let result = try #require(analytics.receivables)
    #expect(result.currency == "USD")
    #expect(result.closing == 70)
    #expect(result.otherCurrencies.map(\.currency) == ["EUR"])
    #expect(result.otherCurrencies.map(\.closing) == [100])
    #expect(analytics.findings.contains { $0.code.id == "ANALYSIS-004" })
  }

  private func item(
    _ id: String, _ value: Int, _ date: String, due: String? = nil, paid: Int? = nil,
    paidOn: String? = nil
  ) -> ReceivableItem {
    var item = ReceivableItem(customer: CustomerID(id), amount: Amount(value))
    item.date = day(date)
    item.due = due.map(day)
    item.paid = paid.map { Amount($0) }
    item.paidOn = paidOn.map(day)
    return item
  }
}
