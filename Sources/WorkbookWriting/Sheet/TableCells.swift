import FinanceModel
import SheetPlan

/// The cells that an Excel table needs: a header text over each column, equal to the column's name,
/// and the totals row.
enum TableCells {
  /// How a header looks where the plan does not put the cell itself.
  static let headerStyle = CellStyle.plain.with { style in
    style.isBold = true
    style.wraps = true
    style.isVerticallyCentered = true
    style.bottom = CellStyle.Line(.thin, Color(0x7F_7F7F))
  }

  /// The plan's cells with those of its tables added.
  ///
  /// A cell that the plan puts in a header keeps its form, link and comment, but its text becomes
  /// the column's name: Excel repairs a table whose header says something else.
  static func completed(_ plan: SheetPlan) -> [PlannedCell] {
    guard !plan.tables.isEmpty else { return plan.cells }
    var places: [CellAddress: Int] = [:]
    for (index, cell) in plan.cells.enumerated() { places[cell.at] = index }
    var cells = plan.cells
    for table in plan.tables where isWritable(table) {
      for (offset, column) in table.columns.enumerated() {
        let at = CellAddress(
          row: table.range.first.row, column: table.range.first.column + offset)
        if let place = places[at] {
          cells[place].content = .text(column.header)
        } else {
          cells.append(PlannedCell(at: at, content: .text(column.header), style: headerStyle))
        }
        if table.hasTotalsRow, let total = totals(column, at: offset, of: table),
          places[total.at] == nil
        {
          cells.append(total)
        }
      }
    }
    return cells
  }

  /// Whether a table has a row of data and a distinct header for each of its columns.
  static func isWritable(_ table: TablePlan) -> Bool {
    let needed = table.hasTotalsRow ? 3 : 2
    let headers = Set(table.columns.map { $0.header.lowercased() })
    return table.range.rowCount >= needed && table.columns.count == table.range.columnCount
      && headers.count == table.columns.count && !headers.contains("")
      && table.columns.allSatisfy { $0.header.utf16.count <= 255 }
  }

  private static func totals(
    _ column: TablePlan.Column, at offset: Int, of table: TablePlan
  ) -> PlannedCell? {
    let at = CellAddress(row: table.range.last.row, column: table.range.first.column + offset)
    let content: CellContent
    switch column.totals {
    case .none: content = .empty
    case .label(let text): content = .text(text)
    case .sum: content = .formula(subtotal(109, column, of: table))
    case .count: content = .formula(subtotal(103, column, of: table))
    }
    return PlannedCell(at: at, content: content, style: column.totalsStyle)
  }

  private static func subtotal(
    _ function: Int, _ column: TablePlan.Column, of table: TablePlan
  ) -> Formula {
    let name = FormulaText.structuredColumn(column.header)
    return Formula("SUBTOTAL(\(function),\(table.name)[\(name)])", value: column.totalsValue ?? 0)
  }
}
