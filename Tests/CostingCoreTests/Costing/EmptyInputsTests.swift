import CostingCore
import FinanceModel
import Testing

@Suite struct `Inputs without a table` {
  @Test func `are costed to nothing`() {
    #expect(CostingInputs().customerCount == 0)
    #expect(CostingInputs().unassignedIndex == nil)
    let results = CostingEngine.run(CostingInputs())
    #expect(results.customers.isEmpty)
    #expect(results.curve == nil)
    #expect(results.lean == nil)
    #expect(results.totals == Totals())
    #expect(results.codes.isEmpty)
    #expect(results.isBalanced)
  }

  @Test func `with pools alone leave them unallocated`() {
    var book = Book(revenue: [:])
    book.addPool("Letters", 10, .even)
    book.addPool("General", 20, .revenue)
    book.addPool("Support", 30, .driver, driver: "Orders")
    let results = book.results
    #expect(results.totals.unallocated == 60)
    #expect(results.totals.operatingProfit == -60)
    #expect(results.isBalanced)
  }

  @Test func `with columns of the wrong length are costed all the same`() {
    var book = Book(revenue: ["a": 100, "b": 300])
    book.addDriver("short", [1])
    book.addDriver("long", [1, 1, 5])
    book.addPool("Short", 10, .driver, driver: "short")
    book.addPool("Long", 10, .driver, driver: "long")
    book.inputs.sales.removeLast()
    let results = book.results
    #expect(results.pool("Short")?.byCustomer == [10, 0])
    #expect(results.pool("Long")?.byCustomer == [5, 5])
    #expect(results.customers[1].revenue == 0)
    #expect(results.isBalanced)
  }
}
