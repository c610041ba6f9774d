import FinanceModel
import Testing

@testable import CostingCore

@Suite("Sales by calendar month")
struct MonthTotalsTests {
  private func sale(_ month: Month, _ revenue: Int) -> MonthlySales {
    var sale = MonthlySales(customer: 0, month: month)
    sale.netRevenue = Amount(revenue)
    return sale
  }

  @Test func `months are added up wherever they lie`() {
    let usual = Month(year: 2025, month: 3)
    let months = [
      usual, usual.advanced(byMonths: 599), usual.advanced(byMonths: 600),
      usual.advanced(byMonths: -600), usual.advanced(byMonths: -601), Month(year: 9999, month: 12),
      Month(year: 0, month: 1),
    ]
    let totals = MonthTotals(
      months.enumerated().flatMap { [sale($1, 1 << $0), sale($1, 100)] })
    #expect(totals.netRevenue.count == months.count)
    for (place, month) in months.enumerated() {
      #expect(totals.netRevenue[month] == Amount(100 + 1 << place))
    }
    #expect(totals.reach == Month(year: 0, month: 1)...Month(year: 9999, month: 12))
  }

  @Test func `a month of nothing is a month with sales, no sales are none`() {
    let month = Month(year: 2025, month: 3)
    #expect(MonthTotals([sale(month, 0)]).reach == month...month)
    #expect(MonthTotals([]).reach == nil)
    #expect(MonthTotals([]).netRevenue.isEmpty)
  }
}
