/// Finds where a function of a few variables between 0 and 1 is least, without derivatives
/// (Nelder & Mead, The Computer Journal 7, 1965). Points outside are moved to the border.
struct NelderMead {
  var stepLimit = 2000
  /// Ends where the simplex's values differ by less, relatively.
  var tolerance = 1e-12

  /// The best point found from a start, and its value.
  func minimize(from start: [Double], _ objective: ([Double]) -> Double)
    -> (point: [Double], value: Double)
  {
    var simplex = [Corner(start, objective)]
    for axis in start.indices {
      var point = start
      point[axis] += point[axis] < 0.5 ? 0.2 : -0.2
      simplex.append(Corner(point, objective))
    }
    for _ in 0..<stepLimit {
      simplex.sort { $0.value < $1.value }
      guard let best = simplex.first, let worst = simplex.last else { break }
      if worst.value - best.value <= tolerance * best.value.magnitude { break }
      improve(&simplex, objective)
    }
    let best = simplex.min { $0.value < $1.value } ?? simplex[0]
    return (best.point, best.value)
  }

  private struct Corner {
    var point: [Double]
    var value: Double

    init(_ point: [Double], _ objective: ([Double]) -> Double) {
      self.point = point.map { min(max($0, 0), 1) }
      let found = objective(self.point)
      value = found.isFinite ? found : .greatestFiniteMagnitude
    }
  }

  /// Replaces the worst corner (the last), or draws all towards the best (the first).
  private func improve(_ simplex: inout [Corner], _ objective: ([Double]) -> Double) {
    let last = simplex.count - 1
    let worst = simplex[last]
    let centre = worst.point.indices.map { axis in
      simplex[..<last].reduce(0) { $0 + $1.point[axis] } / Double(last)
    }
    func along(_ reach: Double) -> Corner {
      Corner(zip(centre, worst.point).map { $0 + reach * ($0 - $1) }, objective)
    }
    let reflected = along(1)
    if reflected.value < simplex[0].value {
      let expanded = along(2)
      simplex[last] = expanded.value < reflected.value ? expanded : reflected
      return
    }
    if reflected.value < simplex[last - 1].value {
      simplex[last] = reflected
      return
    }
    let contracted = along(reflected.value < worst.value ? 0.5 : -0.5)
    if contracted.value < min(worst.value, reflected.value) {
      simplex[last] = contracted
      return
    }
    let best = simplex[0].point
    for place in 1...last {
      simplex[place] = Corner(zip(best, simplex[place].point).map { ($0 + $1) / 2 }, objective)
    }
  }
}
