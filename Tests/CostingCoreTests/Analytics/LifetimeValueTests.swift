import CostingCore
import FinanceModel
import Testing

@Suite struct `Lifetime value by formula` {
  @Test func `Starbucks' customer is worth 25,272 (KISSmetrics, Calculating Lifetime Value)`() {
    let simple = LifetimeFormula.simple(orderValue: 24.30, frequency: 52, lifespan: 20)
    #expect(agrees(simple, 25_272, within: 0.5))
    #expect(agrees(simple * 0.213, 5382.94, within: 0.01))
    let custom = LifetimeFormula.simple(orderValue: 5.90, frequency: 52 * 4.2, lifespan: 20) * 0.213
    #expect(agrees(custom, 5489, within: 0.5))
    let perpetual = LifetimeFormula.perpetual(
      margin: simple * 0.213, retention: 0.75, discount: 0.10)
    #expect(agrees(perpetual, 11_535, within: 0.5))
  }

  @Test func `a retention of 80 % at 10 % is a multiple of 2.67 (Gupta & Lehmann)`() {
    let multiple = LifetimeFormula.perpetual(margin: 1, retention: 0.8, discount: 0.1)
    #expect(agrees(multiple, 2.67, within: 0.005))
    #expect(LifetimeFormula.perpetual(margin: 1, retention: 1.2, discount: 0.1) == nil)
  }

  @Test func `four years of 60,000 at 7 % are 203,233 (Motor, Inc.)`() {
    let factor = LifetimeFormula.finite(margin: 1, retention: 1, discount: 0.07, years: 4)
    #expect(agrees(factor, 3.387, within: 0.0005))
    let value = LifetimeFormula.finite(margin: 60_000, retention: 1, discount: 0.07, years: 4)
    #expect(agrees(value, 203_232.68, within: 0.005))
  }

  @Test func `order value times frequency times duration comes from the sales lines`() throws {
    var fixture = AnalysisFixture()
    fixture.inputs.settings.retentionRate = 0.8
    fixture.inputs.settings.discountRate = 0.1
    fixture.add(
      "C1", revenue: amount("90758.34"), cost: amount("50347.74"), orders: 10, first: "2025-02-01",
      last: "2025-10-05")
    fixture.add("C2")
    let column = fixture.analytics().lifetimeValue
    let value = try #require(column[0])
    #expect(agrees(value.orderValue, 9075.834, within: 1e-9))
    #expect(agrees(value.frequency, 10, within: 1e-12))
    #expect(agrees(value.lifespan, 246.0 / 365, within: 1e-12))
    #expect(agrees(value.revenueValue, 90758.34 * 246 / 365, within: 1e-6))
    #expect(agrees(value.marginValue, 40410.6 * 246 / 365, within: 1e-6))
    #expect(agrees(value.perpetualValue, 40410.6 * 0.8 / 0.3, within: 1e-6))
    #expect(column[1] == nil)
  }
}
