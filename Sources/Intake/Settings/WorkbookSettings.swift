import CostingCore
import FinanceModel
import WorkbookReading

/// What a person set, in the workbook or in a file: it overrules what intake concludes.
struct WorkbookSettings {
  var costing = CostingSettings()
  var company: String?
  var currency: String?
  var unit: UnitScale?
  var periodStart: Day?
  var periodEnd: Day?
  var language: Language?
  /// By ``TextFolding/key(_:)`` of the sheet's name; nil stands for a sheet to leave out.
  var tableRoles: [String: RecognisedTable.Role?] = [:]
  /// What columns mean, by sheet and header.
  var columns: [ColumnMapping] = []

  /// What the market sold.
  var marketSizes: [MarketSize] = []

  struct MarketSize {
    /// As it was typed; empty for the whole period of the analysis.
    var period: String
    /// In units of the currency.
    var sales: ExactDecimal
    var place: SheetCell?
    /// Whether the cell is a number itself.
    var isNumber: Bool
  }

  struct ColumnMapping {
    /// ``TextFolding/key(_:)`` of the sheet's name; empty for any sheet.
    var sheet: String
    /// ``TextFolding/key(_:)`` of the header.
    var header: String
    /// Nil for a column to leave out.
    var role: ColumnRole?
  }

  /// The period, where both ends are set.
  var period: Period? {
    guard let periodStart, let periodEnd else { return nil }
    return Period(start: periodStart, end: periodEnd)
  }
}

/// A setting as it stands in a sheet or a file.
struct SettingEntry {
  var name: String
  var value: CellValue
  /// The value's cell; nil for a file.
  var place: SheetCell?
  /// The name's cell; nil for a file.
  var namePlace: SheetCell?
}
