import RealModule

/// The Pareto/NBD model of repeat buying (Schmittlein, Morrison & Colombo, Management Science 33,
/// 1987), in the form of Fader & Hardie, "A Note on Deriving the Pareto/NBD Model" (2005).
///
/// A customer buys at a rate that is gamma distributed over customers (r, α) and leaves at a rate
/// that is gamma distributed too (s, β). Time is in the unit of the histories it was fitted to.
public struct ParetoNBD: Sendable, Hashable {
  public var r: Double
  public var alpha: Double
  public var s: Double
  public var beta: Double

  /// All four must be positive.
  public init(r: Double, alpha: Double, s: Double, beta: Double) {
    self.r = r
    self.alpha = alpha
    self.s = s
    self.beta = beta
  }

  /// That a customer still buys.
  public func probabilityAlive(_ history: PurchaseHistory) -> Double {
    let x = Double(history.repeats)
    var times = SpecialFunctions.Lanes(repeating: history.observed)
    times[0] = history.last
    let tails = tails(SpecialFunctions.Lanes(repeating: x), times).value
    let lead = logLead(x, history.last) - logLead(x, history.observed)
    let scale = s / (r + s + x)
    // Divided by the larger of the two terms, so that neither overflows.
    let aliveTerm = Double.exp(-lead)
    return aliveTerm / (aliveTerm + scale * (tails[0] - aliveTerm * tails[1]))
  }

  /// Purchases of a new customer in a time.
  public func expectedPurchases(in time: Double) -> Double {
    guard time > 0 else { return 0 }
    return r * beta / alpha * lifetime(time, from: beta)
  }

  /// Purchases of a customer with a history in a time to come.
  public func expectedPurchases(in time: Double, given history: PurchaseHistory) -> Double {
    guard time > 0 else { return 0 }
    let age = beta + history.observed
    return (r + Double(history.repeats)) * age / (alpha + history.observed)
      * lifetime(time, from: age) * probabilityAlive(history)
  }

  /// [1 − (age / (age + t))^(s − 1)] / (s − 1), and its limit ln((age + t) / age) at s = 1.
  private func lifetime(_ time: Double, from age: Double) -> Double {
    let logRatio = Double.log((age + time) / age)
    let exponent = s - 1
    if exponent.magnitude < 1e-9 { return logRatio }
    return -Double.expMinusOne(-exponent * logRatio) / exponent
  }

  /// −(r + x) ln(α + t) − s ln(β + t).
  func logLead(_ x: Double, _ time: Double) -> Double {
    -(r + x) * Double.log(alpha + time) - s * Double.log(beta + time)
  }

  /// The hypergeometric terms of eight numbers of repeats and times, relative to exp(logLead), with
  /// derivatives by r, α, s, β.
  ///
  /// With the larger of α and β as the pole and after Euler's transformation (Abramowitz & Stegun,
  /// 15.3.3): ₂F₁(1, r + x; r + s + x + 1; (α − β)/(α + t)) for α ≥ β, else
  /// (α + t)/(β + t) · ₂F₁(1, s + 1; r + s + x + 1; (β − α)/(β + t)).
  func tails(_ x: SpecialFunctions.Lanes, _ time: SpecialFunctions.Lanes) -> Tails {
    let (first, second) = (alpha + time, beta + time)
    let c = r + s + 1 + x
    if alpha >= beta {
      let f = SpecialFunctions.hypergeometricOfOne(r + x, c, (alpha - beta) / first)
      return Tails(
        value: f.value, r: f.byB + f.byC, alpha: f.byZ * second / (first * first), s: f.byC,
        beta: -f.byZ / first)
    }
    let f = SpecialFunctions.hypergeometricOfOne(
      SpecialFunctions.Lanes(repeating: s + 1), c, (beta - alpha) / second)
    let ratio = first / second
    return Tails(
      value: ratio * f.value, r: ratio * f.byC,
      alpha: f.value / second - ratio * f.byZ / second, s: ratio * (f.byB + f.byC),
      beta: -ratio * f.value / second + ratio * f.byZ * first / (second * second))
  }

  /// Terms and their derivatives, lane by lane.
  struct Tails {
    var value: SpecialFunctions.Lanes
    var r: SpecialFunctions.Lanes
    var alpha: SpecialFunctions.Lanes
    var s: SpecialFunctions.Lanes
    var beta: SpecialFunctions.Lanes
  }
}
