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
    var ways = Ways(groupings)
    for point in 0..<flat.count { ways.take(point, flat.distances(from: point)) }
    return ways.widths.map { $0 / Double(flat.count) }
  }

  /// The ways side by side: what a distance is added to in one does not wait for the others.
  private struct Ways {
    /// The widths of each way, added up point by point.
    private(set) var widths: [Double]
    /// By point, then by way: the slot of the point's group among the groups of all ways.
    private let slots: [Int32]
    /// Where the groups of each way begin, and where the last ones end.
    private var starts = [0]
    /// By slot: the group's points.
    private let sizes: [Double]
    /// By slot: one point's distances added up.
    private var sums: [Double]

    init(_ groupings: [[Int]]) {
      widths = groupings.map { _ in 0 }
      for groups in groupings { starts.append(starts[starts.count - 1] + (groups.max() ?? 0) + 1) }
      let firsts = starts
      slots = (groupings.first ?? []).indices.flatMap { point in
        groupings.indices.map { Int32(clamping: firsts[$0] + groupings[$0][point]) }
      }
      var sizes = [Double](repeating: 0, count: starts[starts.count - 1])
      for slot in slots { sizes[Int(slot)] += 1 }
      self.sizes = sizes
      sums = [Double](repeating: 0, count: sizes.count)
    }

    mutating func take(_ point: Int, _ distances: [Double]) {
      for slot in sums.indices { sums[slot] = 0 }
      var place = 0
      for distance in distances {
        for _ in widths.indices {
          sums[Int(slots[place])] += distance
          place += 1
        }
      }
      for way in widths.indices {
        widths[way] += width(Int(slots[point * widths.count + way]), starts[way]..<starts[way + 1])
      }
    }

    /// The width of a point in one way: (b − a) / max(a, b), 0 where its group is it alone.
    private func width(_ own: Int, _ groups: Range<Int>) -> Double {
      guard sizes[own] > 1 else { return 0 }
      let inside = sums[own] / (sizes[own] - 1)
      var outside = Double.infinity
      for group in groups where group != own && sizes[group] > 0 {
        outside = min(outside, sums[group] / sizes[group])
      }
      let larger = max(inside, outside)
      return outside.isFinite && larger > 0 ? (outside - inside) / larger : 0
    }
  }
}
