/// How well points sit in their groups (Rousseeuw, Journal of Computational and Applied Mathematics
/// 20, 1987).
enum Silhouette {
  /// The mean over the points, −1 … 1, of each of some ways to group the same points; 0 for one group.
  ///
  /// Quadratic in the number of points. Distances are most of the cost, and serve all the ways.
  ///
  /// - Parameter groupings: groups of the points, each counted from 0.
  static func means(_ points: [[Double]], _ groupings: [[Int]]) -> [Double] {
    guard let width = points.first?.count else { return groupings.map { _ in 0 } }
    let flat = FlatPoints(points, width: width)
    var widths = groupings.map { Widths($0) }
    var distances = [Double](repeating: 0, count: flat.count)
    for point in 0..<flat.count {
      for other in 0..<flat.count {
        distances[other] = flat.squaredDistance(point, flat.vectors, other).squareRoot()
      }
      for index in widths.indices { widths[index].take(point, distances) }
    }
    return widths.map { $0.sum / Double(flat.count) }
  }

  /// The widths of one way, added up point by point.
  private struct Widths {
    private(set) var sum = 0.0
    private let groups: [Int]
    private let sizes: [Double]
    /// The point's distances added up by group.
    private var sums: [Double]

    init(_ groups: [Int]) {
      self.groups = groups
      var sizes = [Double](repeating: 0, count: (groups.max() ?? 0) + 1)
      for group in groups { sizes[group] += 1 }
      self.sizes = sizes
      sums = [Double](repeating: 0, count: sizes.count)
    }

    mutating func take(_ point: Int, _ distances: [Double]) {
      let own = groups[point]
      guard sizes[own] > 1 else { return }
      for group in sums.indices { sums[group] = 0 }
      for (other, group) in groups.enumerated() { sums[group] += distances[other] }
      let inside = sums[own] / (sizes[own] - 1)
      var outside = Double.infinity
      for group in sizes.indices where group != own && sizes[group] > 0 {
        outside = min(outside, sums[group] / sizes[group])
      }
      let larger = max(inside, outside)
      if outside.isFinite, larger > 0 { sum += (outside - inside) / larger }
    }
  }
}
