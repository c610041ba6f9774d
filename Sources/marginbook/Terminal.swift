import FinanceModel
import Glibc
import Marginbook

/// What people see: results on standard output, troubles on standard error.
enum Terminal {
  static func print(_ text: String) {
    write(text + "\n", to: 1)
  }

  static func printError(_ text: String) {
    write(text + "\n", to: 2)
  }

  /// Why a workbook was not converted, with what intake found on the way. One line: file, part
  /// where there is one, sentence; then the findings.
  static func report(_ error: MarginbookError, preferring language: Language? = nil) {
    let language = language ?? error.language ?? CommandFailure.language
    let place = error.part.map { " (\($0))" } ?? ""
    printError("\(error.file)\(place): \(error.message[language])")
    for finding in error.findings where finding.severity != .note {
      printError("  " + Summary.line(of: finding, in: language))
    }
  }

  /// Whether a person watches standard error.
  static var isInteractive: Bool { isatty(2) == 1 }

  fileprivate static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        guard errno == EINTR else { return }
        continue
      }
      bytes = bytes.dropFirst(written)
    }
  }
}

/// One line that comes and goes on a terminal; nothing in a pipe.
struct Progress {
  private let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && Terminal.isInteractive
  }

  func show(_ text: String) {
    if isShown { Terminal.write("\r\u{1B}[K\(text)", to: 2) }
  }

  func clear() {
    if isShown { Terminal.write("\r\u{1B}[K", to: 2) }
  }
}
