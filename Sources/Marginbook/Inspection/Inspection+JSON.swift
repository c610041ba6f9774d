import CostingCore
import FinanceModel
import Intake

extension Inspection {
  /// For other programs, as UTF-8: `marginbook-inspection/1`.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    let inputs = study.intake.inputs
    writer.object { writer in
      writer.member("schema", "marginbook-inspection/1")
      writer.member("file", fileName)
      writer.member("language", study.language.rawValue)
      writer.member("currency", inputs.currency)
      writer.member("costObject", inputs.costObject.name[study.language])
      writer.member("customers", inputs.customers.count { !$0.isUnassigned })
      writer.member("periodStart", inputs.period?.start)
      writer.member("periodEnd", inputs.period?.end)
      writer.array("tables", study.intake.tables) { $0.inspected($1, in: study.language) }
      writer.array("findings", study.findings) { $0.finding($1, in: study.language) }
      writer.array("missing", study.intake.missing) { writer, missing in
        writer.object {
          $0.member("add", missing.whatToAdd[study.language])
          $0.member("gives", missing.whatItGives[study.language])
        }
      }
      writer.array("settings", settingEntries) { writer, entry in
        writer.object {
          $0.member("setting", entry.name)
          $0.member("value", entry.value)
        }
      }
    }
    return writer.bytes
  }
}

extension JSONWriter {
  /// A table with the rows that were left out, by reason.
  fileprivate mutating func inspected(_ table: RecognisedTable, in language: Language) {
    object {
      $0.name("table")
      $0.table(table)
      $0.array("leftOut", table.rowsLeftOut) { writer, left in
        writer.object {
          $0.member("reason", left.reason[language])
          $0.member("rows", left.rows)
          $0.member("first", left.first?.cell.a1)
          $0.member("amount", left.amount)
          $0.array("totals", left.totals) { writer, one in
            writer.object {
              $0.member("column", CellAddress.letters(ofColumn: one.column))
              $0.member("total", one.total)
            }
          }
        }
      }
    }
  }
}
