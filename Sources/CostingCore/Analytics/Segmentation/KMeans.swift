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

/// Points row by row in one array of vectors of eight; what is left of a point's last vector is zero.
/// And by eights: the first coordinates of eight points in one vector, then their second ones.
struct FlatPoints: Sendable {
  typealias Vector = SIMD8<Double>

  /// Coordinates of a point.
  let width: Int
  let count: Int
  /// Vectors of a point.
  let stride: Int
  let vectors: [Vector]
  /// `width` vectors for eight points; beyond the last point they are zero.
  let eights: [Vector]

  /// - Parameter points: all with `width` coordinates.
  init(_ points: [[Double]], width: Int) {
    self.width = width
    count = points.count
    stride = (width + Vector.scalarCount - 1) / Vector.scalarCount
    var vectors = [Vector](repeating: .zero, count: count * stride)
    var eights = [Vector](
      repeating: .zero,
      count: (count + Vector.scalarCount - 1) / Vector.scalarCount * width)
    for (place, point) in points.enumerated() {
      let (eight, lane) = place.quotientAndRemainder(dividingBy: Vector.scalarCount)
      for (axis, value) in point.enumerated() {
        let (vector, axisLane) = axis.quotientAndRemainder(dividingBy: Vector.scalarCount)
        vectors[place * stride + vector][axisLane] = value
        eights[eight * width + axis][lane] = value
      }
    }
    self.vectors = vectors
    self.eights = eights
  }

  /// The places of a point's vectors.
  func places(of point: Int) -> Range<Int> { point * stride..<(point + 1) * stride }

  /// The squared distance of a point from one of some centres, held as points are.
  func squaredDistance(_ point: Int, _ centres: [Vector], _ centre: Int) -> Double {
    var sum = Vector.zero
    for place in 0..<stride {
      let difference = vectors[point * stride + place] - centres[centre * stride + place]
      sum += difference * difference
    }
    return sum.sum()
  }

  /// From eight points, of which `first` is the first, to a place.
  ///
  /// - Parameter start: where the place's coordinates begin in `coordinates`.
  @inline(__always)
  func squaredDistances(_ first: Int, to coordinates: [Double], from start: Int) -> Vector {
    let eight = first / Vector.scalarCount * width
    var sums = Vector.zero
    for axis in 0..<width {
      let difference = eights[eight + axis] - coordinates[start + axis]
      sums += difference * difference
    }
    return sums
  }

  /// From a point to every point.
  func distances(from point: Int) -> [Double] {
    let coordinates = coordinates(vectors[places(of: point)])
    var distances: [Double] = []
    distances.reserveCapacity(count)
    for first in Swift.stride(from: 0, to: count, by: Vector.scalarCount) {
      let eight = squaredDistances(first, to: coordinates, from: 0).squareRoot()
      for lane in 0..<min(Vector.scalarCount, count - first) { distances.append(eight[lane]) }
    }
    return distances
  }

  /// The coordinates that vectors hold.
  func coordinates(_ vectors: ArraySlice<Vector>) -> [Double] {
    Array(vectors.flatMap { vector in vector.indices.map { vector[$0] } }.prefix(width))
  }
}

/// One start and what it settles to.
private struct LloydRun {
  typealias Vector = FlatPoints.Vector

  /// As points are held.
  var centres: [Vector]
  var assignment: [Int]
  var cost = Double.infinity
  let count: Int

  /// Centres drawn one by one, with a chance in proportion to the squared distance from those drawn.
  init(_ points: FlatPoints, _ count: Int, _ generator: inout SeededGenerator) {
    self.count = count
    assignment = [Int](repeating: 0, count: points.count)
    centres = []
    var nearest = [Double](repeating: .infinity, count: points.count)
    for centre in 0..<count {
      let chosen = Self.draw(nearest, &generator, isFirst: centre == 0)
      centres += points.vectors[points.places(of: chosen)]
      for point in nearest.indices {
        nearest[point] = min(nearest[point], points.squaredDistance(point, centres, centre))
      }
    }
  }

  private static func draw(
    _ weights: [Double], _ generator: inout SeededGenerator, isFirst: Bool
  ) -> Int {
    let sum = isFirst ? 0 : weights.reduce(0, +)
    guard sum > 0 else { return Int(generator.next() % UInt64(weights.count)) }
    var rest = generator.nextUnit() * sum
    for (place, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return place }
    }
    return weights.count - 1
  }

  /// Assigns and averages until nothing moves.
  mutating func settle(_ points: FlatPoints, limit: Int) {
    for _ in 0..<limit {
      let before = cost
      assign(points)
      guard cost < before else { break }
      average(points)
    }
    assign(points)
  }

  /// Takes each point to the nearest centre, the first of equally near ones.
  private mutating func assign(_ points: FlatPoints) {
    let coordinates = (0..<count).flatMap { points.coordinates(centres[points.places(of: $0)]) }
    cost = 0
    for first in stride(from: 0, to: points.count, by: Vector.scalarCount) {
      var nearest = Vector(repeating: .infinity)
      var group = Vector.zero
      for centre in 0..<count {
        let distances = points.squaredDistances(
          first, to: coordinates, from: centre * points.width)
        let isNearer = distances .< nearest
        nearest.replace(with: distances, where: isNearer)
        group.replace(with: Double(centre), where: isNearer)
      }
      for lane in 0..<min(Vector.scalarCount, points.count - first) {
        assignment[first + lane] = Int(group[lane])
        cost += nearest[lane]
      }
    }
  }

  /// Moves each centre to its points' mean; an empty group keeps its centre.
  private mutating func average(_ points: FlatPoints) {
    var sums = [Vector](repeating: .zero, count: centres.count)
    var sizes = [Double](repeating: 0, count: count)
    for point in 0..<points.count {
      let group = assignment[point]
      sizes[group] += 1
      for place in 0..<points.stride {
        sums[group * points.stride + place] += points.vectors[point * points.stride + place]
      }
    }
    for centre in 0..<count where sizes[centre] > 0 {
      for place in points.places(of: centre) { centres[place] = sums[place] / sizes[centre] }
    }
  }

  /// Largest group first; equal ones by the first coordinate of their centre.
  func clustering(of points: FlatPoints) -> KMeans.Clustering {
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
      centres: order.map { points.coordinates(centres[points.places(of: $0)]) },
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
