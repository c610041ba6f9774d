import RealModule

/// The BG/NBD model of repeat buying (Fader, Hardie & Lee, "Counting Your Customers" the Easy Way,
/// Marketing Science 24, 2005; equation numbers are that paper's).
///
/// A customer buys at a rate that is gamma distributed over customers (r, α) and drops out after any
/// purchase with a probability that is beta distributed (a, b). Time is in the unit of the
/// histories it was fitted to.
public struct BetaGeometricNBD: Sendable, Hashable {
  public var r: Double
  public var alpha: Double
  public var a: Double
  public var b: Double

  /// All four must be positive.
  public init(r: Double, alpha: Double, a: Double, b: Double) {
    self.r = r
    self.alpha = alpha
    self.a = a
    self.b = b
  }

  /// That a customer still buys (from (3) and (7)); 1 for customers without repeats.
  public func probabilityAlive(_ history: PurchaseHistory) -> Double {
    1 / (1 + deathOdds(history))
  }

  /// a / (b + x − 1) · ((α + T) / (α + t_x))^(r + x), 0 without repeats.
  private func deathOdds(_ history: PurchaseHistory) -> Double {
    guard history.repeats > 0 else { return 0 }
    let x = Double(history.repeats)
    let ratio = (alpha + history.observed) / (alpha + history.last)
    return a / (b + x - 1) * Double.exp((r + x) * Double.log(ratio))
  }

  /// Purchases of a new customer in a time (9).
  public func expectedPurchases(in time: Double) -> Double {
    purchases(in: time, x: 0, elapsed: 0)
  }

  /// Purchases of a customer with a history in a time to come (10).
  public func expectedPurchases(in time: Double, given history: PurchaseHistory) -> Double {
    purchases(in: time, x: Double(history.repeats), elapsed: history.observed)
      / (1 + deathOdds(history))
  }

  /// (a + b + x − 1) / (a − 1) · [1 − (1 − z)^(a−1) ₂F₁(a + b − 1 − r, a − 1; a + b + x − 1; z)],
  /// z = t / (α + T + t): (10) after Euler's transformation (Abramowitz & Stegun, 15.3.3), which
  /// keeps the series short.
  private func purchases(in time: Double, x: Double, elapsed: Double) -> Double {
    guard time > 0 else { return 0 }
    // At a = 1 the expression is 0/0; a step beside it the value differs by no more than the step.
    let shape = (a - 1).magnitude < 1e-6 ? 1 + 1e-6 : a
    let z = time / (alpha + elapsed + time)
    let series = SpecialFunctions.hypergeometric(
      shape + b - 1 - r, shape - 1, shape + b + x - 1, z)
    let kept = Double.exp((shape - 1) * Double.log(onePlus: -z)) * series
    return (shape + b + x - 1) / (shape - 1) * (1 - kept)
  }

  /// That a new customer makes so many purchases in a time (8).
  public func probability(ofPurchases count: Int, in time: Double) -> Double {
    guard count >= 0, time >= 0 else { return 0 }
    let x = Double(count)
    let base = SpecialFunctions.logBeta(a, b)
    let logStay = r * Double.log(alpha / (alpha + time))
    let logBuy = Double.log(time / (alpha + time))
    func negativeBinomial(_ j: Double) -> Double {
      let ways =
        SpecialFunctions.logGamma(r + j) - SpecialFunctions.logGamma(r)
        - SpecialFunctions.logGamma(j + 1)
      return Double.exp(ways + logStay + (j == 0 ? 0 : j * logBuy))
    }
    let stillAlive =
      Double.exp(SpecialFunctions.logBeta(a, b + x) - base) * negativeBinomial(x)
    guard count > 0 else { return stillAlive }
    let fewer = (0..<count).reduce(0) { $0 + negativeBinomial(Double($1)) }
    return stillAlive + Double.exp(SpecialFunctions.logBeta(a + 1, b + x - 1) - base) * (1 - fewer)
  }
}
