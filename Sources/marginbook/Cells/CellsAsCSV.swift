import WorkbookReading

/// One sheet as CSV (RFC 4180).
enum CellsAsCSV {
  static func write(
    _ book: Workbook, sheets: [SheetInfo], to output: inout StandardOutput
  ) throws(WorkbookError) {
    guard let sheet = sheets.first else { return }
    var sink = Sink(words: CellText(book: book), output: output)
    try book.read(sheet: sheet.index, into: &sink)
    output = sink.output
  }

  private struct Sink: RowSink {
    let words: CellText
    var output: StandardOutput
    private var row = 0

    init(words: CellText, output: StandardOutput) {
      self.words = words
      self.output = output
    }

    mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
      while self.row < row - 1 {
        output.write("\r\n")
        self.row += 1
      }
      self.row = row
      var column: Int32 = 1
      for place in cells.indices {
        let cell = cells[place]
        while column < cell.column {
          output.write(UInt8(ascii: ","))
          column += 1
        }
        output.write(field(cell, text: text))
      }
      output.write("\r\n")
      return !output.hasFailed
    }

    private func field(_ cell: Cell, text: Span<UInt8>) -> String {
      switch cell.kind {
      case .number: "\(cell.number)"
      case .boolean: cell.number == 0 ? "FALSE" : "TRUE"
      case .date, .timeOfDay: words.moment(of: cell, withFraction: true)
      case .duration: words.duration(of: cell)
      case .text, .error: quoted(harmless(words.text(of: cell, rowText: text)))
      }
    }

    /// Text that a spreadsheet would take for a formula gets an apostrophe in front.
    private func harmless(_ text: String) -> String {
      switch text.utf8.first {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
        "'" + text
      default: text
      }
    }

    private func quoted(_ text: String) -> String {
      let needsQuotes = text.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
      }
      guard needsQuotes else { return text }
      let halves = text.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + halves.joined(separator: "\"\"") + "\""
    }
  }
}
