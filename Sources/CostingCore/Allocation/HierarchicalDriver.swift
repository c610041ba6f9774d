public import FinanceModel

/// Quantities that are known for some customers and else for a segment, a channel or a region.
public enum HierarchicalDriver {
  /// Each customer's own quantity, else its group's, else the group's group's, else the fallback.
  ///
  /// - Parameters:
  ///   - own: one a customer; nil where it has none.
  ///   - levels: from the nearest to the farthest: which group each customer is in (nil for none),
  ///     and the quantity for one customer of each group.
  ///   - fallback: for customers that no level has a quantity for.
  /// - Returns: one quantity a customer.
  public static func inherited(
    own: [Quantity?], levels: [Level], fallback: Quantity = 0
  ) -> [Quantity] {
    own.enumerated().map { place, quantity in
      if let quantity { return quantity }
      for level in levels {
        guard place < level.groups.count, let group = level.groups[place] else { continue }
        if let quantity = level.quantities[group] { return quantity }
      }
      return fallback
    }
  }

  /// One level of the hierarchy.
  public struct Level: Sendable, Hashable {
    /// One a customer; nil for customers in no group.
    public var groups: [String?]
    /// The quantity that each customer of a group has unless it has its own.
    public var quantities: [String: Quantity]

    public init(groups: [String?], quantities: [String: Quantity]) {
      self.groups = groups
      self.quantities = quantities
    }
  }

  /// Spreads quantities that are known for whole groups over the customers of each, by a base such
  /// as revenue or orders.
  ///
  /// - Parameters:
  ///   - totals: what each group used in all.
  ///   - groups: one a customer; nil for none.
  ///   - base: one a customer; customers of a group whose base adds up to zero share alike.
  /// - Returns: one quantity a customer; each group's add up to its total.
  public static func spread(
    _ totals: [String: Quantity], groups: [String?], base: [Quantity]
  ) -> [Quantity] {
    var quantities = [Quantity](repeating: 0, count: groups.count)
    let members = Dictionary(grouping: groups.indices.filter { groups[$0] != nil }) { groups[$0] }
    for (group, places) in members {
      guard let group, let total = totals[group] else { continue }
      let weights = places.map { $0 < base.count ? base[$0] : 0 }
      let split =
        Allocation.byWeights(total, weights: weights)
        ?? Allocation.evenly(total, among: places.count)
      for (place, share) in zip(places, split?.shares ?? []) { quantities[place] = share }
    }
    return quantities
  }
}
