import CostingCore
import FinanceModel
import WorkbookReading

/// The figures of a line, and what it comes to.
extension SalesSink {
  /// The cell's figure in currency units; nil where it is blank or none.
  mutating func figure(
    _ slot: SalesSlot, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    let place = places[slot]
    guard place >= 0 else { return nil }
    let cell = cells[place]
    guard let value = rawFigure(slot, cell, row: row, text) else { return nil }
    if value.isPositive {
      tally.positives[slot] += 1
    } else if value.isNegative {
      tally.negatives[slot] += 1
    }
    let factor = layout.factors[slot]
    let scaled = factor == 1 ? value : value.multiplied(by: ExactDecimal(factor))
    if scaled == nil { noteUnreadable(slot, cell, row: row, text) }
    return scaled
  }

  mutating func rawFigure(
    _ slot: SalesSlot, _ cell: Cell, row: Int, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    switch cell.kind {
    case .number, .date, .duration, .timeOfDay:
      if let value = cell.decimal { return value }
      noteUnreadable(slot, cell, row: row, text)
      return nil
    case .text:
      return textFigure(slot, cell, row: row, text)
    case .boolean, .error:
      let typed = strings.text(of: cell, in: text)
      if AmountText.read(typed) == .blank, typed.lowercased() != "#n/a" { return nil }
      tally.errors[slot.rawValue].note(row: row, column: Int(cell.column), typed: typed)
      return nil
    }
  }

  mutating func textFigure(
    _ slot: SalesSlot, _ cell: Cell, row: Int, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    let typed = strings.text(of: cell, in: text)
    switch AmountText.read(typed) {
    case .amount(let value), .percent(let value):
      tally.textFigures[slot.rawValue].note(row: row, column: Int(cell.column), typed: typed)
      return value
    case .blank:
      tally.placeholders[slot.rawValue] += 1
      return nil
    case .none:
      noteUnreadable(slot, cell, row: row, text)
      return nil
    }
  }

  mutating func noteUnreadable(
    _ slot: SalesSlot, _ cell: Cell, row: Int, _ text: Span<UInt8>
  ) {
    let typed =
      cell.kind == .text ? strings.text(of: cell, in: text) : String(cell.number)
    tally.unreadable[slot.rawValue].note(row: row, column: Int(cell.column), typed: typed)
  }

  /// Fills in the line's amounts.
  mutating func readAmounts(
    _ line: inout SalesLedger.Line, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    amounts.removeAll()
    for slot in figureSlots {
      guard var value = figure(slot, row: row, cells, text) else { continue }
      if slot.isAdditive { tally.sums[slot] += value }
      if slot == .discount, value > 1 { tally.beyondOne[slot] += 1 }
      if turned.contains(slot) { value = -value }
      amounts[slot] = value
    }
    if let rate = rate(cells, text) { amounts.convert(by: rate) }
    let outcome = amounts.fill(&line.amounts, by: rules)
    if !line.isPrior { note(outcome, line.amounts, row: row) }
  }

  /// Notes a line that comes to something else than its quantity times its price; rounding aside.
  mutating func notePrice(_ line: LineAmounts, row: Int) {
    let difference = line.gross - line.net
    guard !difference.isZero, difference.magnitude.doubleValue > 0.05,
      difference.magnitude.doubleValue > 0.002 * line.net.magnitude.doubleValue
    else { return }
    tally.unexplainedPrices.note(row: row, column: layout.columnOfSlot[.net])
    tally.unexplainedPrices.amount += difference
  }

  mutating func note(_ outcome: SalesAmounts.Outcome, _ line: LineAmounts, row: Int) {
    switch outcome.source {
    case .net: tally.withNet += 1
    case .gross: tally.fromGross += 1
    case .price: tally.fromPrice += 1
    case .none: tally.withoutNet += 1
    }
    if outcome.lacksTax { tally.withoutTax.note(row: row, column: layout.firstColumn) }
    if outcome.hasGross { tally.withGross += 1 }
    if line.net.isNegative { tally.negativeNet += 1 }
    if leavesPricesOpen, outcome.source == .net { notePrice(line, row: row) }
    if outcome.isReturn {
      let slot: SalesSlot = layout.has(.quantity) ? .quantity : layout.has(.net) ? .net : .gross
      tally.returnLines.note(row: row, column: max(1, layout.columnOfSlot[slot]))
      tally.returnLines.amount += line.net
    }
    if outcome.hasZeroPrice {
      tally.zeroPrices.note(row: row, column: layout.columnOfSlot[.unitPrice])
    }
  }
}
