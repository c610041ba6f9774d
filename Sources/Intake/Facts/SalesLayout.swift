import FinanceModel

/// What a column of a sales table is used for.
enum SalesSlot: Int, CaseIterable {
  case key, name, date, document, productID, productName, currency
  case segment, channel, region, salesperson
  case quantity, unitPrice, listPrice, gross, net, taxInclusive, discount, rebate, returns, tax
  case taxRate, productCost, unitCost, material, labor, commission, freight
  case serviceCost, relationshipCost, exchangeRate

  /// The slots that hold figures.
  static let figures: [SalesSlot] = allCases.filter { $0.rawValue >= quantity.rawValue }

  /// Whether the slot's figures are money.
  var isMoney: Bool {
    switch self {
    case .quantity, .taxRate, .exchangeRate: false
    default: rawValue >= SalesSlot.quantity.rawValue
    }
  }

  /// Whether its figures can be added up down the column.
  var isAdditive: Bool {
    switch self {
    case .unitPrice, .listPrice, .unitCost, .taxRate, .exchangeRate: false
    default: rawValue >= SalesSlot.quantity.rawValue
    }
  }

  /// The column role that fills it.
  init?(_ role: ColumnRole) {
    guard let slot = Self.byRole[role] else { return nil }
    self = slot
  }

  private static let byRole: [ColumnRole: SalesSlot] = [
    .customerID: .key, .customerName: .name, .transactionDate: .date, .documentNo: .document,
    .productID: .productID, .productName: .productName, .currency: .currency,
    .customerGroup: .segment, .channel: .channel, .region: .region, .salesperson: .salesperson,
    .quantity: .quantity, .unitPrice: .unitPrice, .unitPriceTaxInclusive: .unitPrice,
    .listPrice: .listPrice, .revenueGross: .gross, .revenueNet: .net,
    .revenueTaxInclusive: .taxInclusive, .discount: .discount, .rebate: .rebate,
    .returns: .returns, .tax: .tax, .taxRate: .taxRate, .cogs: .productCost, .unitCost: .unitCost,
    .directMaterial: .material, .directLabor: .labor, .commission: .commission, .freight: .freight,
    .customerServiceCost: .serviceCost, .relationshipCost: .relationshipCost,
    .exchangeRate: .exchangeRate,
  ]
}

/// A value for every slot, held in place: a line changes a dozen of them, and none should cost a
/// look at shared memory.
struct BySlot<Value> {
  private var values: InlineArray<31, Value>

  init(_ value: Value) { values = InlineArray(repeating: value) }

  subscript(slot: SalesSlot) -> Value {
    get { values[slot.rawValue] }
    set { values[slot.rawValue] = newValue }
  }
}

extension BySlot: Sendable where Value: Sendable {}

/// How a table of sales is read: which column fills which slot, and what was assumed of them.
struct SalesLayout {
  var table: ClassifiedTable
  /// The slot of each column from ``firstColumn``; nil for none.
  var slotOfColumn: [SalesSlot?]
  var firstColumn: Int
  /// The sheet's column of each slot; 0 for none.
  var columnOfSlot = BySlot(0)
  /// What each slot's figures are multiplied by to give currency units; 1 for quantities.
  var factors = BySlot(1)
  var period: Period?
  var dateSystem = DateSystem.from1900
  var dateOrder = DateText.Order.monthFirst
  /// Whether the unit price or the amount includes tax.
  var priceIncludesTax = false
  /// Whether ``SalesSlot/discount`` holds shares of the price rather than amounts.
  var discountIsShare = false
  /// Whether a line is one piece at its price: there is neither quantity nor amount.
  private(set) var sellsByPiece = false
  /// What a unit of each product costs, from a table of products; empty where lines have a cost.
  var unitCosts = ProductCosts()
  /// Whether lines without a customer are looked up in a table of orders.
  var joinsOrders = false
  /// Deductions that are written as negative numbers.
  var turned: Set<SalesSlot> = []
  /// The one currency whose lines are counted; nil where lines carry none.
  var currency: String?
  /// Rates to ``currency`` by currency, from a table of rates.
  var rates: [String: ExactDecimal] = [:]
  /// Whether dates without a date format are serials.
  var datesAreSerials = false

  init(_ table: ClassifiedTable, keyRole: ColumnRole?) {
    self.table = table
    firstColumn = table.candidate.firstColumn
    slotOfColumn = [SalesSlot?](repeating: nil, count: table.candidate.columns.count)
    for (place, column) in table.columns.enumerated() {
      guard let role = column.role,
        let slot = role == keyRole ? SalesSlot.key : SalesSlot(role),
        columnOfSlot[slot] == 0, slot != .key || role == keyRole
      else { continue }
      slotOfColumn[place] = slot
      columnOfSlot[slot] = column.header.column
      if slot.isMoney {
        factors[slot] = (column.header.unit ?? table.candidate.unit)?.factor ?? 1
      }
      if role == .unitPriceTaxInclusive { priceIncludesTax = true }
    }
    discountIsShare =
      table.column(.discount)?.header.profile.looksLikeShares == true
      && factors[.discount] == 1
      && (has(.gross) || has(.net) || has(.unitPrice))
    sellsByPiece =
      has(.unitPrice) && ![.quantity, .gross, .net, .taxInclusive].contains { has($0) }
    let date = table.column(.transactionDate)?.header.profile
    datesAreSerials = date?.looksLikeSerials == true
    if let date, date.needsDayFirst > 0, date.needsMonthFirst == 0 { dateOrder = .dayFirst }
    for slot in [SalesSlot.discount, .rebate, .returns] {
      guard let profile = self.header(slot)?.profile else { continue }
      if profile.negatives > 0, profile.positives == 0 { turned.insert(slot) }
    }
  }

  /// Whether a net amount stands beside quantity and price with no column for what lies between.
  var leavesPricesOpen: Bool {
    has(.net) && has(.quantity) && has(.unitPrice) && !priceIncludesTax
      && ![.gross, .listPrice, .discount, .rebate, .returns].contains { has($0) }
  }

  /// Whether some column tells what the lines' products cost.
  var hasProductCost: Bool {
    [SalesSlot.productCost, .unitCost, .material, .labor].contains { has($0) }
  }

  /// How its figures are to be taken.
  var rules: SalesAmounts.Rules {
    SalesAmounts.Rules(
      priceIncludesTax: priceIncludesTax, discountIsShare: discountIsShare,
      sellsByPiece: sellsByPiece)
  }

  func has(_ slot: SalesSlot) -> Bool { columnOfSlot[slot] > 0 }

  /// The column that fills a slot.
  func header(_ slot: SalesSlot) -> HeaderColumn? {
    let column = columnOfSlot[slot]
    guard column > 0, table.candidate.columns.indices.contains(column - firstColumn) else {
      return nil
    }
    return table.candidate.columns[column - firstColumn]
  }
}
