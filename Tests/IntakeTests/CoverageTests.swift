import FinanceModel
import Foundation
import TestSupport
import Testing
import WorkbookReading

@testable import Intake

/// Nothing is lost: every column of figures adds up to the rows used and the rows left out.
@Suite struct `Figures of a column` {
  static let workbooks: [URL] = {
    guard let shared = ProjectFolders.shared else { return [] }
    return ["samples", "books"].flatMap { folder in
      let files = try? FileManager.default.contentsOfDirectory(
        at: shared.appending(path: folder), includingPropertiesForKeys: nil)
      return (files ?? []).filter { $0.pathExtension == "xlsx" }
    }.sorted { $0.lastPathComponent < $1.lastPathComponent }
  }()

  @Test(arguments: workbooks)
  func `are used or left out with a reason`(file: URL) throws {
    let workbook = try Workbook.open(path: file.path)
    let result = try Intake.understand(workbook, settings: nil, language: nil)
    for table in result.tables where table.role != .other {
      for column in table.columns {
        guard let used = column.total else { continue }
        let left = table.rowsLeftOut.flatMap(\.totals).filter { $0.column == column.column }
        let told = left.reduce(used) { $0 + $1.total }
        let stands = try Self.sum(of: column.column, below: table, among: result.tables, workbook)
        let difference = (told - stands).magnitude
        #expect(difference <= 0, "\(table.sheet) \(column.header): \(told), not \(stands)")
      }
    }
  }

  /// The figures of a column from the table's header to the next table's.
  private static func sum(
    of column: Int, below table: RecognisedTable, among tables: [RecognisedTable],
    _ workbook: Workbook
  ) throws -> ExactDecimal {
    let columns = table.range.first.column...table.range.last.column
    let next = tables.filter { other in
      other.sheet == table.sheet && other.headerRow > table.headerRow
        && columns.overlaps(other.range.first.column...other.range.last.column)
    }.map(\.range.first.row).min()
    let sheet = try #require(workbook.sheets.first { $0.name == table.sheet })
    var sink = ColumnSum(
      column: column, first: table.headerRow + 1, end: next ?? Int.max, strings: workbook.strings)
    try workbook.read(sheet: sheet.index, into: &sink)
    return sink.sum
  }
}

/// Adds a column's figures up, those written as text too.
private struct ColumnSum: RowSink {
  let column: Int
  let first: Int
  let end: Int
  let strings: SharedStrings
  var sum: ExactDecimal = 0

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    guard row < end else { return false }
    guard row >= first else { return true }
    for index in cells.indices where Int(cells[index].column) == column {
      switch cells[index].kind {
      case .number: sum += cells[index].decimal ?? 0
      case .text: sum += AmountText.value(strings.text(of: cells[index], in: text)) ?? 0
      case .date, .timeOfDay, .duration, .boolean, .error: break
      }
    }
    return true
  }
}
