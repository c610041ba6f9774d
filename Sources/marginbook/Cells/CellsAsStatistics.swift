import FinanceModel
import WorkbookReading

/// Counts and the sum of the numbers of each sheet.
enum CellsAsStatistics {
  static func write(
    _ book: Workbook, sheets: [SheetInfo], to output: inout StandardOutput
  ) throws(WorkbookError) {
    for sheet in sheets {
      var counts = CellCounts()
      let summary = try book.read(sheet: sheet.index, into: &counts)
      CommandFailure.noteMissingValues(summary, sheet: sheet, about: book.path)
      output.write(
        "\(sheet.name): rows \(counts.rows), cells \(counts.cells), numbers \(counts.numbers), "
          + "dates \(counts.dates), texts \(counts.texts), other \(counts.others), "
          + "sum \(counts.sum)\n")
    }
  }
}

/// Counts the cells of a sheet and adds its numbers up exactly.
struct CellCounts: RowSink {
  private(set) var rows = 0
  private(set) var cells = 0
  private(set) var numbers = 0
  /// Dates, times of day and durations.
  private(set) var dates = 0
  private(set) var texts = 0
  /// Booleans and error values.
  private(set) var others = 0
  private var total = ExactTotal()

  /// The sum of the numbers, dates and times not among them.
  var sum: String { total.description }

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    rows += 1
    self.cells += cells.count
    for place in cells.indices {
      switch cells[place].kind {
      case .number:
        numbers += 1
        total.add(cells[place])
      case .date, .timeOfDay, .duration: dates += 1
      case .text: texts += 1
      case .boolean, .error: others += 1
      }
    }
    return true
  }

  mutating func startOver() -> Bool {
    self = CellCounts()
    return true
  }
}

/// A sum of decimals, exact and without rounding while their exponents stay within −31 … 0.
struct ExactTotal: CustomStringConvertible {
  private var byExponent = [Int128](repeating: 0, count: 32)
  /// What cannot be held exactly.
  private var rest = 0.0

  mutating func add(_ cell: Cell) {
    let place = -Int(cell.exponent)
    if cell.hasDecimal, place >= 0, place < 32 {
      byExponent[place] &+= Int128(cell.mantissa)
    } else {
      rest += cell.number
    }
  }

  /// The decimal text where twelve places hold it, else the nearest double's.
  var description: String {
    var sum = ExactDecimal.zero
    var approximate = rest
    var isExact = rest == 0
    for (place, mantissa) in byExponent.enumerated() where mantissa != 0 {
      if let part = ExactDecimal(mantissa: mantissa, exponent: -place), place <= 12 {
        sum = sum + part
      } else {
        isExact = false
      }
      var value = Double(mantissa)
      for _ in 0..<place { value /= 10 }
      approximate += value
    }
    return isExact ? sum.description : "\(approximate)"
  }
}
