public import FinanceModel

extension JSONWriter {
  /// A finding with its sentences in a language.
  public mutating func finding(_ finding: Finding, in language: Language) {
    let sentences = finding.sentences(in: language)
    object {
      $0.member("code", finding.code.id)
      $0.member("severity", finding.severity.rawValue)
      $0.member("sheet", finding.place?.sheet)
      $0.member("cell", finding.place?.cell.a1)
      $0.member("typed", finding.typed)
      $0.member("count", finding.count)
      $0.member("message", sentences.what)
      $0.member("why", sentences.why)
      $0.member("whatToDo", sentences.whatToDo)
    }
  }

  /// A table as intake understood it.
  public mutating func table(_ table: RecognisedTable) {
    object {
      $0.member("role", table.role.rawValue)
      $0.member("sheet", table.sheet)
      $0.member("range", table.range.a1)
      $0.member("headerRow", table.headerRow)
      $0.member("rows", table.rowsUsed)
      $0.member("leftOut", table.rowsLeftOut.reduce(0) { $0 + $1.rows })
      $0.member("unitFactor", table.unitFactor)
      $0.member("hidden", table.isHidden)
      $0.member("confidence", table.confidence)
      $0.array("columns", table.columns) { writer, column in
        writer.object {
          $0.member("column", CellAddress.letters(ofColumn: column.column))
          $0.member("header", column.header)
          $0.member("role", column.role)
          $0.member("used", column.isUsed)
          $0.member("confidence", column.confidence)
          $0.member("total", column.total)
        }
      }
    }
  }
}
