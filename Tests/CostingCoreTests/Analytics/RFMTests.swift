import CostingCore
import FinanceModel
import Testing

@Suite struct `Recency, frequency, monetary value` {
  @Test func `quintiles are type 7 and a value on one counts below it`() throws {
    var fixture = AnalysisFixture()
    for step in 1...6 {
      fixture.add(
        "C\(step)", revenue: Amount(step * 10), orders: step, first: "2025-01-01",
        last: "2025-12-0\(step)")
    }
    fixture.add("no purchase")
    fixture.add(
      CustomerID.unassigned.text, revenue: 900, orders: 9, first: "2025-01-01", last: "2025-12-30")
    let column = fixture.analytics().recencyFrequencyMonetary
    #expect(column.map { $0?.f } == [1, 1, 2, 3, 4, 5, nil, nil])
    #expect(column.map { $0?.m } == [1, 1, 2, 3, 4, 5, nil, nil])
    #expect(column.map { $0?.r } == [1, 1, 2, 3, 4, 5, nil, nil])
    #expect(column[0]?.recency == 30)
    #expect(column[5]?.segment == .champions)
    #expect(column[0]?.segment == .lost)
  }
}
