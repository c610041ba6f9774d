public import FinanceModel

/// A driver made of several: 0.7 × orders + 0.3 × visits, or orders weighted by difficulty.
public enum CompositeDriver {
  /// Σ weight × quantity for each cost object.
  ///
  /// - Parameter parts: drivers of the same length, each with its weight.
  /// - Returns: nil where lengths differ or a product is out of range.
  public static func weightedSum(
    _ parts: [(weight: Quantity, quantities: [Quantity])]
  ) -> [Quantity]? {
    guard let first = parts.first else { return nil }
    var sums = [Quantity](repeating: 0, count: first.quantities.count)
    for part in parts {
      guard part.quantities.count == sums.count else { return nil }
      for (place, quantity) in part.quantities.enumerated() {
        guard let product = quantity.multiplied(by: part.weight) else { return nil }
        sums[place] += product
      }
    }
    return sums
  }

  /// Σ weight × share of each driver's own total, so that drivers of different units can be mixed.
  /// A driver that adds up to zero counts nothing. Nil where lengths differ or a share is out of
  /// range.
  public static func weightedShares(
    _ parts: [(weight: Quantity, quantities: [Quantity])]
  ) -> [Quantity]? {
    var shares: [(weight: Quantity, quantities: [Quantity])] = []
    for part in parts {
      let split = Allocation.byWeights(1, weights: part.quantities)
      let none = [Quantity](repeating: 0, count: part.quantities.count)
      shares.append((part.weight, split?.shares ?? none))
    }
    return weightedSum(shares)
  }

  /// quantity × intensity for each cost object: orders weighted by how difficult each customer's
  /// are. Nil where lengths differ or a product is out of range.
  public static func weighted(
    _ quantities: [Quantity], by intensities: [Quantity]
  ) -> [Quantity]? {
    guard quantities.count == intensities.count else { return nil }
    var products: [Quantity] = []
    for (quantity, intensity) in zip(quantities, intensities) {
      guard let product = quantity.multiplied(by: intensity) else { return nil }
      products.append(product)
    }
    return products
  }
}
