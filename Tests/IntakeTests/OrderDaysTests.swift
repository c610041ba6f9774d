import CostingCore
import FinanceModel
import Testing

@testable import Intake

@Suite struct `Order days` {
  @Test func `gaps are between distinct days, in whatever order they come`() {
    var days = OrderDays()
    for day: Int32 in [40, 10, 10, 12, 19] { _ = days.insert(day, of: 1, isPurchase: true) }
    for day: Int32 in [-5, 5] { _ = days.insert(day, of: 0, isPurchase: day > 3) }
    _ = days.insert(7, of: 2, isPurchase: false)
    let news = days.insert(7, of: 2, isPurchase: false)
    #expect(!news.isOrderDay && !news.isPurchaseDay)
    // Customer 1 waited 2, 7 and 21 days.
    #expect(days.medianGaps(customers: 4) == [10, 7, nil, nil])
  }

  @Test func `an even number of gaps gives the mean of the two in the middle`() {
    var days = OrderDays()
    for day: Int32 in [0, 1, 4, 10, 100] { _ = days.insert(day, of: 0, isPurchase: day > 3) }
    #expect(days.medianGaps(customers: 1) == [4.5])
    #expect(days.medianGaps(customers: 0) == [])
  }

  /// Against a set of days and one of days with a purchase, by date and not.
  @Test(arguments: [true, false]) func `a day is a purchase's from its first line above zero on`(
    isByDate: Bool
  ) {
    var generator = SeededGenerator(seed: 3)
    let lines = (0..<2_000).map { place in
      let day = isByDate ? place / 40 : Int(generator.next() % 50)
      return (
        day: Int32(day), customer: Int32(generator.next() % 20), isSale: generator.next() % 3 == 0
      )
    }
    var days = OrderDays()
    var (met, bought): (Set<[Int32]>, Set<[Int32]>) = ([], [])
    for line in lines {
      let news = days.insert(line.day, of: line.customer, isPurchase: line.isSale)
      #expect(news.isOrderDay == met.insert([line.customer, line.day]).inserted)
      let isFirst = line.isSale && bought.insert([line.customer, line.day]).inserted
      #expect(news.isPurchaseDay == isFirst)
    }
  }
}
