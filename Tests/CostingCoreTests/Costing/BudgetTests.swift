import CostingCore
import FinanceModel
import Testing

/// Budget against actual.
@Suite struct `Budget variances` {
  private func line(
    _ name: String, budget: Double? = nil, actual: Double? = nil,
    quantities: (Double, Double)? = nil,
    prices: (Double, Double)? = nil, isRevenue: Bool? = nil
  ) -> BudgetLine {
    var line = BudgetLine(name: name)
    line.budget = budget.map(exact)
    line.actual = actual.map(exact)
    line.budgetQuantity = quantities.map { exact($0.0) }
    line.actualQuantity = quantities.map { exact($0.1) }
    line.budgetUnitPrice = prices.map { exact($0.0) }
    line.actualUnitPrice = prices.map { exact($0.1) }
    line.isRevenue = isRevenue
    return line
  }

  @Test func `are actual less budget, favourable by the kind of account`() {
    let variances = BudgetAnalysis.variances(of: [
      line("Sales", budget: 100, actual: 90, isRevenue: true),
      line("Travel", budget: 100, actual: 90, isRevenue: false),
      line("Other", budget: 0, actual: 5),
      line("Blank", budget: 70),
    ])
    #expect(variances.map(\.variance) == [-10, -10, 5, nil])
    #expect(variances.map(\.isFavourable) == [false, true, nil, nil])
    #expect(variances.map(\.executionRate) == [0.9, 0.9, nil, nil])
    #expect(variances.map(\.exceedsThreshold) == [true, true, true, false])
  }

  @Test func `alert beyond both lines only`() {
    var settings = CostingSettings()
    settings.varianceAlertFloor = 8
    let lines = [
      line("small", budget: 50, actual: 57), line("slight", budget: 1000, actual: 1099),
      line("large", budget: 80, actual: 88),
    ]
    let variances = BudgetAnalysis.variances(of: lines, settings: settings)
    #expect(variances.map(\.exceedsThreshold) == [false, false, true])
  }

  @Test func `split volume into quantity and mix over all rows`() throws {
    let variances = BudgetAnalysis.variances(of: [
      line(
        "Filters", budget: 120866.79, actual: 74892.87, quantities: (5731, 3369),
        prices: (21.09, 22.23)),
      line(
        "Pumps", budget: 572888.75, actual: 713803.95, quantities: (5825, 6485),
        prices: (98.35, 110.07)),
      line("Rent", budget: 10, actual: 10),
    ])
    let filters = variances[0]
    #expect(filters.price == exact(3840.66))
    #expect(filters.volume == exact(-49814.58))
    #expect(near(filters.quantity, -17801.598873, within: 1e-6))
    #expect(near(filters.mix, -32012.981127, within: 1e-6))
    #expect(
      filters.quantity.flatMap { quantity in filters.mix.map { $0 + quantity } } == filters.volume)
    #expect(near(filters.flexible, 71052.21, within: 0.005))
    #expect(near(variances[1].mix, 149287.657364, within: 1e-6))
    #expect(variances[2].price == nil)
  }

  @Test func `flex a budget also where the actual amount is blank`() {
    let variance = BudgetAnalysis.variances(of: [
      line("Support", budget: 1000, quantities: (50, 60))
    ])[0]
    #expect(variance.flexible == 1200)
    #expect(variance.actual == nil)
    #expect(variance.price == nil)
    #expect(variance.volume == 200)
  }

  @Test func `of markets split quantity into size and share`() throws {
    let variance = try #require(
      MarketVariance(
        budget: MarketVariance.Sales(own: 1000, market: 4000),
        actual: MarketVariance.Sales(own: 1150, market: 5000), budgetMargin: 10))
    #expect(variance.size == 2500)
    #expect(variance.share == -1000)
    #expect(variance.total == 1500)
    #expect(variance.budgetedShare == 0.25)
    #expect(variance.actualShare == 0.23)
  }

  @Test func `of pools split into spending and efficiency`() throws {
    let variance = try #require(
      PoolVariance(
        actualCost: 5300, actualQuantity: 105, allowedQuantity: 100, budgetRate: 50))
    #expect(variance.spending == 50)
    #expect(variance.efficiency == 250)
    #expect(variance.total == 300)
  }

  @Test func `between two periods tell what was saved from what was used less`() throws {
    let effect = try #require(
      CostControlEffect(
        old: CostControlEffect.Use(cost: 1000, volume: 100),
        new: CostControlEffect.Use(cost: 990, volume: 110)))
    #expect(effect.saving == 110)
    #expect(effect.volumeEffect == 100)
    #expect(effect.change == -10)
    #expect(
      CostControlEffect(
        old: CostControlEffect.Use(cost: 1000, volume: 0),
        new: CostControlEffect.Use(cost: 990, volume: 110)) == nil)
  }
}
