public import FinanceModel

/// How much customers engage.
public struct EngagementResult: Sendable, Hashable {
  public var kinds: [Kind]
  /// 0 … 100, parallel to ``CostingInputs/customers``; nil for customers without interactions.
  public var scores: [Double?]
  /// Month by month; nil where the workbook dates no interaction.
  public var trend: Trend?

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
    /// In ``CostingInputs/interactions``.
    public var place = 0

    public init(name: String, weight: Double, total: Quantity, least: Double, most: Double) {
      self.name = name
      self.weight = weight
      self.total = total
      self.least = least
      self.most = most
    }
  }
}

extension EngagementResult {
  /// The run of the interactions over the months that they are dated in.
  public struct Trend: Sendable, Hashable {
    /// From the first to the last month with an interaction, none left out.
    public var months: [MonthlyCount]
    /// What carries no date, of all kinds.
    public var undated: Quantity
    /// The halves that customers are compared over; nil with a single month.
    public var halves: MonthHalves?
    /// Parallel to ``CostingInputs/customers``; nil for customers without a dated interaction, and
    /// without halves. Empty where there are none.
    public var customers: [HalfCounts?] = []

    public init(months: [MonthlyCount], undated: Quantity) {
      self.months = months
      self.undated = undated
    }
  }

  public struct MonthlyCount: Sendable, Hashable {
    public var month: Month
    /// Parallel to ``EngagementResult/kinds``.
    public var counts: [Quantity]

    public init(month: Month, counts: [Quantity]) {
      self.month = month
      self.counts = counts
    }

    public var total: Quantity { counts.reduce(0, +) }
  }

  /// A customer's interactions of all kinds in either half.
  public struct HalfCounts: Sendable, Hashable {
    public var first: Quantity
    public var second: Quantity

    public init(first: Quantity, second: Quantity) {
      self.first = first
      self.second = second
    }

    public var change: Quantity { second - first }
  }
}

/// Two stretches of months, equally long; of an odd number the one in the middle is in neither.
public struct MonthHalves: Sendable, Hashable {
  public var first: ClosedRange<Month>
  public var second: ClosedRange<Month>

  /// The halves of the months from one to another; nil for a single month.
  public init?(of months: ClosedRange<Month>) {
    let count = Int(months.upperBound.number - months.lowerBound.number) + 1
    guard count > 1 else { return nil }
    let half = count / 2
    first = months.lowerBound...months.lowerBound.advanced(byMonths: half - 1)
    second = months.upperBound.advanced(byMonths: 1 - half)...months.upperBound
  }
}

/// How long customers wait for the first reply to a request.
public struct ServiceResult: Sendable, Hashable {
  /// Requests with a reply, those of ``leftOut`` not among them.
  public var requests: Score
  /// Requests whose reply came before they were made.
  public var leftOut: Int
  /// Hours within which a reply is in time.
  public var target: Double
  /// Oldest first; requests without a day are in none.
  public var months: [Score] = []
  /// By tier of the customers that asked.
  public var tiers: [Score] = []
  /// Parallel to ``CostingInputs/customers``; nil for one without a request.
  public var customers: [Score?] = []
  /// Pearson's correlation of customers' mean hours with their net margin. Descriptive: it says
  /// nothing about cause. Nil under ten customers.
  public var marginCorrelation: Double?

  public init(requests: Score, leftOut: Int, target: Double) {
    self.requests = requests
    self.leftOut = leftOut
    self.target = target
  }

  /// The replies of a month, a tier, a customer, or all.
  public struct Score: Sendable, Hashable {
    /// `2026-01`, `vip`, the customer's id, or empty for all.
    public var label: String
    public var count: Int
    /// Hours; nil without any.
    public var average: Double?
    public var median: Double?
    public var withinTarget: Int

    public init(label: String, count: Int, withinTarget: Int) {
      self.label = label
      self.count = count
      self.withinTarget = withinTarget
    }

    /// 0.9 for 90 %; nil without any.
    public var withinShare: Double? {
      count > 0 ? Double(withinTarget) / Double(count) : nil
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
