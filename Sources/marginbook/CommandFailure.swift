import ArgumentParser
import FinanceModel
import Glibc
import Marginbook
import WorkbookReading

/// Reports what went wrong on standard error, in the language of the locale, and gives the exit
/// status.
enum CommandFailure {
  /// Chinese where the locale is.
  static var language: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      return String(cString: value).lowercased().hasPrefix("zh") ? .chinese : .english
    }
    return .english
  }

  /// Says why, and gives the status that the process exits with.
  static func report(_ error: MarginbookError) -> ExitCode {
    Terminal.report(error)
    return ExitCode(error.kind.exitStatus)
  }

  /// A file that is never replaced is there already.
  static func exists(_ path: String) -> ExitCode {
    let message = LocalizedText(
      english: "exists already and was left as it is. Choose another name.",
      chinese: "该文件已存在，未作改动，请换一个文件名。")
    Terminal.printError("\(path): \(message[language])")
    return ExitCode(73)
  }

  static func noSuchSheet(_ name: String, in book: Workbook) -> ExitCode {
    let names = book.sheets.map(\.name).joined(separator: ", ")
    let message = LocalizedText(
      english: "There is no sheet “\(name)”. The sheets are: \(names).",
      chinese: "没有名为“\(name)”的工作表。现有工作表：\(names)。")
    Terminal.printError("\(book.path): \(message[language])")
    return ExitCode(64)
  }

  /// Something to know that is no failure.
  static func note(_ text: LocalizedText, about file: String) {
    Terminal.printError("\(file): \(text[language])")
  }

  /// Says that a sheet's formulas have no values, where that is so.
  static func noteMissingValues(_ summary: SheetSummary, sheet: SheetInfo, about file: String) {
    guard let first = summary.firstWithoutValue else { return }
    let count = summary.formulasWithoutValue
    let place = SheetCell(sheet: sheet.name, cell: first)
    note(
      LocalizedText(
        english:
          "\(count) formulas of “\(sheet.name)” carry no value, the first at \(place): the workbook "
          + "was never calculated. Open and save it in Excel, or use --recalculate.",
        chinese:
          "“\(sheet.name)”有 \(count) 个公式没有数值，第一个在 \(place):工作簿从未计算过。"
          + "请在 Excel 中打开并保存，或使用 --recalculate。"),
      about: file)
  }
}
