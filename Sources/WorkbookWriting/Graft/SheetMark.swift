import FinanceModel
import WorkbookReading

/// The mark by which our sheets are found again: a hidden name local to the sheet, `_Marginbook`,
/// that stands for a text such as `1|customer-pl|Customer P&L`: the mark's version, the sheet's key
/// and the name that the tab was given.
///
/// A local name follows its sheet when that is renamed, moved or saved by another program, which
/// part names, relationship ids and hidden flags do not. A copy of the sheet carries the mark too,
/// under another tab name.
struct SheetMark {
  static let name = "_Marginbook"
  private static let version = "1"

  let key: String
  let sheetName: String

  init(key: String, sheetName: String) {
    self.key = key
    self.sheetName = sheetName
  }

  /// The mark that a defined name's formula holds; nil where it is none.
  init?(formula: String) {
    var text = formula[...]
    if text.hasPrefix("=") { text = text.dropFirst() }
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
    let inside = text.dropFirst().dropLast()
      .split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
    let parts = inside.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == Self.version, !parts[1].isEmpty else { return nil }
    key = String(parts[1])
    sheetName = String(parts[2])
  }

  var formula: String {
    "\"\(FormulaText.doublingQuotes("\(Self.version)|\(key)|\(sheetName)"))\""
  }

  /// Our sheets in a workbook, one a key: of several, the one whose tab still has the name that it
  /// was given, else the first.
  static func sheets(in workbook: Workbook) -> [ExistingSheet] {
    var chosen: [String: (sheet: ExistingSheet, isOriginal: Bool)] = [:]
    for name in workbook.definedNames where name.name == Self.name {
      guard let index = name.sheet, workbook.sheets.indices.contains(index),
        workbook.sheets[index].kind == .worksheet, let mark = SheetMark(formula: name.formula)
      else { continue }
      let sheet = ExistingSheet(
        key: mark.key, name: workbook.sheets[index].name, index: index)
      let isOriginal = sheet.name == mark.sheetName
      if let known = chosen[mark.key] {
        let isBetter =
          isOriginal != known.isOriginal ? isOriginal : sheet.index < known.sheet.index
        if !isBetter { continue }
      }
      chosen[mark.key] = (sheet, isOriginal)
    }
    return chosen.values.map(\.sheet).sorted { $0.index < $1.index }
  }
}
