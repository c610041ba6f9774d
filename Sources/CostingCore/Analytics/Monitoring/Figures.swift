import FinanceModel

/// Figures as sentences show them.
enum Figures {
  /// Thousands parted, two decimals where it is not whole: `1,234,567.80`, `400`.
  static func money(_ value: Amount) -> String {
    let text = value.magnitude.rounded(toMultipleOf: ExactDecimal(units: 10_000_000_000))
      .description
    let parts = text.split(separator: ".")
    let whole = grouped(parts.first.map(String.init) ?? "0")
    let fraction = parts.count > 1 ? ".\(parts[1])\(parts[1].count == 1 ? "0" : "")" : ""
    return (value.isNegative ? "-" : "") + whole + fraction
  }

  static func money(_ value: Double) -> String { Amount(value).map(money) ?? "?" }

  /// A share as a percentage with one decimal: 0.1254 is `12.5 %`.
  static func percent(_ share: Double) -> String { "\(decimal(share * 100, places: 1)) %" }

  /// A number with so many decimals at most.
  static func decimal(_ value: Double, places: Int = 1) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "?" }
    let factor = places == 0 ? 1.0 : places == 1 ? 10 : 100
    let rounded = (value * factor).rounded() / factor
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func grouped(_ digits: String) -> String {
    var text = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0, place.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
