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

extension `Golden activities` {
  @Test func `Tatman: first stage with an unallocated pool of idle and sustaining cost`() throws {
    let resources = [("wages", 320000), ("depreciation", 220000), ("occupancy", 120000)]
    let shares = [
      "wages": [0.2, 0.65, 0.15], "depreciation": [0.15, 0.35, 0.5],
      "occupancy": [0.05, 0.7, 0.25],
    ]
    let costing = ActivityBasedCosting(
      resources: resources.map {
        ActivityBasedCosting.CostItem(name: $0.0, amount: Amount($0.1))
      },
      stages: [
        ActivityBasedCosting.Stage(
          targets: ["fabrication", "order processing"],
          flows: shares.mapValues {
            ActivityBasedCosting.Flow(
              weights: exact([$0[0], $0[1]]), unassigned: exact($0[2]))
          })
      ])
    let level = try #require(try costing.run().first)
    #expect(level.items.map(\.amount) == [103000, 369_000])
    #expect(level.unassignedTotal == 188_000)
    #expect(near(level.items[0].amount.ratio(to: 10000), 10.3, within: 0.005))
    #expect(level.items.map(\.amount).sum + level.unassignedTotal == 660_000)
  }

  @Test func `Kaplan and Anderson 2004: the department by itself`() throws {
    let department = TimeDrivenCosting(
      cost: 560000, practicalCapacity: 700000,
      activities: [
        TimeDrivenCosting.Work(name: "process orders", unitMinutes: 8, quantity: 49000),
        TimeDrivenCosting.Work(name: "handle inquiries", unitMinutes: 44, quantity: 1400),
        TimeDrivenCosting.Work(name: "credit checks", unitMinutes: 50, quantity: 2500),
      ])
    let costed = try #require(department.costed())
    #expect(costed.capacityCostRate == 0.8)
    #expect(costed.activities.map(\.cost) == [313_600, 49280, 100000])
    #expect(
      zip(costed.activities, [6.4, 35.2, 40]).allSatisfy { near($0.driverRate, $1, within: 1e-12) })
    #expect(costed.usedMinutes == 578_600)
    #expect(costed.usedCost == 462_880)
    #expect(costed.unusedMinutes == 121_400)
    #expect(costed.unusedCost == 97120)
    #expect(near(costed.utilisation, 0.83, within: 0.005))
  }
}
