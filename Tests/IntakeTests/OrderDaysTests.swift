import Testing

@testable import Intake

@Suite struct `Order days` {
  @Test func `gaps are between distinct days, in whatever order they come`() {
    var days = OrderDays()
    for day: Int32 in [40, 10, 10, 12, 19] { _ = days.insert(day, of: 1) }
    for day: Int32 in [-5, 5] { _ = days.insert(day, of: 0) }
    _ = days.insert(7, of: 2)
    let isNew = days.insert(7, of: 2)
    #expect(!isNew)
    // Customer 1 waited 2, 7 and 21 days.
    #expect(days.medianGaps(customers: 4) == [10, 7, nil, nil])
  }

  @Test func `an even number of gaps gives the mean of the two in the middle`() {
    var days = OrderDays()
    for day: Int32 in [0, 1, 4, 10, 100] { _ = days.insert(day, of: 0) }
    #expect(days.medianGaps(customers: 1) == [4.5])
    #expect(days.medianGaps(customers: 0) == [])
  }
}
