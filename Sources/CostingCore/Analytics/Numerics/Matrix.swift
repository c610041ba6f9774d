/// A small square matrix, row by row.
struct Matrix {
  let size: Int
  private var elements: [Double]

  init(size: Int) {
    self.size = size
    elements = [Double](repeating: 0, count: size * size)
  }

  static func identity(_ size: Int) -> Matrix {
    var matrix = Matrix(size: size)
    for place in 0..<size { matrix[place, place] = 1 }
    return matrix
  }

  /// Rows and columns are counted from 0.
  subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  func times(_ vector: [Double]) -> [Double] {
    (0..<size).map { row in
      (0..<size).reduce(0) { $0 + self[row, $1] * vector[$1] }
    }
  }

  /// The lower triangle L with L·Lᵀ = self; nil where the matrix is not positive definite.
  func choleskyFactor() -> Matrix? {
    var factor = Matrix(size: size)
    for row in 0..<size {
      for column in 0...row {
        var rest = self[row, column]
        for place in 0..<column { rest -= factor[row, place] * factor[column, place] }
        if row == column {
          guard rest > 0, rest.isFinite else { return nil }
          factor[row, row] = rest.squareRoot()
        } else {
          factor[row, column] = rest / factor[column, column]
        }
      }
    }
    return factor
  }

  /// x with self·x = right, for a positive definite matrix; nil for another.
  func solved(_ right: [Double]) -> [Double]? {
    guard let factor = choleskyFactor() else { return nil }
    var solution = right
    for row in 0..<size {
      for place in 0..<row { solution[row] -= factor[row, place] * solution[place] }
      solution[row] /= factor[row, row]
    }
    for row in (0..<size).reversed() {
      for place in (row + 1)..<max(size, row + 1) {
        solution[row] -= factor[place, row] * solution[place]
      }
      solution[row] /= factor[row, row]
    }
    return solution
  }

  /// The diagonal of the inverse of a positive definite matrix; nil for another.
  func inverseDiagonal() -> [Double]? {
    var diagonal: [Double] = []
    for place in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[place] = 1
      guard let column = solved(unit) else { return nil }
      diagonal.append(column[place])
    }
    return diagonal
  }
}
