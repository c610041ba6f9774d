import FinanceModel

/// Reads amounts as people type them: `1,234.50`, `(1,234.50)`, `¥3.2万`, `12.5%`, `-`.
enum AmountText {
  /// What a cell's text is as a figure.
  enum Reading: Equatable {
    case amount(ExactDecimal)
    /// As a fraction: 0.125 for `12.5%`.
    case percent(ExactDecimal)
    /// A sign for nothing: `-`, `N/A`, `无`.
    case blank
    case none
  }

  static func read(_ text: String) -> Reading {
    if !TextFolding.mayHoldDigit(text), isLongerThanPlaceholders(text) { return .none }
    var key = TextFolding.key(text)
    guard TextFolding.hasByte(in: key, isDigit) else {
      return placeholders.contains(key) ? .blank : .none
    }
    guard key.utf8.count <= 48, mayStartAmount(key) else { return .none }
    let isNegative = takeSign(from: &key)
    takeCurrency(from: &key)
    let factor = takeMagnitude(from: &key)
    takeCurrency(from: &key)
    let isNegativeInside = takeSign(from: &key)
    guard let plain = plainDigits(key), let value = ExactDecimal(plain) else { return .none }
    let signed = isNegative != isNegativeInside ? -value : value
    switch factor {
    case .times(let times):
      guard let scaled = signed.multiplied(by: ExactDecimal(times)) else { return .none }
      return .amount(scaled)
    case .over(let divisor):
      guard let share = signed.divided(by: ExactDecimal(divisor)) else { return .none }
      return .percent(share)
    }
  }

  /// The figure, percentages as fractions; nil where the text is none.
  static func value(_ text: String) -> ExactDecimal? {
    switch read(text) {
    case .amount(let value), .percent(let value): value
    case .blank, .none: nil
    }
  }

  private static let placeholders: Set<String> = [
    "", "-", "--", "---", "/", "\\", "n/a", "#n/a", "na", "n.a.", "null", "nil", "无", "空", "暂无",
    "tbd",
    "none", "(blank)", "(空白)", "·", "—",
  ]

  /// Whether so much shows that no placeholder is as long. ASCII and the common Han characters are
  /// counted, which is the least that shows.
  private static func isLongerThanPlaceholders(_ text: String) -> Bool {
    let shown = text.utf8.reduce(0) { count, byte in
      switch byte {
      case 0x21...0x7E: count + 1
      case 0xE4...0xE9: count + 3
      default: count
      }
    }
    return shown > longestPlaceholder
  }

  /// In bytes.
  private static let longestPlaceholder = placeholders.map(\.utf8.count).max() ?? 0

  /// Whether a figure, a sign or a currency is at the start, as far as bytes tell; an id such as
  /// `C-0001` has none of them there.
  private static func mayStartAmount(_ key: String) -> Bool {
    let bytes = key.utf8Span.span
    var start = 0
    while start < bytes.count, isSign(bytes[start]) { start += 1 }
    guard start < bytes.count else { return false }
    switch bytes[start] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "'"):
      return true
    default:
      let first = bytes[start]
      return marksBefore.contains { mark in
        mark[0] == first && TextFolding.stands(mark.span, at: start, in: bytes)
      }
    }
  }

  /// What may stand before the digits of an amount, in UTF-8.
  private static let marksBefore = (negativeMarks + currenciesBefore).map { Array($0.utf8) }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a sign, brackets or a credit mark made the figure negative; the mark is taken off.
  private static func takeSign(from key: inout String) -> Bool {
    if key.hasPrefix("("), key.hasSuffix(")") {
      key = String(key.dropFirst().dropLast())
      return true
    }
    for mark in negativeMarks where key.hasPrefix(mark) {
      key.removeFirst()
      return true
    }
    if key.hasPrefix("+") { key.removeFirst() }
    if key.hasSuffix("-") {
      key.removeLast()
      return true
    }
    if key.hasSuffix("dr") { key.removeLast(2) }
    guard key.hasSuffix("cr") else { return false }
    key.removeLast(2)
    return true
  }

  private static let negativeMarks = ["-", "▲", "△"]

  /// What stands before an amount.
  private static let currenciesBefore = [
    "人民币", "us$", "hk$", "rmb", "cny", "usd", "eur", "gbp", "hkd", "约", "¥", "$", "€", "£", "₪",
  ]

  private static func takeCurrency(from key: inout String) {
    for mark in currenciesBefore where key.hasPrefix(mark) {
      key.removeFirst(mark.count)
      break
    }
    for mark in ["元整", "元", "rmb", "cny", "usd", "eur", "gbp", "hkd", "€", "£", "$", "₪"]
    where key.hasSuffix(mark) {
      key.removeLast(mark.count)
      break
    }
  }

  private enum Factor {
    case times(Int)
    case over(Int)
  }

  private static func takeMagnitude(from key: inout String) -> Factor {
    for (mark, factor) in magnitudes where key.hasSuffix(mark) {
      key.removeLast(mark.count)
      return factor
    }
    return .times(1)
  }

  /// Longer marks first.
  private static let magnitudes: [(String, Factor)] = [
    ("bps", .over(10_000)), ("pct", .over(100)), ("%", .over(100)),
    ("百万", .times(1_000_000)), ("千万", .times(10_000_000)), ("十亿", .times(1_000_000_000)),
    ("亿", .times(100_000_000)), ("万", .times(10_000)), ("千", .times(1000)),
    ("mn", .times(1_000_000)), ("bn", .times(1_000_000_000)), ("k", .times(1000)),
    ("m", .times(1_000_000)),
  ]

  /// The digits with a point for the decimals and no grouping; nil where separators make no sense.
  private static func plainDigits(_ key: String) -> String? {
    let body = key.replacing("'", with: "")
    let isPlain = body.utf8.allSatisfy {
      (0x30...0x39).contains($0) || [0x2C, 0x2E, 0x65, 0x2B, 0x2D].contains($0)
    }
    guard isPlain else { return nil }
    let commas = body.count { $0 == "," }
    let points = body.count { $0 == "." }
    if commas == 0, points <= 1 { return body }
    if commas > 0, points > 0 {
      guard let comma = body.lastIndex(of: ","), let point = body.lastIndex(of: ".") else {
        return nil
      }
      let grouping = comma < point ? "," : "."
      guard (comma < point ? points : commas) == 1 else { return nil }
      return body.replacing(grouping, with: "").replacing(",", with: ".")
    }
    let separator: Character = commas > 0 ? "," : "."
    let groups = body.split(separator: separator, omittingEmptySubsequences: false)
    if groups.dropFirst().allSatisfy({ $0.count == 3 }), let first = groups.first,
      !first.isEmpty, first.count <= 3
    {
      return groups.joined()
    }
    guard commas == 1, let first = groups.first, let last = groups.last, last.count <= 2 else {
      return nil
    }
    return "\(first).\(last)"
  }
}
