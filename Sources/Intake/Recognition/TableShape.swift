import FinanceModel

/// What a kind of table consists of: which column roles it takes, read as what, and what it must
/// have.
struct TableShape: Sendable {
  var role: RecognisedTable.Role
  /// By the role that a header suggests: the role it plays in this table, and how much it speaks
  /// for it.
  var accepts: [ColumnRole: Accepted]
  /// One of each group must be there.
  var requires: [Set<ColumnRole>]
  /// Roles that speak against this kind of table, with their weight.
  var excludes: [ColumnRole: Double] = [:]
  /// What every column of figures without another role adds; at most five of them count.
  var perFigureColumn = 0.0
  /// What a sheet name that hints at it adds.
  var hintWeight = 1.5
  /// Parts of sheet names and titles that hint at it, as ``TextFolding/key(_:)`` has them.
  var hints: [String]
  /// Hints that stand for the role only as the whole name.
  var exactHints: [String] = []

  struct Accepted: Sendable {
    var role: ColumnRole
    var weight: Double
  }

  /// The columns' roles played as they are called.
  static func roles(_ weights: [ColumnRole: Double]) -> [ColumnRole: Accepted] {
    Dictionary(uniqueKeysWithValues: weights.map { ($0, Accepted(role: $0, weight: $1)) })
  }

  /// Roles that another role stands for in this table, such as an amount for net revenue.
  func reading(_ roles: [ColumnRole: (ColumnRole, Double)]) -> TableShape {
    var shape = self
    for (role, (played, weight)) in roles {
      shape.accepts[role] = Accepted(role: played, weight: weight)
    }
    return shape
  }
}

extension TableShape {
  private static let hintList = TermList(VocabularyTerms.sheetHints)

  private static func hints(_ head: String, _ more: [String] = []) -> [String] {
    (hintList.terms(of: head) + more).map { TextFolding.key($0) }
  }

  /// Every kind of table that intake knows.
  static let all: [TableShape] = [
    sales, orders, customers, costPools, drivers, interactions, activities, serviceDepartments,
    budget, receivables, marketing, feedback, serviceRequests, market, products, ledger, rates,
    settings,
  ]

  /// The shape of a role, where it has one.
  static func of(_ role: RecognisedTable.Role) -> TableShape? { all.first { $0.role == role } }

  private static let sales = TableShape(
    role: .sales,
    accepts: roles([
      .customerID: 1, .customerName: 0.7, .customerGroup: 0.1, .channel: 0.2, .region: 0.2,
      .salesperson: 0.2, .productID: 0.5, .productName: 0.5, .transactionDate: 0.8, .period: 0.2,
      .documentNo: 0.6, .revenueGross: 1, .revenueNet: 1, .quantity: 0.7, .unitPrice: 0.7,
      .discount: 0.5, .rebate: 0.5, .returns: 0.5, .tax: 0.3, .cogs: 0.5, .directMaterial: 0.2,
      .directLabor: 0.2, .commission: 0.5, .freight: 0.5, .currency: 0.2, .exchangeRate: 0.2,
      .unitCost: 0.3, .taxRate: 0.2, .revenueTaxInclusive: 0.8, .unitPriceTaxInclusive: 0.5,
      .listPrice: 0.3, .netProfit: 0.1, .margin: 0.1, .department: 0.05, .activeFlag: 0,
      .employeeHours: 0.3,
    ]),
    requires: [
      [
        .revenueGross, .revenueNet, .revenueTaxInclusive, .unitPrice, .unitPriceTaxInclusive,
        .quantity,
      ]
    ],
    excludes: [
      .dueDate: 1.5, .budget: 1.5, .costPool: 1.5, .arClosing: 1.5, .arOpening: 1.5,
      .marketingSpend: 1, .newCustomers: 1, .debit: 1, .credit: 1, .budgetQuantity: 2,
    ],
    hints: hints("sales", ["invoice", "发票", "应税", "开票", "deliver", "order details"])
  )
  .reading([
    .poolAmount: (.revenueNet, 0.5), .ordersCount: (.quantity, 0),
  ])

  private static let orders = TableShape(
    role: .orders,
    accepts: roles([
      .documentNo: 1.2, .customerID: 1.2, .customerName: 0.6, .transactionDate: 0.8, .freight: 0.6,
      .channel: 0.2, .region: 0.2, .salesperson: 0.2, .commission: 0.3, .currency: 0.1,
    ]),
    requires: [[.documentNo], [.customerID, .customerName]],
    excludes: [
      .revenueGross: 2, .revenueNet: 2, .quantity: 2, .unitPrice: 2, .poolAmount: 2, .dueDate: 2,
      .arClosing: 2, .satisfactionScore: 1, .debit: 2,
    ],
    hintWeight: 0.3, hints: ["orders", "订单"])

  private static let customers = TableShape(
    role: .customers,
    accepts: roles([
      .customerID: 1, .customerName: 1, .customerGroup: 0.7, .channel: 0.5, .region: 0.5,
      .salesperson: 0.5, .firstOrderDate: 0.8, .activeFlag: 0.6, .lostDate: 0.8,
      .churnReason: 0.8, .referredBy: 0.7, .creditTerms: 0.7, .creditLimit: 0.5,
      .lastOrderDate: 0.4, .currency: 0,
    ]),
    requires: [
      [.customerID, .customerName],
      [
        .customerName, .customerGroup, .channel, .region, .salesperson, .firstOrderDate,
        .activeFlag,
        .lostDate, .churnReason, .referredBy, .creditTerms, .creditLimit,
      ],
    ],
    excludes: [
      .revenueGross: 1.5, .revenueNet: 1.5, .quantity: 1, .unitPrice: 1, .dueDate: 1.5,
      .arClosing: 1.5, .arOpening: 1.5, .satisfactionScore: 1, .npsScore: 1, .poolAmount: 1.5,
      .documentNo: 1, .budget: 1, .driver: 1, .driverQuantity: 1, .debit: 1,
    ],
    hints: hints("customers", ["client", "account list", "会员"]))

  private static let costPools = TableShape(
    role: .costPools,
    accepts: roles([
      .costPool: 1.2, .costClass: 0.7, .allocationMethod: 0.8, .driver: 0.7, .costLevel: 0.7,
      .department: 0.3, .capacity: 0.6, .valueAddedFlag: 0.5, .channel: 0.1, .fixedVariable: 0.1,
      .directIndirect: 0.1, .period: 0, .allocationPercent: 0,
    ]),
    requires: [[.costPool], [.poolAmount]],
    excludes: [
      .customerID: 2, .customerName: 1, .unitTime: 1, .budget: 1, .departmentKind: 1.5,
      .documentNo: 0.5,
    ],
    hints: hints("cost_pools", ["cost pool", "pools", "间接成本", "制造费用"])
  )
  .reading([
    .poolAmount: (.poolAmount, 1), .cogs: (.poolAmount, 0.5), .actual: (.poolAmount, 0.4),
    .accountName: (.costPool, 0.6), .activity: (.costPool, 0.8), .wasteItem: (.costPool, 0.3),
    .sellingExpense: (.poolAmount, 0.1), .adminExpense: (.poolAmount, 0.2),
  ])

  private static let drivers = TableShape(
    role: .drivers,
    accepts: roles([
      .customerID: 1, .customerName: 0.6, .driver: 0.8, .driverQuantity: 0.8, .period: 0,
    ]),
    requires: [[.customerID, .customerName]],
    excludes: [
      .revenueNet: 0.7, .revenueGross: 0.7, .transactionDate: 0.7, .dueDate: 1, .arClosing: 1,
      .arOpening: 1, .satisfactionScore: 1, .npsScore: 1, .documentNo: 0.7, .creditTerms: 0.7,
      .customerGroup: 0.5, .unitPrice: 1, .budget: 1, .costPool: 0.5, .activeFlag: 0.5, .debit: 1,
      .credit: 1,
    ],
    perFigureColumn: 0.4, hints: hints("drivers")
  )
  .reading([.quantity: (.driverQuantity, 0.4)])

  private static let interactions = TableShape(
    role: .interactions,
    accepts: roles([
      .customerID: 0.8, .customerName: 0.5, .period: 0, .transactionDate: 0, .interactionKind: 0.3,
    ]),
    requires: [[.customerID, .customerName]],
    excludes: [
      .revenueNet: 1, .revenueGross: 1, .transactionDate: 0.7, .arClosing: 1, .satisfactionScore: 1,
      .documentNo: 0.7, .driver: 1, .driverQuantity: 0.5, .unitPrice: 1, .budget: 1, .poolAmount: 1,
      .responseHours: 2, .firstReply: 2,
    ],
    perFigureColumn: 0.3, hintWeight: 2,
    hints: ["interaction", "互动", "touchpoint", "engagement", "参与度"]
  )
  .reading([.scenario: (.interactionKind, 0), .departmentKind: (.interactionKind, 0)])

  private static let activities = TableShape(
    role: .activities,
    accepts: roles([
      .activity: 1, .costPool: 1, .driver: 0.8, .unitTime: 1, .allocationPercent: 0.8,
      .valueAddedFlag: 0.2, .driverQuantity: 0.1,
    ]),
    requires: [[.activity], [.costPool], [.driver]],
    excludes: [.poolAmount: 1.5, .customerID: 2, .costClass: 1, .costLevel: 1],
    hints: ["activit", "作业"]
  )
  .reading([.employeeHours: (.unitTime, 0.5)])

  private static let serviceDepartments = TableShape(
    role: .serviceDepartments,
    accepts: roles([.department: 1.2, .departmentKind: 1.2, .poolAmount: 0.8, .headcount: 0]),
    requires: [[.department], [.poolAmount]],
    excludes: [
      .costPool: 1.5, .customerID: 2, .budget: 1.5, .accountName: 1, .transactionDate: 1,
      .driver: 0.5, .documentNo: 1, .period: 0.5,
    ],
    perFigureColumn: 0.1, hints: ["servicedepartment", "辅助部门", "支持部门", "辅助生产"])

  private static let budget = TableShape(
    role: .budget,
    accepts: roles([
      .accountName: 0.7, .accountCode: 0.5, .department: 0.5, .customerID: 0.4, .customerName: 0.4,
      .productName: 0.4, .costPool: 0.4, .period: 0.4, .budget: 1.5, .actual: 1, .variance: 0.3,
      .budgetQuantity: 1, .actualQuantity: 1, .budgetUnitPrice: 1, .actualUnitPrice: 1,
      .priorYear: 0.2, .region: 0.1, .salesperson: 0.1, .productID: 0.3, .customerGroup: 0.1,
      .channel: 0.1, .scenario: 1.2, .transactionDate: 0.05,
    ]),
    requires: [
      [
        .accountName, .accountCode, .department, .customerID, .customerName, .productName,
        .costPool,
        .productID, .region, .customerGroup, .channel, .salesperson, .period,
      ]
    ],
    excludes: [.allocationMethod: 1, .quantity: 1, .dueDate: 1, .costClass: 0.7, .newCustomers: 1],
    hintWeight: 2,
    hints: hints("budget", ["forecast", "actual", "实际", "计划", "proposed", "adopted"])
  )
  .reading([
    .poolAmount: (.budget, 0.5), .activity: (.costPool, 0.1), .customerGroup: (.accountName, 0.15),
  ])

  private static let receivables = TableShape(
    role: .receivables,
    accepts: roles([
      .customerID: 0.8, .customerName: 0.6, .arOpening: 1.2, .arClosing: 1.2, .agingCurrent: 0.6,
      .aging1to30: 0.6, .aging31to60: 0.6, .aging61to90: 0.6, .agingOver90: 0.6, .documentNo: 0.3,
      .transactionDate: 0.3, .dueDate: 1.2, .paymentDate: 0.9, .paidAmount: 0.7, .creditTerms: 0.2,
      .overdueDays: 0.5, .creditLimit: 0.2, .currency: 0.2, .badDebtAllowance: 0.3,
      .arBilled: 0.5, .arCollected: 0.5, .activeFlag: 0,
    ]),
    requires: [
      [.customerID, .customerName],
      [
        .arOpening, .arClosing, .agingCurrent, .aging1to30, .aging31to60, .aging61to90,
        .agingOver90, .dueDate, .paymentDate, .poolAmount,
      ],
    ],
    excludes: [
      .quantity: 1, .unitPrice: 1, .cogs: 1, .commission: 1, .budget: 1, .costPool: 1,
      .productName: 0.5, .productID: 0.5, .satisfactionScore: 1,
    ],
    hints: hints("ar", ["receivable", "ageing", "debtor"]), exactHints: ["ar"]
  )
  .reading([
    .poolAmount: (.poolAmount, 0.5), .revenueGross: (.poolAmount, 0.4),
    .revenueNet: (.poolAmount, 0.4), .revenueTaxInclusive: (.poolAmount, 0.4),
  ])

  private static let marketing = TableShape(
    role: .marketing,
    accepts: roles([
      .channel: 1, .marketingSpend: 1.2, .newCustomers: 1.2, .period: 0.3, .transactionDate: 0.2,
    ]),
    requires: [[.marketingSpend, .newCustomers]],
    excludes: [
      .customerID: 1, .customerName: 1, .revenueNet: 0.7, .revenueGross: 0.7, .budget: 1,
      .quantity: 1, .costPool: 1,
    ],
    hints: hints("marketing")
  )
  .reading([
    .poolAmount: (.marketingSpend, 0.4), .actual: (.marketingSpend, 0.2),
    .sellingExpense: (.marketingSpend, 0.2),
  ])

  private static let feedback = TableShape(
    role: .feedback,
    accepts: roles([
      .customerID: 0.8, .customerName: 0.5, .surveyDate: 1, .satisfactionScore: 1.2, .npsScore: 1.2,
      .complaints: 0.6, .feedbackText: 0.5, .transactionDate: 0.1, .loyaltyScore: 0.2,
      .responseHours: 0.4, .openedAt: 0.2, .firstReply: 0.3,
    ]),
    requires: [
      [.customerID, .customerName], [.satisfactionScore, .npsScore, .surveyDate, .complaints],
    ],
    excludes: [.revenueNet: 1, .revenueGross: 1, .unitPrice: 1, .poolAmount: 1, .arClosing: 1],
    hints: hints("survey", ["feedback", "反馈", "complaint", "投诉"]))

  private static let serviceRequests = TableShape(
    role: .serviceRequests,
    accepts: roles([
      .customerID: 0.8, .customerName: 0.5, .responseHours: 1.5, .openedAt: 0.8, .firstReply: 1.2,
      .documentNo: 0.3, .transactionDate: 0.3, .channel: 0.1, .salesperson: 0.1, .activeFlag: 0,
      .feedbackText: 0.1,
    ]),
    requires: [[.customerID, .customerName], [.responseHours, .firstReply]],
    excludes: [
      .satisfactionScore: 2, .npsScore: 2, .complaints: 1, .revenueNet: 1, .revenueGross: 1,
      .unitPrice: 1, .poolAmount: 1, .arClosing: 1,
    ],
    hints: ["ticket", "工单", "servicerequest", "服务请求", "helpdesk"]
  )
  .reading([.surveyDate: (.openedAt, 0.3)])

  private static let market = TableShape(
    role: .market,
    accepts: roles([
      .marketSize: 1.5, .marketShare: 1.3, .period: 0.5, .transactionDate: 0.4, .region: 0.3,
      .productName: 0.3, .currency: 0,
    ]),
    requires: [[.marketSize, .marketShare]],
    excludes: [
      .customerID: 2, .customerName: 2, .documentNo: 2, .quantity: 1, .unitPrice: 1, .budget: 1,
      .costPool: 1, .marketingSpend: 1, .newCustomers: 1, .poolAmount: 0.5,
    ],
    hints: [],
    exactHints: ["market", "marketsize", "marketshare", "市场", "市场规模", "市场份额", "市场占有率"])

  private static let products = TableShape(
    role: .products,
    accepts: roles([
      .productID: 1, .productName: 1, .unitCost: 0.6, .listPrice: 0.5, .unitPrice: 0.3,
      .customerGroup: 0,
    ]),
    requires: [[.productID, .productName], [.productName, .unitCost, .listPrice]],
    excludes: [
      .customerID: 2, .customerName: 1, .documentNo: 2, .transactionDate: 1, .revenueNet: 1,
      .revenueGross: 1, .discount: 1, .quantity: 0.7, .budget: 1, .actual: 1,
    ],
    hints: ["product", "产品", "商品", "物料", "item"]
  )
  .reading([.cogs: (.unitCost, 0.5)])

  private static let ledger = TableShape(
    role: .ledger,
    accepts: roles([
      .accountCode: 0.8, .accountName: 0.8, .debit: 1.2, .credit: 1, .transactionDate: 0.4,
      .documentNo: 0.4, .customerID: 0.4, .customerName: 0.3, .department: 0.3, .productName: 0,
      .period: 0.1, .currency: 0,
    ]),
    requires: [[.accountCode, .accountName], [.debit, .credit, .poolAmount]],
    excludes: [
      .budget: 1.5, .actual: 1, .quantity: 0.7, .costPool: 0.7, .newCustomers: 1, .scenario: 0.5,
    ],
    hints: hints("ledger")
  )
  .reading([.poolAmount: (.poolAmount, 0.6), .feedbackText: (.feedbackText, 0)])

  private static let rates = TableShape(
    role: .rates,
    accepts: roles([.currency: 1, .exchangeRate: 1.2, .transactionDate: 0.1, .period: 0.1]),
    requires: [[.currency], [.exchangeRate]],
    excludes: [
      .customerID: 2, .customerName: 2, .revenueNet: 2, .revenueGross: 2, .documentNo: 2,
      .poolAmount: 1, .quantity: 1,
    ],
    hints: ["rates", "fx", "汇率", "exchange"])

  private static let settings = TableShape(
    role: .settings,
    accepts: roles([.setting: 1.2, .settingValue: 1.2]),
    requires: [[.setting], [.settingValue]],
    excludes: [.customerID: 2, .customerName: 1],
    hintWeight: 3, hints: ["marginbooksettings", "marginbook设置"], exactHints: ["settings", "设置"])
}
