/// What a person may set about the analyses, each with its default. `Settings` names them as the
/// comment says (English / 中文).
public struct AnalysisSettings: Sendable, Hashable {
  /// `CLV CAC Floor` / `CLV与CAC下限`: below it, an alert.
  public var valueToCostFloor = 3.0
  /// `Payback Months Ceiling` / `回本月数上限`.
  public var paybackCeiling = 12.0
  /// `Margin Drop Points` / `利润率下降点数`: points of net margin, 5 for 5 points.
  public var marginDropPoints = 5.0
  /// `Overdue Share Ceiling` / `逾期占比上限`: 0.2 for 20 %.
  public var overdueShareCeiling = 0.2
  /// `Churn Ceiling` / `流失率上限`: 0.15 for 15 %.
  public var churnCeiling = 0.15
  /// `Concentration Ceiling` / `集中度上限`: share of revenue of the largest customer.
  public var concentrationCeiling = 0.3
  /// `Visit Days` / `回访天数`: days without an order after which a good customer is visited.
  public var visitDays = 90
  /// `Financing Rate` / `资金成本率`: yearly cost of money tied up in receivables, charged to customers
  /// by ``CostingInputs/withFinancingCost``; nil: not asked.
  public var financingRate: Double?
  /// `Clusters` / `聚类数`: nil: chosen by silhouette.
  public var clusters: Int?
  /// `Forecast Months` / `预测月数`.
  public var forecastMonths = 12
  /// Weights of kinds of interaction by name (`Engagement Weight <kind>` / `互动权重 <类型>`); equal
  /// where none is given.
  public var engagementWeights: [String: Double] = [:]
  /// `Referral Months` / `推荐期月数`: months of a referred customer's sales that count.
  public var referralMonths = 12
  /// `Response Target Hours` / `响应时限小时`: within so many hours a first reply is in time.
  public var responseTargetHours = 24.0
  /// What random starts grow from; the same workbook always gives the same clusters.
  public var seed: UInt64 = 20_260_101

  public init() {}
}
