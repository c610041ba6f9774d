public import PluginKit

/// The sheets that come with the product, in the order of their tabs.
public enum BuiltInSheets {
  public static let all: [any SheetPlugin] = [
    CustomerProfitSheet(), AllocationSheet(), FactsSheet(), TiersSheet(),
  ]
}
