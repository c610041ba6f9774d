public import CostingCore
import FinanceModel

/// The plugins that a program is compiled with, in the order they were added.
///
/// A registry is a plain value: a program makes one, adds its plugins to the built-in sheets, and
/// hands it to the façade. Of two plugins with the same key or name the one added later wins.
public struct PluginRegistry: Sendable {
  public private(set) var drivers: [any DriverPlugin] = []
  public private(set) var tierRules: [any TierRulePlugin] = []
  public private(set) var sheets: [any SheetPlugin] = []

  /// A registry with these sheets, usually the built-in ones.
  public init(sheets: [any SheetPlugin] = []) {
    for sheet in sheets { add(sheet) }
  }

  public mutating func add(_ driver: any DriverPlugin) {
    drivers.removeAll { $0.name == driver.name }
    drivers.append(driver)
  }

  public mutating func add(_ rule: any TierRulePlugin) {
    tierRules.removeAll { $0.key == rule.key }
    tierRules.append(rule)
  }

  /// Takes the place of a sheet of the same key, else comes last.
  public mutating func add(_ sheet: any SheetPlugin) {
    if let place = sheets.firstIndex(where: { $0.key == sheet.key }) {
      sheets[place] = sheet
    } else {
      sheets.append(sheet)
    }
  }

  /// The inputs with the drivers of the plugins added, before costing.
  ///
  /// A driver that the workbook's own tables hold is left alone, and so is a column that does not
  /// fit the customers. The name is the one in the workbook's language.
  public func extended(_ inputs: CostingInputs) -> CostingInputs {
    var extended = inputs
    let taken = Set(inputs.drivers.map(\.name))
    for plugin in drivers {
      let name = plugin.name[inputs.language]
      guard !taken.contains(name), let quantities = plugin.quantities(for: inputs),
        quantities.count == inputs.customers.count
      else { continue }
      extended.drivers.append(
        Driver(name: name, quantities: quantities.map { $0.isNegative ? 0 : $0 }))
    }
    return extended
  }

  /// The results with the tiers that the plugins decide, after costing. The unassigned line has none.
  public func retiered(_ results: CostingResults, of inputs: CostingInputs) -> CostingResults {
    var retiered = results
    for rule in tierRules {
      let tiers = rule.tiers(for: inputs, results: retiered)
      guard tiers.count == retiered.customers.count else { continue }
      for (place, tier) in tiers.enumerated() where place != inputs.unassignedIndex {
        if let tier { retiered.customers[place].tier = tier }
      }
    }
    return retiered
  }
}
