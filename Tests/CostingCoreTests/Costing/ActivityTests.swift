import CostingCore
import FinanceModel
import Testing

/// Pools that are spent on activities.
@Suite struct `Activities` {
  private func book() -> Book {
    var book = Book(revenue: ["a": 100, "b": 100])
    book.addDriver("orders", [30, 10])
    book.addDriver("complaints", [0, 5])
    book.addDriver("nothing", [0, 0])
    return book
  }

  @Test func `take shares, and less than all leaves the rest unallocated`() throws {
    var book = book()
    book.addPool("Desk", 1000, .driver)
    book.addActivity("taking orders", pool: "Desk", driver: "orders", share: 0.6)
    book.addActivity("complaints", pool: "Desk", driver: "complaints", share: 0.3)
    let results = book.results
    let pool = try #require(results.pool("Desk"))
    #expect(pool.byCustomer == [450, 450])
    #expect(pool.unallocated == 100)
    #expect(results.activities.map(\.amount) == [600, 300])
    #expect(results.activities.map(\.rate) == [15, 60])
    #expect(results.activities.map(\.share) == [0.6, 0.3])
    #expect(results.codes == ["COST-013"])
  }

  @Test func `count shares over one as percent, and refuse over a hundred`() {
    var book = book()
    book.addPool("Desk", 1000, .driver)
    book.addActivity("taking orders", pool: "Desk", driver: "orders", share: 60)
    book.addActivity("complaints", pool: "Desk", driver: "complaints", share: 40)
    #expect(book.results.pool("Desk")?.byCustomer == [450, 550])
    #expect(book.results.activities.map(\.share) == [0.6, 0.4])
    book.inputs.activities[1].share = 41
    #expect(book.results.pool("Desk")?.unallocated == 1000)
    #expect(book.results.codes == ["COST-012"])
  }

  @Test func `that nobody used keep their cost unallocated`() {
    var book = book()
    book.addPool("Desk", 1000, .driver)
    book.addActivity("taking orders", pool: "Desk", driver: "orders", share: 0.6)
    book.addActivity("idle", pool: "Desk", driver: "nothing", share: 0.4)
    let results = book.results
    #expect(results.pool("Desk")?.allocated == 600)
    #expect(results.pool("Desk")?.unallocated == 400)
    #expect(results.activities[1].amount == 400)
    #expect(results.activities[1].byCustomer.isEmpty)
    #expect(results.codes == ["COST-011"])
  }

  @Test func `without a capacity weigh by minutes and leave nothing unused`() throws {
    var book = book()
    book.addPool("Desk", 900, .driver)
    book.addActivity("taking orders", pool: "Desk", driver: "orders", minutes: 2)
    book.addActivity("complaints", pool: "Desk", driver: "complaints", minutes: 20)
    let results = book.results
    let pool = try #require(results.pool("Desk"))
    #expect(pool.minutesUsed == 180)
    #expect(pool.rate == 5)
    #expect(pool.byCustomer == [300, 600])
    #expect(pool.unusedCapacity == 0)
    #expect(results.activities.map(\.minutes) == [80, 100])
  }

  @Test func `beyond the capacity cost what the used minutes cost`() throws {
    var book = book()
    book.addPool("Desk", 900, .driver, capacity: 100)
    book.addActivity("taking orders", pool: "Desk", driver: "orders", minutes: 2)
    book.addActivity("complaints", pool: "Desk", driver: "complaints", minutes: 20)
    let pool = try #require(book.results.pool("Desk"))
    #expect(pool.allocated == 900)
    #expect(pool.unusedCapacity == 0)
    #expect(book.results.codes == ["COST-010"])
  }

  @Test func `draw on several pools under one name`() {
    var book = book()
    book.addPool("Desk", 100, .driver)
    book.addPool("Phone", 50, .unallocated)
    book.addActivity("taking orders", pool: "Desk", driver: "orders", share: 1)
    book.addActivity("taking orders", pool: "phone", driver: "orders", share: 1)
    let results = book.results
    #expect(results.totals.costToServe == 150)
    #expect(results.activities.map(\.amount) == [100, 50])
  }

  @Test func `say so where their pool or driver does not exist`() {
    var book = book()
    book.addPool("Desk", 100, .driver)
    book.addActivity("taking orders", pool: "Dessk", driver: "orders", share: 1)
    book.addActivity("filing", pool: "Desk", driver: "folders", share: 1)
    let results = book.results
    #expect(results.codes == ["COST-021", "COST-001"])
    #expect(results.pool("Desk")?.unallocated == 100)
    #expect(results.isBalanced)
  }

  @Test func `give way to a method that is stated`() {
    var book = book()
    book.addPool("Desk", 100, .even)
    book.addActivity("taking orders", pool: "Desk", driver: "orders", share: 1)
    #expect(book.results.pool("Desk")?.byCustomer == [50, 50])
    #expect(book.results.codes == ["COST-023"])
  }

  @Test func `pass on in stages, and keep what a stage leaves out`() throws {
    let costing = ActivityBasedCosting(
      resources: [
        ActivityBasedCosting.CostItem(name: "wages", amount: 1000),
        ActivityBasedCosting.CostItem(name: "rent", amount: 300),
      ],
      stages: [
        ActivityBasedCosting.Stage(
          targets: ["picking", "packing"],
          flows: ["wages": ActivityBasedCosting.Flow(weights: [3, 1], unassigned: 1)]),
        ActivityBasedCosting.Stage(
          targets: ["orders", "returns"],
          flows: [
            "picking": ActivityBasedCosting.Flow(weights: [1, 1]),
            "packing": ActivityBasedCosting.Flow(weights: [1, 0]),
          ]),
      ])
    let levels = try costing.run()
    #expect(levels[0].items.map(\.amount) == [600, 200])
    #expect(levels[0].unassigned == ["wages": 200, "rent": 300])
    #expect(levels[1].items.map(\.amount) == [500, 300])
    let kept = levels.map(\.unassignedTotal).sum
    #expect(levels[1].items.map(\.amount).sum + kept == 1300)
  }

  @Test func `refuse stages that do not fit together`() {
    let flow = ActivityBasedCosting.Flow(weights: [1])
    let resource = ActivityBasedCosting.CostItem(name: "wages", amount: 1)
    #expect(throws: ActivityCostingError.weightsDoNotMatch(stage: 0, source: "wages")) {
      try ActivityBasedCosting(
        resources: [resource],
        stages: [ActivityBasedCosting.Stage(targets: ["a", "b"], flows: ["wages": flow])]
      ).run()
    }
    #expect(throws: ActivityCostingError.unknownSource(stage: 0, source: "rent")) {
      try ActivityBasedCosting(
        resources: [resource],
        stages: [ActivityBasedCosting.Stage(targets: ["a"], flows: ["rent": flow])]
      ).run()
    }
  }
}
