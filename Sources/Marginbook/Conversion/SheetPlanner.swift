public import PluginKit
public import SheetPlan
import WorkbookWriting

/// Turns a context into the sheets that will be written: which are wanted, under which names.
public enum SheetPlanner {
  /// The plans of all wanted sheets, in the order of the plugins, each with its final name.
  ///
  /// - Parameters:
  ///   - context: what the sheets are made from; its ``SheetContext/sheetNames`` are filled in here.
  ///   - plugins: in the order of the tabs.
  ///   - namesInPlace: names that sheets of ours already have in the workbook, by key. They are kept,
  ///     so that a person's formulas onto them stay right.
  public static func plan(
    _ context: SheetContext, plugins: [any SheetPlugin], namesInPlace: [String: String] = [:]
  ) -> [SheetPlan] {
    var context = context
    let wanted = plugins.filter { $0.isWanted(in: context) }
    context.sheetNames = namesInPlace
    let new = wanted.filter { namesInPlace[$0.key] == nil }
    let names = SheetNames.chosen(
      for: new.map { $0.name(in: context) },
      taken: context.source.sheets + Array(namesInPlace.values))
    for (plugin, name) in zip(new, names) { context.sheetNames[plugin.key] = name }
    return wanted.map { plugin in
      var plan = plugin.plan(in: context)
      plan.name = context.sheetNames[plugin.key] ?? plan.name
      return plan
    }
  }
}
