public import FinanceModel

/// What a person may set (SEMANTICS, settings); each has the default that the page names.
public struct CostingSettings: Sendable, Hashable {
  /// Yearly, 0.10 for 10 %.
  public var discountRate: Double?
  /// Yearly, 0.80 for 80 %.
  public var retentionRate: Double?
  /// Years.
  public var horizon: Double?
  public var serviceDepartmentMethod = ServiceDepartmentMethod.direct
  /// Department names, first to give first; empty: by share of service given.
  public var stepDownOrder: [String] = []
  /// Whether customers bear what practical capacity nobody used; else it stands on a line of its own.
  public var chargesUnusedCapacity = false
  /// Allocations are multiples of it; nil for none.
  public var rounding: Amount?
  /// Cumulative share of positive margin at which class A ends, and the one at which B ends.
  public var classALine = 0.80
  public var classBLine = 0.95
  /// Share of buying customers that are VIP.
  public var vipShare = 0.20
  /// Net margin from which a customer is VIP; replaces the share.
  public var vipThreshold: Amount?
  /// Revenue below which a customer is a potential one.
  public var potentialFloor: Amount = 0
  /// Loss rates by bucket label, as written: 0.05 or 5 for 5 %.
  public var ageingRates: [String: Double] = [:]
  public var daysInYear = 365.0
  /// Days without an order after which a customer counts as lost; nil: twice the median gap.
  public var inactiveDays: Int?
  /// `Budget Overrun Share` / `预算超支比例`: a budget variance is an alert from this share of the budget,
  /// 0.10 for 10 %, …
  public var varianceAlertShare = 0.10
  /// … and from this amount, `Budget Overrun Floor` / `预算超支金额下限`.
  public var varianceAlertFloor: Amount = 0
  /// Thresholds and weights of the analyses.
  public var analysis = AnalysisSettings()
  /// All settings as read, by their canonical English names, for the Method sheet.
  public var asRead: [Entry] = []

  public init() {}

  /// A setting that the workbook or a file holds.
  public struct Entry: Sendable, Hashable {
    public var name: String
    /// The name as a sheet shows it.
    public var title: LocalizedText
    public var value: String
    public var provenance: Provenance?

    public init(
      name: String, title: LocalizedText? = nil, value: String, provenance: Provenance? = nil
    ) {
      self.name = name
      self.title = title ?? LocalizedText(english: name, chinese: name)
      self.value = value
      self.provenance = provenance
    }
  }
}

/// How service departments pass on their cost.
public enum ServiceDepartmentMethod: String, Sendable, Hashable, CaseIterable {
  case direct
  case stepDown = "step-down"
  case reciprocal
}
