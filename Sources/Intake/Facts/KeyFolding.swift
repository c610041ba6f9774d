import FinanceModel

/// How spreadsheets compare keys in SUMIFS: without letter case, numbers by value, `*`, `?` and `~`
/// as wildcards, and a leading comparison as an operator.
enum KeyFolding {
  /// The key that a spreadsheet takes the text for.
  static func folded(_ text: String) -> String {
    if let number = ExactDecimal(text) { return "#\(number)" }
    return text.lowercased()
  }

  /// Whether a criterion of this text finds other cells than those that equal it.
  static func isUnsafe(_ text: String) -> Bool {
    text.utf16.count > 255 || text.contains { "*?~".contains($0) }
      || text.first.map { "=<>".contains($0) } ?? true
      || ["true", "false"].contains(text.lowercased())
  }

  /// Whether a text cell would be compared as a number or a date rather than as text.
  static func looksNumeric(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first,
      first.properties.numericType != nil || "+-.($¥€£".unicodeScalars.contains(first)
    else { return false }
    if ExactDecimal(text) != nil { return true }
    return AmountText.value(text) != nil || DateText.read(text) != nil
  }

  /// Pairs of places whose keys a spreadsheet takes for one.
  static func collisions(_ keys: [String]) -> [(Int, Int)] {
    var first: [String: Int] = [:]
    var pairs: [(Int, Int)] = []
    for (place, key) in keys.enumerated() {
      let folded = folded(key)
      if let other = first[folded] { pairs.append((other, place)) } else { first[folded] = place }
    }
    return pairs
  }
}
