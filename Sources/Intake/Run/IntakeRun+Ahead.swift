import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// The roles of tables that are read after the sales.
  private static let rolesAfterSales: [RecognisedTable.Role] = [
    .activities, .costPools, .serviceDepartments, .drivers, .ledger, .marketing, .feedback,
    .serviceRequests, .interactions, .market, .receivables,
  ]
  /// The most rows of such tables in all: they are held until their turn comes.
  private static let mostRows = 80_000

  /// Begins to read larger tables whose turn comes after the sales: reading sales leaves a tenth of two
  /// processors.
  ///
  /// - Parameter fewestRows: rows, judged by bytes, of a table that is worth a thread.
  mutating func beginReadings(fewestRows: Int = 4_000) {
    let salesRows = resolution.sales.map { likelyRows(of: $0) }.max() ?? 0
    guard salesRows >= fewestRows else { return }
    var room = Self.mostRows
    for place in Self.rolesAfterSales.flatMap({ resolution.places($0) }) {
      let rows = likelyRows(of: place)
      guard rows >= fewestRows, rows <= room else { continue }
      room -= rows
      let (table, workbook) = (resolution.tables[place], workbook)
      begunReadings[place] = BegunWork {
        Result { () throws(WorkbookError) in
          try TableReading(table, workbook: workbook, isBeside: true)
        }
      }
    }
  }

  private func likelyRows(of place: Int) -> Int {
    workbook.likelyRowCount(ofSheet: resolution.tables[place].candidate.sheet.index)
  }
}
