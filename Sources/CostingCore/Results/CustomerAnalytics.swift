public import FinanceModel

/// What the customers' behaviour says beyond this period's profit; a section is nil where its
/// inputs do not exist. Per-customer columns are parallel to ``CostingInputs/customers``.
public struct CustomerAnalytics: Sendable {
  /// Nil for customers without a purchase.
  public var recencyFrequencyMonetary: [RFMResult?] = []
  /// Nil for customers without an order.
  public var lifetimeValue: [LifetimeValue?] = []
  public var acquisition: AcquisitionResult?
  public var retention: RetentionResult?
  public var receivables: ReceivablesResult?
  public var feedback: FeedbackResult?

  public init() {}
}

/// Recency, frequency, monetary value and their scores.
public struct RFMResult: Sendable, Hashable {
  /// Days from last purchase to the period's end.
  public var recency: Int
  public var frequency: Int
  public var monetary: Amount
  /// 1–5, 5 the best.
  public var r: Int
  public var f: Int
  public var m: Int
  public var segment: String

  public init(
    recency: Int, frequency: Int, monetary: Amount, r: Int, f: Int, m: Int, segment: String
  ) {
    self.recency = recency
    self.frequency = frequency
    self.monetary = monetary
    self.r = r
    self.f = f
    self.m = m
    self.segment = segment
  }
}

/// What a customer is worth over time.
public struct LifetimeValue: Sendable, Hashable {
  public var orders: Int
  public var orderValue: Double
  /// Orders a year.
  public var frequency: Double
  /// Years.
  public var lifespan: Double
  public var revenueValue: Double
  public var marginValue: Double?
  public var perpetualValue: Double?
  public var probabilityAlive: Double?
  public var expectedOrders: Double?
  public var residualValue: Double?

  public init(
    orders: Int, orderValue: Double, frequency: Double, lifespan: Double, revenueValue: Double
  ) {
    self.orders = orders
    self.orderValue = orderValue
    self.frequency = frequency
    self.lifespan = lifespan
    self.revenueValue = revenueValue
  }
}

/// What new customers cost.
public struct AcquisitionResult: Sendable, Hashable {
  public var spend: Amount
  public var newCustomers: Double?
  public var cac: Double?
  /// Spend plus pools of class acquisition; nil where there are none.
  public var fullyLoadedSpend: Amount?
  public var channels: [Channel] = []

  public init(spend: Amount) {
    self.spend = spend
  }

  public struct Channel: Sendable, Hashable {
    /// `unattributed` where the row names none.
    public var channel: String
    public var spend: Amount
    public var newCustomers: Double?
    public var cac: Double?

    public init(channel: String, spend: Amount) {
      self.channel = channel
      self.spend = spend
    }
  }
}

/// Who stayed and who left.
public struct RetentionResult: Sendable, Hashable {
  public var customersAtStart: Int
  public var lost: Int
  public var churnRate: Double?
  public var retentionRate: Double?
  public var reasons: [Reason] = []
  public var cohorts: [Cohort] = []

  public init(customersAtStart: Int, lost: Int) {
    self.customersAtStart = customersAtStart
    self.lost = lost
  }

  public struct Reason: Sendable, Hashable {
    public var reason: String
    public var customers: Int
    public var lostRevenue: Amount

    public init(reason: String, customers: Int, lostRevenue: Amount) {
      self.reason = reason
      self.customers = customers
      self.lostRevenue = lostRevenue
    }
  }

  /// The customers whose first order was in one month.
  public struct Cohort: Sendable, Hashable {
    public var month: Month
    public var customers: Int
    /// How many of them bought in the month itself (place 0), the next (1), and so on.
    public var active: [Int]

    public init(month: Month, customers: Int, active: [Int]) {
      self.month = month
      self.customers = customers
      self.active = active
    }
  }
}

/// What customers owe, and for how long.
public struct ReceivablesResult: Sendable, Hashable {
  public var opening: Amount?
  public var closing: Amount
  public var average: Amount?
  /// A period's net sales over the average balance.
  public var turnover: Double?
  /// Days.
  public var dso: Double?
  public var overdue: Amount?
  /// 0.125 for 12.5 %.
  public var overdueShare: Double?
  public var allowance: Amount?
  public var ageing: [Bucket] = []
  public var customers: [Line] = []

  public init(closing: Amount) {
    self.closing = closing
  }

  public struct Bucket: Sendable, Hashable {
    public var bucket: String
    public var isOverdue: Bool
    public var amount: Amount
    /// 0.05 for 5 %.
    public var rate: Double?
    public var allowance: Amount?

    public init(bucket: String, isOverdue: Bool, amount: Amount) {
      self.bucket = bucket
      self.isOverdue = isOverdue
      self.amount = amount
    }
  }

  public struct Line: Sendable, Hashable {
    public var id: CustomerID
    public var opening: Amount?
    public var closing: Amount
    public var overdue: Amount?
    public var turnover: Double?
    public var dso: Double?

    public init(id: CustomerID, closing: Amount) {
      self.id = id
      self.closing = closing
    }
  }
}

/// What customers say.
public struct FeedbackResult: Sendable, Hashable {
  public var responses: Int
  /// Mean score, 1–5.
  public var csat: Double?
  /// Share of scores of 4 and 5, 0.8 for 80 %.
  public var topTwoBox: Double?
  /// −100 … 100.
  public var nps: Double?
  public var promoters: Int
  public var passives: Int
  public var detractors: Int

  public init(responses: Int, promoters: Int, passives: Int, detractors: Int) {
    self.responses = responses
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }
}
