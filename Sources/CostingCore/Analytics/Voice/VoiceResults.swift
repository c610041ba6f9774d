public import FinanceModel

/// How much customers engage.
public struct EngagementResult: Sendable, Hashable {
  public var kinds: [Kind]
  /// 0 … 100, parallel to ``CostingInputs/customers``; nil for customers without interactions.
  public var scores: [Double?]

  public init(kinds: [Kind], scores: [Double?]) {
    self.kinds = kinds
    self.scores = scores
  }

  /// A kind of interaction.
  public struct Kind: Sendable, Hashable {
    public var name: String
    /// Weights sum to 1.
    public var weight: Double
    public var total: Quantity
    public var least: Double
    public var most: Double

    public init(name: String, weight: Double, total: Quantity, least: Double, most: Double) {
      self.name = name
      self.weight = weight
      self.total = total
      self.least = least
      self.most = most
    }
  }
}

/// Who brought whom. Memo figures: the revenue is the referred customers' own already.
public struct ReferralResult: Sendable, Hashable {
  /// Customers that brought at least one other.
  public var referrers: Int
  /// Customers that another brought.
  public var referred: Int
  /// Customers with an order that referred, of those with an order; nil without any.
  public var referralRate: Double?
  public var referredRevenue: Amount
  /// By referred revenue, most first.
  public var lines: [Line]

  public init(referrers: Int, referred: Int, referredRevenue: Amount, lines: [Line]) {
    self.referrers = referrers
    self.referred = referred
    self.referredRevenue = referredRevenue
    self.lines = lines
  }

  public struct Line: Sendable, Hashable {
    public var id: CustomerID
    public var customers: Int
    public var revenue: Amount

    public init(id: CustomerID, customers: Int, revenue: Amount) {
      self.id = id
      self.customers = customers
      self.revenue = revenue
    }
  }
}
