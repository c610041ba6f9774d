import CostingCore
import FinanceModel
import Glibc

/// Times costing on made-up workbooks: `swift run -c release costing-benchmarks [CUSTOMERS …]`.
///
/// Without arguments it runs 1,000, 100,000 and 1,000,000 customers with 20 pools. Every line is one
/// stage (allocation, then the models and analyses of customers with dated orders): how long it took, how much of that on the processor (one core; other programs may run),
/// and processor time for one cell (one customer in one pool).
@main
enum CostingBenchmarks {
  static func main() {
    let asked = CommandLine.arguments.dropFirst().compactMap { Int($0) }.filter { $0 > 0 }
    print("customers     pools  stage              seconds   processor  ns/cell")
    for customers in asked.isEmpty ? [1000, 100_000, 1_000_000] : asked {
      measure(customers: customers, pools: 20)
      measureAnalyses(customers: customers)
    }
  }

  private static func measure(customers: Int, pools: Int) {
    let book = SyntheticBook(customers: customers, pools: pools)
    var allocated: [[Amount]] = []
    report("allocate", customers, pools) {
      allocated = book.drivers.enumerated().compactMap { place, driver in
        Allocation.byWeights(book.amount(ofPool: place), weights: driver)?.shares
      }
    }
    check(allocated, against: book)
    report("allocate in cents", customers, pools) {
      let shares = book.drivers.enumerated().compactMap { place, driver in
        Allocation.byWeights(
          book.amount(ofPool: place), weights: driver, unit: ExactDecimal(0.01))?.shares
      }
      check(shares, against: book)
    }
    allocated = []
    let inputs = book.inputs()
    var results = CostingResults()
    report("whole engine", customers, pools) { results = CostingEngine.run(inputs) }
    let isWhole = results.controls.allSatisfy(\.difference.isZero)
    print("  net margin \(results.totals.netMargin), controls \(isWhole ? "agree" : "DIFFER")")
  }

  /// Purchase models and all analyses of customers that buy over two years.
  private static func measureAnalyses(customers: Int) {
    let trade = SyntheticTrade(customers: customers)
    var found: [Double] = []
    report("fit BG/NBD", customers, 1) {
      if let fit = BetaGeometricNBD.fit(trade.histories) {
        found = [fit.model.r, fit.model.alpha, fit.model.a, fit.model.b]
      }
    }
    print("  drawn with 1 12 0.8 1, found \(found.map { rounded($0, 3) }.joined(separator: " "))")
    report("fit Pareto/NBD", customers, 1) { _ = ParetoNBD.fit(trade.histories) }
    var results = CostingResults()
    report("analyses", customers, 1) { results = CostingEngine.run(trade.inputs) }
    let analytics = results.analytics
    print(
      "  \(analytics.purchaseModel?.kind?.rawValue ?? "no model"), \(analytics.actions.count) actions"
    )
  }

  private static func check(_ shares: [[Amount]], against book: SyntheticBook) {
    for (place, column) in shares.enumerated()
    where column.sum != book.amount(ofPool: place) {
      print("  pool \(place) does not add up")
    }
  }

  private static func report(
    _ stage: String, _ customers: Int, _ pools: Int, _ work: () -> Void
  ) {
    let before = clock()
    let elapsed = ContinuousClock().measure(work)
    let processor = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let perCell = processor * 1e9 / Double(customers * pools)
    print(
      padded("\(customers)", 14) + padded("\(pools)", 7) + padded(stage, 19)
        + padded(rounded(seconds, 4), 10) + padded(rounded(processor, 4), 11)
        + rounded(perCell, 1))
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func rounded(_ value: Double, _ places: Int) -> String {
    ExactDecimal(value)?.rounded(toMultipleOf: unit(places)).description ?? "?"
  }

  private static func unit(_ places: Int) -> ExactDecimal {
    ExactDecimal(mantissa: 1, exponent: -places) ?? 1
  }
}
