import FinanceModel
import WorkbookReading

/// Every cell as JSON: `{"sheets":[{"name":…,"cells":{"A1":…}}]}`.
enum CellsAsJSON {
  static func write(
    _ book: Workbook, sheets: [SheetInfo], to output: inout StandardOutput
  ) throws(WorkbookError) {
    output.write("{\"sheets\":[")
    var sink = Sink(words: CellText(book: book), output: output)
    for (place, sheet) in sheets.enumerated() {
      sink.output.write(place > 0 ? ",\n{\"name\":" : "\n{\"name\":")
      sink.write(string: sheet.name)
      sink.output.write(",\"cells\":{")
      sink.isFirst = true
      let summary = try book.read(sheet: sheet.index, into: &sink)
      CommandFailure.noteMissingValues(summary, sheet: sheet, about: book.path)
      sink.output.write("}}")
    }
    output = sink.output
    output.write("\n]}\n")
  }

  private struct Sink: RowSink {
    let words: CellText
    var output: StandardOutput
    var isFirst = true

    mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
      for place in cells.indices {
        let cell = cells[place]
        output.write(isFirst ? "\"" : ",\"")
        isFirst = false
        output.write(CellAddress.letters(ofColumn: Int(cell.column)))
        output.write("\(row)\":")
        write(cell, text: text)
      }
      return !output.hasFailed
    }

    private mutating func write(_ cell: Cell, text: Span<UInt8>) {
      switch cell.kind {
      case .number: output.write("\(cell.number)")
      case .boolean: output.write(cell.number == 0 ? "false" : "true")
      case .date, .timeOfDay: write(string: words.moment(of: cell))
      case .duration: write(string: words.duration(of: cell))
      case .text, .error: write(string: words.text(of: cell, rowText: text))
      }
    }

    mutating func write(string: String) {
      output.write(UInt8(ascii: "\""))
      for byte in string.utf8 {
        switch byte {
        case UInt8(ascii: "\""): output.write("\\\"")
        case UInt8(ascii: "\\"): output.write("\\\\")
        case 0x0A: output.write("\\n")
        case ..<0x20: output.write("\\u00" + String(256 + Int(byte), radix: 16).dropFirst())
        default: output.write(byte)
        }
      }
      output.write(UInt8(ascii: "\""))
    }
  }
}
