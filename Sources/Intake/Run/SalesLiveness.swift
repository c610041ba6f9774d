import CostingCore
import FinanceModel
import WorkbookReading

/// Finds formulas over the team's own cells that give the engine's sums of sales.
///
/// A formula is offered only where SUMIFS computes the same: numbers that are numbers, keys that are
/// compared as the engine compares them, the same lines in and out.
struct SalesLiveness {
  let tables: [(layout: SalesLayout, tally: SalesTally)]
  let customerCount: Int

  /// Key comparisons in all that a spreadsheet may be asked for.
  static let comparisonLimit = 20_000_000

  private typealias Part = (slot: SalesSlot, factor: SalesSlot?, isSubtracted: Bool)

  func liveness(of measure: SalesMeasure) -> Liveness {
    if measure == .orders { return .valueOnly(reason: LivenessReason.countedDocuments) }
    if measure == .lines { return .valueOnly(reason: LivenessReason.countedLines) }
    var terms: [LiveSum.Term] = []
    var scales: Set<Int> = []
    for (layout, tally) in tables {
      if let reason = obstacle(layout, tally) { return .valueOnly(reason: reason) }
      guard let parts = parts(of: measure, layout, tally) else {
        return .valueOnly(reason: LivenessReason.rowByRow)
      }
      for part in parts {
        if let reason = obstacle(part, layout, tally) { return .valueOnly(reason: reason) }
        terms.append(term(part, measure, layout, tally))
        scales.insert(layout.factors[part.factor ?? part.slot])
      }
    }
    guard !terms.isEmpty, let scale = scales.first else {
      return .valueOnly(reason: LivenessReason.rowByRow)
    }
    guard scales.count == 1 else { return .valueOnly(reason: LivenessReason.mixedUnits) }
    guard isAffordable(terms) else { return .valueOnly(reason: LivenessReason.tooLarge) }
    return .live(LiveSum(terms: terms, scale: scale))
  }

  private func isAffordable(_ terms: [LiveSum.Term]) -> Bool {
    let rows = terms.map { $0.keys.range.rowCount * ($0.factor == nil ? 1 : 4) }.reduce(0, +)
    // Seven measures or so share the budget.
    return rows * customerCount * 7 <= Self.comparisonLimit
  }

  /// What keeps every measure of a table from being live.
  private func obstacle(_ layout: SalesLayout, _ tally: SalesTally) -> LocalizedText? {
    if !layout.has(.key) { return LivenessReason.joined }
    if !tally.otherCurrencies.isEmpty || !layout.rates.isEmpty { return LivenessReason.currencies }
    let isFiltered = tally.beforePeriod.count + tally.afterPeriod.count > 0
    let areDatesSound =
      tally.textDates == 0 && tally.badDates.count == 0 && tally.undated.count == 0
    return isFiltered && !areDatesSound ? LivenessReason.period : nil
  }

  private func obstacle(_ part: Part, _ layout: SalesLayout, _ tally: SalesTally) -> LocalizedText?
  {
    for slot in [part.slot, part.factor].compactMap({ $0 }) {
      let place = slot.rawValue
      let broken =
        tally.textFigures[place].count + tally.unreadable[place].count + tally.errors[place].count
      if broken > 0 || (part.factor != nil && tally.placeholders[place] > 0) {
        return LivenessReason.textFigures
      }
    }
    // A product is not filtered by date.
    let isFiltered = tally.beforePeriod.count + tally.afterPeriod.count > 0
    return part.factor != nil && isFiltered ? LivenessReason.rowByRow : nil
  }

  private func term(
    _ part: Part, _ measure: SalesMeasure, _ layout: SalesLayout, _ tally: SalesTally
  ) -> LiveSum.Term {
    var conditions = dateConditions(layout, tally)
    if measure == .returns, part.slot == .net {
      conditions.append(.init(range: range(.net, layout, tally), criterion: "<0"))
    }
    return LiveSum.Term(
      isSubtracted: part.isSubtracted, values: range(part.slot, layout, tally),
      factor: part.factor.map { range($0, layout, tally) }, keys: range(.key, layout, tally),
      conditions: conditions)
  }

  private func range(_ slot: SalesSlot, _ layout: SalesLayout, _ tally: SalesTally) -> SheetRange {
    let column = layout.columnOfSlot[slot]
    let first = layout.table.candidate.firstDataRow
    return SheetRange(
      sheet: layout.table.candidate.sheet.name,
      range: CellRange(
        CellAddress(row: first, column: column),
        CellAddress(row: max(first, tally.lastRow), column: column)))
  }

  private func dateConditions(_ layout: SalesLayout, _ tally: SalesTally) -> [LiveSum.Condition] {
    guard tally.beforePeriod.count + tally.afterPeriod.count > 0, let period = layout.period else {
      return []
    }
    let dates = range(.date, layout, tally)
    let start = period.start.serial(in: layout.dateSystem)
    let end = period.end.serial(in: layout.dateSystem) + 1
    return [
      .init(range: dates, criterion: ">=\(start)"), .init(range: dates, criterion: "<\(end)"),
    ]
  }

  // MARK: What a measure is made of

  /// The columns whose sums make up a measure; nil where sums do not.
  private func parts(
    of measure: SalesMeasure, _ layout: SalesLayout, _ tally: SalesTally
  ) -> [Part]? {
    switch measure {
    case .quantity: single(.quantity, layout)
    case .rebate: single(.rebate, layout)
    case .commission: single(.commission, layout)
    case .freight: single(.freight, layout)
    case .discount:
      layout.discountIsShare || layout.has(.listPrice) ? nil : single(.discount, layout)
    case .productCost: productCost(layout)
    case .otherDirectCost: optional([.serviceCost, .relationshipCost], layout)
    case .netRevenue: net(layout, tally)
    case .grossRevenue: base(layout, tally)
    case .listRevenue:
      layout.has(.listPrice) && layout.has(.quantity)
        ? [(.quantity, .listPrice, false)] : base(layout, tally)
    case .returns: returns(layout, tally)
    case .lines, .orders: nil
    }
  }

  private func single(_ slot: SalesSlot, _ layout: SalesLayout) -> [Part]? {
    layout.has(slot) ? [(slot, nil, layout.turned.contains(slot))] : nil
  }

  private func optional(_ slots: [SalesSlot], _ layout: SalesLayout) -> [Part]? {
    let parts = slots.filter { layout.has($0) }.map { Part($0, nil, false) }
    return parts.isEmpty ? nil : parts
  }

  private func productCost(_ layout: SalesLayout) -> [Part]? {
    let made = [SalesSlot.material, .labor].filter { layout.has($0) }
    switch (layout.has(.productCost), layout.has(.unitCost), made.isEmpty) {
    case (true, false, true): return [(.productCost, nil, false)]
    case (false, true, true):
      return layout.has(.quantity) ? [(.quantity, .unitCost, false)] : nil
    case (false, false, false): return made.map { ($0, nil, false) }
    default: return nil
    }
  }

  /// Gross revenue: its column, or quantity times price.
  private func base(_ layout: SalesLayout, _ tally: SalesTally) -> [Part]? {
    if layout.has(.gross) {
      return tally.withGross == tally.rowsUsed ? [(.gross, nil, false)] : nil
    }
    if layout.has(.taxInclusive) { return nil }
    if layout.has(.quantity), layout.has(.unitPrice) {
      return layout.has(.net) ? nil : [(.quantity, .unitPrice, false)]
    }
    guard tally.withNet == tally.rowsUsed, !layout.discountIsShare else { return nil }
    var parts: [Part] = [(.net, nil, false)]
    for slot in [SalesSlot.discount, .rebate, .returns] where layout.has(slot) {
      parts.append((slot, nil, layout.turned.contains(slot)))
    }
    return parts
  }

  private func net(_ layout: SalesLayout, _ tally: SalesTally) -> [Part]? {
    if layout.priceIncludesTax || layout.has(.taxInclusive) { return nil }
    if tally.withNet > 0 {
      return tally.fromGross + tally.fromPrice == 0 ? [(.net, nil, false)] : nil
    }
    guard !layout.discountIsShare, var parts = base(layout, tally) else { return nil }
    for slot in [SalesSlot.discount, .rebate, .returns] where layout.has(slot) {
      parts.append((slot, nil, !layout.turned.contains(slot)))
    }
    return parts
  }

  private func returns(_ layout: SalesLayout, _ tally: SalesTally) -> [Part]? {
    var parts: [Part] = []
    if layout.has(.returns) { parts.append((.returns, nil, layout.turned.contains(.returns))) }
    if tally.negativeNet > 0 {
      guard tally.withNet > 0, tally.fromGross + tally.fromPrice == 0 else { return nil }
      parts.append((.net, nil, true))
    }
    return parts.isEmpty ? nil : parts
  }
}
