import SheetPlan

/// A plan and its place in the workbook.
struct GraftedSheet {
  var plan: SheetPlan
  /// As the tab shows it.
  var name: String
  /// Place in the workbook's order, from 0.
  var index: Int
  /// Whether the sheet stands in the place of one of an earlier run.
  var isReplacement: Bool
  /// What was rendered.
  var prepared: PreparedSheet

  /// Relative to the workbook part's folder.
  var part: String { prepared.frame.name }
}
