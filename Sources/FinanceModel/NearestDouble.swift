/// Divides scaled integers into doubles with a single, correct rounding.
enum NearestDouble {
  /// The double nearest to `units` × 10⁻¹².
  static func of(_ units: Int128) -> Double {
    guard let narrow = Int64(exactly: units) else { return wide(units) }
    if narrow.magnitude < 1 << 53 { return Double(narrow) / 1e12 }
    let value = quotient(of: narrow.magnitude)
    return narrow < 0 ? -value : value
  }

  private static let divisor: UInt64 = 1_000_000_000_000

  /// The quotient to 62 bits, with a sticky last bit where there is a remainder; so the conversion to
  /// a double, which keeps 53, rounds as if it saw all of it.
  private static func quotient(of magnitude: UInt64) -> Double {
    let shift = magnitude.leadingZeroBitCount - 1
    let normal = magnitude << UInt64(shift)
    // (normal × 2³⁹) ÷ divisor: normal is below 2⁶³, so the high half is below 2³⁸ < divisor.
    let (quotient, remainder) = divisor.dividingFullWidth((normal >> 25, normal << 39))
    return scaled(quotient | (remainder == 0 ? 0 : 1), by: -(shift + 39))
  }

  /// The same for what 64 bits do not hold.
  private static func wide(_ units: Int128) -> Double {
    let magnitude = units.magnitude
    let shift = magnitude.leadingZeroBitCount
    let (quotient, remainder) = (magnitude << UInt128(shift)).quotientAndRemainder(
      dividingBy: UInt128(divisor))
    let dropped: UInt128 = 26
    let isSticky = remainder != 0 || quotient & ((1 << dropped) - 1) != 0
    let kept = UInt64(truncatingIfNeeded: quotient >> dropped) | (isSticky ? 1 : 0)
    let value = scaled(kept, by: 26 - shift)
    return units < 0 ? -value : value
  }

  /// `value` × 2^`exponent`, exact but for the rounding of `value` to 53 bits.
  private static func scaled(_ value: UInt64, by exponent: Int) -> Double {
    Double(value) * Double(bitPattern: UInt64(1023 + exponent) << 52)
  }
}
