/// Small dense systems of linear equations.
enum LinearSystem {
  /// The solution of `matrix · x = right` by Gaussian elimination with partial pivoting; nil where
  /// the matrix is singular to working precision or its shape does not fit.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    let size = right.count
    guard matrix.count == size, matrix.allSatisfy({ $0.count == size }) else { return nil }
    var rows = zip(matrix, right).map { $0 + [$1] }
    for column in 0..<size {
      let pivot = (column..<size).max { rows[$0][column].magnitude < rows[$1][column].magnitude }
      guard let pivot, rows[pivot][column].magnitude > 1e-15 else { return nil }
      rows.swapAt(column, pivot)
      for row in (column + 1)..<max(size, column + 1) {
        eliminate(&rows, row: row, column: column)
      }
    }
    return substituteBack(rows)
  }

  private static func eliminate(_ rows: inout [[Double]], row: Int, column: Int) {
    let factor = rows[row][column] / rows[column][column]
    guard factor != 0 else { return }
    for index in column..<rows[row].count { rows[row][index] -= factor * rows[column][index] }
  }

  private static func substituteBack(_ rows: [[Double]]) -> [Double] {
    let size = rows.count
    var solution = [Double](repeating: 0, count: size)
    for row in stride(from: size - 1, through: 0, by: -1) {
      var value = rows[row][size]
      for column in (row + 1)..<max(size, row + 1) { value -= rows[row][column] * solution[column] }
      solution[row] = value / rows[row][row]
    }
    return solution
  }
}
