import FinanceModel

/// References in the formulas of defined names.
enum ReferenceText {
  /// The sheet and range of a plain reference, `'Cost pools'!$B$4:$B$9`; nil for anything else.
  static func range(_ formula: String) -> SheetRange? {
    guard let mark = formula.lastIndex(of: "!") else { return nil }
    let name = formula[..<mark]
    let place = formula[formula.index(after: mark)...].filter { $0 != "$" }
    guard let range = CellRange(a1: place), let sheet = unquoted(name) else { return nil }
    return SheetRange(sheet: sheet, range: range)
  }

  private static func unquoted(_ name: Substring) -> String? {
    guard name.hasPrefix("'") else {
      return name.contains("[") || name.isEmpty ? nil : String(name)
    }
    guard name.count >= 3, name.hasSuffix("'") else { return nil }
    return name.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false)
      .joined(separator: "'")
  }
}
