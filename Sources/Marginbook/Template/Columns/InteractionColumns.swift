import FinanceModel

/// The columns of the interactions: the id, then one column a kind.
enum InteractionColumns {
  static let customerID = FeedbackColumns.customerID

  /// A kind of interaction.
  static func named(_ name: LocalizedText) -> CanonicalColumn {
    CanonicalColumn(
      name.english, name.chinese, .quantity,
      note(
        "How often, in the period. Rename the column or add others.",
        "本期次数。可改列名，也可增加列。"))
  }
}
