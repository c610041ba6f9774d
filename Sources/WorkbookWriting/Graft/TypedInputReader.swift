import FinanceModel
import SheetPlan
import WorkbookReading

/// Reads what was typed into the input cells of our sheets.
struct TypedInputReader {
  let workbook: Workbook
  let sheets: [ExistingSheet]

  /// Names of inputs begin so.
  static let prefix = "Mb_In_"

  func read() throws(WorkbookError) -> [String: TypedCell] {
    var typed: [String: TypedCell] = [:]
    for (index, wanted) in wantedRanges() {
      var sink = Sink(wanted: wanted, strings: workbook.strings)
      _ = try workbook.read(sheet: index, into: &sink)
      typed.merge(sink.typed) { first, _ in first }
    }
    return typed
  }

  /// The ranges of the input names by sheet.
  private func wantedRanges() -> [(sheet: Int, names: [String: CellRange])] {
    var wanted: [Int: [String: CellRange]] = [:]
    for name in workbook.definedNames where name.sheet == nil && name.name.hasPrefix(Self.prefix) {
      guard let place = ReferenceText.range(name.formula),
        let sheet = sheets.first(where: { $0.name == place.sheet })
      else { continue }
      wanted[sheet.index, default: [:]][name.name] = place.range
    }
    return wanted.sorted { $0.key < $1.key }.map { (sheet: $0.key, names: $0.value) }
  }

  /// Takes the wanted cells out of the rows.
  private struct Sink: RowSink {
    let wanted: [String: CellRange]
    let strings: SharedStrings
    let lastRow: Int
    var typed: [String: TypedCell] = [:]

    init(wanted: [String: CellRange], strings: SharedStrings) {
      self.wanted = wanted
      self.strings = strings
      lastRow = wanted.values.map(\.last.row).max() ?? 0
    }

    mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
      for (name, range) in wanted where range.first.row <= row && row <= range.last.row {
        for place in cells.indices where Int(cells[place].column) == range.first.column {
          guard let value = value(cells[place], text: text) else { continue }
          let rowName = self.text(cells[0], text: text)
          typed[range.rowCount == 1 ? name : TypedCell.key(name, row: rowName)] = value
        }
      }
      return row < lastRow
    }

    mutating func startOver() -> Bool {
      typed = [:]
      return true
    }

    private func value(_ cell: Cell, text: Span<UInt8>) -> TypedCell? {
      switch cell.kind {
      case .number, .date, .timeOfDay, .duration, .boolean: .number(cell.number)
      case .text: .text(self.text(cell, text: text))
      case .error: nil
      }
    }

    private func text(_ cell: Cell, text: Span<UInt8>) -> String {
      guard cell.kind == .text || cell.kind == .error else { return NumberForm.text(cell.number) }
      if cell.text.shared >= 0 { return strings.string(at: Int(cell.text.shared)) }
      let start = Int(cell.text.start)
      let end = min(start + Int(cell.text.count), text.count)
      guard start >= 0, start <= end else { return "" }
      return String(decoding: (start..<end).map { text[$0] }, as: UTF8.self)
    }
  }
}
