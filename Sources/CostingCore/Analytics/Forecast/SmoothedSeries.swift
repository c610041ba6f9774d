/// A series after exponential smoothing: where it stands, and how it got there.
public struct SmoothedSeries: Sendable, Hashable {
  /// The level at the end (R's `a`).
  public private(set) var level: Double
  /// The trend at the end (R's `b`); 0 without one.
  public private(set) var trend: Double
  /// The season's figures, that of the first observation to come first (R's `s1`, `s2`, …).
  public private(set) var season: [Double]
  /// One-step predictions, parallel to the series; nil for observations that gave starting values.
  public private(set) var fitted: [Double?]
  /// Observed less predicted, of the predictions that there are.
  public private(set) var errors: [Double]
  /// Σ of their squares (R's `SSE`).
  public private(set) var squaredErrors: Double
  private let form: ExponentialSmoothing.Form

  /// The starting values: R's `a.start`, `b.start` and `s.start`.
  init?(startOf series: [Double], _ smoothing: ExponentialSmoothing) {
    form = smoothing.form
    errors = []
    squaredErrors = 0
    let used: Int
    switch form {
    case .simple:
      guard let first = series.first else { return nil }
      (level, trend, season, used) = (first, 0, [], 1)
    case .trend:
      guard series.count > 1 else { return nil }
      (level, trend, season, used) = (series[1], series[1] - series[0], [], 2)
    case .additive, .multiplicative:
      guard
        let start = SeasonalStart(
          series, length: smoothing.seasonLength, multiplies: form == .multiplicative)
      else { return nil }
      (level, trend, season, used) = (
        start.level, start.trend, start.season, smoothing.seasonLength
      )
    }
    fitted = [Double?](repeating: nil, count: used)
  }

  /// Takes one more observation in.
  mutating func take(_ value: Double, _ smoothing: ExponentialSmoothing) {
    let figure = season.first ?? neutral
    let expected = combined(level + trend, figure)
    fitted.append(expected)
    errors.append(value - expected)
    squaredErrors += (value - expected) * (value - expected)
    let before = level
    level = smoothing.alpha * without(figure, value) + (1 - smoothing.alpha) * (level + trend)
    if form != .simple { trend = smoothing.beta * (level - before) + (1 - smoothing.beta) * trend }
    guard !season.isEmpty else { return }
    season.removeFirst()
    season.append(smoothing.gamma * without(level, value) + (1 - smoothing.gamma) * figure)
  }

  /// The value so many observations ahead; 1 for the next.
  public func forecast(_ steps: Int) -> Double {
    combined(level + Double(steps) * trend, seasonFigure(steps))
  }

  /// The variance of a forecast in units of the variance of the one-step errors, as R's
  /// `predict.HoltWinters` has it.
  func relativeVariance(_ steps: Int, _ smoothing: ExponentialSmoothing) -> Double {
    guard steps > 1 else { return 1 }
    return (1..<steps).reduce(1.0) { sum, back in
      var weight = smoothing.alpha * (1 + Double(back) * smoothing.beta)
      if !season.isEmpty, back.isMultiple(of: season.count) {
        weight += smoothing.gamma * (1 - smoothing.alpha)
      }
      if form == .multiplicative {
        let earlier = seasonFigure(steps - back)
        weight *= earlier == 0 ? 1 : seasonFigure(steps) / earlier
      }
      return sum + weight * weight
    }
  }

  private func seasonFigure(_ steps: Int) -> Double {
    season.isEmpty ? neutral : season[(max(steps, 1) - 1) % season.count]
  }

  private var neutral: Double { form == .multiplicative ? 1 : 0 }

  private func combined(_ value: Double, _ figure: Double) -> Double {
    form == .multiplicative ? value * figure : value + figure
  }

  private func without(_ figure: Double, _ value: Double) -> Double {
    guard form == .multiplicative else { return value - figure }
    return figure == 0 ? value : value / figure
  }
}

/// Level, trend and season of the first two rounds: a centred moving average, the season's mean
/// distance from it, and a straight line through it (R's `decompose`).
struct SeasonalStart {
  let level: Double
  let trend: Double
  let season: [Double]

  /// Nil where the series is shorter than two rounds or, multiplying, not positive throughout.
  init?(_ series: [Double], length: Int, multiplies: Bool) {
    guard length > 1, series.count >= 2 * length else { return nil }
    if multiplies, series.contains(where: { $0 <= 0 }) { return nil }
    let rounds = Array(series.prefix(2 * length))
    let averages = Self.movingAverages(rounds, length: length)
    let first = length / 2
    var sums = [Double](repeating: 0, count: length)
    var counts = [Double](repeating: 0, count: length)
    for (place, average) in averages.enumerated() {
      let position = (first + place) % length
      let value = rounds[first + place]
      sums[position] += multiplies ? value / average : value - average
      counts[position] += 1
    }
    let figures = zip(sums, counts).map { $1 > 0 ? $0 / $1 : (multiplies ? 1 : 0) }
    let mean = Statistics.mean(figures)
    season = figures.map { multiplies ? $0 / mean : $0 - mean }
    let line = StraightLine(averages)
    (level, trend) = (line.intercept, line.slope)
  }

  /// Averages over a round, centred: ends count half where the length is even.
  private static func movingAverages(_ values: [Double], length: Int) -> [Double] {
    let half = length / 2
    return (half..<(values.count - half)).map { middle in
      let isEven = length.isMultiple(of: 2)
      let inner = values[(middle - half + (isEven ? 1 : 0))...(middle + half - (isEven ? 1 : 0))]
      let ends = isEven ? (values[middle - half] + values[middle + half]) / 2 : 0
      return (inner.reduce(0, +) + ends) / Double(length)
    }
  }
}

/// The least-squares line through values at 1, 2, 3 …
struct StraightLine {
  let intercept: Double
  let slope: Double

  init(_ values: [Double]) {
    let places = values.indices.map { Double($0 + 1) }
    let (centre, mean) = (Statistics.mean(places), Statistics.mean(values))
    let products = zip(places, values).reduce(0) { $0 + ($1.0 - centre) * ($1.1 - mean) }
    let squares = places.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    slope = squares > 0 ? products / squares : 0
    intercept = mean - slope * centre
  }
}
