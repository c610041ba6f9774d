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
  /// What a customer is taken to be worth against its cost: the discounted margin of the horizon
  /// where retention is known, else the simple value on margin, else on revenue.
  public var valuePerCustomer = 0.0
  public var valueBasis = ValueBasis.simpleRevenue
  /// Cost of a new customer; nil without a table of marketing or new customers.
  public var cac: Double?
  /// Net margin a month of a customer with an order.
  public var monthlyMargin = 0.0
  /// ``valuePerCustomer`` over cost of a new customer.
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

  /// Which formula a value is by.
  public enum ValueBasis: String, Sendable, Hashable {
    case discountedMargin, simpleMargin, simpleRevenue
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
