public import FinanceModel

/// What a tier's customers bring and take.
public struct TierSummary: Sendable, Hashable {
  public var tier: Tier
  public var customers: Int
  public var revenue: Amount = 0
  public var netMargin: Amount = 0
  /// Cost-to-serve of the tier's customers.
  public var serviceCost: Amount = 0
  /// Of all customers, 0.4 for 40 %; nil where the whole is zero or less.
  public var revenueShare: Double?
  public var marginShare: Double?
  public var serviceCostShare: Double?

  public init(tier: Tier, customers: Int) {
    self.tier = tier
    self.customers = customers
  }

  /// Whether the tier takes a larger share of service cost than it brings of profit.
  public var isOverServed: Bool {
    guard let serviceCostShare, let marginShare else { return false }
    return serviceCostShare > marginShare
  }
}

/// Customers that were in one tier and are in another.
///
/// ``to`` is the tier of ``CustomerResult/tier``; ``from`` is by the same rule on the sales of the
/// time before, whose orders are charged the indirect cost that an order takes now.
public struct TierMove: Sendable, Hashable {
  /// Nil for customers that were not there; those on the list without sales are potential ones.
  public var from: Tier?
  public var to: Tier
  public var customers: Int

  public init(from: Tier?, to: Tier, customers: Int) {
    self.from = from
    self.to = to
    self.customers = customers
  }
}

/// Customers grouped by likeness: k-means on standardised features.
public struct ClusterResult: Sendable, Hashable {
  public var features: [LocalizedText]
  /// Largest first; a cluster's number is its place, from 0.
  public var clusters: [Cluster]
  /// The cluster of each customer, parallel to ``CostingInputs/customers``; nil for those without
  /// an order.
  public var assignment: [Int?]
  /// Mean silhouette, −1 … 1; by a sample where customers are many.
  public var silhouette: Double
  /// Whether the number of clusters was chosen by silhouette rather than set.
  public var isCountChosen: Bool

  public init(
    features: [LocalizedText], clusters: [Cluster], assignment: [Int?], silhouette: Double,
    isCountChosen: Bool
  ) {
    self.features = features
    self.clusters = clusters
    self.assignment = assignment
    self.silhouette = silhouette
    self.isCountChosen = isCountChosen
  }

  public struct Cluster: Sendable, Hashable {
    public var customers: Int
    /// Mean of each feature in its own unit, parallel to ``ClusterResult/features``.
    public var centre: [Double]

    public init(customers: Int, centre: [Double]) {
      self.customers = customers
      self.centre = centre
    }
  }
}
