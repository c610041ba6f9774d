import CostingCore
import FinanceModel
import WorkbookReading

/// The day of a line.
extension SalesSink {
  mutating func day(row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) -> Day? {
    let place = places[.date]
    guard place >= 0 else {
      if layout.has(.date) {
        tally.undated.note(row: row, column: layout.columnOfSlot[.date])
      }
      return nil
    }
    let cell = cells[place]
    switch cell.kind {
    case .date, .timeOfDay:
      return serialDay(cell, row: row, text)
    case .number, .duration:
      if layout.datesAreSerials { return serialDay(cell, row: row, text) }
      if let decimal = cell.decimal, let read = DateText.read(decimal.description) {
        return read.day
      }
    case .text:
      if let day = textDay(cell, row: row, text) { return day }
    case .boolean, .error:
      break
    }
    let typed = tally.badDates.count == 0 ? shownText(place, cells, text) : ""
    tally.badDates.note(row: row, column: Int(cell.column), typed: typed)
    return nil
  }

  mutating func serialDay(_ cell: Cell, row: Int, _ text: Span<UInt8>) -> Day? {
    if cell.number >= 0, cell.number < 3_000_000,
      let day = Day(serial: Int(cell.number), system: dateSystem)
    {
      return day
    }
    tally.badDates.note(row: row, column: Int(cell.column), typed: String(cell.number))
    return nil
  }

  mutating func textDay(_ cell: Cell, row: Int, _ text: Span<UInt8>) -> Day? {
    if let known = dayOfShared[cell.text.shared], cell.text.shared >= 0 {
      tally.textDates += 1
      return known
    }
    let typed = strings.text(of: cell, in: text)
    guard let read = DateText.read(typed, order: layout.dateOrder) else { return nil }
    tally.textDates += 1
    if let order = read.order, order != layout.dateOrder { tally.contradictsDateOrder = true }
    if read.isAmbiguous {
      tally.ambiguousDates.note(row: row, column: Int(cell.column), typed: typed)
    }
    if cell.text.shared >= 0 { dayOfShared[cell.text.shared] = read.day }
    return read.day
  }
}
