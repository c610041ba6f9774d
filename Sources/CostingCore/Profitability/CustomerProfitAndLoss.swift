public import FinanceModel

/// One customer's profit and loss from list revenue down to net margin, cost by pool.
public struct CustomerProfitAndLoss: Sendable, Hashable {
  /// From the top; deductions and costs are negative, so that the items above a subtotal add up to
  /// it.
  public var lines: [Line]

  /// One line.
  public struct Line: Sendable, Hashable {
    public var kind: Kind
    public var name: LocalizedText
    public var amount: Amount
    /// 12.5 for 12.5 % of net revenue; nil where that is zero or less.
    public var percentOfRevenue: Double?
    /// Place in ``CostingResults/pools``, for the lines of pools.
    public var pool: Int?
  }

  /// What a line is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case listRevenue, discount, rebate, returns, otherDeductions, netRevenue
    case productCost, contribution1
    case commission, freight, otherDirectCost, contribution2
    case costToServe, contribution3
    case overhead, netMargin

    /// Whether the line is the sum of those above it.
    public var isSubtotal: Bool {
      switch self {
      case .netRevenue, .contribution1, .contribution2, .contribution3, .netMargin: true
      default: false
      }
    }
  }

  /// The statement of a customer; nil where there is none at that place.
  ///
  /// Lines that are zero are left out, but for the subtotals.
  public init?(_ inputs: CostingInputs, _ results: CostingResults, customer: Int) {
    guard results.customers.indices.contains(customer) else { return nil }
    let facts = customer < inputs.sales.count ? inputs.sales[customer] : SalesFacts()
    let line = results.customers[customer]
    var builder = StatementBuilder(revenue: line.revenue)
    builder.addRevenue(facts)
    builder.add(.productCost, -facts.productCost)
    builder.addSubtotal(.contribution1)
    builder.add(.commission, -facts.commission)
    builder.add(.freight, -facts.freight)
    builder.add(.otherDirectCost, -facts.otherDirectCost)
    builder.addSubtotal(.contribution2)
    builder.addPools(results.pools, customer: customer, isOverhead: false)
    builder.addSubtotal(.contribution3)
    builder.addPools(results.pools, customer: customer, isOverhead: true)
    builder.addSubtotal(.netMargin)
    lines = builder.lines
  }
}

/// Adds lines and keeps the sum of those so far.
private struct StatementBuilder {
  let revenue: Amount
  var lines: [CustomerProfitAndLoss.Line] = []
  var sum: Amount = 0

  init(revenue: Amount) {
    self.revenue = revenue
  }

  mutating func addRevenue(_ facts: SalesFacts) {
    let deductions = facts.discount + facts.rebate + facts.returns
    let stated = facts.listRevenue.isZero ? facts.grossRevenue : facts.listRevenue
    let top = stated.isZero ? facts.netRevenue + deductions : stated
    add(.listRevenue, top)
    add(.discount, -facts.discount)
    add(.rebate, -facts.rebate)
    add(.returns, -facts.returns)
    add(.otherDeductions, facts.netRevenue - (top - deductions))
    addSubtotal(.netRevenue)
  }

  mutating func addPools(_ pools: [PoolResult], customer: Int, isOverhead: Bool) {
    for (place, pool) in pools.enumerated()
    where pool.isOverhead == isOverhead && customer < pool.byCustomer.count {
      add(
        isOverhead ? .overhead : .costToServe, -pool.byCustomer[customer],
        name: LocalizedText(verbatim: pool.name), pool: place)
    }
  }

  mutating func add(
    _ kind: CustomerProfitAndLoss.Kind, _ amount: Amount, name: LocalizedText? = nil,
    pool: Int? = nil
  ) {
    guard !amount.isZero else { return }
    sum += amount
    append(kind, amount, name: name, pool: pool)
  }

  mutating func addSubtotal(_ kind: CustomerProfitAndLoss.Kind) { append(kind, sum) }

  private mutating func append(
    _ kind: CustomerProfitAndLoss.Kind, _ amount: Amount, name: LocalizedText? = nil,
    pool: Int? = nil
  ) {
    let percent = revenue.isPositive ? amount.ratio(to: revenue).map { $0 * 100 } : nil
    lines.append(
      CustomerProfitAndLoss.Line(
        kind: kind, name: name ?? kind.name, amount: amount, percentOfRevenue: percent,
        pool: pool))
  }
}

extension CustomerProfitAndLoss.Kind {
  /// As a statement calls the line.
  public var name: LocalizedText {
    switch self {
    case .listRevenue: LocalizedText(english: "List revenue", chinese: "目录收入")
    case .discount: LocalizedText(english: "Discount", chinese: "折扣")
    case .rebate: LocalizedText(english: "Rebate", chinese: "返利")
    case .returns: LocalizedText(english: "Returns", chinese: "退货")
    case .otherDeductions: LocalizedText(english: "Other adjustments", chinese: "其他调整")
    case .netRevenue: LocalizedText(english: "Net revenue", chinese: "净收入")
    case .productCost: LocalizedText(english: "Product cost", chinese: "产品成本")
    case .contribution1: LocalizedText(english: "Gross margin (CM1)", chinese: "毛利（CM1）")
    case .commission: LocalizedText(english: "Commission", chinese: "佣金")
    case .freight: LocalizedText(english: "Freight", chinese: "运费")
    case .otherDirectCost: LocalizedText(english: "Other direct cost", chinese: "其他直接成本")
    case .contribution2: LocalizedText(english: "Contribution (CM2)", chinese: "边际贡献（CM2）")
    case .costToServe: LocalizedText(english: "Cost-to-serve", chinese: "服务成本")
    case .contribution3:
      LocalizedText(english: "Margin after cost-to-serve (CM3)", chinese: "服务成本后利润（CM3）")
    case .overhead: LocalizedText(english: "Overhead", chinese: "管理费用")
    case .netMargin: LocalizedText(english: "Net margin (CM4)", chinese: "净利润（CM4）")
    }
  }
}
