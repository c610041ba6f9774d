import FinanceModel

extension AnalysisFacts {
  /// Months of history from which a season is fitted, a trend, a level.
  static let monthsForSeason = 24
  static let monthsForTrend = 12
  static let monthsForLevel = 4
  /// The most months of history that are used: the latest.
  private static let historyLimit = 240

  /// Sales by month and those to come; nil under two whole months.
  func forecast() -> ForecastResult? {
    let months = wholeMonths()
    guard months.count > 1, months.contains(where: { !$0.revenue.isZero }) else { return nil }
    let values = months.map(\.revenue.doubleValue)
    let chosen = ForecastMethod(values)
    var result = ForecastResult(method: chosen.method, history: months, reason: chosen.reason)
    chosen.fill(&result, values, ahead: min(max(settings.analysis.forecastMonths, 1), 60))
    result.markOutliers(values)
    return result
  }

  /// Net sales of the months without gaps, those before the period included; months that the data
  /// cut off are left out.
  private func wholeMonths() -> [ForecastResult.Point] {
    guard let whole = wholeMonthRange else { return [] }
    let last = whole.upperBound
    var first = max(whole.lowerBound, last.advanced(byMonths: 1 - Self.historyLimit))
    var points: [ForecastResult.Point] = []
    while first <= last {
      points.append(
        .init(month: first, revenue: monthTotals.netRevenue[first] ?? 0, isOutlier: false))
      first = first.advanced(byMonths: 1)
    }
    return points
  }
}

/// The method that a history's length allows, fitted.
struct ForecastMethod {
  var method: ForecastResult.Method
  var reason: LocalizedText
  /// Nil for the mean.
  private var smoothing: ExponentialSmoothing?

  init(_ values: [Double]) {
    let count = values.count
    if count >= AnalysisFacts.monthsForSeason, let best = Self.seasonal(values) {
      smoothing = best
      method =
        best.form == .multiplicative ? .holtWintersMultiplicative : .holtWintersAdditive
    } else if count >= AnalysisFacts.monthsForTrend, Self.trendEarnsItsPlace(values) {
      smoothing = ExponentialSmoothing.fit(.trend, to: values)
      method = smoothing == nil ? .mean : .trend
    } else if count >= AnalysisFacts.monthsForLevel {
      smoothing = ExponentialSmoothing.fit(.simple, to: values)
      method = smoothing == nil ? .mean : .simple
    } else {
      method = .mean
    }
    reason = Self.reason(for: method, months: count)
  }

  /// Whether a trend forecasts the held-out months no worse than a level alone does.
  private static func trendEarnsItsPlace(_ values: [Double]) -> Bool {
    let held = heldOut(of: values)
    let known = Array(values.dropLast(held))
    func miss(_ form: ExponentialSmoothing.Form) -> Double? {
      guard let state = ExponentialSmoothing.fit(form, to: known)?.smoothed(known) else {
        return nil
      }
      return values.suffix(held).enumerated().reduce(0) {
        $0 + (state.forecast($1.offset + 1) - $1.element).magnitude
      }
    }
    guard let trend = miss(.trend), let level = miss(.simple) else { return true }
    return trend <= level
  }

  /// A sixth of the history, twelve months at most.
  private static func heldOut(of values: [Double]) -> Int { min(12, values.count / 6) }

  /// The tighter of the season that is added and, for positive values, the one that multiplies.
  private static func seasonal(_ values: [Double]) -> ExponentialSmoothing? {
    let fits = [ExponentialSmoothing.Form.additive, .multiplicative].compactMap { form in
      ExponentialSmoothing.fit(form, to: values)
    }
    return fits.min { first, second in
      (first.smoothed(values)?.squaredErrors ?? .infinity)
        < (second.smoothed(values)?.squaredErrors ?? .infinity)
    }
  }

  private static func reason(for method: ForecastResult.Method, months: Int) -> LocalizedText {
    switch method {
    case .holtWintersAdditive, .holtWintersMultiplicative:
      LocalizedText(
        english: "\(months) months of history: level, trend and season (Holt-Winters).",
        chinese: "有 \(months) 个月历史：水平、趋势与季节(Holt-Winters)。")
    case .trend:
      LocalizedText(
        english: "\(months) months of history: level and trend (Holt); a season needs 24 months.",
        chinese: "有 \(months) 个月历史：水平与趋势(Holt)；季节需要 24 个月。")
    case .simple:
      LocalizedText(
        english: months >= AnalysisFacts.monthsForTrend
          ? "\(months) months of history: level only; a trend did worse on the months held out."
          : "\(months) months of history: level only; a trend needs 12 months.",
        chinese: months >= AnalysisFacts.monthsForTrend
          ? "有 \(months) 个月历史：仅水平(简单指数平滑)；趋势在留出月份上的误差更大。"
          : "有 \(months) 个月历史：仅水平(简单指数平滑)；趋势需要 12 个月。")
    case .mean:
      LocalizedText(
        english: "\(months) months of history: their mean; smoothing needs 4 months.",
        chinese: "有 \(months) 个月历史：取均值；指数平滑需要 4 个月。")
    }
  }

  /// Fitted values, predictions with intervals, parameters and the error on held-out months.
  func fill(_ result: inout ForecastResult, _ values: [Double], ahead: Int) {
    let last = result.history.last?.month ?? Month(year: 2000, month: 1)
    let run = Run(smoothing, values)
    result.fitted = run.fitted
    result.errorDeviation = run.deviation
    result.parameters = parameters
    result.forecast = (1...ahead).map { step in
      var point = ForecastResult.Prediction(
        month: last.advanced(byMonths: step), value: run.value(step))
      if let deviation = run.deviation {
        point.addBounds(deviation * run.relativeVariance(step).squareRoot())
      }
      return point
    }
    addHoldout(&result, values)
  }

  private var parameters: [ForecastResult.Parameter] {
    guard let smoothing else { return [] }
    let all = [("α", smoothing.alpha), ("β", smoothing.beta), ("γ", smoothing.gamma)]
    let count = method == .simple ? 1 : method == .trend ? 2 : 3
    return all.prefix(count).map { .init(name: $0.0, value: $0.1) }
  }

  /// Forecasts the last months from those before, a sixth of the history and at most twelve, with a
  /// method of the same kind; nothing where that leaves too few.
  private func addHoldout(_ result: inout ForecastResult, _ values: [Double]) {
    let held = Self.heldOut(of: values)
    let known = Array(values.dropLast(held))
    guard held > 0, known.count >= AnalysisFacts.monthsForLevel else { return }
    let trial = ForecastMethod(known)
    let run = Run(trial.smoothing, known)
    let misses = values.suffix(held).enumerated().compactMap { step, value in
      value == 0 ? nil : ((run.value(step + 1) - value) / value).magnitude
    }
    guard !misses.isEmpty else { return }
    result.holdoutMonths = held
    result.holdoutMAPE = Statistics.mean(misses) * 100
  }

  /// A smoothing, or the mean where there is none, run over a history.
  private struct Run {
    let smoothing: ExponentialSmoothing?
    let state: SmoothedSeries?
    let values: [Double]

    init(_ smoothing: ExponentialSmoothing?, _ values: [Double]) {
      self.smoothing = smoothing
      self.values = values
      state = smoothing?.smoothed(values)
    }

    var fitted: [Double?] { state?.fitted ?? values.map { _ in nil } }

    /// Of the one-step errors; nil under four.
    var deviation: Double? {
      guard let state else {
        return values.count > 3 ? Statistics.standardDeviation(values) : nil
      }
      guard state.errors.count > 3 else { return nil }
      return Statistics.standardDeviation(state.errors)
    }

    func value(_ step: Int) -> Double { state?.forecast(step) ?? Statistics.mean(values) }

    func relativeVariance(_ step: Int) -> Double {
      guard let state, let smoothing else { return 1 + 1 / Double(max(1, values.count)) }
      return state.relativeVariance(step, smoothing)
    }
  }
}

extension ForecastResult.Prediction {
  /// Bounds of a normal error of this standard deviation.
  fileprivate mutating func addBounds(_ deviation: Double) {
    (lower80, upper80) = (value - 1.281_551_565_5 * deviation, value + 1.281_551_565_5 * deviation)
    (lower95, upper95) = (value - 1.959_963_985 * deviation, value + 1.959_963_985 * deviation)
  }
}

extension ForecastResult {
  /// Marks months whose error (whose value, where errors are few) is far from the others'.
  fileprivate mutating func markOutliers(_ values: [Double]) {
    let errors = zip(values, fitted).map { value, fitted in fitted.map { value - $0 } }
    let known = errors.compactMap { $0 }
    if known.count >= 8 {
      let flags = Outliers.flags(known)
      var place = 0
      for month in history.indices where errors[month] != nil {
        history[month].isOutlier = flags[place]
        place += 1
      }
    } else {
      for (month, isOutlier) in Outliers.flags(values).enumerated() {
        history[month].isOutlier = isOutlier
      }
    }
  }
}
