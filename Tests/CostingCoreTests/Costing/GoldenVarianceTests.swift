import CostingCore
import FinanceModel
import Testing

/// Published variance analyses, each test named after its source.
@Suite struct `Golden variances` {
  @Test func `Horngren 7-20: Marron's static and flexible budget`() throws {
    let budget = FlexibleBudget(
      budgetUnits: 500000, actualUnits: 525_000,
      lines: [
        FlexibleBudget.Line(
          name: "Revenue", kind: .revenue, budget: 3_250_000, actual: 3_360_000),
        FlexibleBudget.Line(
          name: "Variable cost", kind: .variableCost, budget: 1_750_000, actual: 1_890_000),
      ])
    let results = try #require(budget.analysed())
    #expect(results.map(\.flexible) == [3_412_500, 1_837_500])
    #expect(results.map(\.flexibleBudgetVariance) == [-52500, -52500])
    #expect(results.map(\.salesVolumeVariance) == [162_500, -87500])
    #expect(results.flexibleProfit == 1_575_000)
    #expect(results.flexibleBudgetVariance == -105_000)
    #expect(results.salesVolumeVariance == 75000)
    #expect(results.staticBudgetVariance == -30000)
  }

  @Test func `Flour Shop Bakery: price and volume of revenue`() throws {
    var line = BudgetLine(name: "Cakes")
    line.budget = 3500
    line.budgetQuantity = 100
    line.actual = 4200
    line.actualQuantity = 105
    let variance = try #require(BudgetAnalysis.variances(of: [line]).first)
    #expect(variance.price == 525)
    #expect(variance.volume == 175)
    #expect(variance.variance == 700)
    let alone = try #require(
      PriceVolumeVariance(
        budgetQuantity: 100, budgetPrice: 35, actualQuantity: 105, actualPrice: 40))
    #expect(alone.price == 525)
    #expect(alone.total == 700)
  }

  @Test func `Horngren 14-27: Soda King's mix and quantity`() throws {
    let variance = try #require(
      SalesMixVariance([
        SalesMixVariance.Product(
          budgetQuantity: 500000, actualQuantity: 504_300, budgetMargin: exact(4.5)),
        SalesMixVariance.Product(
          budgetQuantity: 750000, actualQuantity: 725_700, budgetMargin: exact(3.5)),
      ]))
    #expect(variance.products.map(\.mix) == [55350, -43050])
    #expect(variance.mix == 12300)
    #expect(variance.quantity == -78000)
    #expect(variance.volume == -65700)
  }

  @Test func `OpenTuition F5: mix of X and Y`() throws {
    let variance = try #require(
      SalesMixVariance([
        SalesMixVariance.Product(budgetQuantity: 7000, actualQuantity: 8000, budgetMargin: 9),
        SalesMixVariance.Product(budgetQuantity: 3000, actualQuantity: 7000, budgetMargin: 12),
      ]))
    #expect(variance.mix == 7500)
  }
}
