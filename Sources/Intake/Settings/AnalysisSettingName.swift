import CostingCore

/// The settings of the analyses: thresholds of alerts, weights, horizons.
enum AnalysisSettingName: String, CaseIterable {
  case valueToCostFloor = "CLV CAC Floor"
  case paybackCeiling = "Payback Months Ceiling"
  case marginDropPoints = "Margin Drop Points"
  case overdueShareCeiling = "Overdue Share Ceiling"
  case churnCeiling = "Churn Ceiling"
  case concentrationCeiling = "Concentration Ceiling"
  case visitDays = "Visit Days"
  case financingRate = "Financing Rate"
  case clusters = "Clusters"
  case forecastMonths = "Forecast Months"
  case referralMonths = "Referral Months"
  case engagementWeight = "Engagement Weight"

  var chinese: String {
    switch self {
    case .valueToCostFloor: "CLV与CAC下限"
    case .paybackCeiling: "回本月数上限"
    case .marginDropPoints: "利润率下降点数"
    case .overdueShareCeiling: "逾期占比上限"
    case .churnCeiling: "流失率上限"
    case .concentrationCeiling: "集中度上限"
    case .visitDays: "回访天数"
    case .financingRate: "资金成本率"
    case .clusters: "聚类数"
    case .forecastMonths: "预测月数"
    case .referralMonths: "推荐期月数"
    case .engagementWeight: "互动权重"
    }
  }

  /// What the setting takes, by example.
  var expected: String {
    switch self {
    case .overdueShareCeiling, .churnCeiling, .concentrationCeiling: "0.2 / 20 %"
    case .financingRate: "0.06 / 6 %"
    case .valueToCostFloor: "3"
    case .marginDropPoints: "5"
    case .paybackCeiling, .forecastMonths, .referralMonths: "12"
    case .visitDays: "90"
    case .clusters: "4"
    case .engagementWeight: "1"
    }
  }

  /// The setting and, for weights, the kind of interaction; nil where the text names none.
  static func parse(_ text: String) -> (name: AnalysisSettingName, subject: String)? {
    let key = TextFolding.nameKey(text)
    for name in allCases where name != .engagementWeight {
      if key == TextFolding.nameKey(name.rawValue) || key == TextFolding.nameKey(name.chinese) {
        return (name, "")
      }
    }
    let trimmed = TextFolding.trimmed(text)
    for term in [engagementWeight.rawValue, engagementWeight.chinese]
    where trimmed.lowercased().hasPrefix(term.lowercased()) {
      let subject = TextFolding.trimmed(String(trimmed.dropFirst(term.count)))
      if !subject.isEmpty { return (.engagementWeight, subject) }
    }
    return nil
  }

  /// Sets the figure; false where it is none that the setting takes. Shares above 1 are percent.
  func apply(_ figure: Double, _ subject: String, to settings: inout AnalysisSettings) -> Bool {
    guard figure.isFinite, figure >= 0, figure <= 1_000_000 else { return false }
    let share = figure > 1 ? figure / 100 : figure
    let count = figure == figure.rounded() && figure >= 1 ? Int(figure) : nil
    switch self {
    case .valueToCostFloor: settings.valueToCostFloor = figure
    case .paybackCeiling: settings.paybackCeiling = figure
    case .marginDropPoints: settings.marginDropPoints = figure
    case .overdueShareCeiling: settings.overdueShareCeiling = share
    case .churnCeiling: settings.churnCeiling = share
    case .concentrationCeiling: settings.concentrationCeiling = share
    case .financingRate: settings.financingRate = share
    case .engagementWeight: settings.engagementWeights[subject] = figure
    case .visitDays: settings.visitDays = count ?? settings.visitDays
    case .clusters: settings.clusters = count
    case .forecastMonths: settings.forecastMonths = count ?? settings.forecastMonths
    case .referralMonths: settings.referralMonths = count ?? settings.referralMonths
    }
    let isCount = [.visitDays, .clusters, .forecastMonths, .referralMonths].contains(self)
    return !isCount || count != nil
  }
}
