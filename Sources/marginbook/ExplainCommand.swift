import ArgumentParser
import CostingCore
import FinanceModel
import Intake
import Marginbook

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what a customer's margin is made of, down to rates, quantities and cells.")

  @Argument(help: "The workbook.")
  var input: String

  @Option(help: "The customer's id, as the workbook writes it.")
  var customer: String

  @Option(help: "Only the customer's share of this cost pool.")
  var pool: String?

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Print the tree as JSON.")
  var json = false

  func run() throws {
    do {
      let study = try Converter.study(reading.request(for: input))
      guard
        let tree = CostingTrail.explain(
          study.intake.inputs, study.results, customer: CustomerID(customer), pool: pool)
      else { throw notFound(study) }
      Terminal.print(
        json
          ? TrailText.json(of: tree, in: study.language)
          : TrailText.tree(of: tree, in: study.language))
    } catch let error as MarginbookError {
      Terminal.report(error, preferring: reading.chosenLanguage)
      throw ExitCode(error.kind.exitStatus)
    }
  }

  /// Says what there is instead: the ids that begin alike, else the first few.
  private func notFound(_ study: Study) -> MarginbookError {
    let ids = study.intake.inputs.customers.map(\.id.text)
    let names = ids.contains(customer) ? study.results.pools.map(\.name) : ids
    let wanted = ids.contains(customer) ? pool ?? "" : customer
    let alike = names.filter { $0.lowercased().hasPrefix(wanted.prefix(2).lowercased()) }
    let shown = (alike.isEmpty ? names : alike).prefix(8).joined(separator: ", ")
    return MarginbookError(
      .unusableWorkbook, file: input,
      message: LocalizedText(
        english: "Nothing in the workbook is called “\(wanted)”. There are: \(shown) …",
        chinese: "工作簿中没有“\(wanted)”。现有：\(shown) …"),
      language: study.language)
  }
}
