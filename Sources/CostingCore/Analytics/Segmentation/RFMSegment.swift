public import FinanceModel

/// The named segments of recency, frequency and monetary scores.
///
/// The first that the three scores fit wins; the bounds are those of the `rfm` package of R
/// (rsquaredacademy, transaction-level data).
public enum RFMSegment: String, Sendable, Hashable, CaseIterable {
  case champions = "Champions"
  case potentialLoyalist = "Potential Loyalist"
  case loyalCustomers = "Loyal Customers"
  case promising = "Promising"
  case newCustomers = "New Customers"
  case cannotLoseThem = "Can't Lose Them"
  case atRisk = "At Risk"
  case needAttention = "Need Attention"
  case aboutToSleep = "About To Sleep"
  case lost = "Lost"
  case others = "Others"

  /// The segment of three scores, each 1 … 5.
  public init(r: Int, f: Int, m: Int) {
    let scores = 1...5
    guard scores.contains(r), scores.contains(f), scores.contains(m) else {
      self = .others
      return
    }
    self = Self.byScores[(r - 1) * 25 + (f - 1) * 5 + m - 1]
  }

  /// The segments of all scores: those of the monetary value vary first, of recency last.
  private static let byScores = (0..<125).map { place in
    let (r, f, m) = (place / 25 + 1, place / 5 % 5 + 1, place % 5 + 1)
    return allCases.first { segment in
      let bounds = segment.bounds
      return bounds.r.contains(r) && bounds.f.contains(f) && bounds.m.contains(m)
    } ?? .others
  }

  /// What people call it.
  public var title: LocalizedText { LocalizedText(english: rawValue, chinese: chinese) }

  private var bounds: (r: ClosedRange<Int>, f: ClosedRange<Int>, m: ClosedRange<Int>) {
    switch self {
    case .champions: (5...5, 5...5, 5...5)
    case .potentialLoyalist: (3...5, 3...5, 2...5)
    case .loyalCustomers: (2...4, 2...4, 2...4)
    case .promising: (3...4, 1...3, 3...5)
    case .newCustomers: (4...5, 1...3, 1...5)
    case .cannotLoseThem: (1...2, 3...4, 4...5)
    case .atRisk: (1...2, 2...5, 4...5)
    case .needAttention: (1...3, 3...5, 3...5)
    case .aboutToSleep: (2...3, 1...3, 1...4)
    case .lost: (1...1, 1...5, 1...5)
    case .others: (1...5, 1...5, 1...5)
    }
  }

  private var chinese: String {
    switch self {
    case .champions: "冠军客户"
    case .potentialLoyalist: "潜在忠诚客户"
    case .loyalCustomers: "忠诚客户"
    case .promising: "有潜力客户"
    case .newCustomers: "新客户"
    case .cannotLoseThem: "不可流失客户"
    case .atRisk: "流失风险客户"
    case .needAttention: "需关注客户"
    case .aboutToSleep: "即将沉睡客户"
    case .lost: "已流失客户"
    case .others: "其他客户"
    }
  }
}
