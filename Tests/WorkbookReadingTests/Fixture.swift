import FinanceModel
import Foundation
import TestSupport
import WorkbookReading

/// Small workbooks of our own making, read into words that tests compare.
enum Fixture {
  static func path(_ name: String) -> String {
    ProjectFolders.fixtures.appending(path: "reading/\(name)").path
  }

  static func open(_ name: String, limits: ReadingLimits = ReadingLimits()) throws -> Workbook {
    try Workbook.open(path: path(name), limits: limits, converter: nil)
  }

  /// The cells of a sheet, one word each: `A1=number 1.0`.
  static func cells(of name: String, sheet: Int = 0) throws -> [String] {
    let book = try open(name)
    var words = CellWords(strings: book.strings)
    try book.read(sheet: sheet, into: &words)
    return words.words
  }

  /// The values of a sheet without their cells and kinds.
  static func values(of name: String) throws -> [String] {
    try cells(of: name).map { word in
      let value = word.split(separator: " ", maxSplits: 1).last.map(String.init)
      return value ?? ""
    }
  }

  /// The code of the error that opening and reading everything throws; nil where nothing is thrown.
  static func failure(
    of name: String, limits: ReadingLimits = ReadingLimits()
  ) -> WorkbookError? {
    do {
      let book = try open(name, limits: limits)
      for sheet in book.sheets {
        var words = CellWords(strings: book.strings)
        try book.read(sheet: sheet.index, into: &words)
        _ = try book.details(ofSheet: sheet.index)
      }
      return nil
    } catch {
      return error as? WorkbookError
    }
  }
}

/// Writes cells down in words.
struct CellWords: RowSink {
  let strings: SharedStrings
  var words: [String] = []
  var rows: [Int] = []

  init(strings: SharedStrings) {
    self.strings = strings
  }

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    rows.append(row)
    for place in cells.indices {
      let cell = cells[place]
      let address = CellAddress(row: row, column: Int(cell.column))
      words.append("\(address.a1)=\(cell.kind) \(value(cell, text))")
    }
    return true
  }

  private func value(_ cell: Cell, _ text: Span<UInt8>) -> String {
    guard cell.kind == .text || cell.kind == .error else { return "\(cell.number)" }
    if cell.text.shared >= 0 { return strings.string(at: Int(cell.text.shared)) }
    let start = Int(cell.text.start)
    let piece = text.extracting(start..<start + Int(cell.text.count))
    return piece.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
