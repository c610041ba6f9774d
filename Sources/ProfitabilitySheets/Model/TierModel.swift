import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The list behind classes and tiers, worked out the way the sheet's formulas do: with what a person
/// typed into the thresholds where they typed something, and with the engine's settings otherwise.
struct TierModel: Sendable {
  var classALine: Double
  var classBLine: Double
  var vipShare: Double
  /// In the sheets' unit.
  var vipThreshold: Double?
  /// In the sheets' unit.
  var potentialFloor: Double

  /// What ranking goes by, in order of rank.
  private(set) var basis: [Double] = []
  private(set) var revenue: [Double] = []
  private(set) var ranks: [Double] = []
  private(set) var cumulative: [Double] = []
  /// Share of all positive margin that the better ranks hold.
  private(set) var shareBefore: [Double] = []
  private(set) var classes: [String] = []
  private(set) var buyers: [Double] = []
  private(set) var tiers: [String] = []
  private(set) var positiveTotal = 0.0
  private(set) var buyerCount = 0.0
  private(set) var vipPlaces = 0.0
  /// Whether a formula gives the engine's classes, and its tiers.
  private(set) var classesAreLive = true
  private(set) var tiersAreLive = true
  /// Whether a formula gives the engine's ranks: no two customers alike, not too many.
  private(set) var ranksAreLive = true

  init(_ book: ProfitBook) {
    let settings = book.inputs.settings
    let typed = { (threshold: TiersLayout.Threshold) -> Double? in
      if case .number(let value) = book.context.typedInputs[threshold.inputName] {
        value
      } else {
        nil
      }
    }
    classALine = typed(.classA) ?? settings.classALine
    classBLine = typed(.classB) ?? settings.classBLine
    vipShare = typed(.vipShare) ?? settings.vipShare
    vipThreshold = typed(.vipThreshold) ?? settings.vipThreshold.map(book.shown)
    potentialFloor = typed(.potentialFloor) ?? book.shown(settings.potentialFloor)
    let asSet =
      classALine == settings.classALine && classBLine == settings.classBLine
      && vipShare == settings.vipShare && vipThreshold == settings.vipThreshold.map(book.shown)
      && potentialFloor == book.shown(settings.potentialFloor)
    work(book)
    if asSet { compare(book) }
  }

  private mutating func work(_ book: ProfitBook) {
    let results = book.results.customers
    basis = Self.ranked(book) {
      book.shown(book.hasCosts ? results[$0].netMargin : results[$0].revenue)
    }
    revenue = Self.ranked(book) { book.shown(results[$0].revenue) }
    ranks = basis.indices.map { Double($0 + 1) }
    positiveTotal = basis.reduce(0) { $0 + max(0, $1) }
    classify()
    let lines = Self.ranked(book) { book.inputs.sales[$0].lines }
    buyerCount = Double(lines.count { $0 > 0 })
    vipPlaces = ((vipShare * buyerCount * 1e9).rounded() / 1e9).rounded(.up)
    rankTiers(lines, book)
    ranksAreLive =
      basis.count <= ProfitBook.quadraticLimit
      && zip(basis, basis.dropFirst()).allSatisfy { $0 > $1 }
  }

  /// A column of the customers that have a rank.
  private static func ranked<Value>(_ book: ProfitBook, _ value: (_ place: Int) -> Value) -> [Value]
  {
    Array(book.order.column(value).prefix(book.order.rankedCount))
  }

  private mutating func classify() {
    var running = 0.0
    var before = 0.0
    for value in basis {
      running += value
      cumulative.append(running)
      shareBefore.append(before)
      classes.append(
        value <= 0 ? "C" : before < classALine ? "A" : before < classBLine ? "B" : "C")
      if positiveTotal > 0 { before += max(0, value) / positiveTotal }
    }
  }

  private mutating func rankTiers(_ lines: [Int], _ book: ProfitBook) {
    var buyer = 0.0
    for (index, value) in basis.enumerated() {
      if lines[index] > 0 { buyer += 1 }
      buyers.append(buyer)
      let tier: Tier =
        if lines[index] <= 0 || revenue[index] < potentialFloor {
          .potential
        } else if let vipThreshold {
          value >= vipThreshold ? .vip : .regular
        } else {
          buyer <= vipPlaces && value > 0 ? .vip : .regular
        }
      tiers.append(Terms.name(tier)[book.context.language])
    }
  }

  /// Where thresholds are as the engine had them, its words must come out; else they stand as values.
  private mutating func compare(_ book: ProfitBook) {
    let engineClasses = Self.ranked(book) { book.results.customers[$0].valueClass?.rawValue ?? "" }
    let engineTiers = Self.ranked(book) { place in
      book.results.customers[place].tier.map { Terms.name($0)[book.context.language] } ?? ""
    }
    classesAreLive = engineClasses == classes
    tiersAreLive = engineTiers == tiers
    classes = engineClasses
    tiers = engineTiers
    let engineRanks = Self.ranked(book) { Double(book.results.customers[$0].rank ?? 0) }
    if engineRanks != ranks {
      ranks = engineRanks
      ranksAreLive = false
    }
  }
}
