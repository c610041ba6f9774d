import FinanceModel
import WorkbookReading
import Yams

/// Finds the settings of a workbook and of a settings file.
enum SettingsSource {
  /// How a sheet with this name counts: 2 for ours, 1 for the workbook's own, 0 for none.
  static func rank(ofSheet name: String) -> Int {
    switch TextFolding.nameKey(name) {
    case "marginbooksettings", "marginbook设置": 2
    case "settings", "设置", "setting": 1
    default: 0
    }
  }

  /// The settings of a sheet: a name, and its value in the column headed Value; where no header says
  /// so, in the next filled cell of the row.
  static func entries(in head: SheetHead, dateSystem: DateSystem) -> [SettingEntry] {
    let valueColumn = head.rows.lazy.filter { $0.cells.first.map { isHeader($0.text) } ?? false }
      .compactMap { row in row.cells.dropFirst().first { isValueHeader($0.text) }?.column }.first
    return head.rows.compactMap { row in
      guard let name = row.cells.first, name.isText, !isHeader(name.text) else { return nil }
      let next = row.cells.dropFirst().first
      guard let value = valueColumn.map({ row.cell(at: $0) }) ?? next else { return nil }
      return SettingEntry(
        name: TextFolding.trimmed(name.text), value: cellValue(value, dateSystem),
        place: SheetCell(
          sheet: head.sheet.name, cell: CellAddress(row: row.row, column: value.column)),
        namePlace: SheetCell(
          sheet: head.sheet.name, cell: CellAddress(row: row.row, column: name.column)))
    }
  }

  private static func isHeader(_ text: String) -> Bool {
    let candidates = Vocabulary.shared.candidates(for: HeaderText(text))
    return candidates.contains { $0.role == .setting && $0.strength >= 0.95 }
  }

  private static func isValueHeader(_ text: String) -> Bool {
    Vocabulary.shared.candidates(for: HeaderText(text)).contains {
      $0.role == .settingValue && $0.strength >= 0.95
    }
  }

  private static func cellValue(_ cell: HeadCell, _ dateSystem: DateSystem) -> CellValue {
    switch cell.kind {
    case .date:
      let isDay = cell.number >= 0 && cell.number < 3_000_000
      let day = isDay ? Day(serial: Int(cell.number), system: dateSystem) : nil
      return day.map { .date($0) } ?? .number(ExactDecimal(cell.number), cell.number)
    case .number, .duration, .timeOfDay:
      return .number(ExactDecimal(cell.number), cell.number)
    case .boolean: return .boolean(cell.number != 0)
    case .text: return .text(TextFolding.trimmed(cell.text))
    case .error: return .error(cell.text)
    }
  }

  /// The settings of a YAML text: one mapping, nested one deep for buckets, sheets and columns.
  static func entries(inYAML text: String, log: inout FindingLog) -> [SettingEntry] {
    do {
      guard let root = try Yams.compose(yaml: text) else { return [] }
      guard let mapping = root.mapping else {
        log.add(IntakeFindings.badSettingsFile, nil, reason: "not a mapping of names to values")
        return []
      }
      return mapping.flatMap { key, value in entries(key.string ?? "", value) }
    } catch {
      let first = String(describing: error).split(separator: "\n").first.map { String($0) } ?? ""
      log.add(IntakeFindings.badSettingsFile, nil, reason: first)
      return []
    }
  }

  private static func entries(_ name: String, _ node: Node) -> [SettingEntry] {
    if let mapping = node.mapping {
      return mapping.flatMap { key, value in entries("\(name) \(key.string ?? "")", value) }
    }
    if let sequence = node.sequence {
      let values = sequence.compactMap { $0.string }
      return [SettingEntry(name: name, value: .text(values.joined(separator: ", ")))]
    }
    return node.string.map { [SettingEntry(name: name, value: .text($0))] } ?? []
  }
}

extension FindingLog {
  fileprivate mutating func add(_ code: FindingCode, _ place: SheetCell?, reason: String) {
    add(code, at: place, ["reason": reason])
  }
}
