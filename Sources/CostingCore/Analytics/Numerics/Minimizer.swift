/// Finds where a smooth function of a few variables is least.
///
/// Quasi-Newton steps (BFGS; Nocedal & Wright, Numerical Optimization, 2nd edition, algorithm 6.1)
/// with backtracking; for likelihoods of two to a dozen parameters.
struct Minimizer {
  /// The function's value and gradient at a point; an infinite or NaN value says "not here".
  typealias Objective = ([Double]) -> (value: Double, gradient: [Double])

  /// The most steps.
  var stepLimit = 200
  /// Steps end where no component of the gradient is larger, relative to the value's size.
  var tolerance = 1e-8
  /// A search that leaves the cube of twice this width around the origin has run away and ends.
  var bound = Double.infinity

  /// Where a search ended.
  struct Minimum {
    var point: [Double]
    var value: Double
    var gradient: [Double]
    var isConverged: Bool
    /// Whether the search left the bound.
    var hasRunAway = false
  }

  /// Searches from a point on.
  func minimize(from start: [Double], _ objective: Objective) -> Minimum {
    let first = objective(start)
    var current = Minimum(
      point: start, value: first.value, gradient: first.gradient, isConverged: false)
    guard current.value.isFinite else { return current }
    var inverse = Matrix.identity(start.count)
    var milestone = current.value
    for step in 1...max(1, stepLimit) {
      if step.isMultiple(of: 30) {
        // A valley without a floor: the search creeps on for ever.
        if milestone - current.value <= 1e-9 * current.value.magnitude { break }
        milestone = current.value
      }
      if isFlat(current) {
        current.isConverged = true
        break
      }
      guard let next = lower(than: current, &inverse, objective) else { break }
      let gain = current.value - next.value
      update(&inverse, from: current, to: next)
      current = next
      if current.point.contains(where: { $0.magnitude > bound }) {
        current.hasRunAway = true
        break
      }
      if gain <= 1e-14 * max(1, current.value.magnitude) {
        current.isConverged = isFlat(current, slack: 1e4)
        if current.isConverged { break }
        inverse = Matrix.identity(start.count)
      }
    }
    return current
  }

  private func isFlat(_ point: Minimum, slack: Double = 1) -> Bool {
    let largest = point.gradient.reduce(0) { max($0, $1.magnitude) }
    return largest <= tolerance * slack * max(1, point.value.magnitude)
  }

  /// A point that is lower by enough (Armijo's condition); nil where there is none, not even
  /// straight downhill.
  private func lower(
    than current: Minimum, _ inverse: inout Matrix, _ objective: Objective
  ) -> Minimum? {
    var direction = inverse.times(current.gradient).map { -$0 }
    var slope = dot(direction, current.gradient)
    if slope >= 0 {
      inverse = Matrix.identity(current.point.count)
      direction = current.gradient.map { -$0 }
      slope = dot(direction, current.gradient)
    }
    let reach = direction.reduce(0) { max($0, $1.magnitude) }
    var length = reach > 2 ? 2 / reach : 1.0
    for _ in 0..<50 {
      let point = zip(current.point, direction).map { $0 + length * $1 }
      let (value, gradient) = objective(point)
      if value.isFinite, value <= current.value + 1e-4 * length * slope {
        return Minimum(point: point, value: value, gradient: gradient, isConverged: false)
      }
      length *= 0.5
    }
    return nil
  }

  private func update(_ inverse: inout Matrix, from old: Minimum, to new: Minimum) {
    let moved = zip(new.point, old.point).map { $0 - $1 }
    let turned = zip(new.gradient, old.gradient).map { $0 - $1 }
    let curvature = dot(moved, turned)
    guard curvature > 1e-12 * (dot(moved, moved) * dot(turned, turned)).squareRoot() else {
      return
    }
    let bent = inverse.times(turned)
    let factor = (1 + dot(turned, bent) / curvature) / curvature
    for row in moved.indices {
      for column in moved.indices {
        inverse[row, column] +=
          factor * moved[row] * moved[column]
          - (bent[row] * moved[column] + moved[row] * bent[column]) / curvature
      }
    }
  }
}

/// Σ aᵢ·bᵢ.
func dot(_ first: [Double], _ second: [Double]) -> Double {
  zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
}
