import FinanceModel
import WorkbookReading

/// Formulas that carry no value, by sheet: cells that are blank to every reader until the workbook
/// was calculated.
struct UncalculatedFormulas {
  private(set) var bySheet: [String: (count: Int, first: CellAddress)] = [:]

  /// Takes note of what one reading of a sheet met; of several readings the longest counts.
  mutating func note(_ summary: SheetSummary, sheet: String) {
    guard let first = summary.firstWithoutValue,
      summary.formulasWithoutValue > bySheet[sheet]?.count ?? 0
    else { return }
    bySheet[sheet] = (summary.formulasWithoutValue, first)
  }
}
