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

  /// ₂F₁(1, b; c; z) with its derivatives, 0 ≤ z < 1, b and c > 0.
  ///
  /// The derivatives by b and c come from the series term by term: that of ln (b)ₙ is Σ 1/(b + j).
  /// The value is NaN where the series has not settled after four thousand terms (z above about
  /// 0.99): a search for parameters takes that for "not here".
  static func hypergeometricOfOne(_ b: Double, _ c: Double, _ z: Double) -> HypergeometricValue {
    var result = HypergeometricValue(value: 1, byB: 0, byC: 0, byZ: 0)
    guard z > 0 else {
      result.byZ = b / c
      return result
    }
    var term = 1.0
    var (logB, logC) = (0.0, 0.0)
    for n in 0..<4000 {
      let step = Double(n)
      term *= (b + step) / (c + step) * z
      logB += 1 / (b + step)
      logC += 1 / (c + step)
      result.value += term
      result.byB += term * logB
      result.byC -= term * logC
      result.byZ += term * (step + 1)
      if term * (step + 1) <= result.byZ * 1e-14 {
        result.byZ /= z
        return result
      }
    }
    result.value = .nan
    return result
  }

  /// The most terms of a series.
  private static let seriesLimit = 20_000
}

/// A value of ₂F₁(1, b; c; z) and its derivatives.
struct HypergeometricValue {
  var value: Double
  var byB: Double
  var byC: Double
  var byZ: Double
}
