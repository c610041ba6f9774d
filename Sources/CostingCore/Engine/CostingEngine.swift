import FinanceModel

/// Works out what customers cost and earn.
public enum CostingEngine {
  /// Costs one workbook: service departments, pools and activities, every customer's profit and
  /// loss, ranking, classes, tiers, curve, lean and budget.
  ///
  /// A pure function: the same inputs give the same bits. What cannot be allocated stays on the
  /// unallocated line, with a finding; nothing is thrown and nothing vanishes.
  ///
  /// - Complexity: linear in customers × pools, plus sorting the customers.
  public static func run(_ inputs: CostingInputs) -> CostingResults {
    let (inputs, beyondLimits) = InputLimits.checked(inputs)
    // None of these asks for what the others come to, nor for the results.
    let purchases = BegunWork { FittedPurchases(of: inputs) }
    let others = BegunWork {
      (Sensitivity.usualCases(inputs), PeriodAnalysis.periods(of: inputs))
    }
    var run = CostingRun(inputs)
    run.results.findings = beyondLimits
    run.cost()
    run.gradeCustomers()
    let analysed = BegunWork { [run] in run.analysed() }
    var results = run.results
    let analytics = CustomerAnalytics.compute(inputs, results, purchases) { [run] in
      results = analysed.collect() ?? run.analysed()
      return results
    }
    results.analytics = analytics
    results.findings += analytics.findings
    let isAllocated = results.pools.contains { !$0.byCustomer.isEmpty }
    if let (sensitivity, periods) = others.collect() {
      (results.sensitivity, results.periods) = (isAllocated ? sensitivity : [], periods)
    }
    return results
  }
}

/// The state of one run. Every extension is a stage and adds to ``results``.
struct CostingRun {
  let inputs: CostingInputs
  /// The pools of the inputs, then those made from departments; parallel to `results.pools`.
  var pools: [CostPool]
  var catalogue: DriverCatalogue
  var results = CostingResults()
  /// One flag a customer, for every channel that a pool named.
  private var channelMembers: [NameKey: [Bool]] = [:]
  /// Net revenue, one a customer.
  private(set) lazy var revenues = (0..<customerCount).map { facts($0).netRevenue }

  init(_ inputs: CostingInputs) {
    self.inputs = inputs
    pools = inputs.costPools
    catalogue = DriverCatalogue(inputs)
    results.currency = inputs.currency
    results.period = inputs.period
    results.pools = pools.map(Self.result)
  }

  var customerCount: Int { inputs.customerCount }

  /// Everything up to the ranking; what a comparison of two ways needs.
  mutating func cost() {
    allocateServiceDepartments()
    allocatePools()
    drawUpProfitAndLoss()
    rankCustomers()
  }

  /// Sales facts of a customer, whatever the inputs were given with.
  @inline(__always)
  func facts(_ customer: Int) -> SalesFacts {
    customer < inputs.sales.count ? inputs.sales[customer] : SalesFacts()
  }

  static func result(_ pool: CostPool) -> PoolResult {
    var result = PoolResult(name: pool.name, amount: pool.amount, method: pool.method)
    result.costClass = pool.costClass
    result.level = pool.level
    result.driver = pool.driver
    result.provenance = pool.provenance
    result.isOverhead =
      pool.costClass == .administration || pool.costClass == .facility || pool.level == .facility
    return result
  }

  /// Adds a pool that no row of the workbook has.
  mutating func addPool(_ pool: CostPool) {
    pools.append(pool)
    results.pools.append(Self.result(pool))
  }

  /// One flag a customer: whether it is of the channel.
  mutating func members(ofChannel channel: String) -> [Bool] {
    let key = NameKey(channel)
    if let known = channelMembers[key] { return known }
    let members = inputs.customers.map { $0.channel.map { NameKey($0) == key } ?? false }
    channelMembers[key] = members
    return members
  }

  /// Notes a finding about a pool, an activity or a department.
  mutating func note(
    _ code: FindingCode, at provenance: Provenance? = nil, _ values: [String: String] = [:]
  ) {
    results.findings.append(Finding(code, at: provenance?.firstCell, values: values))
  }
}

extension Provenance {
  /// The cell to point at.
  var firstCell: SheetCell? {
    switch self {
    case .cell(let cell): cell
    case .range(let range): SheetCell(sheet: range.sheet, cell: range.range.first)
    case .setting, .derived: nil
    }
  }
}
