import CostingCore
import FinanceModel

/// Where the figures of the facts sheet stand. Customers are in the order of rank; row by row the
/// same on the allocation sheet.
struct FactsLayout: Sendable {
  let columns: [FactColumn]
  let rows: ClosedRange<Int>
  let sheet: String

  static let sourceRow = 6
  static let headerRow = 7
  static let totalRow = 8
  static let firstRow = 9
  static let idColumn = 2
  static let firstFactColumn = 4

  init(_ book: ProfitBook) {
    columns = book.isWritten(.facts) ? book.factColumns() : []
    rows = Self.firstRow...(Self.firstRow + max(1, book.order.count) - 1)
    sheet = book.name(of: .facts)
  }

  /// The sheet's column of a fact, from 1; nil where the workbook has none such.
  func column(_ kind: FactColumn.Kind) -> Int? {
    columns.firstIndex { $0.kind == kind }.map { $0 + Self.firstFactColumn }
  }

  /// The fact of the same row of another sheet of the same order: `Drivers!$F{r+shift}`.
  func range(_ kind: FactColumn.Kind) -> String? {
    column(kind).map { reference($0) }
  }

  /// The fact of the customer whose number stands in `key`: `INDEX(Drivers!$F$9:$F$48,$A7)`.
  func lookup(_ kind: FactColumn.Kind, key: String) -> String? {
    range(kind).map { "INDEX(\($0),\(key))" }
  }

  /// The cell that sums the fact up.
  func total(_ kind: FactColumn.Kind) -> String? {
    column(kind).map {
      SheetCell(sheet: sheet, cell: CellAddress(row: Self.totalRow, column: $0)).reference
    }
  }

  private func reference(_ column: Int) -> String {
    SheetRange(
      sheet: sheet,
      range: CellRange(
        CellAddress(row: rows.lowerBound, column: column),
        CellAddress(row: rows.upperBound, column: column))
    ).reference
  }
}
