import ArgumentParser
import Marginbook

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show how a workbook was understood, and what is missing.")

  @Argument(help: "The workbook.")
  var input: String

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Print it as JSON.")
  var json = false

  func run() throws {
    do {
      let study = try Converter.study(reading.request(for: input))
      let name = input.split(separator: "/").last.map { String($0) } ?? input
      let inspection = Inspection(study, fileName: name)
      Terminal.print(
        json ? String(decoding: inspection.json(), as: UTF8.self) : inspection.text())
    } catch let error as MarginbookError {
      Terminal.report(error, preferring: reading.chosenLanguage)
      throw ExitCode(error.kind.exitStatus)
    }
  }
}
