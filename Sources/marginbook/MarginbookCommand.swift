import ArgumentParser
import Marginbook

@main
struct MarginbookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marginbook",
    abstract: "Gives a finance workbook back with its customer profitability in it.",
    version: EngineVersion.current,
    subcommands: [
      ConvertCommand.self, InspectCommand.self, CellsCommand.self, TemplateCommand.self,
      ExplainCommand.self, VerifyCommand.self, WatchCommand.self, JobsCommand.self,
      PluginsCommand.self,
    ])
}
