public import PluginKit

/// The sheets that come with the product, in the order of their tabs.
public enum BuiltInSheets {
  public static let all: [any SheetPlugin] = [
    OverviewSheet(), CustomerProfitSheet(), AllocationSheet(), FactsSheet(), TiersSheet(),
    LifetimeSheet(), AcquisitionSheet(), ReceivablesSheet(), RetentionSheet(), VoiceSheet(),
    PreferencesSheet(), BudgetSheet(), LeanSheet(), TrendsSheet(), ForecastSheet(), WhatIfSheet(),
    ActionsSheet(), DataQualitySheet(), MethodSheet(),
  ]
}
