/// The settings that there are, with their names in both languages (SEMANTICS, settings).
enum SettingName: String, CaseIterable {
  case company = "Company"
  case currency = "Currency"
  case unit = "Unit"
  case periodStart = "Period Start"
  case periodEnd = "Period End"
  case language = "Language"
  case discountRate = "Discount Rate"
  case retentionRate = "Retention Rate"
  case horizon = "Horizon"
  case serviceDepartmentMethod = "Service Department Method"
  case stepDownOrder = "Step-down Order"
  case rounding = "Rounding"
  case abcLines = "ABC Lines"
  case vipShare = "VIP Share"
  case vipThreshold = "VIP Threshold"
  case potentialFloor = "Potential Floor"
  case ageingRate = "Ageing Rate"
  case daysInYear = "Days in Year"
  case inactiveDays = "Inactive Days"
  case valueToCostFloor = "CLV CAC Floor"
  case paybackCeiling = "Payback Months Ceiling"
  case marginDropPoints = "Margin Drop Points"
  case overdueShareCeiling = "Overdue Share Ceiling"
  case churnCeiling = "Churn Ceiling"
  case concentrationCeiling = "Concentration Ceiling"
  case budgetOverrunShare = "Budget Overrun Share"
  case budgetOverrunFloor = "Budget Overrun Floor"
  case visitDays = "Visit Days"
  case financingRate = "Financing Rate"
  case clusters = "Clusters"
  case forecastMonths = "Forecast Months"
  case referralMonths = "Referral Months"
  case engagementWeight = "Engagement Weight"
  case responseTarget = "Response Target Hours"
  case marketSize = "Market Size"
  case table = "Table"
  case column = "Column"

  var chinese: String {
    switch self {
    case .company: "公司"
    case .currency: "币种"
    case .unit: "单位"
    case .periodStart: "期间开始"
    case .periodEnd: "期间结束"
    case .language: "语言"
    case .discountRate: "折现率"
    case .retentionRate: "留存率"
    case .horizon: "预测年数"
    case .serviceDepartmentMethod: "辅助部门分配方法"
    case .stepDownOrder: "分配顺序"
    case .rounding: "舍入"
    case .abcLines: "分类界限"
    case .vipShare: "VIP比例"
    case .vipThreshold: "VIP门槛"
    case .potentialFloor: "潜在客户下限"
    case .ageingRate: "坏账率"
    case .daysInYear: "年天数"
    case .inactiveDays: "不活跃天数"
    case .valueToCostFloor: "CLV与CAC下限"
    case .paybackCeiling: "回本月数上限"
    case .marginDropPoints: "利润率下降点数"
    case .overdueShareCeiling: "逾期占比上限"
    case .churnCeiling: "流失率上限"
    case .concentrationCeiling: "集中度上限"
    case .budgetOverrunShare: "预算超支比例"
    case .budgetOverrunFloor: "预算超支金额下限"
    case .visitDays: "回访天数"
    case .financingRate: "资金成本率"
    case .clusters: "聚类数"
    case .forecastMonths: "预测月数"
    case .referralMonths: "推荐期月数"
    case .engagementWeight: "互动权重"
    case .responseTarget: "响应时限小时"
    case .marketSize: "市场规模"
    case .table: "表"
    case .column: "列"
    }
  }

  /// Whether the name is followed by what it is about: a bucket, a sheet, a column. The size of the
  /// market may be: by a period.
  var takesSubject: Bool { [.ageingRate, .engagementWeight, .table, .column].contains(self) }

  /// The setting and, for those that have one, its subject; nil where the text names none.
  static func parse(_ text: String) -> (name: SettingName, subject: String)? {
    let key = TextFolding.nameKey(text)
    for name in allCases where !name.takesSubject {
      if key == TextFolding.nameKey(name.rawValue) || key == TextFolding.nameKey(name.chinese) {
        return (name, "")
      }
    }
    let trimmed = TextFolding.trimmed(text)
    for name in [SettingName.ageingRate, .engagementWeight, .marketSize, .table, .column] {
      for term in [name.rawValue, name.chinese] {
        guard trimmed.lowercased().hasPrefix(term.lowercased()) else { continue }
        let subject = TextFolding.trimmed(String(trimmed.dropFirst(term.count)))
        let isApart = trimmed.dropFirst(term.count).first == " " || name == .ageingRate
        if !subject.isEmpty, isApart { return (name, subject) }
      }
    }
    let agingKey = "agingrate"
    if key.hasPrefix(agingKey), key.count > agingKey.count {
      return (.ageingRate, TextFolding.trimmed(String(trimmed.dropFirst("Aging Rate".count))))
    }
    return nil
  }

  /// The names in both languages, for suggestions.
  static let known: [String] = allCases.flatMap { [$0.rawValue, $0.chinese] }
}
