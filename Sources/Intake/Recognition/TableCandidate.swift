import FinanceModel
import WorkbookReading

/// A column under a header.
struct HeaderColumn {
  /// The sheet's column, from 1.
  var column: Int
  /// The header as the workbook has it, its rows joined by a blank.
  var text: String
  /// What stands over it in the row above, where headers have two rows.
  var parent: String?
  var leaf: HeaderText
  var candidates: [RoleCandidate]
  var profile = ColumnProfile()
  /// The unit that the header names.
  var unit: UnitScale?
}

/// A table as it was found: header, columns, the rows it may have.
struct TableCandidate {
  var sheet: SheetInfo
  /// What the workbook's file is called, without folders.
  var fileName = ""
  /// First and last header row, from 1.
  var headerRows: ClosedRange<Int>
  var columns: [HeaderColumn]
  /// The last row that can belong to it; nil where nothing below is known to end it.
  var lastRow: Int?
  /// Where ``lastRow`` is the end of an Excel table: the last row below it that may still have been
  /// meant for it.
  var rowsBelowTable: Int?
  /// What stands above: titles and notes, nearest last.
  var notes: [(row: Int, cell: HeadCell)]
  /// Its rows in the sample, cells outside its columns left out.
  var sample: [HeadRow]
  /// The unit that title, notes or sheet name give.
  var unit: UnitScale?
  /// The Excel table it is, where it is one.
  var tableName: String?

  var firstDataRow: Int { headerRows.upperBound + 1 }
  var firstColumn: Int { columns.first?.column ?? 1 }
  var lastColumn: Int { columns.last?.column ?? 1 }

  /// The place of a header cell.
  func headerCell(_ column: HeaderColumn) -> SheetCell {
    SheetCell(
      sheet: sheet.name, cell: CellAddress(row: headerRows.upperBound, column: column.column))
  }
}
