/// The shortest decimal that reads back as the same double, and of those the nearest: what
/// `Double.description` gives, without a string.
///
/// From 0.0001 up to where doubles are whole numbers, a double times a power of ten that leaves seventeen
/// digits before the point is an integer of 102 bits over a power of two, so that nothing here is rounded
/// (the problem is that of Steele and White 1990, *How to print floating-point numbers accurately*).
struct ShortestDecimal {
  /// `units` × 10^−`places` is the decimal; its last digit is not zero.
  private(set) var units: UInt
  /// From 1 to 20.
  private(set) var places: Int

  /// - Parameter value: above zero. Nil outside the range, for whole numbers, and for doubles that lie
  ///   just between two such decimals or whose neighbour below is nearer than the one above: powers of
  ///   two, and some with more than twelve digits before the point.
  init?(_ value: Double) {
    guard value >= 1e-4, value < 0x1p52, value.significandBitPattern != 0 else { return nil }
    let exponent = Int(value.exponent)
    // The digits before the point, or one fewer.
    var digits = (exponent * 1233) >> 12 + 1
    var scaled = Scaled(value, exponent: exponent, places: 17 - digits)
    if scaled.whole >= Self.powers[17] {
      digits += 1
      scaled = Scaled(value, exponent: exponent, places: 17 - digits)
    }
    guard scaled.whole >= Self.powers[16], scaled.whole < Self.powers[17] else { return nil }
    for fewer in [2, 1, 0] {
      guard let nearest = scaled.nearest(multipleOf: Self.powers[fewer]) else { return nil }
      guard nearest.isSame else { continue }
      (units, places) = (nearest.value / Self.powers[fewer], 17 - digits - fewer)
      while units.isMultiple(of: 10) {
        units /= 10
        places -= 1
      }
      if places > 0 { return } else { return nil }
    }
    return nil
  }

  /// What stands before the point, and the digits behind it.
  var parts: (whole: UInt, rest: UInt) {
    guard places < Self.powers.count else { return (0, units) }
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Self.powers[places])
    return (whole, rest)
  }

  /// 10 to a power of 0 … 19.
  static let powers: [UInt] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000,
    10_000_000_000, 100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]

  /// 5 to a power of 0 … 21.
  fileprivate static let powersOfFive: [UInt] = [
    1, 5, 25, 125, 625, 3_125, 15_625, 78_125, 390_625, 1_953_125, 9_765_625, 48_828_125,
    244_140_625, 1_220_703_125, 6_103_515_625, 30_517_578_125, 152_587_890_625, 762_939_453_125,
    3_814_697_265_625, 19_073_486_328_125, 95_367_431_640_625, 476_837_158_203_125,
  ]
}

/// A double times a power of ten: `whole` and `rest` × 2^−`shift`.
private struct Scaled {
  let whole: UInt
  private let rest: UInt
  private let shift: UInt
  /// Half the way to the next double, × 2^−(`shift` + 1).
  private let half: UInt

  init(_ value: Double, exponent: Int, places: Int) {
    half = ShortestDecimal.powersOfFive[places]
    let mantissa = UInt(value.significandBitPattern | 1 << 52)
    let product = mantissa.multipliedFullWidth(by: half)
    shift = UInt(52 - exponent - places)
    whole = product.high << (64 - shift) | product.low >> shift
    rest = product.low & (1 << shift - 1)
  }

  /// The nearest multiple of a unit, and whether it reads back as the same double; nil where it cannot
  /// be told.
  func nearest(multipleOf unit: UInt) -> (value: UInt, isSame: Bool)? {
    let (below, above) = (whole % unit, unit - whole % unit)
    let goesUp = unit == 1 ? rest << 1 > 1 << shift : below >= above
    let value = goesUp ? whole + above : whole - below
    let distance = goesUp ? above << shift - rest : below << shift + rest
    let isBetween = distance << 1 == unit << shift
    guard distance << 1 <= half else { return (value, false) }
    return isBetween || distance << 1 == half ? nil : (value, true)
  }
}
