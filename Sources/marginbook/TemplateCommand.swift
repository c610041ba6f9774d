import ArgumentParser
import FinanceModel
import Foundation
import Marginbook
import WorkbookWriting

/// Writes the canonical workbook: blank, or filled as an example.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Writes a workbook to fill in, or a filled one as an example.",
    discussion: """
      Comments on the headers say what each column holds. Sheets that stay blank are left out of \
      the analysis. An existing file is never replaced.
      """)

  @Argument(
    help: "Where to write it: a file that ends in .xlsx, or a folder.", completion: .file())
  var out: String

  @Option(help: "zh or en; without it, the language of this terminal.")
  var language: Language?

  @Option(name: .customLong("case"), help: "blank, manufacturer or service.")
  var filling = CanonicalWorkbook.Filling.blank

  func validate() throws {
    let isFolder = Self.isFolder(out)
    guard isFolder || out.lowercased().hasSuffix(".xlsx") else {
      throw ValidationError("“\(out)” should end in .xlsx.")
    }
  }

  func run() throws {
    let workbook = CanonicalWorkbook(filling, in: language ?? CommandFailure.language)
    let path = Self.isFolder(out) ? out + "/" + workbook.fileName : out
    guard !FileManager.default.fileExists(atPath: path) else {
      throw CommandFailure.exists(path)
    }
    do {
      try workbook.write(to: path)
    } catch let error as WritingError {
      throw CommandFailure.report(MarginbookError(error))
    }
    print(path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
