import CostingCore
import FinanceModel
import WorkbookReading

/// Which rows are lines.
extension SalesSink {
  /// Whether the row is a line of data; totals, notes and repeated headers are noted.
  ///
  /// A customer whose name only looks like a total or a note, such as `Total Wine`, gets its key.
  mutating func isData(
    row: Int, key: inout Int32, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Bool {
    if key == CellInterner.Code.likelyTotal || key == CellInterner.Code.note,
      isNamedLine(cells, text)
    {
      key = register.keys.index(ofName: cells[places[.key]], in: text)
    }
    if key >= 0 {
      if row > firstRow, isHeaderRow(cells, text) {
        tally.repeatedHeaders.note(row: row, column: layout.firstColumn)
        return false
      }
      return true
    }
    var mark = RowMarkers.Kind.none
    var filled = 0
    var typed = ""
    let columns = layout.firstColumn..<(layout.firstColumn + layout.slotOfColumn.count)
    for index in cells.indices where columns.contains(Int(cells[index].column)) {
      filled += 1
      guard cells[index].kind == .text else { continue }
      let shown = strings.text(of: cells[index], in: text)
      let kind = RowMarkers.kind(of: shown)
      if mark == .none || kind == .total { mark = kind == .none ? mark : kind }
      if typed.isEmpty { typed = shown }
    }
    switch mark {
    case .total:
      return takeTotals(row: row, cells, text, typed)
    case .likelyTotal where key != CellInterner.Code.blank || isUndatedTotal():
      return takeTotals(row: row, cells, text, typed)
    case .carriedForward:
      tally.carriedForward.note(row: row, column: layout.firstColumn, typed: typed)
      addControls(to: \.carriedForward, cells, text)
      return false
    case .note where filled <= 2:
      tally.notes.note(row: row, column: layout.firstColumn, typed: typed)
      addControls(to: \.notes, cells, text)
      return false
    default:
      return hasFigures(row: row, filled: filled, typed: typed)
    }
  }

  /// Whether a row whose key looks like a total or a note is a line all the same: one with figures
  /// and a document, or a date where lines have no documents. A Chinese word for a total is one.
  func isNamedLine(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Bool {
    let slot: SalesSlot = layout.has(.document) ? .document : .date
    guard places[slot] >= 0, figureSlots.contains(where: { places[$0] >= 0 })
    else { return false }
    let name = strings.text(of: cells[places[.key]], in: text)
    return RowMarkers.kind(of: name) == .note || name.utf8.allSatisfy { $0 < 0x80 }
  }

  func isUndatedTotal() -> Bool {
    places[.date] < 0 && places[.document] < 0
  }

  mutating func hasFigures(row: Int, filled: Int, typed: String) -> Bool {
    for slot in figureSlots where places[slot] >= 0 { return true }
    if filled == 1 {
      tally.notes.note(row: row, column: layout.firstColumn, typed: typed)
    } else if !isOrderTable {
      tally.withoutFigures.note(row: row, column: layout.firstColumn, typed: typed)
    }
    return isOrderTable && filled > 1
  }

  @inline(__always)
  func isHeaderRow(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Bool {
    let place = places[.key]
    guard place >= 0, cells[place].kind == .text else { return false }
    for slot in figureSlots {
      let figure = places[slot]
      if figure >= 0 { if cells[figure].kind != .text { return false } else { break } }
    }
    return TextFolding.key(strings.text(of: cells[place], in: text)) == headerKey
  }

  /// Compares a totals row with what stands above it; it is never a line.
  mutating func takeTotals(
    row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>, _ typed: String
  ) -> Bool {
    tally.totals.note(row: row, column: layout.firstColumn, typed: typed)
    addControls(to: \.totals, cells, text)
    for slot in figureSlots where slot.isAdditive {
      guard let stated = controlValue(slot, cells, text) else { continue }
      let column = layout.columnOfSlot[slot]
      let all = tally.sums[slot]
      let since = all - tally.sinceSubtotal[slot]
      tally.totalsChecked += 1
      let tolerance = ExactDecimal(5 * layout.factors[slot]).divided(by: 1000) ?? 0
      if (stated - all).magnitude > tolerance, (stated - since).magnitude > tolerance {
        tally.mismatches.append(
          SalesTally.Mismatch(
            row: row, column: column, stated: stated,
            computed: tally.totals.count > 1 ? since : all))
      }
      tally.sinceSubtotal[slot] = all
    }
    return false
  }

  /// Counts rows that stand right below an Excel table; false where no more can be.
  mutating func noteBelowTable(
    row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Bool {
    let end = layout.table.candidate.rowsBelowTable ?? 0
    guard row <= end, row == lastRow + 1 + tally.belowTable.count, place(cells) > 0 else {
      return false
    }
    tally.belowTable.note(row: row, column: layout.firstColumn)
    tally.belowTable.amount += mainAmount(cells)
    addControls(to: \.belowTable, cells, text)
    return true
  }

  /// Whether a row after a gap is the header of another table, further down than recognition
  /// looked: texts only, two of them terms of the vocabulary.
  mutating func startsAnotherTable(
    row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Bool {
    let columns = layout.firstColumn..<(layout.firstColumn + layout.slotOfColumn.count)
    var known = 0
    var headers: [String] = []
    for index in cells.indices where columns.contains(Int(cells[index].column)) {
      guard cells[index].kind == .text else { return false }
      let shown = strings.text(of: cells[index], in: text)
      if Vocabulary.shared.knows(HeaderText(shown)) { known += 1 }
      headers.append(TextFolding.trimmed(shown))
    }
    guard known >= 2, known * 2 >= headers.count, !isHeaderRow(cells, text) else { return false }
    tally.nextTable.note(
      row: row, column: layout.firstColumn,
      typed: headers.prefix(4).joined(separator: ", "))
    return true
  }
}
