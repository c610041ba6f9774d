public import FinanceModel

/// This period against the one before.
public struct PeriodComparison: Sendable, Hashable {
  public var rows: [Row]
  /// What "before" is.
  public var basis = Basis.salesBefore
  /// The period of the run before, or the first half; nil where that is not known, and for sales
  /// before the period.
  public var periodBefore: Period?
  /// What is compared with it where that is less than the period of the analysis.
  public var periodNow: Period?
  /// Days that the sales before span, and days of the period.
  public var daysBefore: Int
  public var daysNow: Int
  /// Whether money and counts of before were scaled to the period's days.
  public var isScaled: Bool

  public init(rows: [Row], daysBefore: Int, daysNow: Int, isScaled: Bool) {
    self.rows = rows
    self.daysBefore = daysBefore
    self.daysNow = daysNow
    self.isScaled = isScaled
  }

  public struct Row: Sendable, Hashable {
    public var name: LocalizedText
    public var before: Double
    public var now: Double
    public var unit: Unit

    public init(name: LocalizedText, before: Double, now: Double, unit: Unit) {
      self.name = name
      self.before = before
      self.now = now
      self.unit = unit
    }

    public var change: Double { now - before }
    /// 0.1 for 10 % more; nil where there was nothing before.
    public var changeRate: Double? { before == 0 ? nil : (now - before) / before.magnitude }
  }

  public enum Unit: String, Sendable, Hashable {
    case money, count, share
    /// Of a scale of its own: satisfaction 1–5, NPS −100 … 100.
    case score
    case hours
  }

  public enum Basis: String, Sendable, Hashable {
    /// The workbook's sales before the period.
    case salesBefore
    /// The figures that an earlier run left on our sheets.
    case lastRun
    /// The first half of the period's whole months, where there is neither; seasons are not taken out.
    case firstHalf
  }

  static let contributionShare = LocalizedText(
    english: "Contribution share", chinese: "边际贡献率")
  static let orderValue = LocalizedText(english: "Order value", chinese: "平均订单金额")
}

/// A figure beyond its threshold.
public struct Alert: Sendable, Hashable {
  public var kind: Kind
  public var severity: Finding.Severity
  /// What it is about: a customer, an account, a month; nil for the whole.
  public var subject: String?
  public var value: Double
  public var threshold: Double
  /// One sentence with the figures in it.
  public var message: LocalizedText

  public init(
    kind: Kind, severity: Finding.Severity, subject: String?, value: Double, threshold: Double,
    message: LocalizedText
  ) {
    self.kind = kind
    self.severity = severity
    self.subject = subject
    self.value = value
    self.threshold = threshold
    self.message = message
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case valueToCost, payback, marginDrop, overdueShare, budgetOverrun, churn, concentration
    case unusualMonth, lossMakers
  }
}

/// What to do about a customer, and why.
public struct RecommendedAction: Sendable, Hashable {
  public var kind: Kind
  /// Place in ``CostingInputs/customers``; nil for one that only receivables know.
  public var customer: Int?
  public var id: CustomerID
  /// What may be won or lost, in units of the currency.
  public var moneyAtStake: Amount
  /// The figures that fired it, in a sentence.
  public var because: LocalizedText
  public var recommendation: LocalizedText

  public init(
    kind: Kind, customer: Int?, id: CustomerID, moneyAtStake: Amount, because: LocalizedText,
    recommendation: LocalizedText
  ) {
    self.kind = kind
    self.customer = customer
    self.id = id
    self.moneyAtStake = moneyAtStake
    self.because = because
    self.recommendation = recommendation
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case visit, reprice, minimumOrder, cheaperChannel, train, collect, winBack, care, reduceReturns
    case keep
  }
}

/// How customers of a value class are looked after.
public struct ServicePolicy: Sendable, Hashable {
  public var valueClass: ValueClass
  public var customers: Int
  /// Days between visits, the default that a person may change.
  public var visitEveryDays: Int
  /// Median days since the last order of the class's customers; nil without dates.
  public var actualDaysSinceOrder: Double?
  public var policy: LocalizedText

  public init(
    valueClass: ValueClass, customers: Int, visitEveryDays: Int, policy: LocalizedText
  ) {
    self.valueClass = valueClass
    self.customers = customers
    self.visitEveryDays = visitEveryDays
    self.policy = policy
  }
}
