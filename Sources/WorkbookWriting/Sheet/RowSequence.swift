import FinanceModel
import SheetPlan

/// The rows of a plan that have anything in them, ascending, with what stands in each.
struct RowSequence {
  /// One row.
  struct Row {
    /// From 1.
    var number: Int
    /// Places in ``RowSequence/cells``.
    var cells: Range<Int>
    /// The block columns that cross the row, ascending by sheet column, no two in one: their places
    /// among all columns of all blocks.
    var columns: [Int]
  }

  /// Ascending by row and column, no two at one place, all within Excel's grid.
  let cells: [PlannedCell]
  private let plan: SheetPlan
  private let plannedRows: [Int]
  private var nextCell = 0
  private var nextPlanned = 0
  private var lastRow = 0
  private var columns: [Int] = []
  /// First row for which ``columns`` has to be worked out again.
  private var columnsEnd = 0

  init(plan: SheetPlan, cells: [PlannedCell]) {
    self.plan = plan
    self.cells = Self.ordered(cells)
    plannedRows = plan.rows.keys.filter { $0 >= 1 && $0 <= CellAddress.lastRow }.sorted()
  }

  /// The next row; nil behind the last.
  mutating func next() -> Row? {
    let start = lastRow + 1
    guard let number = smallest(from: start), number <= CellAddress.lastRow else { return nil }
    lastRow = number
    if number >= columnsEnd { findColumns(row: number) }
    let first = nextCell
    while nextCell < cells.count, cells[nextCell].at.row == number { nextCell += 1 }
    return Row(number: number, cells: first..<nextCell, columns: columns)
  }

  private mutating func smallest(from start: Int) -> Int? {
    while nextPlanned < plannedRows.count, plannedRows[nextPlanned] < start { nextPlanned += 1 }
    var found = nextCell < cells.count ? cells[nextCell].at.row : Int.max
    if nextPlanned < plannedRows.count { found = min(found, plannedRows[nextPlanned]) }
    for block in plan.blocks where block.rowCount > 0 && start < block.endRow {
      found = min(found, max(start, block.firstRow))
    }
    return found == Int.max ? nil : found
  }

  /// The columns of the blocks that hold a row, and until which row they stay the same.
  private mutating func findColumns(row: Int) {
    columnsEnd = CellAddress.lastRow + 1
    var found: [Int: Int] = [:]
    var blockStart = 0
    for block in plan.blocks {
      defer { blockStart += block.columns.count }
      for edge in [block.firstRow, block.endRow] where edge > row {
        columnsEnd = min(columnsEnd, edge)
      }
      guard block.firstRow <= row, row < block.endRow else { continue }
      for (index, column) in block.columns.enumerated()
      where column.column >= 1 && column.column <= CellAddress.lastColumn {
        found[column.column] = blockStart + index
      }
    }
    columns = found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Of cells at one place the last stands.
  private static func ordered(_ cells: [PlannedCell]) -> [PlannedCell] {
    let places = cells.indices.filter { CellRange(cells[$0].at, cells[$0].at).isLegal }
    // Places are sorted, not cells, which are large.
    let sorted = places.sorted { (cells[$0].at, $0) < (cells[$1].at, $1) }
    return sorted.indices.compactMap { index in
      let cell = cells[sorted[index]]
      let isLast = index + 1 == sorted.count || cells[sorted[index + 1]].at != cell.at
      return isLast ? cell : nil
    }
  }
}

extension CellBlock {
  /// The row behind the last.
  var endRow: Int { firstRow + max(rowCount, 0) }
}
