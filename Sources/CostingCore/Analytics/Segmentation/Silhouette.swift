/// How well points sit in their groups (Rousseeuw, Journal of Computational and Applied Mathematics
/// 20, 1987).
enum Silhouette {
  /// The mean over the points, −1 … 1; 0 for one group. Quadratic in the number of points.
  static func mean(_ points: [[Double]], _ assignment: [Int], groups: Int) -> Double {
    guard groups > 1, !points.isEmpty else { return 0 }
    let flat = FlatPoints(points, width: points[0].count)
    var sizes = [Double](repeating: 0, count: groups)
    for group in assignment { sizes[group] += 1 }
    var sum = 0.0
    for point in points.indices {
      sum += width(of: point, flat, assignment, sizes)
    }
    return sum / Double(points.count)
  }

  private static func width(
    of point: Int, _ points: FlatPoints, _ assignment: [Int], _ sizes: [Double]
  ) -> Double {
    let own = assignment[point]
    guard sizes[own] > 1 else { return 0 }
    var distances = [Double](repeating: 0, count: sizes.count)
    for other in 0..<points.count {
      distances[assignment[other]] += points.squaredDistance(point, points.vectors, other)
        .squareRoot()
    }
    let inside = distances[own] / (sizes[own] - 1)
    var outside = Double.infinity
    for group in sizes.indices where group != own && sizes[group] > 0 {
      outside = min(outside, distances[group] / sizes[group])
    }
    guard outside.isFinite else { return 0 }
    let larger = max(inside, outside)
    return larger > 0 ? (outside - inside) / larger : 0
  }
}
