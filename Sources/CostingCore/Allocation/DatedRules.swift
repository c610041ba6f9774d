public import FinanceModel

/// Rules that hold for a time: a rate until March, another one from April on.
public struct DatedRules<Rule: Sendable>: Sendable {
  /// In the order given.
  public private(set) var rules: [Dated]

  /// A rule with its days; nil for an open end.
  public struct Dated: Sendable {
    public var from: Day?
    public var through: Day?
    public var rule: Rule

    public init(from: Day? = nil, through: Day? = nil, rule: Rule) {
      self.from = from
      self.through = through
      self.rule = rule
    }

    /// Whether the rule holds on a day.
    public func holds(on day: Day) -> Bool {
      (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
    }
  }

  /// - Throws: ``DatedRulesError`` where a rule ends before it begins, or two hold on the same day.
  public init(_ rules: [Dated]) throws(DatedRulesError) {
    for (place, rule) in rules.enumerated() {
      if let from = rule.from, let through = rule.through, through < from {
        throw .endsBeforeItBegins(rule: place)
      }
      for (earlier, other) in rules.prefix(place).enumerated()
      where Self.overlap(rule, other) {
        throw .overlap(first: earlier, second: place)
      }
    }
    self.rules = rules
  }

  /// The rule of a day; nil where none holds.
  public func rule(on day: Day) -> Rule? { rules.first { $0.holds(on: day) }?.rule }

  /// The spans of a period and the rule of each, in order of time; days without a rule are left out.
  ///
  /// What is prorated by the spans' days adds up to the period's part that has rules.
  public func spans(of period: Period) -> [(period: Period, rule: Rule)] {
    rules.compactMap { rule in
      let start = max(rule.from ?? period.start, period.start)
      let end = min(rule.through ?? period.end, period.end)
      return Period(start: start, end: end).map { ($0, rule.rule) }
    }
    .sorted { $0.period.start < $1.period.start }
  }

  private static func overlap(_ one: Dated, _ other: Dated) -> Bool {
    let startsInTime = other.through.flatMap { end in one.from.map { $0 <= end } } ?? true
    let endsInTime = one.through.flatMap { end in other.from.map { $0 <= end } } ?? true
    return startsInTime && endsInTime
  }
}

/// Why dated rules contradict each other. Places count from 0 in the order given.
public enum DatedRulesError: Error, Hashable {
  case endsBeforeItBegins(rule: Int)
  case overlap(first: Int, second: Int)
}
