public import FinanceModel

/// A month, quarter or year of the calendar.
public struct CalendarPeriod: Sendable, Hashable {
  public var grain: PeriodGrain
  /// The first of its months.
  public var first: Month

  /// The period of that length that a month is in.
  public init(_ grain: PeriodGrain, around month: Month) {
    self.grain = grain
    first = grain.firstMonth(of: month)
  }

  public var last: Month { first.advanced(byMonths: grain.months - 1) }

  /// Its months, ascending.
  public var months: [Month] { (0..<grain.months).map { first.advanced(byMonths: $0) } }

  /// The one right before it.
  public var previous: CalendarPeriod {
    CalendarPeriod(grain, around: first.advanced(byMonths: -grain.months))
  }

  /// `2026-03`, `2026-Q1` or `2026`.
  public var name: String { grain.name(of: first) }
}
