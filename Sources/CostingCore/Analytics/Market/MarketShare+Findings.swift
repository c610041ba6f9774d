import FinanceModel

/// What is said of figures of the market that do not fit own sales.
extension AnalysisFacts {
  func noteMarket(_ result: MarketResult, _ findings: inout [Finding]) {
    let lines = result.periods + [result.overall].compactMap { $0 }.filter { $0.provenance != nil }
    let whole = LocalizedText(english: "the period", chinese: "整期")[inputs.language]
    func name(_ line: MarketResult.Line) -> String { line.period?.name ?? whole }
    noteBelowSales(
      lines.map { (name($0), $0.ownSales, $0.marketSales, $0.provenance?.firstCell) }
        + result.segments.map {
          ($0.segment.name, $0.ownSales, $0.marketSales, $0.source?.cells.first)
        }, &findings)
    let apart = result.periods.filter { line in
      (line.ownSales == nil) != (line.marketSales == nil && line.shareGiven == nil)
    }
    note(apart, .marketPeriodsApart, &findings)
    let cut = result.periods.filter { line in
      line.marketSales != nil && line.ownSales != nil
        && line.monthsCovered < line.period?.grain.months ?? 0
    }
    note(cut, .marketPeriodsCut, &findings)
    note(
      result.periods.filter { $0.ownSales != nil && !$0.partsMissing.isEmpty }, .marketPartsMissing,
      &findings)
    noteElsewhere(result, &findings)
    let differing = lines.filter { line in
      guard let given = line.shareGiven, let share = line.share else { return false }
      return (given - share).magnitude > 0.0005
    }
    if let first = differing.first, let given = first.shareGiven, let share = first.share {
      findings.append(
        Finding(
          .marketSharesDiffer, at: first.provenance?.firstCell,
          values: [
            "name": name(first), "given": Figures.percent(given),
            "computed": Figures.percent(share),
          ], count: differing.count))
    }
  }

  private func noteBelowSales(
    _ figures: [(name: String, own: Amount?, market: Amount?, place: SheetCell?)],
    _ findings: inout [Finding]
  ) {
    let below = figures.filter { figure in
      guard let own = figure.own, let market = figure.market else { return false }
      return own > market && !market.isZero
    }
    guard let first = below.first, let own = first.own, let market = first.market else { return }
    findings.append(
      Finding(
        .marketBelowSales, at: first.place,
        values: [
          "name": first.name, "own": Figures.money(own), "market": Figures.money(market),
        ], count: below.count))
  }

  /// Own sales in no part of the market that has a figure.
  private func noteElsewhere(_ result: MarketResult, _ findings: inout [Finding]) {
    note(
      result.periods.filter { $0.marketSales != nil && $0.ownElsewhere == nil },
      .marketPartsUnknown,
      &findings)
    guard let elsewhere = result.overall?.ownElsewhere, !elsewhere.isZero else { return }
    let provenance = inputs.market.lazy.compactMap(\.provenance).first
    findings.append(
      Finding(
        .marketPartsElsewhere, at: provenance?.firstCell,
        values: ["amount": Figures.money(elsewhere)]))
  }

  private func note(
    _ lines: [MarketResult.Line], _ code: FindingCode, _ findings: inout [Finding]
  ) {
    guard let first = lines.first else { return }
    let names = lines.prefix(6).compactMap { $0.period?.name }.joined(separator: ", ")
    let provenance = lines.lazy.compactMap(\.provenance).first ?? first.provenance
    findings.append(
      Finding(
        code, at: provenance?.firstCell, values: ["names": lines.count > 6 ? names + " …" : names],
        count: lines.count))
  }
}
