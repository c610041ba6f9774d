import RealModule

/// Positive parameters of largest likelihood.
struct LikelihoodFit {
  var parameters: [Double]
  var logLikelihood: Double
  /// From the curvature at the maximum; nil where it is no proper maximum.
  var standardErrors: [Double]?

  /// Second derivatives of the negative log-likelihood by the logarithms of the parameters.
  private var curvature: Matrix

  /// How far the logarithm of a parameter may go before it counts as having run away.
  private static let logLimit = 10.0

  /// Searches in the logarithms of the parameters, from each start in turn until one converges.
  ///
  /// - Parameters:
  ///   - starts: parameters to begin from.
  ///   - objective: log-likelihood and its gradient at parameters.
  /// - Returns: nil where no search converges, or where one runs away.
  init?(
    starts: [[Double]],
    _ objective: ([Double]) -> (logLikelihood: Double, gradient: [Double])
  ) {
    func inLogarithms(_ logarithms: [Double]) -> (value: Double, gradient: [Double]) {
      guard logarithms.allSatisfy({ $0.magnitude < 2 * Self.logLimit }) else {
        return (.infinity, logarithms)
      }
      let parameters = logarithms.map { Double.exp($0) }
      let (value, gradient) = objective(parameters)
      return (-value, zip(gradient, parameters).map { -$0 * $1 })
    }
    for start in starts {
      var search = Minimizer()
      search.bound = Self.logLimit
      let minimum = search.minimize(from: start.map { Double.log($0) }, inLogarithms)
      if minimum.hasRunAway { return nil }
      guard minimum.isConverged else { continue }
      parameters = minimum.point.map { Double.exp($0) }
      logLikelihood = -minimum.value
      curvature = Self.curvature(at: minimum.point, inLogarithms)
      let found = parameters
      standardErrors = curvature.inverseDiagonal().map { diagonal in
        zip(diagonal, found).map { $0.squareRoot() * $1 }
      }
      return
    }
    return nil
  }

  /// How far a figure that the parameters give is known, as a standard error (delta method: Oehlert,
  /// The American Statistician 46, 1992); nil where the curvature gives none.
  func standardError(of figure: ([Double]) -> Double) -> Double? {
    let width = 1e-4
    let gradient = parameters.indices.map { axis in
      var (up, down) = (parameters, parameters)
      up[axis] *= Double.exp(width)
      down[axis] *= Double.exp(-width)
      return (figure(up) - figure(down)) / (2 * width)
    }
    guard let spread = curvature.solved(gradient) else { return nil }
    let variance = dot(gradient, spread)
    return variance >= 0 && variance.isFinite ? variance.squareRoot() : nil
  }

  /// The matrix of second derivatives, by central differences of the gradient.
  private static func curvature(
    at point: [Double], _ objective: ([Double]) -> (value: Double, gradient: [Double])
  ) -> Matrix {
    let width = 1e-4
    var matrix = Matrix(size: point.count)
    for row in point.indices {
      var (up, down) = (point, point)
      up[row] += width
      down[row] -= width
      let difference = zip(objective(up).gradient, objective(down).gradient).map { $0 - $1 }
      for column in point.indices { matrix[row, column] += difference[column] / (4 * width) }
      for column in point.indices { matrix[column, row] += difference[column] / (4 * width) }
    }
    return matrix
  }
}
