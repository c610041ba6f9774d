import CostingCore
import FinanceModel
import Testing

/// Published splits, each named after its source.
@Suite struct `Golden allocation` {
  @Test func `ERPNext issue 19516: 250 by 10, 25 and 65 percent`() throws {
    let split = try Allocation.byPercent(
      250, percents: exact([10, 25, 65]), unit: exact(0.01))
    #expect(split.shares == exact([25, 62.5, 162.5]))
    #expect(split.leftOver == 0)
  }

  @Test func `Odoo pull 214736: 182.25 split 98 to 2 never sums to 182.26`() throws {
    let split = try #require(
      Allocation.byWeights(exact(182.25), weights: [98, 2], unit: exact(0.01)))
    #expect(split.shares == exact([178.61, 3.64]))
    #expect(split.allocated == exact(182.25))
  }

  @Test func `Electowiki, Hamilton method: 60 seats of the 1790 House`() throws {
    let states: [Quantity] = [
      630560, 475327, 432879, 353523, 331589, 278514, 236841, 206236, 179570, 141822, 85533,
      70835, 68705, 68446, 55540,
    ]
    let split = try #require(Allocation.byWeights(60, weights: states, unit: 1))
    #expect(split.shares == [11, 8, 7, 6, 6, 5, 4, 3, 3, 2, 1, 1, 1, 1, 1])
    #expect(split.allocated == 60)
  }
}
