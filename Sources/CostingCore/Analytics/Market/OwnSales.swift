import FinanceModel

/// Own sales by month, region and product.
struct OwnSales {
  private let facts: AnalysisFacts
  private let byMonth: [Month: Amount]
  /// The months from the first to the last sale, those without one between them included.
  private let reach: ClosedRange<Month>?
  /// The same without months that the data cut off.
  private let whole: ClosedRange<Month>?
  /// Parallel to the customers; nil for one without a region.
  private let regions: [NameKey?]

  init(_ facts: AnalysisFacts) {
    self.facts = facts
    byMonth = facts.monthTotals.netRevenue
    reach = facts.monthTotals.reach
    whole = facts.wholeMonthRange
    regions = facts.inputs.customers.map { $0.region.map { NameKey($0) } }
  }

  func periods(_ grain: PeriodGrain) -> [CalendarPeriod] {
    Set(byMonth.keys.map { CalendarPeriod(grain, around: $0) }).sorted { $0.first < $1.first }
  }

  func monthsCovered(of period: CalendarPeriod) -> Int {
    guard let whole else { return 0 }
    return period.months.count { whole.contains($0) }
  }

  /// Nil where the sales do not reach into the period.
  func sum(_ period: CalendarPeriod) -> Amount? {
    guard let reach, period.last >= reach.lowerBound, period.first <= reach.upperBound else {
      return nil
    }
    return period.months.reduce(Amount.zero) { $0 + (byMonth[$1] ?? 0) }
  }

  /// Whether sales can be told apart by the parts at all; where they cannot, the parts are taken for
  /// all of the market.
  func knowsParts(_ parts: [MarketLine.Segment]) -> Bool {
    parts.contains { part in
      switch part.dimension {
      case .region: regions.contains { $0 != nil }
      case .product: !facts.inputs.productSales.isEmpty
      }
    }
  }

  /// Whether nothing is sold but these products.
  func sellsOnly(_ parts: [MarketLine.Segment]) -> Bool {
    let known = Set(parts.map { NameKey($0.name) })
    let names = facts.inputs.products.map { known.contains(NameKey($0)) }
    return facts.inputs.productSales.allSatisfy { $0.netRevenue.isZero || names[Int($0.product)] }
  }

  /// The same of several, each counted once.
  func sum(of parts: [MarketLine.Segment], in months: Set<Month>?) -> Amount? {
    var seen: Set<NameKey> = []
    var sum = Amount.zero
    for part in parts where seen.insert(part.key).inserted {
      guard let sales = self.sum(of: part, in: months) else { return nil }
      sum += sales
    }
    return sum
  }

  /// Own sales of a region or product in some months, in the period of the analysis where none are
  /// given; nil where they are not known for that time.
  func sum(of segment: MarketLine.Segment, in months: Set<Month>?) -> Amount? {
    let key = NameKey(segment.name)
    switch segment.dimension {
    case .region:
      guard regions.contains(where: { $0 != nil }) else { return nil }
      guard let months else {
        return regions.indices.filter { regions[$0] == key }.reduce(Amount.zero) {
          $0 + facts.results.customers[$1].revenue
        }
      }
      return facts.salesByMonth.reduce(Amount.zero) { sum, sale in
        regions[Int(sale.customer)] == key && months.contains(sale.month)
          ? sum + sale.netRevenue : sum
      }
    case .product:
      // Sales by product are of the analysis's period as a whole.
      let isWhole = months.map { months in
        facts.inputs.salesByMonth.allSatisfy { months.contains($0.month) }
          && !facts.inputs.priorSalesByMonth.contains { months.contains($0.month) }
      }
      guard isWhole ?? true, !facts.inputs.productSales.isEmpty else { return nil }
      let chosen = Set(
        facts.inputs.products.indices.filter { NameKey(facts.inputs.products[$0]) == key })
      return facts.inputs.productSales.reduce(Amount.zero) { sum, sale in
        chosen.contains(Int(sale.product)) ? sum + sale.netRevenue : sum
      }
    }
  }
}

extension MarketLine.Segment {
  /// What segments that are the same have in common.
  var key: NameKey { NameKey("\(dimension.rawValue) \(name)") }
}
