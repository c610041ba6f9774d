import ArgumentParser
import CLinux
import Intake
import Marginbook

@main
struct MarginbookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marginbook",
    abstract: "Gives a finance workbook back with its customer profitability in it.",
    version: EngineVersion.current,
    subcommands: [
      ConvertCommand.self, InspectCommand.self, CellsCommand.self, TemplateCommand.self,
      ExplainCommand.self, VerifyCommand.self, WatchCommand.self, JobsCommand.self,
      PluginsCommand.self,
    ])

  static func main() {
    // Of larger blocks a sixth of what a large workbook takes at its peak would be kept for later use; of
    // smaller ones most memory would be new, and cleared, each time.
    linux_return_large_blocks(4 << 20)
    Intake.prepare()
    main(nil)
  }
}
