import CostingCore
import FinanceModel

/// The words that cells use for methods, classes, levels, kinds and states, in both languages; either
/// language in any workbook.
enum FinanceWords {
  static func method(_ text: String) -> AllocationMethod? { methods[TextFolding.nameKey(text)] }

  static func costClass(_ text: String) -> CostClass? { classes[TextFolding.nameKey(text)] }

  static func level(_ text: String) -> CostLevel? { levels[TextFolding.nameKey(text)] }

  static func departmentKind(_ text: String) -> ServiceDepartment.Kind? {
    kinds[TextFolding.nameKey(text)]
  }

  static func status(_ text: String) -> CustomerStatus? { states[TextFolding.nameKey(text)] }

  static func serviceMethod(_ text: String) -> ServiceDepartmentMethod? {
    serviceMethods[TextFolding.nameKey(text)]
  }

  static func tableRole(_ text: String) -> RecognisedTable.Role? {
    tableRoles[TextFolding.nameKey(text)]
  }

  /// What a row of a long budget holds, by its scenario or version; nil for no known word.
  static func scenario(_ text: String) -> Scenario? {
    let key = TextFolding.nameKey(text)
    if let known = scenarios[key] { return known }
    if key.hasPrefix("budget") || key.hasPrefix("预算") || key.hasPrefix("תקציב") { return .budget }
    if key.hasPrefix("actual") || key.hasPrefix("实际") || key.hasPrefix("ביצוע") { return .actual }
    return nil
  }

  /// Which figures a row of a long budget holds.
  enum Scenario: Hashable {
    case budget, actual
    /// Forecasts and years gone by, which are neither.
    case other
  }

  private static let scenarios: [String: Scenario] = [
    "budget": .budget, "plan": .budget, "planned": .budget, "target": .budget, "预算": .budget,
    "预算数": .budget, "计划": .budget, "目标": .budget, "年度预算": .budget, "bud": .budget,
    "actual": .actual, "actuals": .actual, "act": .actual, "实际": .actual, "实际数": .actual,
    "执行": .actual, "决算": .actual, "实绩": .actual, "תקציב": .budget, "ביצוע": .actual,
    "בפועל": .actual, "الموازنة": .budget, "الميزانية": .budget, "المخطط": .budget,
    "الفعلي": .actual, "forecast": .other, "预测": .other, "rollingforecast": .other,
    "prioryear": .other, "lastyear": .other, "上年": .other, "上年同期": .other, "去年同期": .other,
    "py": .other, "ly": .other,
  ]

  static func isIgnore(_ text: String) -> Bool {
    ["ignore", "none", "skip", "忽略", "不用", "跳过"].contains(TextFolding.key(text))
  }

  /// Yes or no; nil for neither.
  static func truth(_ text: String) -> Bool? {
    let key = TextFolding.nameKey(text)
    if ["yes", "y", "true", "va", "1", "是", "增值", "valueadded", "√", "增值作业"].contains(key) {
      return true
    }
    if ["no", "n", "false", "nva", "0", "否", "非增值", "nonvalueadded", "不增值", "非增值作业"].contains(key) {
      return false
    }
    return nil
  }

  private static let methods: [String: AllocationMethod] = [
    "driver": .driver, "动因": .driver, "bydriver": .driver, "按动因": .driver, "动因分摊": .driver,
    "按动因分摊": .driver, "even": .even, "平均": .even, "equal": .even, "evenly": .even, "平均分摊": .even,
    "按平均": .even, "percent": .percent, "百分比": .percent, "percentage": .percent, "比例": .percent,
    "按比例": .percent, "fixed": .fixed, "固定金额": .fixed, "fixedamount": .fixed, "固定": .fixed,
    "revenue": .revenue, "收入": .revenue, "byrevenue": .revenue, "按收入": .revenue, "sales": .revenue,
    "收入比例": .revenue, "按收入分摊": .revenue, "unallocated": .unallocated, "不分摊": .unallocated,
    "none": .unallocated, "未分摊": .unallocated, "notallocated": .unallocated,
  ]

  private static let classes: [String: CostClass] = [
    "acquisition": .acquisition, "获客": .acquisition, "客户获取": .acquisition, "获取": .acquisition,
    "service": .service, "服务": .service, "客户服务": .service, "relationship": .relationship,
    "关系维护": .relationship, "客户关系维护": .relationship, "关系": .relationship, "marketing": .marketing,
    "营销": .marketing, "市场": .marketing, "市场营销": .marketing, "administration": .administration,
    "admin": .administration, "administrative": .administration, "管理": .administration,
    "行政": .administration, "管理费用": .administration, "facility": .facility, "设施": .facility,
    "场地": .facility,
  ]

  private static let levels: [String: CostLevel] = [
    "unit": .unit, "单位": .unit, "产品": .unit, "order": .order, "订单": .order, "batch": .order,
    "批次": .order, "customer": .customer, "客户": .customer, "channel": .channel, "渠道": .channel,
    "facility": .facility, "设施": .facility, "公司": .facility,
  ]

  private static let kinds: [String: ServiceDepartment.Kind] = [
    "service": .service, "辅助": .service, "support": .service, "辅助部门": .service, "支持": .service,
    "operating": .operating, "生产": .operating, "生产部门": .operating, "production": .operating,
    "经营": .operating, "业务": .operating, "受益": .operating, "基本": .operating,
  ]

  private static let states: [String: CustomerStatus] = [
    "active": .active, "正常": .active, "活跃": .active, "合作中": .active, "在用": .active, "有效": .active,
    "current": .active, "open": .active, "lost": .lost, "churned": .lost, "inactive": .lost,
    "流失": .lost, "停用": .lost, "已流失": .lost, "closed": .lost, "终止": .lost, "cancelled": .lost,
    "canceled": .lost, "解约": .lost,
  ]

  private static let serviceMethods: [String: ServiceDepartmentMethod] = [
    "direct": .direct, "直接分配法": .direct, "直接": .direct, "stepdown": .stepDown, "阶梯分配法": .stepDown,
    "阶梯": .stepDown, "顺序分配法": .stepDown, "step": .stepDown, "reciprocal": .reciprocal,
    "交互分配法": .reciprocal, "交互": .reciprocal, "代数分配法": .reciprocal,
  ]

  private static let tableRoles: [String: RecognisedTable.Role] = {
    var roles: [String: RecognisedTable.Role] = [
      "销售": .sales, "销售明细": .sales, "客户": .customers, "成本池": .costPools, "动因": .drivers,
      "作业": .activities, "辅助部门": .serviceDepartments, "预算": .budget, "应收账款": .receivables,
      "应收": .receivables, "营销": .marketing, "客户反馈": .feedback, "反馈": .feedback, "互动": .interactions,
      "订单": .orders, "产品": .products, "总账": .ledger, "明细账": .ledger, "汇率": .rates, "设置": .settings,
      "pools": .costPools, "survey": .feedback, "服务请求": .serviceRequests, "工单": .serviceRequests,
      "tickets": .serviceRequests, "市场": .market, "市场规模": .market,
    ]
    for role in RecognisedTable.Role.allCases { roles[TextFolding.nameKey(role.rawValue)] = role }
    return roles
  }()
}
