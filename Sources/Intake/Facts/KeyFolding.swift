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
    guard let first = text.utf8.first else { return true }
    let isOperator = first == UInt8(ascii: "=") || first == UInt8(ascii: "<")
    if isOperator || first == UInt8(ascii: ">") || text.utf8.contains(where: isWildcard) {
      return true
    }
    let count = text.utf8.count
    if count > 255, text.utf16.count > 255 { return true }
    return (4...5).contains(count) && ["true", "false"].contains(text.lowercased())
  }

  private static func isWildcard(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "~")
  }

  /// Whether a text cell would be compared as a number or a date rather than as text.
  static func looksNumeric(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, mayStartNumber(first) else { return false }
    if ExactDecimal(text) != nil { return true }
    return AmountText.value(text) != nil || DateText.read(text) != nil
  }

  private static func mayStartNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "+", "-", ".", "(", "$", "¥", "€", "£": true
    default: !scalar.isASCII && scalar.properties.numericType != nil
    }
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
