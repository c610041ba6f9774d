import RealModule

/// Functions of mathematical statistics that the standard library does not have.
enum SpecialFunctions {
  /// ln Γ(x), x > 0.
  static func logGamma(_ x: Double) -> Double { Double.logGamma(x) }

  /// ψ(x) = d ln Γ(x) / dx, x > 0, to about fourteen digits.
  ///
  /// Recurrence up to 10, then the asymptotic series (Abramowitz & Stegun, 6.3.5 and 6.3.18).
  static func digamma(_ x: Double) -> Double {
    guard x > 0 else { return .nan }
    var argument = x
    var value = 0.0
    while argument < 10 {
      value -= 1 / argument
      argument += 1
    }
    let inverse = 1 / (argument * argument)
    let bernoulli =
      inverse
      * (1.0 / 12
        - inverse
        * (1.0 / 120
          - inverse
          * (1.0 / 252 - inverse * (1.0 / 240 - inverse * (1.0 / 132 - inverse * 691 / 32_760)))))
    return value + Double.log(argument) - 0.5 / argument - bernoulli
  }

  /// ln B(a, b), a and b > 0.
  static func logBeta(_ a: Double, _ b: Double) -> Double {
    logGamma(a) + logGamma(b) - logGamma(a + b)
  }

  /// Gauss's hypergeometric function ₂F₁(a, b; c; z) by its series, 0 ≤ z < 1, c > 0
  /// (Abramowitz & Stegun, 15.1.1).
  static func hypergeometric(_ a: Double, _ b: Double, _ c: Double, _ z: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    for n in 0..<seriesLimit {
      let step = Double(n)
      term *= (a + step) * (b + step) / ((c + step) * (step + 1)) * z
      sum += term
      if term.magnitude <= sum.magnitude * 1e-16 { break }
    }
    return sum
  }

  /// Eight arguments or results, each worked out in its own lane.
  typealias Lanes = SIMD8<Double>

  /// ₂F₁(1, b; c; z) with its derivatives, 0 ≤ z < 1, 0 < b < c, of eight triples at once.
  ///
  /// By Gauss's continued fraction 1/(1 − e₁z/(1 − e₂z/(1 − …))) (Abramowitz & Stegun, 15.3.1 and
  /// Wall, Analytic Theory of Continued Fractions, chapter 18), whose error shrinks at each level by
  /// (1 − √(1 − z)) / (1 + √(1 − z)); the derivatives are carried along, and the largest z decides how
  /// many levels there are. NaN in lanes that take more than two thousand (z above 0.9999), and where
  /// z is out of bounds: a search for parameters takes it for "not here".
  static func hypergeometricOfOne(_ b: Lanes, _ c: Lanes, _ z: Lanes) -> HypergeometricValues {
    let isWithinReach = (z .>= 0) .& (z .< furthestArgument)
    let reached = Lanes.zero.replacing(with: z, where: isWithinReach)
    let levels = continuedFractionLevels(reached.max())
    var fraction = HypergeometricValues(value: .one, byB: .zero, byC: .zero, byZ: .zero)
    for level in stride(from: levels | 1, to: 0, by: -1) { fraction.descend(level, b, c, reached) }
    fraction.value.replace(with: .nan, where: .!isWithinReach)
    return fraction
  }

  /// Levels that bring the fraction's error below the last digit, 0 ≤ z < 1.
  private static func continuedFractionLevels(_ z: Double) -> Int {
    let root = (1 - z).squareRoot()
    return Int(36 / -Double.log((1 - root) / (1 + root)) + 4)
  }

  /// The z that takes two thousand levels.
  private static let furthestArgument: Double = {
    let shrinking = Double.exp(-36 / 1996.0)
    let root = (1 - shrinking) / (1 + shrinking)
    return 1 - root * root
  }()

  /// The most terms of a series.
  private static let seriesLimit = 20_000
}

/// Values of ₂F₁(1, b; c; z) and their derivatives, lane by lane.
struct HypergeometricValues {
  var value: SpecialFunctions.Lanes
  var byB: SpecialFunctions.Lanes
  var byC: SpecialFunctions.Lanes
  var byZ: SpecialFunctions.Lanes

  /// From the fraction below a level (counted from 1) to the one that holds it: 1/(1 − e·z·below).
  ///
  /// e of level 2n + 1 is (b + n)(c + n − 1) / ((c + 2n − 1)(c + 2n)), of level 2n it is
  /// n(c − b + n − 1) / ((c + 2n − 2)(c + 2n − 1)). Numerator and denominator are kept apart, so that
  /// a level takes one division.
  fileprivate mutating func descend(
    _ level: Int, _ b: SpecialFunctions.Lanes, _ c: SpecialFunctions.Lanes,
    _ z: SpecialFunctions.Lanes
  ) {
    let n = Double(level / 2)
    let isOdd = level % 2 == 1
    let first = c + (Double(level) - 2)
    let below = first * (first + 1)
    let left = isOdd ? b + n : SpecialFunctions.Lanes(repeating: n)
    let right = isOdd ? c + (n - 1) : c - b + (n - 1)
    let above = left * right
    let aboveByB = isOdd ? right : -left
    let inverse = 1 / (below - above * z * value)
    let whole = below * inverse
    let scale = whole * inverse
    byB = scale * z * (aboveByB * value + above * byB)
    let aboveByC = left * whole - above * inverse * (2 * first + 1)
    byC = inverse * z * (aboveByC * value + above * whole * byC)
    byZ = scale * above * (value + z * byZ)
    value = whole
  }
}
