import FinanceModel

/// The unit of a table's money, from its title, the notes above it, or the sheet's name.
enum TableUnit {
  static func of(_ table: TableCandidate, sheetName: String) -> UnitScale? {
    for (index, note) in table.notes.enumerated().reversed() {
      if let scale = UnitScale(title: note.cell.text) { return scale }
      if isUnitLabel(note.cell.text), index + 1 < table.notes.count,
        table.notes[index + 1].row == note.row,
        let scale = UnitScale(note: table.notes[index + 1].cell.text)
      {
        return scale
      }
    }
    return UnitScale(title: sheetName)
  }

  private static func isUnitLabel(_ text: String) -> Bool {
    ["单位", "单位:", "金额单位", "金额单位:", "unit", "unit:", "units", "currencyunit"].contains(
      TextFolding.key(text))
  }
}
