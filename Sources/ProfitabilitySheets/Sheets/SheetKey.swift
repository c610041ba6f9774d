import FinanceModel

/// The built-in sheets in the order of their tabs.
public enum SheetKey: String, CaseIterable, Sendable {
  case overview = "profit-overview"
  case customers = "customer-pl"
  case allocation = "cost-allocation"
  case facts = "drivers"
  case tiers = "tiers"
  case lifetime = "lifetime-value"
  case acquisition = "acquisition"
  case receivables = "receivables"
  case retention = "retention"
  case voice = "voice-of-customer"
  case preferences = "preferences"
  case budget = "budget-variance"
  case lean = "lean-capacity"
  case trends = "trends-alerts"
  case forecast = "forecast"
  case whatIf = "what-if"
  case actions = "actions"
  case dataQuality = "data-quality"
  case method = "method"

  /// The name that the tab asks for.
  var name: LocalizedText {
    switch self {
    case .overview: LocalizedText(english: "Profit overview", chinese: "盈利总览")
    case .customers: LocalizedText(english: "Customer P&L", chinese: "客户损益")
    case .allocation: LocalizedText(english: "Cost allocation", chinese: "成本分摊")
    case .facts: LocalizedText(english: "Drivers", chinese: "动因")
    case .tiers: LocalizedText(english: "Tiers", chinese: "客户分层")
    case .lifetime: LocalizedText(english: "Lifetime value", chinese: "客户生命周期价值")
    case .acquisition: LocalizedText(english: "Acquisition", chinese: "获客成本")
    case .receivables: LocalizedText(english: "Receivables", chinese: "应收账款分析")
    case .retention: LocalizedText(english: "Retention", chinese: "流失与留存")
    case .voice: LocalizedText(english: "Voice of customer", chinese: "满意度与推荐")
    case .preferences: LocalizedText(english: "Preferences", chinese: "客户画像")
    case .budget: LocalizedText(english: "Budget variance", chinese: "预算差异")
    case .lean: LocalizedText(english: "Lean & capacity", chinese: "精益与产能")
    case .trends: LocalizedText(english: "Trends & alerts", chinese: "监控")
    case .forecast: LocalizedText(english: "Forecast", chinese: "预测")
    case .whatIf: LocalizedText(english: "What-if", chinese: "情景模拟")
    case .actions: LocalizedText(english: "Actions", chinese: "行动建议")
    case .dataQuality: LocalizedText(english: "Data quality", chinese: "数据质量")
    case .method: LocalizedText(english: "Method", chinese: "方法说明")
    }
  }
}
