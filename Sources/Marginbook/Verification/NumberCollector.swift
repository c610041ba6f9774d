import FinanceModel
import WorkbookReading

/// Keeps the numbers of a sheet by their cells.
struct NumberCollector: RowSink {
  private(set) var numbers: [CellAddress: Double] = [:]

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    for index in cells.indices where cells[index].kind == .number {
      let cell = cells[index]
      numbers[CellAddress(row: row, column: Int(cell.column))] = cell.number
    }
    return true
  }
}
