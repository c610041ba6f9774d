public import FinanceModel

/// What table and column roles are called, for people.
public enum RoleNames {
  /// A table role: `sales` is “销售” in Chinese.
  public static func name(of role: RecognisedTable.Role, in language: Language) -> String {
    names(of: role)[language]
  }

  /// A column role by its identifier, in both languages.
  static func name(ofColumn role: String) -> LocalizedText {
    LocalizedText(
      english: name(ofColumn: role, in: .english), chinese: name(ofColumn: role, in: .chinese))
  }

  /// A column role by its identifier: the first header term of the language that stands for it.
  public static func name(ofColumn role: String, in language: Language) -> String {
    let known = TermList.headers.terms(of: role)
    let terms = known.isEmpty ? TermList.supplementaryHeaders.terms(of: role) : known
    let wanted = terms.first { term in
      let isChinese = term.unicodeScalars.contains(where: TextFolding.isHan)
      return isChinese == (language == .chinese)
    }
    return wanted ?? terms.first ?? role
  }

  private static func names(of role: RecognisedTable.Role) -> LocalizedText {
    switch role {
    case .sales: LocalizedText(english: "sales", chinese: "销售")
    case .customers: LocalizedText(english: "customers", chinese: "客户")
    case .costPools: LocalizedText(english: "cost pools", chinese: "成本池")
    case .drivers: LocalizedText(english: "drivers", chinese: "动因")
    case .activities: LocalizedText(english: "activities", chinese: "作业")
    case .serviceDepartments: LocalizedText(english: "service departments", chinese: "辅助部门")
    case .budget: LocalizedText(english: "budget", chinese: "预算")
    case .receivables: LocalizedText(english: "receivables", chinese: "应收账款")
    case .marketing: LocalizedText(english: "marketing", chinese: "营销")
    case .feedback: LocalizedText(english: "feedback", chinese: "客户反馈")
    case .interactions: LocalizedText(english: "interactions", chinese: "互动")
    case .serviceRequests: LocalizedText(english: "service requests", chinese: "服务请求")
    case .market: LocalizedText(english: "market", chinese: "市场规模")
    case .settings: LocalizedText(english: "settings", chinese: "设置")
    case .orders: LocalizedText(english: "orders", chinese: "订单")
    case .products: LocalizedText(english: "products", chinese: "产品")
    case .ledger: LocalizedText(english: "ledger", chinese: "明细账")
    case .rates: LocalizedText(english: "rates", chinese: "汇率")
    case .other: LocalizedText(english: "not used", chinese: "未使用")
    }
  }
}
