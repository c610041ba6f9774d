import CostingCore
import FinanceModel
import Testing

/// Published customer profitability, each test named after its source.
@Suite struct `Golden profitability` {
  @Test func `Horngren 14-20: Instant Service's ten customers`() throws {
    let figures: [(String, Double, Double)] = [
      ("Avery Group", 260, 182), ("Duran Systems", 180, 184), ("Retail Systems", 163, 178),
      ("Wizard Partners", 322, 225), ("Santa Clara College", 235, 308),
      ("Grainger Services", 80, 74), ("Software Partners", 174, 100),
      ("Problem Solvers", 76, 108), ("Business Systems", 137, 110),
      ("Okie Enterprises", 373, 231),
    ]
    var book = inputs(customers: figures.map(\.0))
    book.measures = [.netRevenue, .productCost]
    for (place, figure) in figures.enumerated() {
      book.sales[place].lines = 1
      book.sales[place].netRevenue = exact(figure.1)
      book.sales[place].productCost = exact(figure.2)
    }
    let results = CostingEngine.run(book)
    #expect(
      results.customers.map(\.netMargin) == exact([78, -4, -15, 97, -73, 6, 74, -32, 27, 142]))
    #expect(
      results.ranking.map { figures[$0].0 } == [
        "Okie Enterprises", "Wizard Partners", "Avery Group", "Software Partners",
        "Business Systems", "Grainger Services", "Duran Systems", "Retail Systems",
        "Problem Solvers", "Santa Clara College",
      ])
    #expect(results.totals.netMargin == 300)
    let curve = try #require(results.curve)
    #expect(curve.peak == 424)
    #expect(curve.peakRank == 6)
    #expect(near(curve.peakPercent, 141.333, within: 0.001))
    let topTwo = results.customers[results.ranking[1]].cumulativeMargin
    #expect(near(topTwo?.ratio(to: results.totals.netMargin), 0.8, within: 0.005))
  }

  @Test func `Simple Studies: Friends Company and its three customers`() throws {
    let names = ["AutoCo", "Motor", "Fast Bike"]
    var book = inputs(customers: names)
    book.measures = [.grossRevenue, .netRevenue, .productCost]
    let lines: [(Double, Double, Double, Double)] = [
      (100000, 2000, 12000, 56000), (360000, 8000, 15000, 260000), (450000, 14000, 65000, 302000),
    ]
    for (place, line) in lines.enumerated() {
      book.sales[place].lines = 1
      book.sales[place].grossRevenue = exact(line.0)
      book.sales[place].discount = exact(line.1)
      book.sales[place].returns = exact(line.2)
      book.sales[place].netRevenue = exact(line.0 - line.1 - line.2)
      book.sales[place].productCost = exact(line.3)
    }
    let drivers: KeyValuePairs<String, [Double]> = [
      "orders": [7, 16, 44], "items": [3500, 6080, 6600], "miles": [140, 560, 2024],
      "expedited": [0, 1, 6], "visits": [1, 2, 4], "statements": [1, 1, 1],
      "reminders": [0, 1, 4], "returns": [2, 3, 12], "items returned": [60, 102, 240],
    ]
    book.drivers = drivers.map { Driver(name: $0.key, quantities: exact($0.value)) }
    let rates: [(String, String, Double)] = [
      ("order taking", "orders", 25), ("order processing per order", "orders", 18),
      ("order processing per item", "items", 1.25), ("delivery per order", "orders", 120),
      ("delivery per mile", "miles", 1), ("expedited", "expedited", 600),
      ("visits", "visits", 160), ("first statement", "statements", 6),
      ("reminders", "reminders", 15), ("returns", "returns", 80),
      ("restocking", "items returned", 5),
    ]
    book.costPools = try rates.map { name, driver, rate in
      let quantities = try #require(drivers.first { $0.key == driver }).value
      var pool = CostPool(
        name: name, amount: exact(rate * quantities.reduce(0, +)), method: .driver)
      pool.driver = driver
      pool.costClass = .service
      return pool
    }
    let results = CostingEngine.run(book)
    func cost(_ pool: String, _ customer: Int) -> Amount? {
      results.pools.first { $0.name == pool }?.byCustomer[customer]
    }
    #expect(results.customers.map(\.revenue) == [86000, 337_000, 371_000])
    #expect(results.customers.map(\.grossMargin) == [30000, 77000, 69000])
    #expect(results.customers.map(\.costToServe) == [6282, 12459, 23912])
    #expect(results.customers.map(\.netMargin) == [23718, 64541, 45088])
    #expect((0..<3).map { cost("order taking", $0) } == [175, 400, 1100])
    #expect(cost("order processing per item", 0) == 4375)
    #expect(cost("order processing per item", 1) == 7600)
    #expect(cost("delivery per order", 0) == 840)
    #expect(cost("delivery per mile", 0) == 140)
    #expect(cost("delivery per mile", 2) == 2024)
    #expect(cost("expedited", 1) == 600)
    #expect(cost("expedited", 2) == 3600)
    #expect(cost("visits", 1) == 320)
    #expect(cost("returns", 2) == 960)
    #expect(cost("restocking", 0) == 300)
  }

  @Test func `CRAN ineq: Gini of ten incomes`() {
    let values: [Amount] = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
    #expect(near(Concentration.gini(of: values), 0.4620911, within: 1e-7))
    #expect(near(Concentration.unbiasedGini(of: values), 0.5134346, within: 1e-7))
  }

  @Test func `Heizer and Render 12: Silicon Chips in classes, by both rules`() {
    let volumes: [Amount] = exact([
      90000, 77000, 26350, 15001, 12500, 8502, 1200, 850, 504, 150,
    ])
    let classes: [ValueClass] = [.a, .a, .b, .b, .b, .c, .c, .c, .c, .c]
    #expect(volumes.sum == 232_057)
    #expect(
      ABCClassification.classify(count: volumes.count, aShare: 0.2, bShare: 0.3) == classes)
    #expect(ABCClassification.classify(ranked: volumes, aLine: 0.70, bLine: 0.95) == classes)
    let percents = volumes.map { ($0.ratio(to: volumes.sum) ?? 0) * 100 }
    let printed = [38.8, 33.2, 11.3, 6.4, 5.4, 3.7, 0.5, 0.4, 0.2, 0.1]
    #expect(zip(percents, printed).allSatisfy { near($0, $1, within: 0.07) })
  }
}
