import ArgumentParser
import FinanceModel
import Marginbook
import WorkbookReading

/// `marginbook cells`: a workbook's cells as the reader sees them.
struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells",
    abstract: "Prints a workbook's cells as they were read.",
    discussion: """
      JSON has every sheet; dates and times are ISO 8601, durations P…T…, error values their text. \
      CSV has one sheet, text that a spreadsheet would take for a formula made harmless by an \
      apostrophe. Statistics read every cell and tell rows, cells, numbers, texts and the sum of \
      the numbers of each sheet.
      """)

  @Argument(help: "The workbook.", completion: .file())
  var workbook: String

  @Option(help: "Only the sheet of this name.")
  var sheet: String?

  @Flag(help: "Let LibreOffice calculate the formulas anew before they are read.")
  var recalculate = false

  @Flag(help: "How to print them.")
  var form = Form.stats

  enum Form: EnumerableFlag {
    case stats, json, csv

    static func help(for value: Self) -> ArgumentHelp? {
      switch value {
      case .stats: "Rows, cells, numbers, texts and the sum of the numbers (the default)."
      case .json: "Every cell, as JSON."
      case .csv: "One sheet, as CSV: the first worksheet unless --sheet names another."
      }
    }
  }

  func run() throws {
    do {
      let book = try Workbook.open(path: workbook, recalculating: recalculate)
      for note in book.notes { CommandFailure.note(note, about: workbook) }
      var output = StandardOutput()
      switch form {
      case .stats: try CellsAsStatistics.write(book, sheets: chosen(in: book), to: &output)
      case .json: try CellsAsJSON.write(book, sheets: chosen(in: book), to: &output)
      case .csv: try CellsAsCSV.write(book, sheets: chosen(in: book), to: &output)
      }
      output.flush()
      if output.hasFailed { throw ExitCode(74) }
    } catch let error as WorkbookError {
      throw CommandFailure.report(MarginbookError(error))
    }
  }

  /// The sheets that can hold cells, or the one that was named.
  private func chosen(in book: Workbook) throws -> [SheetInfo] {
    let readable = book.sheets.filter(\.holdsCells)
    guard let name = sheet else { return readable }
    guard let found = readable.first(where: { $0.name == name }) else {
      throw CommandFailure.noSuchSheet(name, in: book)
    }
    return [found]
  }
}

extension SheetInfo {
  /// Whether there can be cells: chart and dialog sheets have none.
  var holdsCells: Bool { (kind == .worksheet || kind == .macroSheet) && !part.isEmpty }
}
