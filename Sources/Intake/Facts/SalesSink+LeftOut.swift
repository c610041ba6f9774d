import CostingCore
import FinanceModel
import WorkbookReading

/// Lines that do not count, and the control sums of their figures.
extension SalesSink {
  enum Outside {
    case before, after
  }

  func outside(_ day: Day?) -> Outside? {
    guard let day, let period = layout.period, !period.contains(day) else { return nil }
    return day < period.start ? .before : .after
  }

  mutating func leaveOut(
    _ side: Outside, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    let amount = mainAmount(cells)
    let column = layout.columnOfSlot[.date]
    let place = places[.date]
    let typed = shownText(place, cells, text)
    tally.lastRow = row
    switch side {
    case .before:
      tally.beforePeriod.note(row: row, column: column, typed: typed)
      tally.beforePeriod.amount += amount
      addControls(to: \.beforePeriod, cells, text)
    case .after:
      tally.afterPeriod.note(row: row, column: column, typed: typed)
      tally.afterPeriod.amount += amount
      addControls(to: \.afterPeriod, cells, text)
      sumControls(cells, text)
    }
  }

  /// The line's first money figure, for counting what was left out.
  func mainAmount(_ cells: Span<Cell>) -> ExactDecimal {
    for slot in [SalesSlot.net, .gross, .taxInclusive] where places[slot] >= 0 {
      let value = cells[places[slot]].decimal ?? 0
      return value.multiplied(by: ExactDecimal(layout.factors[slot])) ?? 0
    }
    let (quantity, price) = (places[.quantity], places[.unitPrice])
    guard quantity >= 0, price >= 0, let pieces = cells[quantity].decimal,
      let each = cells[price].decimal, let product = pieces.multiplied(by: each)
    else { return 0 }
    return product.multiplied(by: ExactDecimal(layout.factors[.unitPrice])) ?? 0
  }

  mutating func isInCurrency(row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) -> Bool {
    guard let wanted = layout.currency else { return true }
    let place = places[.currency]
    guard place >= 0 else { return true }
    let typed = shownText(place, cells, text)
    let code = CurrencyCode.of(typed) ?? typed
    if code == wanted || layout.rates[code] != nil { return true }
    let amount = mainAmount(cells)
    tally.lastRow = row
    var event = tally.otherCurrencies[code] ?? SalesTally.Event()
    event.note(row: row, column: Int(cells[place].column), typed: typed)
    event.amount += amount
    addControls(to: &event.sums, cells, text)
    tally.otherCurrencies[code] = event
    sumControls(cells, text)
    return false
  }

  /// What the line's amounts are multiplied by to give the workbook's currency; nil for one.
  @inline(__always)
  func rate(_ cells: Span<Cell>, _ text: Span<UInt8>) -> ExactDecimal? {
    guard !layout.rates.isEmpty else { return nil }
    let place = places[.currency]
    guard place >= 0 else { return nil }
    let typed = shownText(place, cells, text)
    return layout.rates[CurrencyCode.of(typed) ?? typed]
  }

  /// Adds the columns up for comparison with totals rows.
  mutating func sumControls(_ cells: Span<Cell>, _ text: Span<UInt8>) {
    for slot in figureSlots where slot.isAdditive {
      tally.sums[slot] += controlValue(slot, cells, text) ?? 0
    }
  }

  /// Adds the row's figures up by slot under the reason that it is left out for.
  mutating func addControls(
    to event: WritableKeyPath<SalesTally, SalesTally.Event>, _ cells: Span<Cell>,
    _ text: Span<UInt8>
  ) {
    var sums = tally[keyPath: event].sums
    tally[keyPath: event].sums = []
    addControls(to: &sums, cells, text)
    tally[keyPath: event].sums = sums
  }

  func addControls(
    to sums: inout [ExactDecimal], _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    if sums.isEmpty { sums = [ExactDecimal](repeating: 0, count: SalesSlot.allCases.count) }
    for slot in figureSlots where slot.isAdditive {
      sums[slot.rawValue] += controlValue(slot, cells, text) ?? 0
    }
  }

  /// A figure in currency units, without a finding where it is none.
  func controlValue(
    _ slot: SalesSlot, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    let place = places[slot]
    guard place >= 0 else { return nil }
    let cell = cells[place]
    let value =
      cell.kind == .text
      ? AmountText.value(strings.text(of: cell, in: text))
      : cell.kind == .boolean || cell.kind == .error ? nil : cell.decimal
    return value?.multiplied(by: ExactDecimal(layout.factors[slot]))
  }
}
