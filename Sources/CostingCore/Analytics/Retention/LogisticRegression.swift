import RealModule

/// The probability of a yes as a logistic function of features, by maximum likelihood (iteratively
/// reweighted least squares; McCullagh & Nelder, Generalized Linear Models, 2nd edition, 4.4).
public struct LogisticRegression: Sendable, Hashable {
  public var intercept: Double
  /// One a feature.
  public var coefficients: [Double]
  public var logLikelihood: Double

  /// That a case is a yes.
  public func probability(_ features: [Double]) -> Double {
    Self.logistic(intercept + dot(coefficients, features))
  }

  /// Fits cases to their labels.
  ///
  /// - Parameters:
  ///   - features: one row a case, all of the same length.
  ///   - labels: parallel to the rows.
  ///   - ridge: what squared coefficients cost, the intercept's not; above zero it keeps perfectly
  ///     separable cases finite.
  /// - Returns: nil without both labels, with rows of different lengths, or where the search does
  ///   not converge.
  public static func fit(_ features: [[Double]], _ labels: [Bool], ridge: Double = 0)
    -> LogisticRegression?
  {
    guard let width = features.first?.count, features.count == labels.count,
      labels.contains(true), labels.contains(false),
      features.allSatisfy({ $0.count == width && $0.allSatisfy(\.isFinite) })
    else { return nil }
    var weights = [Double](repeating: 0, count: width + 1)
    for _ in 0..<50 {
      let step = NewtonStep(features, labels, weights, ridge: ridge)
      guard let change = step.information.solved(step.score) else { return nil }
      let largest = change.reduce(0) { max($0, $1.magnitude) }
      let length = largest > 5 ? 5 / largest : 1
      weights = zip(weights, change).map { $0 + length * $1 }
      if largest < 1e-6, weights.allSatisfy({ $0.magnitude < 500 }) {
        return LogisticRegression(
          intercept: weights[0], coefficients: Array(weights.dropFirst()),
          logLikelihood: step.likelihood)
      }
    }
    return nil
  }

  /// 1 / (1 + e^−z).
  static func logistic(_ z: Double) -> Double {
    z >= 0 ? 1 / (1 + Double.exp(-z)) : Double.exp(z) / (1 + Double.exp(z))
  }

  /// The area under the ROC curve: how often a yes scores above a no, ties counting half (Hanley &
  /// McNeil, Radiology 143, 1982).
  ///
  /// - Returns: nil without both labels.
  public static func areaUnderCurve(scores: [Double], labels: [Bool]) -> Double? {
    let positives = Double(labels.count { $0 })
    let negatives = Double(labels.count) - positives
    guard scores.count == labels.count, positives > 0, negatives > 0 else { return nil }
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    var rankSum = 0.0
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, scores[order[end + 1]] == scores[order[start]] { end += 1 }
      let rank = Double(start + end) / 2 + 1
      rankSum += rank * Double(order[start...end].count { labels[$0] })
      start = end + 1
    }
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives)
  }
}

/// The score and the information at a point.
private struct NewtonStep {
  var score: [Double]
  var information: Matrix
  var likelihood = 0.0

  init(_ features: [[Double]], _ labels: [Bool], _ weights: [Double], ridge: Double) {
    score = [Double](repeating: 0, count: weights.count)
    information = Matrix(size: weights.count)
    for (row, label) in zip(features, labels) {
      let z = zip(row, weights.dropFirst()).reduce(weights[0]) { $0 + $1.0 * $1.1 }
      let p = LogisticRegression.logistic(z)
      likelihood -= Double.log(onePlus: Double.exp(label ? -z : z))
      let rest = (label ? 1 : 0) - p
      let spread = p * (1 - p)
      for i in weights.indices {
        let first = i == 0 ? 1 : row[i - 1]
        score[i] += rest * first
        for j in 0...i { information[i, j] += spread * first * (j == 0 ? 1 : row[j - 1]) }
      }
    }
    for i in weights.indices.dropFirst() {
      score[i] -= ridge * weights[i]
      information[i, i] += ridge
    }
    for i in weights.indices { for j in 0..<i { information[j, i] = information[i, j] } }
  }
}
