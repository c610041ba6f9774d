import PluginKit

/// Format codes for figures, negative ones red and in parentheses.
struct NumberFormats: Sendable {
  /// For tables of amounts.
  var money: String
  /// For headline figures.
  var wholeMoney: String
  let percent = Self.signed("0.0%")
  let plainPercent = "0.0%_)"
  let wholePercent = "0%_)"
  let count = Self.signed("#,##0")
  let quantity = Self.signed("#,##0.##")
  /// For the cost of one unit of a driver.
  var rate: String
  let decimal = Self.signed("#,##0.0")
  let ratio = Self.signed("#,##0.00")
  let day = "yyyy-mm-dd"
  let month = "yyyy-mm"

  /// Decimals follow the size of the figures: cents are noise beside hundreds of thousands.
  ///
  /// - Parameters:
  ///   - largest: the largest figure in sight, in the sheets' unit.
  ///   - unitFactor: currency units in one of the sheets'; a rate in 万元 needs places for cents.
  init(largest: Double, unitFactor: Int = 1) {
    rate = Self.signed(unitFactor >= 1_000 ? "#,##0.000000" : "#,##0.0000")
    money = Self.signed(largest >= 100_000 ? "#,##0" : "#,##0.00")
    wholeMoney = Self.signed(largest >= 1_000 ? "#,##0" : "#,##0.00")
  }

  /// A code with its negative form in red and parentheses and a dash for zero.
  static func signed(_ code: String) -> String {
    "\(code)_);[Red]\\(\(code)\\);\"–\"_)"
  }
}

/// A setting's figure as sentences and formulas have it.
enum PlainNumber {
  /// `24`, `1.5`.
  static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e9 ? String(Int(value)) : String(value)
  }
}
