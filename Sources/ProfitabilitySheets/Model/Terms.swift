import CostingCore
import FinanceModel

/// The field's words in both languages.
enum Terms {
  static func name(_ measure: SalesMeasure) -> LocalizedText {
    switch measure {
    case .quantity: LocalizedText(english: "Quantity", chinese: "数量")
    case .listRevenue: LocalizedText(english: "List revenue", chinese: "标价收入")
    case .grossRevenue: LocalizedText(english: "Gross revenue", chinese: "销售总额")
    case .discount: LocalizedText(english: "Discount", chinese: "折扣")
    case .rebate: LocalizedText(english: "Rebate", chinese: "返利")
    case .returns: LocalizedText(english: "Returns", chinese: "退货")
    case .netRevenue: LocalizedText(english: "Net revenue", chinese: "净销售额")
    case .productCost: LocalizedText(english: "Product cost", chinese: "产品成本")
    case .commission: LocalizedText(english: "Commission", chinese: "佣金")
    case .freight: LocalizedText(english: "Freight", chinese: "运费")
    case .otherDirectCost: LocalizedText(english: "Other direct cost", chinese: "其他直接成本")
    case .lines: LocalizedText(english: "Sales lines", chinese: "销售行数")
    case .orders: LocalizedText(english: "Orders", chinese: "订单数")
    }
  }

  static func name(_ method: AllocationMethod) -> LocalizedText {
    switch method {
    case .driver: LocalizedText(english: "driver", chinese: "动因")
    case .even: LocalizedText(english: "even", chinese: "平均")
    case .percent: LocalizedText(english: "percent", chinese: "百分比")
    case .fixed: LocalizedText(english: "fixed", chinese: "固定金额")
    case .revenue: LocalizedText(english: "revenue", chinese: "收入")
    case .unallocated: LocalizedText(english: "unallocated", chinese: "不分摊")
    }
  }

  static func name(_ costClass: CostClass) -> LocalizedText {
    switch costClass {
    case .acquisition: LocalizedText(english: "acquisition", chinese: "获客")
    case .service: LocalizedText(english: "service", chinese: "服务")
    case .relationship: LocalizedText(english: "relationship", chinese: "关系维护")
    case .marketing: LocalizedText(english: "marketing", chinese: "营销")
    case .administration: LocalizedText(english: "administration", chinese: "管理")
    case .facility: LocalizedText(english: "facility", chinese: "设施")
    }
  }

  static func name(_ level: CostLevel) -> LocalizedText {
    switch level {
    case .unit: LocalizedText(english: "unit", chinese: "单位")
    case .order: LocalizedText(english: "order", chinese: "订单")
    case .customer: LocalizedText(english: "customer", chinese: "客户")
    case .channel: LocalizedText(english: "channel", chinese: "渠道")
    case .facility: LocalizedText(english: "facility", chinese: "设施")
    }
  }

  static func name(_ tier: Tier) -> LocalizedText {
    switch tier {
    case .vip: LocalizedText(english: "VIP", chinese: "VIP客户")
    case .regular: LocalizedText(english: "Regular", chinese: "普通客户")
    case .potential: LocalizedText(english: "Potential", chinese: "潜在客户")
    }
  }

  static func name(_ method: ServiceDepartmentMethod) -> LocalizedText {
    switch method {
    case .direct: LocalizedText(english: "direct", chinese: "直接分配法")
    case .stepDown: LocalizedText(english: "step-down", chinese: "阶梯分配法")
    case .reciprocal: LocalizedText(english: "reciprocal", chinese: "交互分配法")
    }
  }

  static func name(_ kind: ServiceDepartment.Kind) -> LocalizedText {
    switch kind {
    case .service: LocalizedText(english: "service", chinese: "辅助")
    case .operating: LocalizedText(english: "operating", chinese: "生产")
    }
  }

  static func name(_ severity: Finding.Severity) -> LocalizedText {
    switch severity {
    case .note: LocalizedText(english: "Note", chinese: "提示")
    case .warning: LocalizedText(english: "Warning", chinese: "警告")
    case .error: LocalizedText(english: "Error", chinese: "错误")
    }
  }
}

extension SalesFacts {
  /// The measure's figure; lines and orders as quantities.
  func value(_ measure: SalesMeasure) -> ExactDecimal {
    switch measure {
    case .quantity: quantity
    case .listRevenue: listRevenue
    case .grossRevenue: grossRevenue
    case .discount: discount
    case .rebate: rebate
    case .returns: returns
    case .netRevenue: netRevenue
    case .productCost: productCost
    case .commission: commission
    case .freight: freight
    case .otherDirectCost: otherDirectCost
    case .lines: ExactDecimal(lines)
    case .orders: ExactDecimal(orders)
    }
  }
}

extension SalesMeasure {
  /// Whether it is money rather than a number of things.
  var isMoney: Bool {
    switch self {
    case .quantity, .lines, .orders: false
    default: true
    }
  }
}

extension Terms {
  static func name(_ role: RecognisedTable.Role) -> LocalizedText {
    switch role {
    case .sales: LocalizedText(english: "Sales", chinese: "销售明细")
    case .customers: LocalizedText(english: "Customers", chinese: "客户")
    case .costPools: LocalizedText(english: "Cost pools", chinese: "成本池")
    case .drivers: LocalizedText(english: "Drivers", chinese: "动因")
    case .activities: LocalizedText(english: "Activities", chinese: "作业")
    case .serviceDepartments: LocalizedText(english: "Service departments", chinese: "辅助部门")
    case .budget: LocalizedText(english: "Budget", chinese: "预算")
    case .receivables: LocalizedText(english: "Receivables", chinese: "应收账款")
    case .marketing: LocalizedText(english: "Marketing", chinese: "营销")
    case .feedback: LocalizedText(english: "Feedback", chinese: "客户反馈")
    case .interactions: LocalizedText(english: "Interactions", chinese: "互动")
    case .serviceRequests: LocalizedText(english: "Service requests", chinese: "服务请求")
    case .market: LocalizedText(english: "Market", chinese: "市场规模")
    case .settings: LocalizedText(english: "Settings", chinese: "设置")
    case .orders: LocalizedText(english: "Orders", chinese: "订单")
    case .products: LocalizedText(english: "Products", chinese: "产品")
    case .ledger: LocalizedText(english: "Ledger", chinese: "明细账")
    case .rates: LocalizedText(english: "Exchange rates", chinese: "汇率")
    case .other: LocalizedText(english: "Other table", chinese: "其他表")
    }
  }
}

extension Terms {
  static func name(_ kind: RecommendedAction.Kind) -> LocalizedText {
    switch kind {
    case .visit: LocalizedText(english: "Visit", chinese: "回访")
    case .reprice: LocalizedText(english: "Reprice", chinese: "调价")
    case .minimumOrder: LocalizedText(english: "Minimum order", chinese: "设起订量")
    case .cheaperChannel: LocalizedText(english: "Cheaper channel", chinese: "转低成本渠道")
    case .train: LocalizedText(english: "Train the customer", chinese: "客户教育")
    case .collect: LocalizedText(english: "Collect", chinese: "催收")
    case .winBack: LocalizedText(english: "Win back", chinese: "挽回")
    case .care: LocalizedText(english: "Take care", chinese: "关怀")
    case .reduceReturns: LocalizedText(english: "Reduce returns", chinese: "减少退货")
    case .keep: LocalizedText(english: "Keep", chinese: "维护")
    }
  }

  static func name(_ quadrant: ValueCostQuadrant) -> LocalizedText {
    switch quadrant {
    case .highValueLowCost:
      LocalizedText(english: "High value, low cost", chinese: "高价值低成本")
    case .highValueHighCost:
      LocalizedText(english: "High value, high cost", chinese: "高价值高成本")
    case .lowValueLowCost: LocalizedText(english: "Low value, low cost", chinese: "低价值低成本")
    case .lowValueHighCost: LocalizedText(english: "Low value, high cost", chinese: "低价值高成本")
    }
  }

  /// The service-level strategy of a quadrant (REQUIREMENTS S0-7.2).
  static func strategy(_ quadrant: ValueCostQuadrant) -> LocalizedText {
    switch quadrant {
    case .highValueLowCost:
      LocalizedText(
        english: "Protect: personal contact, first call on stock, loyalty terms.",
        chinese: "重点维护：专人服务、优先供货、忠诚优惠。")
    case .highValueHighCost:
      LocalizedText(
        english: "Make service cheaper: fewer, larger orders; standard processes; joint planning.",
        chinese: "降低服务成本：合并订单、流程标准化、联合计划。")
    case .lowValueLowCost:
      LocalizedText(
        english: "Serve at low touch and develop: self-service, cross-selling.",
        chinese: "轻量服务并培育：自助服务、交叉销售。")
    case .lowValueHighCost:
      LocalizedText(
        english: "Change the terms: prices, minimum order, service fees, a cheaper channel.",
        chinese: "调整条件：提价、起订量、收取服务费、转低成本渠道。")
    }
  }

  static func bridge(_ line: MarginBridge.Line) -> LocalizedText {
    switch line {
    case .productCost: LocalizedText(english: "product cost", chinese: "产品成本")
    case .directSelling: LocalizedText(english: "direct selling", chinese: "直接销售费")
    case .costToServe: LocalizedText(english: "cost-to-serve", chinese: "服务成本")
    case .overhead: LocalizedText(english: "overhead", chinese: "管理费用")
    }
  }
}
