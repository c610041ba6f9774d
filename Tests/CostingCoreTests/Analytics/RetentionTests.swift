import CostingCore
import FinanceModel
import Testing

@Suite struct `Retention` {
  @Test(arguments: [(2000, 100_000, 0.02), (200, 1000, 0.2)])
  func `churn is lost over customers at the start`(lost: Int, start: Int, rate: Double) {
    var fixture = AnalysisFixture()
    for place in 0..<start {
      fixture.add("C\(place)") { $0.status = place < lost ? .lost : .active }
    }
    let result = fixture.analytics().retention
    #expect(result?.churnRate == rate)
    #expect(result?.customersAtStart == start)
  }

  @Test func `who was there and who left goes by the dates`() throws {
    var fixture = AnalysisFixture()
    fixture.add("began in the period", orders: 1) { $0.since = day("2025-02-01") }
    fixture.add("left before") { $0.lostOn = day("2024-12-31") }
    fixture.add("left in the period", revenue: 40) {
      $0.since = day("2020-01-01")
      $0.lostOn = day("2025-06-30")
      $0.churnReason = "Price"
    }
    fixture.add("left after") { $0.lostOn = day("2026-01-01") }
    fixture.add("lost without a date", revenue: 60) { $0.status = .lost }
    fixture.add("stayed") { $0.status = .active }
    fixture.add(CustomerID.unassigned.text)
    let result = try #require(fixture.analytics().retention)
    #expect(result.basis == .status)
    #expect(result.customersAtStart == 4)
    #expect(result.lostCustomers == [2, 4])
    #expect(result.reasons.map(\.reason) == ["unstated", "Price"])
    #expect(result.reasons.map(\.lostRevenue) == [60, 40])
    #expect(result.months.first { $0.label == "2025-06" }?.lost == 1)
    #expect(result.months.first { $0.label == "2025-07" }?.customersAtStart == 3)
  }

  @Test func `without a customer list, two median gaps without an order mean lost`() throws {
    var fixture = AnalysisFixture()
    fixture.add("often", orders: 11, first: "2025-01-01", last: "2025-10-28")
    fixture.add("often still", orders: 11, first: "2025-01-01", last: "2025-12-20")
    fixture.add("once, long ago", orders: 1, first: "2025-01-05", last: "2025-01-05")
    fixture.add("never")
    let result = try #require(fixture.analytics().retention)
    #expect(result.basis == .inactivity)
    #expect(result.customersAtStart == 3)
    #expect(result.lostCustomers == [0, 2])
    #expect(result.months.prefix(2).map(\.customersAtStart) == [0, 3])
    fixture.inputs.settings.inactiveDays = 400
    #expect(fixture.analytics().retention?.lost == 0)
  }

  @Test func `the median gap goes before the mean one`() throws {
    // Ten days from order to order but for one long pause: the mean gap is 33 days.
    var fixture = AnalysisFixture()
    fixture.add("paused", orders: 11, first: "2025-01-01", last: "2025-11-27")
    #expect(fixture.analytics().retention?.lost == 0)
    fixture.inputs.sales[0].medianGapDays = 10
    #expect(fixture.analytics().retention?.lost == 1)
  }

  @Test func `reasons and segments are one however they are typed`() throws {
    var fixture = AnalysisFixture()
    for (place, reason) in ["Price", "price ", "PRICE"].enumerated() {
      fixture.add("C\(place)", revenue: 10) {
        $0.status = .lost
        $0.churnReason = reason
        $0.segment = place == 0 ? "Key" : "key"
      }
    }
    let result = try #require(fixture.analytics().retention)
    #expect(result.reasons.map(\.reason) == ["Price"])
    #expect(result.reasons.map(\.customers) == [3])
    #expect(result.segments.map(\.lost) == [3])
  }

  @Test func `nobody there at the start leaves the rates blank`() throws {
    var fixture = AnalysisFixture()
    fixture.add("new") {
      $0.since = day("2025-03-01")
      $0.status = .active
    }
    let result = try #require(fixture.analytics().retention)
    #expect(result.customersAtStart == 0)
    #expect(result.churnRate == nil)
    #expect(result.retentionRate == nil)
  }
}
