import CostingCore
import FinanceModel
import Testing

/// How each method of a pool works, and what it says where it cannot.
@Suite struct `Cost pools` {
  private let three: KeyValuePairs = ["a": 100.0, "b": 300.0, "c": 600.0]

  @Test func `go by a driver whose name is written another way`() throws {
    var book = Book(revenue: three)
    book.addDriver("Support Hours", [1, 2, 5])
    book.addPool("Support", 80, .driver, driver: " support hours ")
    let results = book.results
    let pool = try #require(results.pool("Support"))
    #expect(pool.byCustomer == [10, 20, 50])
    #expect(pool.driverTotal == 8)
    #expect(pool.rate == 10)
    #expect(pool.driverPlace == 0)
    #expect(results.drivers.map(\.name) == ["Support Hours"])
    #expect(results.codes.isEmpty)
    #expect(results.isBalanced)
  }

  @Test(
    arguments: [
      ("Orders", [1, 3, 0]), ("订单行数", [4, 5, 6]), ("quantity", [10, 20, 30]),
      ("Net revenue", [100, 300, 600]),
    ] as [(String, [Double])])
  func `go by what the sales lines hold by themselves`(name: String, quantities: [Double]) throws {
    var book = Book(revenue: three)
    for place in 0..<3 {
      book.inputs.sales[place].orders = [1, 3, 0][place]
      book.inputs.sales[place].lines = [4, 5, 6][place]
      book.inputs.sales[place].quantity = [10, 20, 30][place]
    }
    book.addPool("Pool", 1200, .driver, driver: name)
    let results = book.results
    #expect(results.drivers.first?.quantities == exact(quantities))
    #expect(results.drivers.first?.origin == .sales)
    #expect(results.pool("Pool")?.allocated == 1200)
  }

  @Test func `prefer a table's driver to a built-in one, and that to an interaction`() {
    var book = Book(revenue: three)
    book.addDriver("Orders", [0, 0, 9])
    book.inputs.interactions = [
      Driver(name: "Visits", quantities: [2, 0, 0], origin: .interactions),
      Driver(name: "Quantity", quantities: [5, 0, 0], origin: .interactions),
    ]
    book.addPool("By orders", 9, .driver, driver: "Orders")
    book.addPool("By visits", 9, .driver, driver: "Visits")
    book.addPool("By quantity", 9, .driver, driver: "Quantity")
    let results = book.results
    #expect(results.pool("By orders")?.byCustomer == [0, 0, 9])
    #expect(results.pool("By visits")?.byCustomer == [9, 0, 0])
    #expect(results.pool("By quantity")?.byCustomer == [3, 3, 3])
  }

  @Test func `stay unallocated, with the nearest name, where no table has the driver`() throws {
    var book = Book(revenue: three)
    book.addDriver("Deliveries", [1, 1, 1])
    book.addPool("Delivery", 70, .driver, driver: "Delivereis")
    let results = book.results
    #expect(results.pool("Delivery")?.unallocated == 70)
    #expect(results.totals.unallocated == 70)
    #expect(results.codes == ["COST-001"])
    let finding = try #require(results.findings.first { $0.code.id == "COST-001" })
    #expect(finding.place?.description == "Cost pools!A2")
    #expect(finding.sentences(in: .english).whatToDo.contains("Did you mean “Deliveries”?"))
    #expect(finding.sentences(in: .chinese).what.contains("Delivereis"))
  }

  @Test(
    arguments: [
      ([0, 0, 0], "COST-002"), ([2, -2, 0], "COST-003"), ([1, -2, 0], "COST-003"),
    ] as [([Double], String)])
  func `stay unallocated where the driver adds up to nothing`(
    quantities: [Double], code: String
  ) {
    var book = Book(revenue: three)
    book.addDriver("Hours", quantities)
    book.addPool("Support", 70, .driver, driver: "Hours")
    let results = book.results
    #expect(results.pool("Support")?.unallocated == 70)
    #expect(results.codes == [code])
    #expect(results.isBalanced)
  }

  @Test func `share credits and negative quantities with their sign`() {
    var book = Book(revenue: three)
    book.addDriver("Hours", [5, -1, 4])
    book.addPool("Support", 80, .driver, driver: "Hours")
    book.addPool("Energy rebate", -10, .revenue)
    let results = book.results
    #expect(results.pool("Support")?.byCustomer == [50, -10, 40])
    #expect(results.pool("Energy rebate")?.byCustomer == [-1, -3, -6])
    #expect(results.isBalanced)
  }

  @Test func `leave what the practical capacity has beyond the use unused`() throws {
    var book = Book(revenue: three)
    book.addDriver("Hours", [10, 20, 50])
    book.addPool("Support", 1000, .driver, driver: "Hours", capacity: 100)
    let pool = try #require(book.results.pool("Support"))
    #expect(pool.rate == 10)
    #expect(pool.byCustomer == [100, 200, 500])
    #expect(pool.unusedCapacity == 200)
    #expect(pool.unallocated == 0)
    #expect(book.results.totals.operatingProfit == book.results.totals.netMargin - 200)
  }

  @Test func `push unused capacity onto customers only where that is asked for`() throws {
    var book = Book(revenue: three)
    book.addDriver("Hours", [10, 20, 50])
    book.addPool("Support", 1000, .driver, driver: "Hours", capacity: 100)
    book.inputs.settings.chargesUnusedCapacity = true
    let pool = try #require(book.results.pool("Support"))
    #expect(pool.byCustomer == [125, 250, 625])
    #expect(pool.unusedCapacity == 0)
    #expect(book.results.codes.isEmpty)
  }

  @Test func `beyond what sums can hold count as zero, with a finding`() {
    var book = Book(revenue: three)
    let beyond = ExactDecimal(units: .max)
    book.addDriver("Hours", [1, 1, 1])
    book.inputs.drivers[0].quantities[0] = beyond
    book.addPool("Support", 10, .driver, driver: "Hours")
    book.addPool("Odd", 10, .even)
    book.inputs.costPools[1].amount = -beyond
    book.inputs.sales[2].netRevenue = beyond
    var line = BudgetLine(name: "Travel")
    line.budget = beyond
    book.inputs.budget = [line]
    book.inputs.marketing = [
      MarketingLine(channel: "Fairs", spend: beyond), MarketingLine(channel: "Ads", spend: 5),
    ]
    let results = book.results
    #expect(results.codes == Array(repeating: "COST-028", count: 5))
    #expect(results.variances.map(\.budget) == [nil])
    #expect(results.analytics.acquisition?.spend == 5)
    #expect(results.pool("Support")?.byCustomer == [0, 5, 5])
    #expect(results.totals.revenue == 400)
    #expect(results.isBalanced)
  }

  @Test func `never allocate more than they are where use is above capacity`() throws {
    var book = Book(revenue: three)
    book.addDriver("Hours", [10, 20, 50])
    book.addPool("Support", 1000, .driver, driver: "Hours", capacity: 50)
    let results = book.results
    let pool = try #require(results.pool("Support"))
    #expect(pool.rate == 12.5)
    #expect(pool.allocated == 1000)
    #expect(pool.unusedCapacity == 0)
    #expect(results.codes == ["COST-010"])
  }

  @Test func `are shared evenly by customers with a sales line, unassigned left out`() {
    var book = Book(revenue: three)
    book.addCustomer("never bought")
    book.addCustomer("unassigned")
    book.inputs.sales[4].lines = 1
    book.inputs.sales[4].netRevenue = 10
    book.addPool("Letters", 90, .even)
    book.addPool("General", 1010, .revenue)
    let results = book.results
    #expect(results.pool("Letters")?.byCustomer == [30, 30, 30, 0, 0])
    #expect(results.pool("Letters")?.driverTotal == 3)
    #expect(results.pool("General")?.byCustomer == [100, 300, 600, 0, 10])
    #expect(results.customers[4].rank == nil)
    #expect(results.customers[4].valueClass == nil)
    #expect(results.ranking.count == 4)
  }

  @Test func `are shared evenly by all where there are no sales`() {
    var book = Book(revenue: [:])
    for id in ["a", "b"] { book.addCustomer(id) }
    book.addPool("Letters", 5, .even)
    #expect(book.results.pool("Letters")?.byCustomer == exact([2.5, 2.5]))
  }

  @Test func `by revenue need revenue that is positive`() {
    var book = Book(revenue: ["a": 100, "b": -100])
    book.addPool("General", 70, .revenue)
    #expect(book.results.pool("General")?.unallocated == 70)
    #expect(book.results.codes == ["COST-008"])
  }

  @Test(
    arguments: [
      ([30, 20, 50], [30, 20, 50], 0, []),
      ([0.3, 0.2, 0.4], [30, 20, 40], 10, ["COST-005"]),
      ([30, 20, 51], [], 100, ["COST-004"]),
    ] as [([Double], [Double], Double, [String])])
  func `by percent`(
    percents: [Double], shares: [Double], left: Double, codes: [String]
  ) {
    var book = Book(revenue: three)
    book.addDriver("Agency", percents)
    book.addPool("Agency", 100, .percent)
    let results = book.results
    #expect(results.pool("Agency")?.byCustomer == exact(shares))
    #expect(results.pool("Agency")?.unallocated == exact(left))
    #expect(results.codes == codes)
  }

  @Test(
    arguments: [
      ([50, 0, 20], 70, 30, ["COST-007"]), ([50, 30, 21], 0, 100, ["COST-006"]),
      ([50, 30, 20], 100, 0, []),
    ] as [([Double], Double, Double, [String])])
  func `by fixed amounts`(
    amounts: [Double], allocated: Double, left: Double, codes: [String]
  ) {
    var book = Book(revenue: three)
    book.addDriver("Fair fees", amounts)
    book.addPool("Fairs", 100, .fixed, driver: "fair fees")
    let results = book.results
    #expect(results.pool("Fairs")?.allocated == exact(allocated))
    #expect(results.pool("Fairs")?.unallocated == exact(left))
    #expect(results.codes == codes)
  }

  @Test func `of level channel reach the customers of their channel`() {
    var book = Book(revenue: three)
    for (place, channel) in ["Online", "Direct", "online "].enumerated() {
      book.inputs.customers[place].channel = channel
    }
    book.addPool("Shop", 70, .revenue, level: .channel, channel: "Online")
    book.addPool("Kiosk", 5, .even, level: .channel, channel: "Kiosk")
    book.addPool("Any", 10, .revenue, level: .channel)
    let results = book.results
    #expect(results.pool("Shop")?.byCustomer == [10, 0, 60])
    #expect(results.pool("Shop")?.driverTotal == 700)
    #expect(results.pool("Kiosk")?.unallocated == 5)
    #expect(results.pool("Any")?.byCustomer == [1, 3, 6])
    #expect(results.codes == ["COST-014", "COST-015"])
  }

  @Test func `are overhead by class administration or facility, or by level facility`() {
    var book = Book(revenue: ["a": 1000])
    book.addPool("Office", 10, .revenue, costClass: .administration)
    book.addPool("Building", 20, .revenue, costClass: .facility)
    book.addPool("Plant", 30, .revenue, costClass: .service, level: .facility)
    book.addPool("Fairs", 40, .revenue, costClass: .marketing)
    book.addPool("Site", 50, .unallocated, level: .facility)
    let results = book.results
    #expect(results.totals.overhead == 60)
    #expect(results.totals.costToServe == 40)
    #expect(results.totals.unallocated == 50)
    #expect(results.customers[0].cm2 == 500)
    #expect(results.customers[0].cm3 == 460)
    #expect(results.customers[0].netMargin == 400)
    #expect(results.totals.operatingProfit == 350)
  }

  @Test func `are allocated in multiples of the rounding unit`() throws {
    var book = Book(revenue: three)
    book.addDriver("Hours", [1, 1, 1])
    book.addPool("Support", 100, .driver, driver: "Hours")
    book.addPool("Odd", 10.005, .even)
    book.inputs.settings.rounding = exact(0.01)
    let results = book.results
    #expect(results.pool("Support")?.byCustomer == exact([33.34, 33.33, 33.33]))
    let odd = try #require(results.pool("Odd"))
    #expect(odd.byCustomer.sum == 10)
    #expect(odd.unallocated == exact(0.005))
    #expect(odd.roundingDifference == exact(0.005))
    #expect(results.isBalanced)
  }

  @Test func `lose nothing whatever is thrown at them`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let count = Int.random(in: 0...12, using: &generator)
      var book = Book(revenue: [:])
      for place in 0..<count {
        book.addCustomer("c\(place)")
        book.inputs.sales[place].lines = Int.random(in: 0...3, using: &generator)
        book.inputs.sales[place].netRevenue = Amount(Int.random(in: -50...900, using: &generator))
      }
      for driver in 0..<3 {
        let quantities = (0..<count).map { _ in Double(Int.random(in: -2...9, using: &generator)) }
        book.addDriver("d\(driver)", quantities)
      }
      for pool in 0..<6 {
        book.addPool(
          "p\(pool)", Double(Int.random(in: -500...5000, using: &generator)) / 7,
          AllocationMethod.allCases.randomElement(using: &generator) ?? .even,
          driver: "d\(pool % 4)", capacity: pool % 3 == 0 ? 30 : nil)
      }
      book.addActivity("x", pool: "p1", driver: "d0", share: 0.4)
      book.addActivity("y", pool: "p1", driver: "d9", share: 0.5)
      book.addActivity("z", pool: "p2", driver: "d1", minutes: 12)
      if Bool.random(using: &generator) { book.inputs.settings.rounding = exact(0.05) }
      #expect(book.results.isBalanced)
    }
  }
}
