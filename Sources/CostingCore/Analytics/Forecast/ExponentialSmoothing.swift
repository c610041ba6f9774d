/// Exponential smoothing as R's `HoltWinters` does it (Holt 1957; Winters, Management Science 6,
/// 1960), starting values included.
public struct ExponentialSmoothing: Sendable, Hashable {
  public var form: Form
  /// Of the level, 0 … 1.
  public var alpha: Double
  /// Of the trend; 0 and unused for ``Form/simple``.
  public var beta: Double
  /// Of the season; 0 and unused without one.
  public var gamma: Double
  /// Observations in a season's round: 12 for months.
  public var seasonLength: Int

  public init(
    form: Form, alpha: Double, beta: Double = 0, gamma: Double = 0, seasonLength: Int = 12
  ) {
    self.form = form
    self.alpha = alpha
    self.beta = beta
    self.gamma = gamma
    self.seasonLength = seasonLength
  }

  public enum Form: Sendable, Hashable {
    /// Level only.
    case simple
    /// Level and trend (Holt).
    case trend
    /// Level, trend and a season that is added (Winters).
    case additive
    /// Level, trend and a season that multiplies; values must be positive.
    case multiplicative

    var isSeasonal: Bool { self == .additive || self == .multiplicative }
  }

  /// Runs the filter over a series, oldest first.
  ///
  /// - Returns: the smoothed series; nil where it is too short (two rounds of the season, two values
  ///   for a trend, one else) or, with a multiplying season, not positive throughout.
  public func smoothed(_ series: [Double]) -> SmoothedSeries? {
    guard var state = SmoothedSeries(startOf: series, self) else { return nil }
    for value in series.dropFirst(state.fitted.count) { state.take(value, self) }
    return state
  }

  /// The smoothing whose squared one-step errors are least, parameters between 0 and 1.
  ///
  /// - Returns: nil where ``smoothed(_:)`` gives none.
  public static func fit(_ form: Form, to series: [Double], seasonLength: Int = 12)
    -> ExponentialSmoothing?
  {
    func smoothing(_ point: [Double]) -> ExponentialSmoothing {
      ExponentialSmoothing(
        form: form, alpha: point[0], beta: point.count > 1 ? point[1] : 0,
        gamma: point.count > 2 ? point[2] : 0, seasonLength: seasonLength)
    }
    let axes = form == .simple ? 1 : form == .trend ? 2 : 3
    let starts = [[0.3, 0.1, 0.1], [0.3, 0.05, 0.8], [0.8, 0.2, 0.4]].map { Array($0.prefix(axes)) }
    guard smoothing(starts[0]).smoothed(series) != nil else { return nil }
    let found = starts.map { start in
      NelderMead().minimize(from: start) { point in
        smoothing(point).smoothed(series)?.squaredErrors ?? .infinity
      }
    }
    return found.min { $0.value < $1.value }.map { smoothing($0.point) }
  }
}
