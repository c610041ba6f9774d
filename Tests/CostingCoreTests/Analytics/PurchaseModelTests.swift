import CostingCore
import FinanceModel
import Testing

@Suite(.enabled(if: GoldenData.isWanted, GoldenData.absence))
struct `CDNOW, 2,357 customers in 39 weeks` {
  private func histories() throws -> [PurchaseHistory] {
    try GoldenData.rows(of: "cdnow_summary.csv").map { row in
      PurchaseHistory(
        repeats: try #require(Int(row[1])), last: try #require(Double(row[2])),
        observed: try #require(Double(row[3])))
    }
  }

  @Test func `BG/NBD: r .243, alpha 4.414, a .793, b 2.426, LL -9582.4 (FHL 2005)`() throws {
    let fit = try #require(BetaGeometricNBD.fit(histories()))
    #expect(agrees(fit.model.r, 0.243, within: 0.0006))
    #expect(agrees(fit.model.alpha, 4.414, within: 0.0006))
    #expect(agrees(fit.model.a, 0.793, within: 0.0006))
    #expect(agrees(fit.model.b, 2.426, within: 0.0006))
    #expect(agrees(fit.logLikelihood, -9582.4, within: 0.06))
    #expect(fit.standardErrors?.count == 4)
  }

  @Test func `Pareto/NBD: r .553, alpha 10.578, s .606, beta 11.669, LL -9595.0`() throws {
    let fit = try #require(ParetoNBD.fit(histories()))
    #expect(agrees(fit.model.r, 0.553, within: 0.002))
    #expect(agrees(fit.model.alpha, 10.578, within: 0.002))
    #expect(agrees(fit.model.s, 0.606, within: 0.002))
    #expect(agrees(fit.model.beta, 11.669, within: 0.003))
    #expect(agrees(fit.logLikelihood, -9595.0, within: 0.06))
  }

  @Test func `Gamma-Gamma: p 6.25, q 3.74, gamma 15.44, LL -4055.92 (Fader & Hardie 2013)`()
    throws
  {
    let spending = try GoldenData.rows(of: "cdnow_summary.csv").map { row in
      (orders: try #require(Int(row[1])), mean: try #require(Double(row[4])))
    }
    let fit = try #require(GammaGamma.fit(spending))
    #expect(agrees(fit.model.p, 6.25, within: 0.01))
    #expect(agrees(fit.model.q, 3.74, within: 0.01))
    #expect(agrees(fit.model.gamma, 15.44, within: 0.01))
    #expect(agrees(fit.logLikelihood, -4055.9177, within: 0.01))
    let expected = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17]
    for (customer, spend) in zip(spending, expected) {
      let value = fit.model.expectedSpend(orders: customer.orders, mean: customer.mean)
      #expect(agrees(value, spend, within: 0.1))
    }
  }

  @Test func `orders to come are known better the more customers tell of them`() throws {
    let once = try #require(try orders(copies: 1))
    let twice = try #require(try orders(copies: 2))
    #expect(agrees(twice.expected / once.expected, 2, within: 1e-6))
    #expect(agrees(twice.error / once.error, 2.0.squareRoot(), within: 1e-3))
    #expect((0.01...0.2).contains(once.error / once.expected))
  }

  /// Orders of the year to come and their standard error, every customer taken so many times.
  private func orders(copies: Int) throws -> (expected: Double, error: Double)? {
    var fixture = AnalysisFixture(start: "1997-01-01", end: "1997-09-30")
    let end = day("1997-09-30")
    for (place, history) in try histories().enumerated() {
      for copy in 0..<copies {
        let first = end.advanced(byDays: -Int((history.observed * 7).rounded()))
        fixture.add(
          "\(place) \(copy)", revenue: 10, orders: history.repeats + 1, first: "\(first)",
          last: "\(first.advanced(byDays: Int((history.last * 7).rounded())))")
      }
    }
    let model = fixture.analytics().purchaseModel
    return model?.expectedOrders.flatMap { expected in
      model?.expectedOrdersError.map { (expected, $0) }
    }
  }
}

@Suite struct `Predictions of the purchase models` {
  private let bgNBD = BetaGeometricNBD(r: 0.243, alpha: 4.414, a: 0.793, b: 2.426)
  private let pareto = ParetoNBD(r: 0.5534, alpha: 10.5802, s: 0.6061, beta: 11.6562)

  @Test func `two repeats by week 30.43 of 38.86 promise 1.226 in 39 weeks (FHL 2005)`() {
    let history = PurchaseHistory(repeats: 2, last: 30.43, observed: 38.86)
    #expect(agrees(bgNBD.expectedPurchases(in: 39, given: history), 1.226, within: 0.0006))
    let none = PurchaseHistory(repeats: 0, last: 0, observed: 38.86)
    #expect(bgNBD.probabilityAlive(none) == 1)
  }

  @Test func `counts have the probabilities of CRAN's BTYD manual`() {
    #expect(agrees(bgNBD.probability(ofPurchases: 10, in: 2), 1.07869e-07, within: 1e-12))
    #expect(agrees(bgNBD.probability(ofPurchases: 0, in: 39), 0.5737864, within: 1e-7))
    let expected = [
      0.001_999_521_4, 0.001_517_023_6, 0.001_163_315, 0.000_900_314_8, 0.000_702_363_8,
      0.000_551_790_2, 0.000_436_191_3, 0.000_346_717_1, 0.000_276_961_3, 0.000_222_226,
    ]
    for (count, probability) in zip(11...20, expected) {
      #expect(agrees(bgNBD.probability(ofPurchases: count, in: 30), probability, within: 1e-9))
    }
  }

  @Test func `the expected number is the sum of counts and their probabilities`() {
    let sum = (1...600).reduce(0) {
      $0 + Double($1) * bgNBD.probability(ofPurchases: $1, in: 39)
    }
    #expect(agrees(bgNBD.expectedPurchases(in: 39), sum, within: 1e-6))
  }

  @Test func `the Pareto/NBD agrees with the BTYD walkthrough`() {
    let history = PurchaseHistory(repeats: 26, last: 30.85714, observed: 31)
    #expect(agrees(pareto.expectedPurchases(in: 52), 1.473434, within: 0.0005))
    #expect(agrees(pareto.expectedPurchases(in: 52, given: history), 25.45647, within: 0.005))
    #expect(agrees(pareto.probabilityAlive(history), 0.997874, within: 1e-5))
    let none = PurchaseHistory(repeats: 0, last: 0, observed: 39)
    #expect(agrees(pareto.probabilityAlive(none), 0.2941633, within: 1e-4))
  }

  @Test func `more purchases before the same silence make death more likely`() {
    let alive = [1, 5, 20, 1000].map {
      pareto.probabilityAlive(PurchaseHistory(repeats: $0, last: 10, observed: 40))
    }
    #expect(alive == alive.sorted(by: >))
    #expect(alive.allSatisfy { $0 >= 0 && $0 <= 1 })
  }

  @Test func `a day of returns is no purchase`() throws {
    var sales = SalesFacts()
    var days = PurchaseDays()
    for (net, date, isNew) in [
      (50, "2025-02-01", true), (-20, "2025-01-10", false), (30, "2025-01-15", true),
      (5, "2025-01-15", false), (-9, "2025-03-30", false),
    ] {
      days = days.adding(Amount(net), on: day(date), isNewDay: isNew)
      sales.netRevenue += Amount(net)
      sales.orderDays += 1
    }
    sales.purchases = days
    #expect(days.firstDayRevenue == 35)
    let history = try #require(PurchaseHistory(sales: sales, end: day("2025-04-15")))
    #expect(history == PurchaseHistory(repeats: 1, last: 17.0 / 7, observed: 90.0 / 7))
    #expect(sales.meanRepeatSpend() == 21)
    sales.purchases = PurchaseDays()
    #expect(PurchaseHistory(sales: sales, end: day("2025-04-15")) == nil)
  }

  @Test func `histories that cannot be are passed over, and nothing fits to none`() {
    let odd = [
      PurchaseHistory(repeats: -1, last: 0, observed: 3),
      PurchaseHistory(repeats: 2, last: 9, observed: 3),
      PurchaseHistory(repeats: 2, last: .nan, observed: 3),
    ]
    #expect(BetaGeometricNBD.fit(odd) == nil)
    #expect(ParetoNBD.fit([]) == nil)
    #expect(GammaGamma.fit([(orders: 2, mean: -3)]) == nil)
  }
}

@Suite struct `Cohort retention` {
  @Test func `Fader & Hardie's Regular segment: alpha .704, beta 1.182, LL -1680.3`() throws {
    let survivors = [1000, 631, 468, 382, 326, 289, 262, 241]
    let fit = try #require(ShiftedBetaGeometric.fit(survivors: survivors))
    #expect(agrees(fit.model.alpha, 0.704, within: 0.0006))
    #expect(agrees(fit.model.beta, 1.182, within: 0.0006))
    #expect(agrees(fit.logLikelihood, -1680.3, within: 0.06))
    #expect(agrees(fit.model.survival(after: 1), 0.627, within: 0.001))
  }

  @Test func `their High End segment: alpha .668, beta 3.806, LL -1611.2`() throws {
    let fit = try #require(
      ShiftedBetaGeometric.fit(cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]]))
    #expect(agrees(fit.model.alpha, 0.668, within: 0.0006))
    #expect(agrees(fit.model.beta, 3.806, within: 0.0006))
    #expect(agrees(fit.logLikelihood, -1611.2, within: 0.06))
  }

  @Test func `with five points it is alpha .764, beta 1.296`() throws {
    let fit = try #require(ShiftedBetaGeometric.fit(survivors: [1000, 631, 468, 382, 326]))
    #expect(agrees(fit.model.alpha, 0.764, within: 0.0006))
    #expect(agrees(fit.model.beta, 1.296, within: 0.0006))
  }

  @Test func `nobody lost gives no curve`() {
    #expect(ShiftedBetaGeometric.fit(survivors: [10, 10]) == nil)
    #expect(ShiftedBetaGeometric.fit(survivors: [10, 12]) == nil)
  }
}
