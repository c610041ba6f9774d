import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What a person may change on the what-if sheet, with what they typed the last time.
struct WhatIfInputs: Sendable {
  var growth = 0.0
  /// Price change by tier: VIP, regular, potential.
  var price = [0.0, 0.0, 0.0]
  var discountRate: Double
  var retentionRate: Double?
  var isByRevenue = false
  /// By pool in the order of the allocation sheet.
  var costChange: [Double]
  var driverChange: [Double]

  init(_ book: ProfitBook, pools: [Int]) {
    let typed = { (name: String) -> Double? in
      if case .number(let value) = book.context.typedInputs[name] { value } else { nil }
    }
    let summary = book.results.analytics.lifetime
    discountRate =
      typed(Self.discountName) ?? summary?.discountRate ?? book.inputs.settings.discountRate ?? 0.1
    retentionRate = typed(Self.retentionName) ?? summary?.retentionRate
    growth = typed(Self.growthName) ?? 0
    price = Tier.allCases.map { typed(Self.priceName($0)) ?? 0 }
    if case .text(let method) = book.context.typedInputs[Self.methodName] {
      isByRevenue = Self.byRevenue.english == method || Self.byRevenue.chinese == method
    }
    costChange = pools.map { typed(Self.costName(book.results.pools[$0].name)) ?? 0 }
    driverChange = pools.map { typed(Self.driverName(book.results.pools[$0].name)) ?? 0 }
  }

  static let growthName = "Mb_In_Growth"
  static let discountName = "Mb_In_Discount_rate"
  static let retentionName = "Mb_In_Retention_rate"
  static let methodName = "Mb_In_Method"
  static func priceName(_ tier: Tier) -> String { "Mb_In_Price_\(tier.rawValue)" }
  static func costName(_ pool: String) -> String { "Mb_In_Cost_\(StableHash.of(pool))" }
  static func driverName(_ pool: String) -> String { "Mb_In_Driver_\(StableHash.of(pool))" }

  static let asCosted = LocalizedText(english: "as costed", chinese: "按现行分摊")
  static let byRevenue = LocalizedText(english: "by revenue", chinese: "按收入分摊")

  /// What each pool's cost is multiplied by.
  var factors: [Double] { zip(costChange, driverChange).map { (1 + $0) * (1 + $1) } }
}

/// The scenario worked out as the sheet's formulas do.
struct WhatIfModel: Sendable {
  let inputs: WhatIfInputs
  /// All in the order of the lists, the unassigned line last.
  private(set) var revenue: [Double] = []
  private(set) var margin: [Double] = []
  private(set) var direct: [Double] = []
  private(set) var pooled: [Double] = []
  private(set) var newRevenue: [Double] = []
  private(set) var newDirect: [Double] = []
  private(set) var newPooled: [Double] = []
  private(set) var newMargin: [Double] = []
  /// Words of the tiers; empty for the unassigned line.
  private(set) var tiers: [String] = []

  init(_ book: ProfitBook, layout: AllocationLayout) {
    inputs = WhatIfInputs(book, pools: layout.poolOrder)
    let tierWords = book.tierModel.tiers
    tiers = book.order.places.indices.map { tierWords.indices.contains($0) ? tierWords[$0] : "" }
    base(book)
    scenario(book, layout)
  }

  private mutating func base(_ book: ProfitBook) {
    let results = book.results.customers
    let (order, shown) = (book.order, { (amount: Amount) in book.shown(amount) })
    revenue = order.column { shown(results[$0].revenue) }
    margin = order.column { shown(results[$0].netMargin) }
    direct = order.column { shown(results[$0].revenue) - shown(results[$0].cm2) }
    pooled = order.column { shown(results[$0].costToServe + results[$0].overhead) }
  }

  private mutating func scenario(_ book: ProfitBook, _ layout: AllocationLayout) {
    let words = Tier.allCases.map { Terms.name($0)[book.context.language] }
    newRevenue = revenue.indices.map { index in
      let tier = words.firstIndex(of: tiers[index])
      return revenue[index] * (1 + inputs.growth) * (1 + (tier.map { inputs.price[$0] } ?? 0))
    }
    newDirect = direct.map { $0 * (1 + inputs.growth) }
    let factors = inputs.factors
    let byPool = layout.poolOrder.map { pool in
      book.order.column(book.results.pools[pool].byCustomer, book.shown)
    }
    newPooled = [Double](repeating: 0, count: revenue.count)
    for (costs, factor) in zip(byPool, factors) {
      for index in newPooled.indices { newPooled[index] += costs[index] * factor }
    }
    if inputs.isByRevenue {
      let cost = newPooled.reduce(0, +)
      let whole = newRevenue.reduce(0, +)
      newPooled = newRevenue.map { whole != 0 ? cost * $0 / whole : 0 }
    }
    newMargin = revenue.indices.map { newRevenue[$0] - newDirect[$0] - newPooled[$0] }
  }
}
