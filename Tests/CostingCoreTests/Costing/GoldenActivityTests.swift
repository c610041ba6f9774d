import CostingCore
import FinanceModel
import Testing

/// Published activity-based costing, each test named after its source.
@Suite struct `Golden activities` {
  private var customerService: CostingInputs {
    var book = inputs(customers: ["one", "other"])
    book.drivers = [
      Driver(name: "orders", quantities: [40000, 9000]),
      Driver(name: "inquiries", quantities: [400, 1000]),
      Driver(name: "credit checks", quantities: [2500, 0]),
    ]
    return book
  }

  @Test func `Kaplan and Anderson 2004: time-driven, unused capacity on its own line`() throws {
    var book = customerService
    var pool = CostPool(name: "Customer service", amount: 560000, method: .driver)
    pool.practicalCapacity = 700000
    book.costPools = [pool]
    let rows: [(String, String, Int)] = [
      ("process orders", "orders", 8), ("handle inquiries", "inquiries", 44),
      ("credit checks", "credit checks", 50),
    ]
    book.activities = rows.map { name, driver, minutes in
      var activity = Activity(name: name, pool: "customer service", driver: driver)
      activity.unitTime = Quantity(minutes)
      return activity
    }
    let results = CostingEngine.run(book)
    #expect(results.activities.map(\.minutes) == [392000, 61600, 125000])
    #expect(results.activities.map(\.amount) == [313_600, 49280, 100000])
    #expect(results.activities.map(\.rate) == [6.4, 35.2, 40])
    let costed = try #require(results.pools.first)
    #expect(costed.rate == 0.8)
    #expect(costed.minutesUsed == 578_600)
    #expect(costed.allocated == 462_880)
    #expect(costed.unusedCapacity == 97120)
    #expect(costed.unallocated == 0)
    #expect(results.totals.unusedCapacity == 97120)
    #expect(near(costed.minutesUsed?.ratio(to: 700000), 0.83, within: 0.005))
  }

  @Test func `Kaplan and Anderson 2004: rates of the traditional survey`() {
    var book = customerService
    book.costPools = [CostPool(name: "Customer service", amount: 560000, method: .driver)]
    book.activities = [
      ("process orders", "orders", 70), ("handle inquiries", "inquiries", 10),
      ("credit checks", "credit checks", 20),
    ].map { name, driver, share in
      var activity = Activity(name: name, pool: "Customer service", driver: driver)
      activity.share = Quantity(share)
      return activity
    }
    let results = CostingEngine.run(book)
    #expect(results.activities.map(\.rate) == [8, 40, 44.8])
    #expect(results.pools.first?.allocated == 560000)
  }
}
