public import FinanceModel

/// A figure, what it is made of, and where it comes from.
///
/// ``children`` add up to ``amount`` on every level; a cost is negative under a margin and positive
/// under a pool.
public struct TrailNode: Sendable, Hashable {
  public var name: LocalizedText
  public var amount: Amount
  /// How the amount was shared out; nil where it was not.
  public var basis: Basis?
  /// The team's own cells that it is drawn from.
  public var sources: [Provenance]
  public var children: [TrailNode]
  /// Trees that do not add to the amount but show what was shared: the cost of the pool.
  public var origins: [TrailNode]

  public init(
    _ name: LocalizedText, _ amount: Amount, basis: Basis? = nil, sources: [Provenance] = [],
    children: [TrailNode] = [], origins: [TrailNode] = []
  ) {
    self.name = name
    self.amount = amount
    self.basis = basis
    self.sources = sources
    self.children = children
    self.origins = origins
  }

  /// quantity × rate, the quantity being so much of a total.
  public struct Basis: Sendable, Hashable {
    public var driver: String
    public var quantity: Quantity
    /// Of all customers.
    public var total: Quantity
    /// Cost of one unit.
    public var rate: Double?
    /// Minutes of one unit, for time-driven activities.
    public var unitMinutes: Quantity?

    public init(
      driver: String, quantity: Quantity, total: Quantity, rate: Double?,
      unitMinutes: Quantity? = nil
    ) {
      self.driver = driver
      self.quantity = quantity
      self.total = total
      self.rate = rate
      self.unitMinutes = unitMinutes
    }
  }

  /// Whether the children add up to the amount, here and on every level below; true without
  /// children.
  public var addsUp: Bool {
    (children.isEmpty || children.map(\.amount).sum == amount)
      && children.allSatisfy(\.addsUp) && origins.allSatisfy(\.addsUp)
  }
}
