import ArgumentParser
import FinanceModel
import Marginbook
import WorkbookWriting

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write workbooks back with their customer profitability in new sheets.",
    discussion: """
      Each result is <name>.profitability.xlsx (.xlsm where the workbook holds macros), beside the \
      input or in the folder of -o; the input itself is never written to.
      """)

  @Argument(help: "The workbooks.", completion: .file(extensions: ["xlsx", "xlsm", "csv"]))
  var inputs: [String]

  @Option(name: [.customShort("o"), .long], help: "The folder for the results.")
  var output: String?

  @OptionGroup var reading: ReadingOptions

  @Option(help: "Also write all figures as JSON (schema marginbook-results/1).")
  var results: String?

  @Flag(help: "Print a JSON line for each workbook instead of the summary.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  @Flag(help: "Write our sheets alone, their inputs as values, and leave the original out.")
  var separate = false

  @Flag(help: "Add the sheets to a digitally signed workbook; its signature is removed.")
  var dropSignature = false

  func validate() throws {
    if results != nil, inputs.count > 1 {
      throw ValidationError("--results takes one workbook at a time.")
    }
  }

  func run() throws {
    var failure: MarginbookError?
    for input in inputs {
      do {
        try convert(input)
      } catch let error as MarginbookError {
        Terminal.report(error, preferring: reading.chosenLanguage)
        failure = failure ?? error
      }
    }
    if let failure { throw ExitCode(failure.kind.exitStatus) }
  }

  private func convert(_ input: String) throws {
    let request = try request(for: input)
    let progress = Progress(isShown: !quiet && !json)
    progress.show("\(input) …")
    let conversion = try Converter.convert(request)
    defer { letGo(of: conversion) }
    progress.clear()
    if let results {
      try write(conversion.document.json(), to: results)
    }
    if json {
      Terminal.print(Summary.json(of: conversion, input: input))
    } else if !quiet {
      Terminal.print(Summary.text(of: conversion, input: input))
    }
  }

  /// Writes a file that is there whole or not at all.
  private func write(_ bytes: [UInt8], to path: String) throws(MarginbookError) {
    do {
      let file = try OutputFile(path: path)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw MarginbookError(error)
    }
  }

  private func request(for input: String) throws -> ConversionRequest {
    var request = try reading.request(for: input)
    request.outputFolder = output
    request.isSeparate = separate
    request.dropsSignature = dropSignature
    request.keepsSalesDetail = false
    return request
  }
}
