/// An exact decimal with twelve places after the point, held as a scaled 128-bit integer.
///
/// Money and driver quantities are both of this type (see ``Amount`` and ``Quantity``), because a
/// workbook writes both as decimals and both must add up exactly: sums of integers do not depend on
/// order or on the number of threads. 0.1 + 0.2 is 0.3 here.
///
/// - **Units**: one is `1_000_000_000_000` of ``units``. The currency is held by the table, not here.
/// - **Range**: ±1.7 × 10²⁶. What is read from a workbook is limited to ±10¹⁵ (``largestAccepted``), so
///   that a hundred billion such values add up without overflow.
/// - **Cost**: 16 bytes; addition is two machine instructions, a product or a share about ten
///   nanoseconds.
public struct ExactDecimal: Sendable, Hashable {
  /// The value in units of 10⁻¹².
  public var units: Int128

  /// How many decimal places ``units`` holds.
  public static let fractionDigits = 12

  /// ``units`` of the number one.
  @inlinable
  public static var unitsPerOne: Int128 { 1_000_000_000_000 }

  /// The largest magnitude that is taken from a workbook: 10¹⁵.
  ///
  /// A cell beyond it is a finding rather than an amount: no ledger holds a quadrillion, a shifted
  /// column or a barcode does.
  public static let largestAccepted = ExactDecimal(units: 1_000_000_000_000_000 * unitsPerOne)

  @inlinable
  public static var zero: ExactDecimal { ExactDecimal(units: 0) }
  @inlinable
  public static var one: ExactDecimal { ExactDecimal(units: unitsPerOne) }

  /// The decimal of that many units of 10⁻¹².
  @inlinable
  public init(units: Int128) {
    self.units = units
  }

  /// A whole number.
  @inlinable @inline(__always)
  public init(_ whole: Int) {
    units = Int128(whole) * Self.unitsPerOne
  }

  /// `mantissa × 10^exponent`, rounded half to even at the twelfth place; nil beyond
  /// ``largestAccepted``.
  public init?(mantissa: Int128, exponent: Int) {
    let shift = exponent + Self.fractionDigits
    if mantissa == 0 {
      units = 0
    } else if shift >= 0 {
      guard shift < PowersOfTen.int128.count else { return nil }
      let (product, overflow) = mantissa.multipliedReportingOverflow(
        by: PowersOfTen.int128[shift])
      guard !overflow else { return nil }
      units = product
    } else if -shift < PowersOfTen.int128.count {
      units = mantissa.dividedRoundingHalfEven(by: PowersOfTen.int128[-shift])
    } else {
      units = 0
    }
    guard units.magnitude <= Self.largestAccepted.units.magnitude else { return nil }
  }

  /// `digits × 10^exponent`, as ``init(mantissa:exponent:)`` gives it. Most figures of a workbook have
  /// few places, and then one product of two words is the decimal.
  public init?(digits: Int64, exponent: Int) {
    let shift = exponent + Self.fractionDigits
    guard shift >= 0, shift < PowersOfTen.int64.count else {
      self.init(mantissa: Int128(digits), exponent: exponent)
      return
    }
    // At most 2⁶³ × 10¹⁸, which is below 2¹²³.
    self.init(units: Int128(digits) &* Int128(PowersOfTen.int64[shift]))
    guard units.magnitude <= Self.largestAccepted.units.magnitude else { return nil }
  }

  /// The decimal a spreadsheet would show for a binary double: its fifteen significant digits.
  ///
  /// Excel keeps fifteen digits, so 1234.5600000000001 is read as 1234.56. Nil for infinities, NaN
  /// and magnitudes beyond ``largestAccepted``.
  public init?(_ value: Double) {
    guard value.isFinite, value.magnitude <= 1e15 else { return nil }
    guard let read = DecimalText.parse(value.description.utf8) else { return nil }
    self = read
  }

  /// The decimal written in `text` such as `-1234.5`, `.5` or `1.2E-3`; nil where it is anything else.
  ///
  /// Digits past the fifteenth significant one are rounded away when there are more than fifteen,
  /// as a spreadsheet does.
  public init?(_ text: some StringProtocol) {
    guard let read = DecimalText.parse(text.utf8) else { return nil }
    self = read
  }

  /// The nearest double, ties to even: what reading ``description`` as a double gives.
  public var doubleValue: Double { NearestDouble.of(units) }

  /// Whether the value is zero.
  @inlinable
  public var isZero: Bool { units == 0 }

  /// Whether the value is below zero.
  @inlinable
  public var isNegative: Bool { units < 0 }

  /// Whether the value is above zero.
  @inlinable
  public var isPositive: Bool { units > 0 }

  /// The value without its sign.
  public var magnitude: ExactDecimal { units < 0 ? ExactDecimal(units: -units) : self }
}

/// An exact sum of money in the currency of its table. See ``ExactDecimal``.
public typealias Amount = ExactDecimal

/// An exact quantity: pieces, hours, visits, minutes. See ``ExactDecimal``.
public typealias Quantity = ExactDecimal

extension ExactDecimal: Comparable {
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.units < right.units }
}

extension ExactDecimal: AdditiveArithmetic {
  @inlinable
  public static func + (left: Self, right: Self) -> Self {
    ExactDecimal(units: left.units + right.units)
  }

  @inlinable
  public static func - (left: Self, right: Self) -> Self {
    ExactDecimal(units: left.units - right.units)
  }

  public static prefix func - (value: Self) -> Self { ExactDecimal(units: -value.units) }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  @inlinable @inline(__always)
  public init(integerLiteral value: Int) { self.init(value) }
}

extension ExactDecimal {
  /// The product, rounded half to even at the twelfth place; nil beyond ``largestAccepted``.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    guard let product = units.multiplied(by: other.units, dividedBy: Self.unitsPerOne),
      product.magnitude <= Self.largestAccepted.units.magnitude
    else { return nil }
    return ExactDecimal(units: product)
  }

  /// The quotient, rounded half to even at the twelfth place; nil for a zero divisor or a result
  /// beyond ``largestAccepted``.
  public func divided(by other: ExactDecimal) -> ExactDecimal? {
    guard !other.isZero,
      let quotient = units.multiplied(by: Self.unitsPerOne, dividedBy: other.units),
      quotient.magnitude <= Self.largestAccepted.units.magnitude
    else { return nil }
    return ExactDecimal(units: quotient)
  }

  /// `self × part / whole`, rounded half to even at the twelfth place; nil for a whole of zero or
  /// on overflow. The product is held in 256 bits, so no precision is lost on the way.
  public func share(_ part: Int128, of whole: Int128) -> ExactDecimal? {
    guard whole != 0, let share = units.multiplied(by: part, dividedBy: whole) else { return nil }
    return ExactDecimal(units: share)
  }

  /// The value rounded half to even to a multiple of `unit` (0.01 for cents). A unit of zero or
  /// less leaves it as it is.
  public func rounded(toMultipleOf unit: ExactDecimal) -> ExactDecimal {
    guard unit.isPositive else { return self }
    return ExactDecimal(units: units.dividedRoundingHalfEven(by: unit.units) * unit.units)
  }

  /// The ratio of two decimals as a double; nil where the divisor is zero.
  public func ratio(to other: ExactDecimal) -> Double? {
    other.isZero ? nil : doubleValue / other.doubleValue
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The shortest plain decimal text, such as `-1234.5`; never an exponent.
  public var description: String {
    let (whole, fraction) = units.magnitude.quotientAndRemainder(
      dividingBy: Self.unitsPerOne.magnitude)
    let sign = units < 0 ? "-" : ""
    if fraction == 0 { return "\(sign)\(whole)" }
    var digits = String(fraction)
    digits = String(repeating: "0", count: Self.fractionDigits - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}
