import CostingCore
import FinanceModel
import Testing

/// Published tiered prices, each test named after its source.
@Suite struct `Golden tiered rates` {
  @Test func `Stripe: volume and graduated pricing`() throws {
    let rate = try #require(
      TieredRate([
        TieredRate.Tier(through: 5, rate: 7), TieredRate.Tier(through: 10, rate: exact(6.5)),
        TieredRate.Tier(through: nil, rate: 6),
      ]))
    #expect([1, 5, 6, 20, 25].map { rate.allUnits($0) } == [7, 35, 39, 120, 150])
    #expect([6, 20, 25].map { rate.graduated($0) } == exact([41.5, 127.5, 157.5]))
  }

  @Test func `Autumn: 15,000 calls at graduated rates`() throws {
    let rate = try #require(
      TieredRate([
        TieredRate.Tier(through: 1000, rate: exact(0.01)),
        TieredRate.Tier(through: 10000, rate: exact(0.008)),
        TieredRate.Tier(through: nil, rate: exact(0.005)),
      ]))
    #expect(rate.graduated(15000) == 107)
  }

  @Test func `are refused where their ends do not ascend`() {
    #expect(TieredRate([]) == nil)
    #expect(
      TieredRate([TieredRate.Tier(through: 5, rate: 1), TieredRate.Tier(through: 5, rate: 2)])
        == nil)
    #expect(
      TieredRate([TieredRate.Tier(through: nil, rate: 1), TieredRate.Tier(through: 5, rate: 2)])
        == nil)
  }
}
