import FinanceModel

/// Writes figures for sentences: `1,204,300.5`.
enum FigureText {
  /// The decimal with thousands separated; at most two places, more where it is below one.
  static func grouped(_ value: ExactDecimal) -> String {
    let unit =
      value.magnitude < 1
      ? ExactDecimal(mantissa: 1, exponent: -6) : ExactDecimal(mantissa: 1, exponent: -2)
    let text = value.rounded(toMultipleOf: unit ?? 0).description
    let parts = text.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    let digits = whole.drop { $0 == "-" }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    let fraction = parts.count > 1 ? ".\(parts[1])" : ""
    return (text.hasPrefix("-") ? "-" : "") + grouped + fraction
  }
}
