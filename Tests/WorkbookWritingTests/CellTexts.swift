import FinanceModel
import WorkbookReading

/// The cells of a sheet as texts by address.
enum CellTexts {
  static func read(_ workbook: Workbook, sheet: Int) throws -> [String: String] {
    var sink = Sink(strings: workbook.strings)
    _ = try workbook.read(sheet: sheet, into: &sink)
    return sink.texts
  }

  private struct Sink: RowSink {
    let strings: SharedStrings
    var texts: [String: String] = [:]

    mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
      for index in cells.indices {
        let cell = cells[index]
        let address = CellAddress(row: row, column: Int(cell.column)).a1
        texts[address] = value(cell, text: text)
      }
      return true
    }

    private func value(_ cell: Cell, text: Span<UInt8>) -> String {
      switch cell.kind {
      case .text, .error:
        guard cell.text.shared < 0 else { return strings.string(at: Int(cell.text.shared)) }
        let range = Int(cell.text.start)..<Int(cell.text.start + cell.text.count)
        return String(decoding: range.map { text[$0] }, as: UTF8.self)
      case .boolean: return cell.number == 1 ? "true" : "false"
      default: return cell.number.description
      }
    }
  }
}
