import FinanceModel
public import PluginKit
public import SheetPlan

/// Turns results into plans: which sheets are wanted, under which names, in the order of their tabs.
public enum SheetPlanning {
  /// The plans of the sheets that the context has inputs for.
  ///
  /// Names are settled before any sheet is planned, since sheets refer to one another: a name that
  /// a sheet of the workbook has already (letter case aside) gets a number, `Receivables (2)`, and
  /// a name that ``SheetContext/sheetNames`` gives stays.
  public static func plans(
    for context: SheetContext, plugins: [any SheetPlugin] = BuiltInSheets.all
  ) -> [SheetPlan] {
    let wanted = plugins.filter { $0.isWanted(in: context) }
    var named = context
    var taken = Set(context.source.sheets.map { $0.lowercased() })
    taken.formUnion(context.sheetNames.values.map { $0.lowercased() })
    var names: [String: String] = [:]
    for plugin in wanted {
      let name = context.sheetNames[plugin.key] ?? free(plugin.name(in: context), &taken)
      names[plugin.key] = name
    }
    named.sheetNames = names
    named.sharedWork = SharedSheetWork()
    return wanted.concurrentMap { [named, names] plugin in
      var plan = plugin.plan(in: named)
      plan.name = names[plugin.key] ?? plan.name
      return plan
    }
  }

  /// The name, with a number where it is taken; at most 31 UTF-16 units.
  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let ending = " (\(number))"
      var stem = name
      while stem.utf16.count + ending.utf16.count > 31 { stem.removeLast() }
      candidate = stem + ending
      number += 1
    }
    return candidate
  }
}
