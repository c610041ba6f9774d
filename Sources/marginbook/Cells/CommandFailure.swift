import ArgumentParser
import FinanceModel
import Glibc
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

  /// One line: file, part where there is one, sentence.
  static func report(_ error: WorkbookError) -> ExitCode {
    let place = error.part.map { " (\($0))" } ?? ""
    print("\(error.file)\(place): \(error.message[language])")
    switch error.code {
    case .notFound, .cannotRead: return ExitCode(74)
    default: return ExitCode(65)
    }
  }

  static func noSuchSheet(_ name: String, in book: Workbook) -> ExitCode {
    let names = book.sheets.map(\.name).joined(separator: ", ")
    let message = LocalizedText(
      english: "There is no sheet “\(name)”. The sheets are: \(names).",
      chinese: "没有名为“\(name)”的工作表。现有工作表:\(names)。")
    print("\(book.path): \(message[language])")
    return ExitCode(64)
  }

  private static func print(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
  }
}
