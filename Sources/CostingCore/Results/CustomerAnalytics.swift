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
  /// Nil where the workbook times no reply.
  public var service: ServiceResult?
  /// Nil where the workbook tells nothing of the market.
  public var market: MarketResult?

  /// The buying-till-death model behind ``LifetimeValue/probabilityAlive``; nil without dates.
  public var purchaseModel: PurchaseModelResult?
  /// The model of spend an order behind ``LifetimeValue/residualValue``; nil where no purchase
  /// model was fitted.
  public var spendModel: SpendModelResult?
  /// What the customers as a whole are worth against what they cost to win.
  public var lifetime: LifetimeSummary?
  public var repeatPurchase: RepeatPurchaseResult?
  /// Logistic regression on churn labels; nil where the workbook holds none.
  public var churnModel: ChurnModelResult?
  /// VIP, regular, potential, in this order; empty where no customer has a tier.
  public var tiers: [TierSummary] = []
  /// From the period before to this one; empty where there is no period before.
  public var tierMoves: [TierMove] = []
  public var clusters: ClusterResult?
  public var engagement: EngagementResult?
  public var referrals: ReferralResult?
  public var preferences: PreferenceResult?
  public var forecast: ForecastResult?
  public var comparison: PeriodComparison?
  /// What a later run can be compared with.
  public var runFigures: RunFigures?
  /// The run that this one is compared with where the workbook holds no sales before the period.
  public var runBefore: RunFigures?
  /// Most severe first.
  public var alerts: [Alert] = []
  /// By money at stake, most first.
  public var actions: [RecommendedAction] = []
  /// One a value class, A to C; empty where no customer has a class.
  public var servicePolicy: [ServicePolicy] = []
  /// What could not be computed and what was assumed; codes `ANALYSIS-nnn`.
  public var findings: [Finding] = []

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
  public var segment: RFMSegment

  public init(
    recency: Int, frequency: Int, monetary: Amount, r: Int, f: Int, m: Int, segment: RFMSegment
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
  /// That the customer still buys, 0.8 for 80 %; from the purchase model.
  public var probabilityAlive: Double?
  /// Repeat orders (distinct days) in the year to come; from the purchase model.
  public var expectedOrders: Double?
  /// Revenue of an order to come; from the spend model.
  public var expectedOrderValue: Double?
  /// Discounted revenue of all the orders of the horizon; from both models. Times the gross margin
  /// share where there is product cost.
  public var residualValue: Double?
  /// Finite-horizon discounted margin, Σ m·rᵗ/(1+i)ᵗ over the years of the horizon.
  public var discountedValue: Double?

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
  /// ``fullyLoadedSpend`` for each new customer.
  public var fullyLoadedCAC: Double?
  /// Whether a blank number of new customers was counted from the customer list.
  public var isCountedFromCustomers = false
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
  /// What "lost" goes by.
  public var basis = Basis.status
  /// Days without an order after which a customer counts as lost, where one figure serves all.
  public var inactiveDays: Int?
  public var reasons: [Reason] = []
  /// By month of the period.
  public var months: [Step] = []
  /// By the customers' segment; empty where they have none.
  public var segments: [Step] = []
  /// Net revenue of the lost customers, see ``Reason/lostRevenue``.
  public var lostRevenue: Amount = 0
  public var cohorts: [Cohort] = []
  /// The shifted-beta-geometric curve through the cohorts; nil where they are too few.
  public var curve: RetentionCurve?
  /// Places of the lost customers in ``CostingInputs/customers``.
  public var lostCustomers: [Int] = []

  public init(customersAtStart: Int, lost: Int) {
    self.customersAtStart = customersAtStart
    self.lost = lost
  }

  /// What makes a customer a lost one.
  public enum Basis: String, Sendable, Hashable {
    /// The customer list says so.
    case status
    /// No order for longer than the rule allows.
    case inactivity
  }

  /// Churn of a month or of a segment.
  public struct Step: Sendable, Hashable {
    /// `2026-01`, or the segment.
    public var label: String
    public var customersAtStart: Int
    public var lost: Int

    public init(label: String, customersAtStart: Int, lost: Int) {
      self.label = label
      self.customersAtStart = customersAtStart
      self.lost = lost
    }

    /// 0.125 for 12.5 %; nil where nobody was there.
    public var churnRate: Double? {
      customersAtStart > 0 ? Double(lost) / Double(customersAtStart) : nil
    }
  }

  public struct Reason: Sendable, Hashable {
    /// `unstated` where the workbook gives none.
    public var reason: String
    public var customers: Int
    /// Their net revenue of the period before where the workbook holds one, else of the period.
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
    /// Their net revenue of the same months.
    public var revenue: [Amount] = []

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
  /// ISO 4217, where the workbook's receivables are in several.
  public var currency: String?
  /// The number of balances in ``average``: 2, or more where months are given.
  public var averagePoints = 2
  /// Days of sales that are not due yet: what DSO would be if everybody paid on time.
  public var bestPossibleDSO: Double?
  /// DSO less best possible DSO.
  public var averageDaysDelinquent: Double?
  /// Of the three that owe most overdue, 0.4 for 40 %; nil where nothing is overdue.
  public var overdueConcentration: Double?
  /// Average balance × financing rate × the period's part of a year, where a rate is set.
  public var financingCost: Amount?
  public var ageing: [Bucket] = []
  public var customers: [Line] = []
  /// The same for every further currency; amounts of two currencies are never added up.
  public var otherCurrencies: [ReceivablesResult] = []

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
    public var allowance: Amount?
    public var financingCost: Amount?
    /// Parallel to ``ReceivablesResult/ageing``.
    public var ageing: [Amount] = []

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
  public var complaints: Quantity?
  /// Nil where there are no orders or no complaints column.
  public var complaintsPer100Orders: Double?
  /// Oldest first; empty where answers carry no date.
  public var months: [Score] = []
  /// By tier of the customers that answered.
  public var tiers: [Score] = []
  /// Parallel to ``CostingInputs/customers``; nil where one gave no answer.
  public var customers: [Score?] = []
  /// Pearson's correlation of customers' mean satisfaction with their net margin. Descriptive: it
  /// says nothing about cause. Nil under ten customers.
  public var marginCorrelation: Double?

  /// Answers of a month, a tier or a customer.
  public struct Score: Sendable, Hashable {
    /// `2026-01`, `vip`, or the customer's id.
    public var label: String
    public var responses: Int
    public var csat: Double?
    public var nps: Double?
    public var complaints: Quantity?

    public init(label: String, responses: Int) {
      self.label = label
      self.responses = responses
    }
  }

  public init(responses: Int, promoters: Int, passives: Int, detractors: Int) {
    self.responses = responses
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }
}
