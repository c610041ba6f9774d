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

  /// How many eights hold the points.
  var eightCount: Int { (count + Vector.scalarCount - 1) / Vector.scalarCount }

  /// Which lanes of an eight hold points: all but some of the last.
  @inline(__always)
  func isPoint(_ eight: Int) -> SIMDMask<Vector.MaskStorage> {
    Self.lanes .< Double(count - eight * Vector.scalarCount)
  }

  private static let lanes = Vector(0, 1, 2, 3, 4, 5, 6, 7)

  /// From the points of an eight to a place.
  ///
  /// - Parameter start: where the place's coordinates begin in `coordinates`.
  @inline(__always)
  func squaredDistances(_ eight: Int, to coordinates: [Double], from start: Int) -> Vector {
    let first = eight * width
    var sums = Vector.zero
    for axis in 0..<width {
      let difference = eights[first + axis] - coordinates[start + axis]
      sums += difference * difference
    }
    return sums
  }

  /// The coordinates of places that are held as points are: `width` for each, one after the other.
  func coordinates(_ vectors: [Vector]) -> [Double] {
    var coordinates: [Double] = []
    coordinates.reserveCapacity(vectors.count / max(1, stride) * width)
    for first in Swift.stride(from: 0, to: vectors.count, by: stride) {
      for axis in 0..<width {
        let (vector, lane) = axis.quotientAndRemainder(dividingBy: Vector.scalarCount)
        coordinates.append(vectors[first + vector][lane])
      }
    }
    return coordinates
  }
}
