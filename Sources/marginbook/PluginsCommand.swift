import ArgumentParser
import FinanceModel
import PluginKit
import ProfitabilitySheets

struct PluginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins",
    abstract: "List the sheets, drivers and tier rules that this program was compiled with.")

  func run() {
    let registry = PluginRegistry(sheets: BuiltInSheets.all)
    for sheet in registry.sheets { Terminal.print("sheet   \(sheet.key)") }
    for driver in registry.drivers {
      Terminal.print("driver  \(driver.name[CommandFailure.language])")
    }
    for rule in registry.tierRules { Terminal.print("tiers   \(rule.key)") }
  }
}
