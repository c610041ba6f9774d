public import FinanceModel

/// All that costing needs to know of one workbook: plain values, already understood and joined.
///
/// Customers are counted from 0 by their place in ``customers``; every per-customer column is
/// parallel to it. Amounts are in units of ``currency`` (元, not 万元). Every table is optional; an
/// empty one means that the workbook has none.
public struct CostingInputs: Sendable {
  /// ISO 4217, such as `CNY`; nil where the workbook does not say.
  public var currency: String?
  /// The currency units in one of the workbook's own: 10,000 for 万元. Sheets show figures in it.
  public var displayUnit: DisplayUnit = .one
  public var company: String?
  /// From settings, else first to last sales date; nil where no sales line is dated.
  public var period: Period?
  /// The workbook's language.
  public var language: Language = .english
  public var settings = CostingSettings()

  /// What a "customer" is here: a customer, or the nearest cost object the workbook has.
  public var costObject = CostObject.customer
  /// In the order of first mention. The line of blank ids (``CustomerID/unassigned``), where there
  /// is one, is last.
  public var customers: [Customer] = []
  /// One a customer, parallel to ``customers``.
  public var sales: [SalesFacts] = []
  /// Which of the optional measures the workbook holds at all.
  public var measures: Set<SalesMeasure> = []
  /// How each measure can be a formula over the team's cells, where that is known.
  public var liveness: [SalesMeasure: Liveness] = [:]
  /// Sales by customer and month, ascending by customer, then month. Empty without dates.
  public var salesByMonth: [MonthlySales] = []
  /// The same for the time before the period's start; the month that the period begins in may be in
  /// both.
  public var priorSalesByMonth: [MonthlySales] = []
  /// Spend by customer and product, ascending by customer, then product. Empty without products.
  public var productSales: [ProductSales] = []
  /// The products that ``productSales`` counts, by index.
  public var products: [String] = []
  /// What our own sheets in the workbook tell of earlier runs.
  public var keptRuns = KeptRuns()
  /// Sales before the period's start, one a customer, for comparison; empty where there are none.
  public var priorSales: [SalesFacts] = []

  public var costPools: [CostPool] = []
  public var drivers: [Driver] = []
  public var activities: [Activity] = []
  public var serviceDepartments = ServiceDepartmentTable()
  public var budget: [BudgetLine] = []
  public var receivables = ReceivablesTable()
  public var marketing: [MarketingLine] = []
  public var feedback: [FeedbackResponse] = []
  /// How long customers waited for a reply, one a request.
  public var serviceResponses: [ServiceResponse] = []
  /// Counts by kind of interaction, one driver a kind.
  public var interactions: [Driver] = []
  /// The part of ``interactions`` that the workbook dates; in no order, a customer's month and kind
  /// once a table. Empty without dates.
  public var interactionsByMonth: [MonthlyInteractions] = []
  /// What the market sold, by period, region or product.
  public var market: [MarketLine] = []
  /// Where the tables of receivables, marketing, feedback, service requests and interactions stand in
  /// the workbook, for formulas over their columns.
  public var sources: [RecognisedTable.Role: SourceTable] = [:]

  public init() {}

  /// Forgets sales by month and by product, which nothing needs once the analyses are made: a third of
  /// what a large workbook takes.
  public mutating func forgetSalesDetail() {
    let detail = (salesByMonth, priorSalesByMonth, productSales)
    (salesByMonth, priorSalesByMonth, productSales) = ([], [], [])
    letGo(of: detail, after: 0)
  }

  /// The number of customers, the unassigned line included.
  public var customerCount: Int { customers.count }

  /// The place of the unassigned line, where there is one.
  public var unassignedIndex: Int? {
    customers.last?.isUnassigned == true ? customers.count - 1 : nil
  }
}

/// The unit that a workbook writes its money in.
public struct DisplayUnit: Sendable, Hashable {
  /// Currency units in one: 1, 1,000, 10,000, 1,000,000, 100,000,000.
  public var factor: Int
  /// As the workbook writes it: `万元`, `USD 000`; empty for plain units.
  public var label: String

  public init(factor: Int, label: String) {
    self.factor = factor
    self.label = label
  }

  public static let one = DisplayUnit(factor: 1, label: "")
}

/// What profit is measured for.
public struct CostObject: Sendable, Hashable {
  /// Whether these are customers, rather than the nearest thing a workbook has.
  public var isCustomer: Bool
  /// As the workbook's header has it: `Customer`, `Country`, `Segment`.
  public var name: LocalizedText

  public init(isCustomer: Bool, name: LocalizedText) {
    self.isCustomer = isCustomer
    self.name = name
  }

  public static let customer = CostObject(
    isCustomer: true, name: LocalizedText(english: "Customer", chinese: "客户"))
}

/// One customer, or another cost object.
public struct Customer: Sendable, Hashable {
  public var id: CustomerID
  /// The name as the customer list has it, else as the first sales line has it, else the id.
  public var name: String
  public var segment: String?
  public var channel: String?
  public var region: String?
  public var salesperson: String?
  public var since: Day?
  public var status: CustomerStatus?
  public var lostOn: Day?
  public var churnReason: String?
  public var referredBy: CustomerID?
  /// Days.
  public var creditTerms: Int?
  /// Where the customer was first met.
  public var place: SheetCell?
  /// Whether the team's key cells hold the id as a number; sheets then write it as one, so that
  /// criteria of live sums match.
  public var hasNumericKey = false

  public init(id: CustomerID, name: String) {
    self.id = id
    self.name = name
  }

  // Inlined, so that of a customer in an array nothing but the id is copied.
  @inline(__always)
  public var isUnassigned: Bool { id == .unassigned }
}

/// What a customer list says of a customer.
public enum CustomerStatus: Sendable, Hashable {
  case active
  case lost
}

/// What one customer's sales lines add up to.
///
/// Deductions are positive. ``netRevenue`` was chosen line by line (SEMANTICS, reading amounts), so
/// it need not equal gross less deductions.
public struct SalesFacts: Sendable, Hashable {
  // What every line changes comes first: it lies in four cache lines.
  public var lines = 0
  /// Distinct documents; distinct dates where lines carry no document; lines where neither.
  public var orders = 0
  /// Distinct order dates.
  public var orderDays = 0
  public var firstOrder: Day?
  public var lastOrder: Day?
  /// The days with a purchase, which days with nothing but returns are not; nil where the source did
  /// not tell them apart (order dates stand in).
  public var purchases: PurchaseDays?
  /// Net revenue of the lines of the first order date: what repeat spend is counted after.
  public var firstDayRevenue: Amount = 0
  public var quantity: Quantity = 0
  /// At list price, where one is given; else gross.
  public var listRevenue: Amount = 0
  public var grossRevenue: Amount = 0
  public var netRevenue: Amount = 0
  public var productCost: Amount = 0
  public var discount: Amount = 0
  public var rebate: Amount = 0
  /// The returns column plus the negative lines, as a positive amount.
  public var returns: Amount = 0
  public var commission: Amount = 0
  public var freight: Amount = 0
  /// Other cost traced to the customer (ledger rows that carry the customer's key).
  public var otherDirectCost: Amount = 0
  /// Median number of days between consecutive order dates, those before the period included; nil
  /// with fewer than two, or where the source did not keep them (the mean gap stands in).
  public var medianGapDays: Double?

  public init() {}

  /// Product cost, commission, freight and other traced cost.
  public var directCost: Amount { productCost + commission + freight + otherDirectCost }
}

/// A measure of the sales lines.
public enum SalesMeasure: String, Sendable, Hashable, CaseIterable {
  case quantity, listRevenue, grossRevenue, discount, rebate, returns, netRevenue
  case productCost, commission, freight, otherDirectCost
  /// The number of sales lines and of distinct documents.
  case lines, orders
}

/// One customer's sales of one month.
public struct MonthlySales: Sendable, Hashable {
  /// Place in ``CostingInputs/customers``.
  public var customer: Int32
  public var orders: Int32
  public var month: Month
  public var netRevenue: Amount
  /// Product cost, commission, freight and other traced cost.
  public var directCost: Amount
  public var productCost: Amount
  public var quantity: Quantity

  public init(customer: Int32, month: Month) {
    self.customer = customer
    self.month = month
    netRevenue = 0
    directCost = 0
    productCost = 0
    quantity = 0
    orders = 0
  }
}

/// One customer's spend on one product.
public struct ProductSales: Sendable, Hashable {
  /// Place in ``CostingInputs/customers``.
  public var customer: Int32
  /// Place in ``CostingInputs/products``.
  public var product: Int32
  public var netRevenue: Amount
  public var quantity: Quantity

  public init(customer: Int32, product: Int32, netRevenue: Amount, quantity: Quantity) {
    self.customer = customer
    self.product = product
    self.netRevenue = netRevenue
    self.quantity = quantity
  }
}
