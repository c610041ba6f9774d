import FinanceModel

/// The columns of the interactions: the id, the day, then one column a kind.
enum InteractionColumns {
  static let customerID = FeedbackColumns.customerID

  static let date = CanonicalColumn(
    "Date", "日期", .date,
    note("Any day of the month; gives the trend. May be left out.", "当月任意一天，用于走势；可不填。"))

  /// A kind of interaction.
  static func named(_ name: LocalizedText) -> CanonicalColumn {
    CanonicalColumn(
      name.english, name.chinese, .quantity,
      note(
        "How often, in the period. Rename the column or add others.",
        "本期次数。可改列名，也可增加列。"))
  }
}
