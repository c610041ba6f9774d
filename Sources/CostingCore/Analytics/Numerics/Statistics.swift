import RealModule

/// Plain statistics of columns of numbers.
enum Statistics {
  /// Zero for no values.
  static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// Nil for no values.
  static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.ordered(by: \.ascendingKey, then: <)
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  /// Of a sample (n − 1); nil for fewer than two.
  static func standardDeviation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let centre = mean(values)
    let squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  /// Pearson's correlation; nil where a column does not vary. Columns of the same length.
  static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    let (firstMean, secondMean) = (mean(first), mean(second))
    var (products, firstSquares, secondSquares) = (0.0, 0.0, 0.0)
    for (a, b) in zip(first, second) {
      products += (a - firstMean) * (b - secondMean)
      firstSquares += (a - firstMean) * (a - firstMean)
      secondSquares += (b - secondMean) * (b - secondMean)
    }
    let divisor = (firstSquares * secondSquares).squareRoot()
    return divisor > 0 ? products / divisor : nil
  }
}

/// `base` to the power of `exponent`, for positive bases.
func power(_ base: Double, _ exponent: Double) -> Double { Double.pow(base, exponent) }
