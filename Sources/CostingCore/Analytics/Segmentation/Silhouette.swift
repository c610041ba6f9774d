/// How well points sit in their groups (Rousseeuw, Journal of Computational and Applied Mathematics
/// 20, 1987).
enum Silhouette {
  /// The mean over the points, −1 … 1, of each of some ways to group the same points; 0 for one group.
  ///
  /// Quadratic in the number of points. Distances are most of the cost, and serve all the ways.
  ///
  /// - Parameter groupings: groups of the points, each counted from 0.
  static func means(_ points: [[Double]], _ groupings: [[Int]]) -> [Double] {
    guard let width = points.first?.count, width > 0 else { return groupings.map { _ in 0 } }
    let flat = FlatPoints(points, width: width)
    let coordinates = flat.coordinates(flat.vectors)
    var ways = Ways(groupings)
    for eight in 0..<flat.eightCount {
      ways.beginEight()
      for point in 0..<flat.count {
        ways.take(
          point,
          flat.squaredDistances(eight, to: coordinates, from: point * width).squareRoot())
      }
      ways.endEight(eight)
    }
    return ways.widths.map { $0 / Double(flat.count) }
  }

  /// The ways side by side, for eight points at once: what a distance is added to in one does not
  /// wait for the others.
  private struct Ways {
    typealias Vector = FlatPoints.Vector

    /// The widths of each way, added up point by point.
    private(set) var widths: [Double]
    /// By point, then by way: the slot of the point's group among the groups of all ways.
    private let slots: [Int32]
    /// Where the groups of each way begin, and where the last ones end.
    private var starts = [0]
    /// By slot: the group's points.
    private let sizes: [Double]
    /// By slot: the distances of eight points from the group's added up.
    private var sums: [Vector]

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
      sums = [Vector](repeating: .zero, count: sizes.count)
    }

    mutating func beginEight() {
      for slot in sums.indices { sums[slot] = .zero }
    }

    /// Takes the distances of the eight points from a point.
    mutating func take(_ point: Int, _ distances: Vector) {
      for place in point * widths.count..<(point + 1) * widths.count {
        sums[Int(slots[place])] += distances
      }
    }

    /// Adds the widths of the eight points.
    mutating func endEight(_ eight: Int) {
      let first = eight * Vector.scalarCount
      for point in first..<min(first + Vector.scalarCount, slots.count / max(1, widths.count)) {
        for way in widths.indices {
          widths[way] += width(
            Int(slots[point * widths.count + way]), starts[way]..<starts[way + 1], point - first)
        }
      }
    }

    /// The width of a point in one way: (b − a) / max(a, b), 0 where its group is it alone.
    ///
    /// - Parameter lane: the point's among the eight.
    private func width(_ own: Int, _ groups: Range<Int>, _ lane: Int) -> Double {
      guard sizes[own] > 1 else { return 0 }
      let inside = sums[own][lane] / (sizes[own] - 1)
      var outside = Double.infinity
      for group in groups where group != own && sizes[group] > 0 {
        outside = min(outside, sums[group][lane] / sizes[group])
      }
      let larger = max(inside, outside)
      return outside.isFinite && larger > 0 ? (outside - inside) / larger : 0
    }
  }
}
