import FinanceModel

/// A column of the canonical workbook: its header, what it holds, and what its comment says.
struct CanonicalColumn: Sendable {
  var header: LocalizedText
  var form: Form
  /// Explains the column in the header's comment.
  var note: LocalizedText
  /// Whether the sheet is of no use without it.
  var isRequired: Bool
  /// The words that the cells are chosen from; empty where anything may stand.
  var choices: [LocalizedText]

  init(
    _ english: String, _ chinese: String, _ form: Form, _ note: LocalizedText,
    isRequired: Bool = false, choices: [LocalizedText] = []
  ) {
    header = LocalizedText(english: english, chinese: chinese)
    self.form = form
    self.note = note
    self.isRequired = isRequired
    self.choices = choices
  }

  /// What a column's cells are.
  enum Form: Sendable, Hashable {
    case text
    case date
    /// Money, two places.
    case amount
    /// Money, four places: prices and rates.
    case price
    case quantity
    /// A whole number within limits.
    case whole(ClosedRange<Int>)
    /// A share of 0–100 %, as a fraction.
    case share
    /// Whatever each cell is: the values of the settings.
    case mixed
  }

  /// The comment on the header.
  func comment(in language: Language) -> String {
    guard isRequired else { return note[language] }
    return switch language {
    case .english: "Required. " + note[language]
    case .chinese: "必填。" + note[language]
    }
  }
}

/// Both languages of a note, in the order of the columns' headers.
func note(_ english: String, _ chinese: String) -> LocalizedText {
  LocalizedText(english: english, chinese: chinese)
}
