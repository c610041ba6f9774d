import RealModule

/// The shifted-beta-geometric model of how long customers stay (Fader & Hardie, "How to Project
/// Customer Retention", Journal of Interactive Marketing 21, 2007).
///
/// Each customer leaves at each renewal with a probability of its own; these are beta distributed
/// (α, β) over customers.
public struct ShiftedBetaGeometric: Sendable, Hashable {
  public var alpha: Double
  public var beta: Double

  /// Both must be positive.
  public init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  /// The share that is still there after so many renewals; 1 after none.
  public func survival(after renewals: Int) -> Double {
    (0..<max(0, renewals)).reduce(1) { $0 * retention(at: $1 + 1) }
  }

  /// The share of those left that stays at a renewal, counted from 1: (β + t − 1) / (α + β + t − 1).
  public func retention(at renewal: Int) -> Double {
    let earlier = Double(renewal - 1)
    return (beta + earlier) / (alpha + beta + earlier)
  }

  /// The parameters of largest likelihood for one cohort.
  ///
  /// - Parameter survivors: customers at the start, after the first renewal, after the second …;
  ///   never rising.
  /// - Returns: the estimates (α, β) with their standard errors; nil where nobody left, or where
  ///   the search does not end at finite ones.
  public static func fit(survivors: [Int]) -> ModelFit<Self>? {
    fit(cohorts: [survivors])
  }

  /// The same for several cohorts with one curve.
  public static func fit(cohorts: [[Int]]) -> ModelFit<Self>? {
    let usable = cohorts.filter { counts in
      counts.count > 1 && zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 && $1 >= 0 }
    }
    guard usable.contains(where: { ($0.first ?? 0) > ($0.last ?? 0) }) else { return nil }
    let starts = [[1.0, 1.0], [0.5, 2], [2, 0.5]]
    guard let found = LikelihoodFit(starts: starts, { Self.likelihood($0, usable) }) else {
      return nil
    }
    return ModelFit(
      ShiftedBetaGeometric(alpha: found.parameters[0], beta: found.parameters[1]), found)
  }

  /// Σ lost(t) · ln P(T = t) + stayed · ln S(t); gradient by α and β.
  private static func likelihood(_ parameters: [Double], _ cohorts: [[Int]])
    -> (logLikelihood: Double, gradient: [Double])
  {
    guard parameters.count == 2 else { return (-.infinity, parameters) }
    let (alpha, beta) = (parameters[0], parameters[1])
    var (value, byAlpha, byBeta) = (0.0, 0.0, 0.0)
    func add(_ customers: Int, _ alphaStep: Double, _ betaStep: Double) {
      guard customers > 0 else { return }
      typealias F = SpecialFunctions
      let n = Double(customers)
      let (a, b) = (alpha + alphaStep, beta + betaStep)
      value += n * (F.logBeta(a, b) - F.logBeta(alpha, beta))
      let (both, bothNow) = (F.digamma(alpha + beta), F.digamma(a + b))
      byAlpha += n * (F.digamma(a) - bothNow - F.digamma(alpha) + both)
      byBeta += n * (F.digamma(b) - bothNow - F.digamma(beta) + both)
    }
    for counts in cohorts {
      for (t, pair) in zip(counts, counts.dropFirst()).enumerated() {
        add(pair.0 - pair.1, 1, Double(t))
      }
      add(counts.last ?? 0, 0, Double(counts.count - 1))
    }
    return (value, [byAlpha, byBeta])
  }
}
