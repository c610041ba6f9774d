import FinanceModel
import Testing

@testable import CostingCore

@Suite(.enabled(if: GoldenData.isWanted, GoldenData.absence))
struct `Exponential smoothing as R's HoltWinters` {
  @Test func `AirPassengers, multiplicative, at R's parameters`() throws {
    let series = try GoldenData.numbers(of: "AirPassengers.csv", column: 1)
    let smoothing = ExponentialSmoothing(
      form: .multiplicative, alpha: 0.2755925, beta: 0.032_692_95, gamma: 0.8707292)
    let state = try #require(smoothing.smoothed(series))
    #expect(agrees(state.level, 469.3232206, within: 5e-6))
    #expect(agrees(state.trend, 3.0215391, within: 5e-6))
    let season = [
      0.9464611, 0.8829239, 0.9717369, 1.0304825, 1.0476884, 1.1805272, 1.3590778, 1.3331706,
      1.1083381, 0.9868813, 0.8361333, 0.9209877,
    ]
    for (found, expected) in zip(state.season, season) {
      #expect(agrees(found, expected, within: 5e-6))
    }
    #expect(state.season.count == 12)
  }

  @Test func `AirPassengers' own fit is as tight as R's, SSE 16570.78`() throws {
    let series = try GoldenData.numbers(of: "AirPassengers.csv", column: 1)
    let smoothing = try #require(ExponentialSmoothing.fit(.multiplicative, to: series))
    let state = try #require(smoothing.smoothed(series))
    #expect(state.squaredErrors <= 16570.79)
  }

  @Test func `austres with Holt's trend: a 17661.5, b 43.2471, next 17704.75`() throws {
    let series = try GoldenData.numbers(of: "austres.csv", column: 1)
    let smoothing = ExponentialSmoothing(form: .trend, alpha: 1, beta: 0.4062519)
    let state = try #require(smoothing.smoothed(series))
    #expect(agrees(state.level, 17661.5, within: 0.006))
    #expect(agrees(state.trend, 43.2471, within: 5e-5))
    #expect(agrees(state.forecast(1), 17704.75, within: 0.006))
    let fitted = try #require(ExponentialSmoothing.fit(.trend, to: series))
    let best = try #require(fitted.smoothed(series))
    #expect(best.squaredErrors <= state.squaredErrors * (1 + 1e-6))
  }

  @Test func `AirPassengers with a season that is added: a 477.83, b 3.128, s12 -45.83`() throws {
    let series = try GoldenData.numbers(of: "AirPassengers.csv", column: 1)
    let smoothing = ExponentialSmoothing(
      form: .additive, alpha: 0.2479595, beta: 0.0345373, gamma: 1)
    let state = try #require(smoothing.smoothed(series))
    #expect(agrees(state.level, 477.83, within: 0.005))
    #expect(agrees(state.trend, 3.1276, within: 5e-4))
    #expect(agrees(state.season.first, -27.458, within: 0.005))
    #expect(agrees(state.season.last, -45.83, within: 0.005))
  }
}

@Suite struct `Simple exponential smoothing` {
  /// Flow of the Nile at Aswan, 1871 to 1970, 10⁸ m³ (Durbin & Koopman 2001; R's `Nile`).
  private static let nile: [Double] = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676,
    649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923,
    975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
  ]

  @Test func `of the Nile has alpha 0.24658 and ends at 805.04 (R's HoltWinters)`() throws {
    let fit = try #require(ExponentialSmoothing.fit(.simple, to: Self.nile))
    #expect(agrees(fit.alpha, 0.2465796, within: 1e-4))
    #expect(agrees(fit.smoothed(Self.nile)?.level, 805.0389, within: 0.02))
  }

  @Test func `of equal values forecasts them`() throws {
    let series = [Double](repeating: 7, count: 6)
    let fit = try #require(ExponentialSmoothing.fit(.simple, to: series))
    #expect(fit.smoothed(series)?.forecast(3) == 7)
  }
}

@Suite(.enabled(if: GoldenData.isWanted, GoldenData.absence))
struct `k-means` {
  @Test func `iris in three: 50, 62, 38 and 15.15100, 39.82097, 23.87947 (R)`() throws {
    let points = try GoldenData.rows(of: "iris.csv").map { row in
      try (1...4).map { try #require(Double(row[$0])) }
    }
    let found = try #require(KMeans(seed: 7).cluster(points, into: 3))
    #expect(found.sizes == [62, 50, 38])
    for (within, expected) in zip(found.within, [39.82097, 15.151, 23.87947]) {
      #expect(agrees(within, expected, within: 6e-5))
    }
    #expect(agrees(found.totalWithin, 78.85144, within: 6e-5))
    #expect(agrees(found.total, 681.3706, within: 6e-5))
    #expect(agrees(1 - found.totalWithin / found.total, 0.884, within: 0.0005))
    #expect(KMeans(seed: 7).cluster(points, into: 3) == found)
  }
}

@Suite struct `k-means in many groups` {
  /// More groups and more coordinates than a vector has lanes, and points that fill no last one.
  @Test(arguments: [3, 8, 9, 17]) func `takes every point to its nearest centre`(
    count: Int
  ) throws {
    var generator = SeededGenerator(seed: 3)
    let points = (0..<203).map { _ in (0..<11).map { _ in generator.nextUnit() * 10 } }
    let found = try #require(KMeans(seed: 5, restarts: 2).cluster(points, into: count))
    #expect(found.assignment == points.map { found.nearest(to: $0) })
    #expect(found.sizes.reduce(0, +) == 203 && found.sizes.count == count)
  }

  @Test func `the silhouette of two groups far apart is near one, by hand`() {
    // Of each point 1 to its own, 10 and 11 or 9 and 10 to the others.
    let points = [[0.0], [1], [10], [11]]
    let means = Silhouette.means(points, [[0, 0, 1, 1], [0, 0, 0, 0], [0, 1, 2, 3]])
    let expected = ((1 - 1 / 10.5) + (1 - 1 / 9.5)) / 2
    #expect(agrees(means[0], expected, within: 1e-12))
    #expect(means[1] == 0 && means[2] == 0)
  }
}

@Suite struct `Logistic regression` {
  @Test func `a single yes-or-no feature gives the log odds of its two groups`() throws {
    // 3 of 10 without the feature, 8 of 10 with it.
    let features = (0..<20).map { [$0 < 10 ? 0.0 : 1.0] }
    let labels = (0..<20).map { $0 < 3 || (10..<18).contains($0) }
    let model = try #require(LogisticRegression.fit(features, labels))
    #expect(agrees(model.intercept, -0.847_297_860, within: 1e-6))
    #expect(agrees(model.coefficients[0], 1.386_294_361 + 0.847_297_860, within: 1e-6))
    #expect(agrees(model.probability([1]), 0.8, within: 1e-9))
  }

  @Test func `separable cases need a ridge`() {
    let features = (0..<10).map { [Double($0)] }
    let labels = (0..<10).map { $0 > 4 }
    #expect(LogisticRegression.fit(features, labels, ridge: 0.1) != nil)
    #expect(LogisticRegression.fit(features, labels.map { _ in true }) == nil)
    #expect(LogisticRegression.fit([], []) == nil)
  }

  @Test func `the area under the curve counts pairs in order, ties half`() {
    let area = LogisticRegression.areaUnderCurve(
      scores: [0.1, 0.4, 0.35, 0.8], labels: [false, false, true, true])
    #expect(area == 0.75)
    #expect(LogisticRegression.areaUnderCurve(scores: [1, 1], labels: [true, false]) == 0.5)
    #expect(LogisticRegression.areaUnderCurve(scores: [1, 1], labels: [true, true]) == nil)
  }
}
