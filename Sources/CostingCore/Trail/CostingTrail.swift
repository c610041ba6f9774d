public import FinanceModel

/// Explains the figures of a customer down to the driver quantities, rates and source cells.
public enum CostingTrail {
  /// The tree of a customer's net margin, or of its share of one pool.
  ///
  /// - Parameters:
  ///   - customer: as the workbook writes the id.
  ///   - pool: a pool's name; letter case and blanks do not matter. Nil for the whole margin.
  /// - Returns: nil where there is no such customer or pool.
  public static func explain(
    _ inputs: CostingInputs, _ results: CostingResults, customer: CustomerID,
    pool: String? = nil
  ) -> TrailNode? {
    guard let place = inputs.customers.firstIndex(where: { $0.id == customer }),
      place < results.customers.count
    else { return nil }
    let trail = TrailBuilder(inputs: inputs, results: results, customer: place)
    guard let pool else { return trail.margin() }
    let key = NameKey(pool)
    return results.pools.firstIndex { NameKey($0.name) == key }.map { trail.share(ofPool: $0) }
  }

  /// The tree of a pool: what it cost, and what became of that.
  public static func explain(
    _ inputs: CostingInputs, _ results: CostingResults, pool: String
  ) -> TrailNode? {
    let key = NameKey(pool)
    guard let place = results.pools.firstIndex(where: { NameKey($0.name) == key }) else {
      return nil
    }
    return TrailBuilder(inputs: inputs, results: results, customer: 0).use(ofPool: place)
  }
}
