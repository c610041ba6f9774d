import FinanceModel

extension AnalysisFacts {
  /// Own sales against the market's; nil where the workbook tells nothing of the market.
  ///
  /// Own sales of a month, quarter or year are all that the workbook dates in it, before the period of
  /// the analysis too. Where rows of a period name no region or product they are the whole market,
  /// else the parts are added up.
  func market(_ findings: inout [Finding]) -> MarketResult? {
    guard !inputs.market.isEmpty else { return nil }
    let own = OwnSales(self)
    let periods = PeriodGrain.allCases.flatMap { marketPeriods($0, own) }
    let overall = wholeMarket(own) ?? sumOfFinest(periods)
    let result = MarketResult(
      overall: overall.line, periods: periods, overallPeriods: overall.places,
      segments: segments(over: overall.places.compactMap { periods[$0].period }, own))
    noteMarket(result, &findings)
    return result
  }

  // MARK: Periods

  private func marketPeriods(_ grain: PeriodGrain, _ own: OwnSales) -> [MarketResult.Line] {
    let rows = inputs.market.filter { $0.period?.grain == grain }
    guard !rows.isEmpty else { return [] }
    let byPeriod = Dictionary(grouping: rows, by: \.period)
    let reached = own.periods(grain).filter { isWithinAnalysis($0) }
    let periods = Set(rows.compactMap(\.period)).union(reached)
    var lines: [MarketResult.Line] = []
    for period in periods.sorted(by: { $0.first < $1.first }) {
      let found = byPeriod[period] ?? []
      let months = Set(period.months)
      var line = MarketResult.Line(period: period)
      line.monthsCovered = own.monthsCovered(of: period)
      line.ownSales = own.sum(period)
      line.add(found)
      line.confineOwnSales(to: found, own, months: months)
      line.partsMissing = missingParts(found, of: rows, own, months)
      line.settleShare()
      if let last = lines.last, last.period == period.previous, let share = line.shownShare,
        let before = last.shownShare
      {
        line.change = share - before
      }
      lines.append(line)
    }
    return lines
  }

  /// Parts of the market that have a figure in other periods and own sales in this one, where its rows
  /// are of parts.
  private func missingParts(
    _ found: [MarketLine], of all: [MarketLine], _ own: OwnSales, _ months: Set<Month>
  ) -> [String] {
    guard found.contains(where: { $0.sales != nil }), found.allSatisfy({ $0.segment != nil }) else {
      return []
    }
    func parts(_ rows: [MarketLine]) -> [MarketLine.Segment] {
      rows.filter { $0.sales?.isPositive ?? false }.compactMap(\.segment)
    }
    var seen = Set(parts(found).map(\.key))
    return parts(all).filter { part in
      // Where own sales of a part are not known, there may be some.
      seen.insert(part.key).inserted && own.sum(of: part, in: months) != .zero
    }.map(\.name)
  }

  /// Whether the period has a month in common with that of the analysis.
  private func isWithinAnalysis(_ period: CalendarPeriod) -> Bool {
    guard let analysis = inputs.period else { return true }
    return period.last >= analysis.start.month && period.first <= analysis.end.month
  }

  // MARK: The whole

  /// The market's figure for the period of the analysis, where the workbook has one.
  private func wholeMarket(_ own: OwnSales) -> (line: MarketResult.Line?, places: [Int])? {
    let rows = inputs.market.filter { $0.period == nil }
    guard !rows.isEmpty else { return nil }
    var line = MarketResult.Line(period: nil)
    line.ownSales = results.totals.revenue
    line.add(rows)
    line.confineOwnSales(to: rows, own, months: nil)
    line.settleShare()
    return (line, [])
  }

  /// The shortest periods with both figures that begin and end within the analysis, in one.
  private func sumOfFinest(
    _ lines: [MarketResult.Line]
  ) -> (line: MarketResult.Line?, places: [Int]) {
    for grain in PeriodGrain.allCases {
      let places = lines.indices.filter { place in
        lines[place].share != nil
          && lines[place].period.map { $0.grain == grain && isPartOfAnalysis($0) } ?? false
      }
      guard !places.isEmpty else { continue }
      let matched = places.map { lines[$0] }
      var whole = MarketResult.Line(period: nil)
      let market = matched.compactMap(\.marketSales).reduce(Amount.zero, +)
      whole.ownSales = matched.compactMap(\.ownSales).reduce(Amount.zero, +)
      whole.ownElsewhere = matched.compactMap(\.ownElsewhere).reduce(Amount.zero, +)
      whole.marketSales = market
      whole.monthsCovered = matched.reduce(0) { $0 + $1.monthsCovered }
      whole.settleShare()
      return (whole, places)
    }
    return (nil, [])
  }

  private func isPartOfAnalysis(_ period: CalendarPeriod) -> Bool {
    guard let analysis = inputs.period else { return true }
    return period.first >= analysis.start.month && period.last <= analysis.end.month
  }

  // MARK: Parts

  /// By region or product, over chosen periods; over the whole where there are none.
  private func segments(over periods: [CalendarPeriod], _ own: OwnSales)
    -> [MarketResult.Segment]
  {
    let chosen = Set(periods)
    let rows = inputs.market.filter { row in
      row.segment != nil && row.sales != nil
        && (row.period.map { chosen.contains($0) } ?? chosen.isEmpty)
    }
    let months = periods.isEmpty ? nil : Set(periods.flatMap(\.months))
    var places: [NameKey: Int] = [:]
    var parts: [(segment: MarketLine.Segment, market: Amount, sources: [SourceCells?])] = []
    for row in rows {
      guard let segment = row.segment, let sales = row.sales else { continue }
      let key = segment.key
      let place = places[key] ?? parts.count
      if place == parts.count {
        places[key] = place
        parts.append((segment, 0, []))
      }
      parts[place].market += sales
      parts[place].sources.append(row.source)
    }
    let found = parts.map { part in
      var line = MarketResult.Segment(
        segment: part.segment, ownSales: own.sum(of: part.segment, in: months),
        marketSales: part.market)
      line.source = SourceCells.joined(part.sources)
      return line
    }
    return found.sorted {
      ($1.marketSales, $0.segment.name) < ($0.marketSales, $1.segment.name)
    }
  }
}

extension MarketResult.Line {
  /// Takes the rows of its period: those for the whole market, else all parts.
  fileprivate mutating func add(_ rows: [MarketLine]) {
    let whole = rows.filter { $0.segment == nil }
    let chosen = whole.isEmpty ? rows : whole
    let figures = chosen.filter { $0.sales != nil }
    if !figures.isEmpty {
      marketSales = figures.compactMap(\.sales).reduce(Amount.zero, +)
      source = SourceCells.joined(figures.map(\.source))
    }
    if chosen.count == 1 { shareGiven = chosen[0].shareGiven }
    provenance = chosen.lazy.compactMap(\.provenance).first
  }

  /// Takes own sales of the parts alone where the rows are of parts.
  fileprivate mutating func confineOwnSales(
    to rows: [MarketLine], _ own: OwnSales, months: Set<Month>?
  ) {
    let parts = rows.compactMap(\.segment)
    guard let all = ownSales, !parts.isEmpty, parts.count == rows.count, own.knowsParts(parts)
    else { return }
    guard let there = own.sum(of: parts, in: months) else {
      ownElsewhere = own.sellsOnly(parts) ? 0 : nil
      return
    }
    ownSales = there
    ownElsewhere = all - there
  }

  fileprivate mutating func settleShare() {
    guard let ownSales, let marketSales, partsMissing.isEmpty, ownElsewhere != nil,
      monthsCovered >= period?.grain.months ?? 0
    else { return }
    share = MarketResult.share(ownSales, of: marketSales)
  }
}

extension SourceCells {
  /// The cells of several figures that are added up; nil where one has none, or another unit.
  fileprivate static func joined(_ parts: [SourceCells?]) -> SourceCells? {
    let known = parts.compactMap { $0 }
    guard let first = known.first, known.count == parts.count,
      known.allSatisfy({ $0.scale == first.scale && $0.isWhole })
    else { return nil }
    var joined = SourceCells(scale: first.scale)
    for cell in known.flatMap(\.cells) { joined.add(cell) }
    return joined
  }
}
