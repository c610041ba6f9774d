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
  ///
  /// - Parameter keys: each once.
  static func collisions(_ keys: [String]) -> [(Int, Int)] {
    if areApart(keys) { return [] }
    var first: [String: Int] = [:]
    var pairs: [(Int, Int)] = []
    for (place, key) in keys.enumerated() {
      let folded = folded(key)
      if let other = first[folded] { pairs.append((other, place)) } else { first[folded] = place }
    }
    return pairs
  }

  /// Whether keys surely are as many for a spreadsheet: all are ASCII and begin with a letter, as no
  /// number does, and their letters are of one case.
  private static func areApart(_ keys: [String]) -> Bool {
    var (hasCapital, hasSmall) = (false, false)
    for key in keys {
      guard let first = key.utf8.first, isCapital(first) || isSmall(first) else { return false }
      for byte in key.utf8 {
        guard byte < 0x80 else { return false }
        hasCapital = hasCapital || isCapital(byte)
        hasSmall = hasSmall || isSmall(byte)
      }
      if hasCapital, hasSmall { return false }
    }
    return true
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isSmall(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
}
