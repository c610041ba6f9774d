import FinanceModel

/// A line of the settings.
struct SettingRow: Sendable {
  var name: LocalizedText
  var value: TableCell
  var meaning: LocalizedText
  /// The words the value is chosen from; empty where anything may stand.
  var choices: [LocalizedText]

  init(
    _ english: String, _ chinese: String, _ value: TableCell = .blank, _ meaning: LocalizedText,
    choices: [LocalizedText] = []
  ) {
    name = LocalizedText(english: english, chinese: chinese)
    self.value = value
    self.meaning = meaning
    self.choices = choices
  }
}

extension SheetTable {
  /// The settings' sheet.
  static func settings(_ rows: [SettingRow]) -> SheetTable {
    var table = SheetTable(
      .settings, rows: rows,
      fields: [
        Field(SettingColumns.setting) { .text($0.name) },
        Field(SettingColumns.value) { $0.value },
      ])
    table.comments = rows.map(\.meaning)
    table.lists = rows.enumerated().filter { !$0.element.choices.isEmpty }.map { row, setting in
      CellList(column: 1, row: row, words: setting.choices)
    }
    return table
  }
}
