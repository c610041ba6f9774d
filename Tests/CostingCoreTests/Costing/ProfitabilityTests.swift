import CostingCore
import FinanceModel
import Testing

/// Ranking, classes, tiers, curve, quadrants and diagnosis.
@Suite struct `Profitability` {
  @Test func `ranks by margin, then revenue, then id`() {
    let order = Ranking.order(
      of: [0, 1, 2, 3], margins: [5, 7, 5, 5], revenues: [10, 1, 20, 10],
      ids: ["b", "x", "c", "a"].map { CustomerID($0) })
    #expect(order == [1, 2, 3, 0])
  }

  @Test func `ranks by revenue, and says so, where there is no cost`() {
    var book = Book(revenue: ["a": 100, "b": 300])
    book.inputs.measures = [.netRevenue]
    for place in 0..<2 { book.inputs.sales[place].productCost = 0 }
    let results = book.results
    #expect(results.rankingBasis == .revenue)
    #expect(results.ranking == [1, 0])
    #expect(results.codes == ["COST-020"])
    #expect(results.customers[1].netMarginPercent == 100)
  }

  @Test func `gives whoever crosses a line the higher class, and loss-makers C`() {
    let classes = ABCClassification.classify(ranked: [70, 20, 6, 4, 0, -5])
    #expect(classes == [.a, .a, .b, .c, .c, .c])
    #expect(ABCClassification.classify(ranked: [80, 15, 5]) == [.a, .b, .c])
    #expect(ABCClassification.classify(ranked: [-1, -2]) == [.c, .c])
    #expect(ABCClassification.classify(ranked: []).isEmpty)
  }

  @Test func `counts VIP seats exactly and rounds them up`() {
    let rule = TierRule()
    #expect([0, 1, 5, 6, 15, 100].map(rule.vipSeats) == [0, 1, 1, 2, 3, 20])
    #expect(TierRule(vipShare: 0.07).vipSeats(among: 100) == 7)
    #expect(TierRule(vipShare: 5).vipSeats(among: 3) == 3)
    #expect(TierRule(vipShare: .nan).vipSeats(among: 3) == 0)
  }

  @Test func `tiers buyers, and those without a sales line as potential`() {
    var book = Book(revenue: ["a": 1000, "b": 900, "c": 800, "d": 700, "e": 600, "f": 5])
    book.addCustomer("new")
    book.inputs.settings.potentialFloor = 50
    #expect(
      book.results.customers.map(\.tier) == [
        .vip, .vip, .regular, .regular, .regular, .potential, .potential,
      ])
    book.inputs.settings.vipThreshold = 350
    #expect(
      book.results.customers.map(\.tier) == [
        .vip, .vip, .vip, .vip, .regular, .potential, .potential,
      ])
  }

  @Test func `has no VIP that loses money, and no floor unless one is set`() {
    var book = Book(revenue: ["a": 100, "b": -100])
    book.inputs.sales[0].freight = 60
    #expect(book.results.customers.map(\.tier) == [.regular, .regular])
  }

  @Test func `draws a curve where all lose, and where nothing is left`() {
    let losses = WhaleCurve(ranked: [-10, -20])
    #expect(losses.peak == 0)
    #expect(losses.peakRank == 0)
    #expect(losses.peakPercent == nil)
    #expect(losses.givenBack == 30)
    #expect(losses.gini == nil)
    #expect(losses.stobachoff == nil)
    let even = WhaleCurve(ranked: [50, -50])
    #expect(even.peak == 50)
    #expect(even.peakPercent == nil)
  }

  @Test func `finds no concentration where all earn the same`() {
    #expect(near(Concentration.gini(of: [5, 5, 5, 5]), 0, within: 1e-15))
    #expect(near(Concentration.stobachoff(ranked: [5, 5, 5, 5]), 0, within: 1e-15))
    #expect(near(Concentration.gini(of: [0, 0, 0, 8]), 0.75, within: 1e-15))
    #expect(near(Concentration.unbiasedGini(of: [0, 0, 0, 8]), 1, within: 1e-15))
  }

  @Test func `sorts customers by value and cost-to-serve`() {
    var book = Book(revenue: ["a": 1000, "b": 1000, "c": 100, "d": 100])
    book.addDriver("hours", [1, 10, 0, 5])
    book.addPool("Support", 160, .driver, driver: "hours")
    #expect(
      book.results.customers.map(\.quadrant) == [
        .highValueLowCost, .highValueHighCost, .lowValueLowCost, .lowValueHighCost,
      ])
  }

  @Test func `names the three pools that cost a customer most beyond average`() throws {
    var book = Book(revenue: ["a": 500, "b": 500])
    for (name, quantities) in [
      ("w", [1.0, 1]), ("x", [0, 1]), ("y", [1, 3]), ("z", [2, 3]), ("v", [9, 1]),
    ] {
      book.addDriver(name, quantities)
      book.addPool(name, 100, .driver, driver: name)
    }
    let results = book.results
    let diagnosis = try #require(results.diagnoses.first)
    #expect(results.diagnoses.count == 1)
    #expect(diagnosis.customer == 1)
    #expect(diagnosis.shortfall == -45)
    #expect(diagnosis.excesses.map { results.pools[$0.pool].name } == ["x", "y", "z"])
    #expect(diagnosis.excesses.map(\.excess) == exact([50, 25, 10]))
    let bridge = try #require(diagnosis.bridge)
    let points = bridge.steps.map(\.points).reduce(0, +)
    #expect(near(bridge.portfolio + points, bridge.customer, within: 1e-12))
    #expect(near(bridge.portfolio, 0, within: 1e-12))
    #expect(near(bridge.customer, -9, within: 1e-12))
  }

  @Test func `tells whether price or service costs a customer its margin`() throws {
    var book = Book(revenue: ["cheap": 800, "dear": 1000])
    book.inputs.sales[0].grossRevenue = 1000
    book.inputs.sales[0].discount = 150
    book.inputs.sales[0].rebate = 50
    book.addPool("Support", 18, .revenue)
    book.inputs.sales[0].productCost = 500
    let results = book.results
    let diagnosis = try #require(results.diagnoses.first)
    #expect(diagnosis.customer == 0)
    let bridge = try #require(diagnosis.listBridge)
    let points = bridge.steps.map(\.points).reduce(0, +)
    #expect(near(bridge.portfolio + points, bridge.customer, within: 1e-12))
    #expect(near(bridge.portfolio, 39.1, within: 1e-12))
    #expect(near(bridge.customer, 29.2, within: 1e-12))
    #expect(bridge.mainCause?.line == .discount)
    #expect(near(bridge.mainCause?.points, -7.5, within: 1e-12))
  }

  @Test func `counts waste once`() throws {
    var book = Book(revenue: ["a": 1000])
    book.addDriver("hours", [8])
    book.addPool("Rework", 100, .driver, driver: "hours", capacity: 10)
    book.addPool("Support", 300, .driver, driver: "hours")
    book.inputs.costPools[0].isValueAdded = false
    book.inputs.costPools[1].isValueAdded = true
    let lean = try #require(book.results.lean)
    #expect(lean.nonValueAdded == 80)
    #expect(lean.idle == 20)
    #expect(lean.waste == 100)
    #expect(lean.wasteShare == 0.25)
    book.inputs.costPools.removeAll()
    #expect(book.results.lean == nil)
  }

  @Test func `adds up cost by class`() {
    var book = Book(revenue: ["a": 100, "b": 300])
    book.addPool("Ads", 40, .revenue, costClass: .acquisition)
    book.addPool("Visits", 20, .even, costClass: .relationship)
    let results = book.results
    #expect(results.cost(ofCustomer: 0, costClass: .acquisition) == 10)
    #expect(results.cost(ofCustomer: 0, costClass: .relationship) == 10)
    #expect(results.cost(ofClass: .acquisition) == 40)
    #expect(results.cost(ofCustomer: 7, costClass: nil) == 0)
  }

  @Test func `compares with other methods customer by customer`() throws {
    var book = Book(revenue: ["a": 100, "b": 300])
    book.addDriver("hours", [3, 1])
    book.addPool("Support", 80, .driver, driver: "hours")
    let results = book.results
    #expect(results.customers.map(\.netMargin) == [-10, 130])
    let usual = try #require(results.sensitivity.first)
    #expect(usual.netMargins == [30, 90])
    #expect(usual.ranks == [2, 1])
    let even = Sensitivity.compare(book.inputs, pool: "support", by: .even)
    #expect(even.netMargins == [10, 110])
    #expect(even.name.english == "support by even")
  }

  @Test func `adds up months to quarters and years`() throws {
    var book = Book(revenue: ["a": 100, "b": 300])
    book.addCustomer("unassigned")
    for (customer, year, month, revenue) in [
      (0, 2025, 12, 10), (0, 2026, 1, 20), (0, 2026, 3, 30), (1, 2026, 3, 40), (2, 2026, 3, 5),
    ] {
      var sales = MonthlySales(
        customer: Int32(customer), month: Month(year: year, month: month))
      sales.netRevenue = Amount(revenue)
      sales.productCost = 4
      sales.directCost = 6
      sales.orders = 1
      book.inputs.salesByMonth.append(sales)
    }
    let periods = PeriodAnalysis.periods(of: book.inputs)
    #expect(
      periods.map(\.name) == [
        "2025-12", "2026-01", "2026-03", "2025-Q4", "2026-Q1", "2025", "2026",
      ])
    #expect(periods.map(\.revenue) == [10, 20, 75, 10, 95, 10, 95])
    #expect(periods.map(\.customers) == [1, 1, 2, 1, 2, 1, 2])
    let quarter = periods[4]
    #expect(quarter.grossMargin == 79)
    #expect(quarter.cm2 == 71)
    #expect(quarter.orders == 4)
    #expect(quarter.period.days == 90)
  }

  @Test func `costs every month by itself, and all months make up the whole`() throws {
    var book = Book(revenue: ["a": 100, "b": 300])
    book.inputs.period = Period(
      start: try #require(Day(year: 2026, month: 1, day: 1)),
      end: try #require(Day(year: 2026, month: 2, day: 28)))
    for (customer, month, revenue) in [(0, 1, 60), (0, 2, 40), (1, 2, 300)] {
      var sales = MonthlySales(customer: Int32(customer), month: Month(year: 2026, month: month))
      sales.netRevenue = Amount(revenue)
      sales.productCost = Amount(revenue / 2)
      sales.directCost = sales.productCost
      sales.orders = 1
      book.inputs.salesByMonth.append(sales)
    }
    book.addDriver("hours", [10, 30])
    book.addPool("Support", 590, .driver, driver: "hours", capacity: 59)
    book.addPool("Letters", 59, .even)
    let months = PeriodCosting.run(book.inputs, by: .month)
    #expect(months.map(\.name) == ["2026-01", "2026-02"])
    #expect(months.map { $0.results.totals.revenue } == [60, 340])
    #expect(months[0].results.pool("Support")?.rate == 10)
    #expect(months[0].results.pool("Letters")?.byCustomer == [31, 0])
    let whole = book.results
    #expect(months.map { $0.results.totals.netMargin }.sum == whole.totals.netMargin)
    let unused = months.map { $0.results.totals.unusedCapacity }.sum
    #expect((unused - whole.totals.unusedCapacity).magnitude < exact(0.000_000_001))
    for month in months { #expect(month.results.isBalanced) }
  }

  @Test func `traces cost by customer, else by document, and lists the rest`() {
    let rows = [
      DirectTrace.Row(amount: 5, customer: CustomerID("a")),
      DirectTrace.Row(amount: 7, document: "S-1"),
      DirectTrace.Row(amount: 11, customer: CustomerID("x"), document: "S-1"),
      DirectTrace.Row(amount: 13, document: "S-9"),
    ]
    let traced = DirectTrace.trace(
      rows, to: [CustomerID("a"), CustomerID("b")], documents: ["S-1": CustomerID("b")])
    #expect(traced.byCustomer == [5, 18])
    #expect(traced.untraced.map(\.amount) == [13])
  }
}
