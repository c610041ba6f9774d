import ArgumentParser
import FinanceModel
import Marginbook

/// The options of every command that understands a workbook.
struct ReadingOptions: ParsableArguments {
  enum LanguageChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, zh, en
  }

  @Option(help: "The language of sheets and messages.")
  var language: LanguageChoice = .auto

  @Option(
    help: """
      A YAML file of settings. Without it, <name>.marginbook.yaml beside the workbook or \
      marginbook.yaml in its folder is read where it exists.
      """)
  var settings: String?

  @Flag(help: "Let LibreOffice calculate the workbook's formulas anew before they are read.")
  var recalculate = false

  /// Nil where the workbook decides.
  var chosenLanguage: Language? { Language(rawValue: language.rawValue) }

  /// A request to read the workbook, its settings file found and read.
  func request(for input: String) throws -> ConversionRequest {
    var request = ConversionRequest(input: input, convertedAt: Clock.now())
    request.language = chosenLanguage
    request.recalculates = recalculate
    request.settings = try SettingsFile.text(named: settings, beside: input)
    return request
  }
}
