/// Formulas as a file holds them.
enum FormulaText {
  /// Characters that a formula may have.
  static let limit = 8_192

  /// The text without a leading `=`; nil where it is empty or too long for a file.
  static func storable(_ text: String) -> String? {
    let bare = text.hasPrefix("=") ? String(text.dropFirst()) : text
    // A formula is read as text is: `_x0041_` inside one of its strings would become `A`.
    return bare.isEmpty || bare.utf16.count > limit ? nil : CellText.storable(bare)
  }

  /// The text with its quotes doubled, as inside a string of a formula.
  static func doublingQuotes(_ text: String) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }

  /// A column's name as it stands in a structured reference: `[ ] # ' @` are escaped by `'`.
  static func structuredColumn(_ name: String) -> String {
    var text = ""
    for character in name {
      if "[]#'@".contains(character) { text.append("'") }
      text.append(character)
    }
    return text
  }
}
