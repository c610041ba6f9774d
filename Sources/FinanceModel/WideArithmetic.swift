/// Powers of ten that the scaled integers are shifted by.
enum PowersOfTen {
  /// 10⁰ … 10³⁸, every power that an `Int128` holds.
  static let int128: [Int128] = {
    var powers: [Int128] = [1]
    while powers.count < 39 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// 10⁰ … 10¹⁸, every power that an `Int64` holds.
  static let int64: [Int64] = int128.prefix(19).map { Int64($0) }

  /// 10⁰ … 10¹², each exact as a double.
  static let double: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]
}

extension Int128 {
  /// The quotient rounded half to even. The divisor must not be zero.
  package func dividedRoundingHalfEven(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return quotient.roundedHalfEven(remainder: remainder.magnitude, divisor: divisor.magnitude) {
      (self < 0) != (divisor < 0)
    }
  }

  /// `self × factor ÷ divisor` with a 256-bit product, rounded half to even; nil on overflow. The
  /// divisor must not be zero.
  package func multiplied(by factor: Int128, dividedBy divisor: Int128) -> Int128? {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    if !overflow { return product.dividedRoundingHalfEven(by: divisor) }
    let isNegative = ((self < 0) != (factor < 0)) != (divisor < 0)
    let wide = magnitude.multipliedFullWidth(by: factor.magnitude)
    guard wide.high < divisor.magnitude else { return nil }
    let (quotient, remainder) = divisor.magnitude.dividingFullWidth(wide)
    guard quotient < Int128.max.magnitude else { return nil }
    let signed = isNegative ? -Int128(quotient) : Int128(quotient)
    return signed.roundedHalfEven(remainder: remainder, divisor: divisor.magnitude) { isNegative }
  }

  /// `self`, a truncated quotient, moved one away from zero where the remainder asks for it.
  private func roundedHalfEven(
    remainder: UInt128, divisor: UInt128, isNegative: () -> Bool
  ) -> Int128 {
    let rest = divisor - remainder
    guard remainder > rest || (remainder == rest && self & 1 != 0) else { return self }
    return isNegative() ? self - 1 : self + 1
  }
}
