public import FinanceModel

/// A row of a budget: an account, a department, a customer or a product, in a period.
public struct BudgetLine: Sendable, Hashable {
  public var name: String
  /// As the workbook writes it (`2026-03`, `Q1`); nil for the whole.
  public var period: String?
  public var budget: Amount?
  public var actual: Amount?
  public var budgetQuantity: Quantity?
  public var actualQuantity: Quantity?
  public var budgetUnitPrice: Amount?
  public var actualUnitPrice: Amount?
  /// Whether more than budgeted is good; nil where the account does not tell.
  public var isRevenue: Bool?
  public var provenance: Provenance?
  /// Where the figures stand, for formulas.
  public var sources = Sources()

  public init(name: String) {
    self.name = name
  }

  /// The cells of each figure; nil where the line has none.
  public struct Sources: Sendable, Hashable {
    public var budget: SourceCells?
    public var actual: SourceCells?
    public var budgetQuantity: SourceCells?
    public var actualQuantity: SourceCells?
    public var budgetUnitPrice: SourceCells?
    public var actualUnitPrice: SourceCells?

    public init() {}
  }
}

/// Receivables as balances by customer, or as items (invoices).
public struct ReceivablesTable: Sendable, Hashable {
  public var balances: [ReceivableBalance] = []
  public var items: [ReceivableItem] = []
  /// The ageing buckets that the balances have columns for, in the workbook's order.
  public var buckets: [AgeingBucket] = []
  /// Months that balances have an end-of-month column for, ascending; usually empty.
  public var months: [Month] = []
  public init() {}
  public var isEmpty: Bool { balances.isEmpty && items.isEmpty }
}

/// What a customer owed.
public struct ReceivableBalance: Sendable, Hashable {
  public var customer: CustomerID
  public var opening: Amount?
  public var closing: Amount?
  /// Parallel to ``ReceivablesTable/buckets``.
  public var ageing: [Amount]
  /// Balance at each month's end, parallel to ``ReceivablesTable/months``.
  public var monthEnds: [Amount] = []
  public var provenance: Provenance?

  public init(customer: CustomerID, ageing: [Amount] = []) {
    self.customer = customer
    self.ageing = ageing
  }
}

/// One invoice.
public struct ReceivableItem: Sendable, Hashable {
  public var customer: CustomerID
  public var document: String?
  public var date: Day?
  public var due: Day?
  public var amount: Amount
  public var paid: Amount?
  public var paidOn: Day?
  /// Days, where the item carries its own.
  public var creditTerms: Int?
  public var currency: String?
  public var provenance: Provenance?

  public init(customer: CustomerID, amount: Amount) {
    self.customer = customer
    self.amount = amount
  }
}

/// A span of days overdue.
public struct AgeingBucket: Sendable, Hashable {
  /// As the workbook's header has it, or `1-30`.
  public var label: String
  /// First day overdue; 0 or less for what is not due.
  public var from: Int
  /// Last day overdue; nil for the open end.
  public var through: Int?
  /// Expected loss, 0.05 for 5 %, where the workbook gives one.
  public var lossRate: Double?

  public init(label: String, from: Int, through: Int?) {
    self.label = label
    self.from = from
    self.through = through
  }
}

/// A row of marketing spend.
public struct MarketingLine: Sendable, Hashable {
  /// Nil where the row names no channel.
  public var channel: String?
  public var spend: Amount
  /// Nil where the cell is blank.
  public var newCustomers: Quantity?
  public var period: String?
  public var provenance: Provenance?

  public init(channel: String?, spend: Amount) {
    self.channel = channel
    self.spend = spend
  }
}

/// One answer to a survey.
public struct FeedbackResponse: Sendable, Hashable {
  public var customer: CustomerID
  public var date: Day?
  /// 1–5.
  public var satisfaction: Double?
  /// 0–10.
  public var recommendation: Double?
  public var complaints: Quantity?
  public var comment: String?
  public var provenance: Provenance?

  public init(customer: CustomerID) {
    self.customer = customer
  }
}
