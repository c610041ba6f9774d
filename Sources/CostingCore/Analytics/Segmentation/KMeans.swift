import FinanceModel

/// Groups points by likeness: k-means from seeded k-means++ starts (Lloyd 1982; Arthur &
/// Vassilvitskii, SODA 2007). The same points and seed always give the same groups.
public struct KMeans: Sendable {
  /// How many starts are tried; the tightest result wins.
  public var restarts: Int
  public var iterationLimit = 100
  public var seed: UInt64

  public init(seed: UInt64 = 1, restarts: Int = 25) {
    self.seed = seed
    self.restarts = restarts
  }

  /// Points in groups.
  public struct Clustering: Sendable, Hashable {
    /// One centre a group, largest group first.
    public var centres: [[Double]]
    /// The group of each point, counted from 0.
    public var assignment: [Int]
    /// Σ of squared distances to the centre, by group.
    public var within: [Double]
    /// Points by group.
    public var sizes: [Int]
    /// Σ of squared distances of all points to their common mean.
    public var total: Double

    public var totalWithin: Double { within.reduce(0, +) }
  }

  /// The tightest grouping found.
  ///
  /// - Parameters:
  ///   - points: all with the same number of finite coordinates.
  ///   - count: groups; at least 1.
  /// - Returns: nil where there are fewer points than groups, or coordinates differ in number.
  public func cluster(_ points: [[Double]], into count: Int) -> Clustering? {
    guard count > 0, points.count >= count, let width = points.first?.count, width > 0,
      points.allSatisfy({ $0.count == width && $0.allSatisfy(\.isFinite) })
    else { return nil }
    let flat = FlatPoints(points, width: width)
    var generator = SeededGenerator(seed: seed)
    var best: LloydRun?
    for _ in 0..<max(1, restarts) {
      var run = LloydRun(flat, count, &generator)
      run.settle(flat, limit: iterationLimit)
      if run.cost < best?.cost ?? .infinity { best = run }
    }
    return best?.clustering(of: flat)
  }
}

/// One start and what it settles to.
private struct LloydRun {
  typealias Vector = FlatPoints.Vector

  /// As points are held.
  var centres: [Vector]
  /// The group of each point, by eights as the points are; −1 before the first assignment.
  private var groups: [Vector]
  /// By group: its points' coordinates added up, as points are held, and how many they are.
  private var sums: [Vector]
  private var sizes: [Double]
  var cost = Double.infinity
  let count: Int

  /// Centres drawn one by one, with a chance in proportion to the squared distance from those drawn.
  init(_ points: FlatPoints, _ count: Int, _ generator: inout SeededGenerator) {
    self.count = count
    groups = [Vector](repeating: Vector(repeating: -1), count: points.eightCount)
    sums = [Vector](repeating: .zero, count: count * points.stride)
    sizes = [Double](repeating: 0, count: count)
    centres = []
    var nearest = [Vector](repeating: Vector(repeating: .infinity), count: points.eightCount)
    for centre in 0..<count {
      let chosen = Self.draw(nearest, points.count, &generator, isFirst: centre == 0)
      let place = Array(points.vectors[points.places(of: chosen)])
      centres += place
      let coordinates = points.coordinates(place)
      for eight in nearest.indices {
        let distances = points.squaredDistances(eight, to: coordinates, from: 0)
        nearest[eight] = pointwiseMin(nearest[eight], distances)
      }
    }
  }

  private static func draw(
    _ weights: [Vector], _ count: Int, _ generator: inout SeededGenerator, isFirst: Bool
  ) -> Int {
    func weight(_ point: Int) -> Double {
      weights[point / Vector.scalarCount][point % Vector.scalarCount]
    }
    let sum = isFirst ? 0 : (0..<count).reduce(0) { $0 + weight($1) }
    guard sum > 0 else { return Int(generator.next() % UInt64(count)) }
    var rest = generator.nextUnit() * sum
    for point in 0..<count {
      rest -= weight(point)
      if rest < 0 { return point }
    }
    return count - 1
  }

  /// Assigns and averages until no point changes its group.
  mutating func settle(_ points: FlatPoints, limit: Int) {
    for _ in 0..<limit {
      guard assign(points) else { return }
      average(points)
    }
    _ = assign(points)
  }

  /// Takes each point to the nearest centre, the first of equally near ones.
  ///
  /// - Returns: whether a point changed its group.
  private mutating func assign(_ points: FlatPoints) -> Bool {
    let coordinates = points.coordinates(centres)
    var costs = Vector.zero
    var hasChanged = false
    for eight in groups.indices {
      var nearest = Vector(repeating: .infinity)
      var group = Vector.zero
      for centre in 0..<count {
        let distances = points.squaredDistances(
          eight, to: coordinates, from: centre * points.width)
        let isNearer = distances .< nearest
        nearest.replace(with: distances, where: isNearer)
        group.replace(with: Double(centre), where: isNearer)
      }
      let isPoint = points.isPoint(eight)
      costs += Vector.zero.replacing(with: nearest, where: isPoint)
      let changes = (group .!= groups[eight]) .& isPoint
      if any(changes) {
        hasChanged = true
        move(eight, to: group, where: changes, points)
      }
    }
    cost = costs.sum()
    return hasChanged
  }

  /// Moves points of an eight to other groups, whose sums go with them: after the first steps few
  /// points move.
  private mutating func move(
    _ eight: Int, to group: Vector, where changes: SIMDMask<Vector.MaskStorage>,
    _ points: FlatPoints
  ) {
    for lane in Vector.zero.indices where changes[lane] {
      let place = (eight * Vector.scalarCount + lane) * points.stride
      let (old, new) = (Int(groups[eight][lane]), Int(group[lane]))
      if old >= 0 {
        sizes[old] -= 1
        for vector in 0..<points.stride {
          sums[old * points.stride + vector] -= points.vectors[place + vector]
        }
      }
      sizes[new] += 1
      for vector in 0..<points.stride {
        sums[new * points.stride + vector] += points.vectors[place + vector]
      }
    }
    groups[eight].replace(with: group, where: changes)
  }

  /// Moves each centre to its points' mean; an empty group keeps its centre.
  private mutating func average(_ points: FlatPoints) {
    for centre in 0..<count where sizes[centre] > 0 {
      for place in points.places(of: centre) { centres[place] = sums[place] / sizes[centre] }
    }
  }

  /// The group of each point.
  private func assignment(of points: FlatPoints) -> [Int] {
    (0..<points.count).map { point in
      Int(groups[point / Vector.scalarCount][point % Vector.scalarCount])
    }
  }

  /// Largest group first; equal ones by the first coordinate of their centre.
  func clustering(of points: FlatPoints) -> KMeans.Clustering {
    let assignment = assignment(of: points)
    var sizes = [Int](repeating: 0, count: count)
    var within = [Double](repeating: 0, count: count)
    for point in 0..<points.count {
      sizes[assignment[point]] += 1
      within[assignment[point]] += points.squaredDistance(point, centres, assignment[point])
    }
    let order = (0..<count).sorted {
      (-sizes[$0], centres[$0 * points.stride][0]) < (-sizes[$1], centres[$1 * points.stride][0])
    }
    var newPlace = [Int](repeating: 0, count: count)
    for (place, old) in order.enumerated() { newPlace[old] = place }
    return KMeans.Clustering(
      centres: order.map { points.coordinates(Array(centres[points.places(of: $0)])) },
      assignment: assignment.map { newPlace[$0] }, within: order.map { within[$0] },
      sizes: order.map { sizes[$0] }, total: total(points))
  }

  private func total(_ points: FlatPoints) -> Double {
    var mean = [FlatPoints.Vector](repeating: .zero, count: points.stride)
    for point in 0..<points.count {
      for place in 0..<points.stride {
        mean[place] += points.vectors[point * points.stride + place] / Double(points.count)
      }
    }
    return (0..<points.count).reduce(0) { $0 + points.squaredDistance($1, mean, 0) }
  }
}
