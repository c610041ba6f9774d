public import FinanceModel

/// All that costing found out: plain values, in the order of the inputs' customers.
///
/// Amounts are in units of ``currency``. A section is nil where its inputs do not exist. The façade
/// writes it as `marginbook-results/1` (field names in SEMANTICS).
public struct CostingResults: Sendable {
  public var currency: String?
  public var period: Period?
  public var totals = Totals()
  /// What ranking, classes and tiers go by: net margin, or revenue where the workbook has no cost.
  public var rankingBasis = RankingBasis.netMargin
  /// Parallel to ``CostingInputs/customers``.
  public var customers: [CustomerResult] = []
  /// Places in ``customers`` in order of rank; the unassigned line is not among them.
  public var ranking: [Int] = []
  /// Parallel to ``CostingInputs/costPools``; pools made from departments follow.
  public var pools: [PoolResult] = []
  public var activities: [ActivityResult] = []
  /// Every driver that a pool or an activity went by, once each, in the order of first use.
  public var drivers: [Driver] = []
  public var serviceDepartments: [ServiceDepartmentResult] = []
  public var curve: WhaleCurve?
  /// Customers whose net margin percent is below the portfolio's, largest shortfall first.
  public var diagnoses: [LowProfitDiagnosis] = []
  /// Sales by month, quarter and year; empty without dates.
  public var periods: [PeriodResult] = []
  /// What each customer would earn were the pools allocated another way.
  public var sensitivity: [SensitivityCase] = []
  public var lean: LeanResult?
  public var variances: [BudgetVariance] = []
  public var analytics = CustomerAnalytics()
  /// What went in against what came out.
  public var controls: [ControlTotal] = []
  public var findings: [Finding] = []

  public init() {}
}

/// What ranking goes by.
public enum RankingBasis: String, Sendable, Hashable {
  case netMargin
  case revenue
}

/// The workbook as a whole. Every amount is the sum over customers, the unassigned line included.
public struct Totals: Sendable, Hashable {
  public var revenue: Amount = 0
  public var returns: Amount = 0
  public var discount: Amount = 0
  public var rebate: Amount = 0
  public var productCost: Amount = 0
  public var directCost: Amount = 0
  public var grossMargin: Amount = 0
  /// Allocated pools that are not overhead (CM3).
  public var costToServe: Amount = 0
  /// Allocated pools of class administration or facility, or of level facility (CM4).
  public var overhead: Amount = 0
  public var unallocated: Amount = 0
  public var unusedCapacity: Amount = 0
  public var netMargin: Amount = 0
  /// Net margin less what no customer bears.
  public var operatingProfit: Amount = 0

  public init() {}
}

/// What one customer brings and costs.
public struct CustomerResult: Sendable, Hashable {
  public var revenue: Amount = 0
  public var returns: Amount = 0
  public var discount: Amount = 0
  public var rebate: Amount = 0
  public var productCost: Amount = 0
  public var directCost: Amount = 0
  /// Net revenue less product cost (CM1).
  public var grossMargin: Amount = 0
  /// Less commission, freight and other direct cost (CM2).
  public var cm2: Amount = 0
  /// Less cost-to-serve (CM3).
  public var cm3: Amount = 0
  public var costToServe: Amount = 0
  public var overhead: Amount = 0
  /// Less overhead (CM4).
  public var netMargin: Amount = 0
  /// From 1; nil for the unassigned line.
  public var rank: Int?
  /// Net margin of this and all better ranks; nil for the unassigned line.
  public var cumulativeMargin: Amount?
  public var valueClass: ValueClass?
  public var tier: Tier?
  /// Nil for the unassigned line.
  public var quadrant: ValueCostQuadrant?

  public init() {}

  /// 12.5 for 12.5 %; nil where revenue is zero or less.
  public var netMarginPercent: Double? {
    revenue.isPositive ? netMargin.doubleValue / revenue.doubleValue * 100 : nil
  }
}

/// ABC class.
public enum ValueClass: String, Sendable, Hashable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
}

/// Tier of a customer.
public enum Tier: String, Sendable, Hashable, CaseIterable {
  case vip, regular, potential
}

/// What became of a pool. allocated + unallocated + unusedCapacity = amount + received.
public struct PoolResult: Sendable, Hashable {
  public var name: String
  /// As the workbook has it.
  public var amount: Amount
  /// From service departments.
  public var received: Amount = 0
  public var method: AllocationMethod
  public var costClass: CostClass?
  public var level: CostLevel?
  public var isOverhead = false
  public var driver: String?
  public var driverTotal: Quantity?
  /// Cost of one unit of the driver.
  public var rate: Double?
  public var allocated: Amount = 0
  public var unallocated: Amount = 0
  public var unusedCapacity: Amount = 0
  /// Place of the driver in ``CostingResults/drivers``; nil where the pool goes by none, or by
  /// activities.
  public var driverPlace: Int?
  /// In units of the driver, or in minutes; nil where none is given or none applies.
  public var practicalCapacity: Quantity?
  /// Minutes that the time-driven activities of the pool took; nil where it has none.
  public var minutesUsed: Quantity?
  /// The channel whose customers bear it; nil where all do.
  public var channel: String?
  /// What rounding to a multiple moved to (or, where negative, from) the unallocated line.
  public var roundingDifference: Amount = 0
  /// One a customer; empty where nothing was allocated.
  public var byCustomer: [Amount] = []
  /// Why a pool, or part of it, stayed unallocated.
  public var reason: LocalizedText?
  public var provenance: Provenance?

  public init(name: String, amount: Amount, method: AllocationMethod) {
    self.name = name
    self.amount = amount
    self.method = method
  }
}

/// What an activity cost, and who used it.
public struct ActivityResult: Sendable, Hashable {
  public var name: String
  public var pool: String
  public var driver: String
  public var driverQuantity: Quantity
  /// Minutes for one unit of the driver.
  public var unitTime: Quantity?
  public var minutes: Quantity?
  /// Place of the driver in ``CostingResults/drivers``; nil where no table has it.
  public var driverPlace: Int?
  /// 0.4 for 40 %.
  public var share: Double?
  public var amount: Amount
  /// Cost of one unit of the driver.
  public var rate: Double?
  /// One a customer; empty where nobody used it.
  public var byCustomer: [Amount] = []

  public init(
    name: String, pool: String, driver: String, driverQuantity: Quantity, amount: Amount
  ) {
    self.name = name
    self.pool = pool
    self.driver = driver
    self.driverQuantity = driverQuantity
    self.amount = amount
  }
}

/// What a department cost with what it received, and where that went.
public struct ServiceDepartmentResult: Sendable, Hashable {
  public var name: String
  public var kind: ServiceDepartment.Kind
  public var amount: Amount
  public var received: Amount = 0
  /// Own plus received.
  public var total: Amount = 0
  /// Parallel to the departments.
  public var allocatedTo: [Amount] = []

  public init(name: String, kind: ServiceDepartment.Kind, amount: Amount) {
    self.name = name
    self.kind = kind
    self.amount = amount
  }
}

/// The cumulative margin by rank (Kaplan & Narayanan 2001).
public struct WhaleCurve: Sendable, Hashable {
  public var peak: Amount
  /// Peak against final margin, 12.5 for 12.5 %; nil where the final margin is zero or less.
  public var peakPercent: Double?
  /// How many customers the peak is reached with.
  public var peakRank: Int
  /// Customers with a negative margin.
  public var lossMakers: Int
  /// What they give back, as a positive amount.
  public var givenBack: Amount
  public var gini: Double?
  public var stobachoff: Double?

  public init(peak: Amount, peakRank: Int, lossMakers: Int, givenBack: Amount) {
    self.peak = peak
    self.peakRank = peakRank
    self.lossMakers = lossMakers
    self.givenBack = givenBack
  }
}

/// Cost that adds no value.
public struct LeanResult: Sendable, Hashable {
  /// Pools flagged as not adding value.
  public var nonValueAdded: Amount = 0
  /// Unused capacity.
  public var idle: Amount = 0
  public var waste: Amount = 0
  /// Of all pools, 0.125 for 12.5 %; nil where there is no cost.
  public var wasteShare: Double?

  public init() {}
}

/// Budget against actual.
public struct BudgetVariance: Sendable, Hashable {
  public var name: String
  public var period: String?
  public var budget: Amount?
  public var actual: Amount?
  /// Actual less budget.
  public var variance: Amount?
  /// Nil where the account does not tell.
  public var isFavourable: Bool?
  /// Actual / budget.
  public var executionRate: Double?
  public var flexible: Amount?
  public var price: Amount?
  /// Quantity plus mix.
  public var volume: Amount?
  public var quantity: Amount?
  public var mix: Amount?
  /// Whether the variance is beyond both alert lines of the settings.
  public var exceedsThreshold = false
  public var provenance: Provenance?

  public init(name: String) {
    self.name = name
  }
}

/// A sum that was computed two ways.
public struct ControlTotal: Sendable, Hashable {
  public var name: LocalizedText
  public var wentIn: Amount
  public var cameOut: Amount

  public init(name: LocalizedText, wentIn: Amount, cameOut: Amount) {
    self.name = name
    self.wentIn = wentIn
    self.cameOut = cameOut
  }

  public var difference: Amount { cameOut - wentIn }
}
