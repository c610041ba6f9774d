public import FinanceModel

/// How unevenly a total is spread.
public enum Concentration {
  /// The Gini coefficient: 0 where all have the same, near 1 where one has everything.
  ///
  /// G = Σ (2i − n − 1)·xᵢ / (n·Σx), x ascending, i from 1. With negative values among them it can
  /// pass 1. Nil for no values or a total of zero or less. The order does not matter.
  public static func gini(of values: [Amount]) -> Double? {
    let ascending = values.sorted()
    let total = ascending.sum
    guard total.isPositive else { return nil }
    let count = ascending.count
    var weighted = 0.0
    for (index, value) in ascending.enumerated() {
      weighted += Double(2 * index + 1 - count) * value.doubleValue
    }
    return weighted / (Double(count) * total.doubleValue)
  }

  /// The Gini coefficient corrected for small samples: G·n/(n − 1). Nil for fewer than two values.
  public static func unbiasedGini(of values: [Amount]) -> Double? {
    guard values.count > 1, let gini = gini(of: values) else { return nil }
    return gini * Double(values.count) / Double(values.count - 1)
  }

  /// The Stobachoff index: how much of the area under the cumulative profit curve lies above the
  /// diagonal, (A − ½) / A, with A by trapezoids over the normalised curve.
  ///
  /// - Parameter margins: ranked, best first.
  /// - Returns: 0 where all earn the same; nil for no values or a total of zero or less. Source: van
  ///   Raaij, Vernooij & van Triest, The implementation of customer profitability analysis,
  ///   Industrial Marketing Management 32, 2003.
  public static func stobachoff(ranked margins: [Amount]) -> Double? {
    let total = margins.sum
    guard total.isPositive else { return nil }
    var cumulative: Amount = 0
    var area = 0.0
    for margin in margins {
      let before = cumulative
      cumulative += margin
      area += (before.doubleValue + cumulative.doubleValue) / 2
    }
    area /= total.doubleValue * Double(margins.count)
    return (area - 0.5) / area
  }
}
