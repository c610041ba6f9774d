/// What the customers as a whole are worth against what they cost to win.
public struct LifetimeSummary: Sendable, Hashable {
  /// Yearly, 0.10 for 10 %.
  public var discountRate: Double
  public var isDiscountRateAssumed: Bool
  /// Yearly, 0.80 for 80 %; nil where neither settings nor the customer list say.
  public var retentionRate: Double?
  /// Whether ``retentionRate`` was observed rather than set.
  public var isRetentionObserved: Bool
  /// Years.
  public var horizon: Double
  /// Mean over customers with an order.
  public var meanRevenueValue: Double
  public var meanMarginValue: Double?
  public var meanPerpetualValue: Double?
  /// Mean lifetime value on margin over cost of a new customer; on revenue where there is no cost.
  public var valueToCost: Double?
  /// Months of margin that pay a new customer back.
  public var paybackMonths: Double?
  /// (value − cost) / cost, 2.5 for 250 %.
  public var returnOnAcquisition: Double?
  /// Cumulative lifetime profit of one customer by month since acquisition, place 0 before the
  /// first month: −CAC, then + margin · survival / discount. Empty without cost of acquisition.
  public var profitByMonth: [Double] = []
  /// The first month with a cumulative profit of zero or more; nil where it never comes.
  public var breakEvenMonth: Int?
  /// By segment, most valuable first; empty where customers have no segment.
  public var segments: [Segment] = []

  public init(discountRate: Double, isDiscountRateAssumed: Bool, horizon: Double) {
    self.discountRate = discountRate
    self.isDiscountRateAssumed = isDiscountRateAssumed
    self.horizon = horizon
    isRetentionObserved = false
    meanRevenueValue = 0
  }

  /// Lifetime value of a segment's customers with an order.
  public struct Segment: Sendable, Hashable {
    public var name: String
    public var customers: Int
    public var mean: Double
    public var median: Double
    public var total: Double

    public init(name: String, customers: Int, mean: Double, median: Double, total: Double) {
      self.name = name
      self.customers = customers
      self.mean = mean
      self.median = median
      self.total = total
    }
  }
}
