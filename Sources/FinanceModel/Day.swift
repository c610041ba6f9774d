/// How a workbook counts its days (ECMA-376 part 1, 18.17.4.1).
public enum DateSystem: Sendable, Hashable {
  /// Serial 1 is 1 January 1900, and a 29 February 1900 that never was counts as serial 60.
  case from1900
  /// Serial 0 is 1 January 1904.
  case from1904
}

/// A calendar day of the proleptic Gregorian calendar; no time of day, no time zone.
public struct Day: Sendable, Hashable {
  /// Days since 1 January 1970.
  public var number: Int32

  /// The day that many days after 1 January 1970.
  public init(number: Int32) {
    self.number = number
  }

  /// A day of the calendar; nil where it does not exist, such as 30 February. Years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// The day of a spreadsheet's serial number; nil for what Excel does not show as a date
  /// (below zero, or past 31 December 9999).
  ///
  /// In the 1900 system serials 0 and 60 name days that never were; they become 31 December 1899
  /// and 28 February 1900.
  public init?(serial: Int, system: DateSystem) {
    guard serial >= 0, serial <= 2_958_465 else { return nil }
    switch system {
    case .from1900:
      // Up to serial 59 the epoch is 31 December 1899; from 60 on the phantom day moves it.
      number = Int32(serial) - (serial < 60 ? 25568 : 25569)
    case .from1904:
      guard serial <= 2_957_003 else { return nil }
      number = Int32(serial) - 24107
    }
  }

  /// The spreadsheet serial of the day.
  public func serial(in system: DateSystem) -> Int {
    switch system {
    case .from1900:
      let serial = Int(number) + 25569
      return serial <= 60 ? serial - 1 : serial
    case .from1904:
      return Int(number) + 24107
    }
  }

  /// The calendar's year, month (1–12) and day (1–31).
  public var components: (year: Int, month: Int, day: Int) {
    // Days are counted from 1 March of year 0 in eras of 400 years, so that leap days come last.
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The month the day is in.
  public var month: Month {
    let parts = components
    return Month(year: parts.year, month: parts.month)
  }

  /// The day that many days later (earlier where negative).
  public func advanced(byDays days: Int) -> Day { Day(number: Int32(clamping: Int(number) + days)) }

  /// How many days from `earlier` to this day.
  public func days(since earlier: Day) -> Int { Int(number) - Int(earlier.number) }

  /// The number of days of a month (1–12).
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension Day: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, `2026-01-31`.
  public var description: String {
    let (year, month, day) = components
    return "\(Month(year: year, month: month))-\(twoDigits(day))"
  }
}

/// A month of a year.
public struct Month: Sendable, Hashable {
  /// Months since January of year 0.
  public var number: Int32

  /// The month; `month` is 1–12.
  public init(year: Int, month: Int) {
    number = Int32(year * 12 + month - 1)
  }

  public var year: Int { Int(number) / 12 }

  /// 1–12.
  public var month: Int { Int(number) % 12 + 1 }

  public var firstDay: Day {
    Day(year: year, month: month, day: 1) ?? Day(number: 0)
  }

  public var lastDay: Day {
    firstDay.advanced(byDays: Day.length(ofMonth: month, year: year) - 1)
  }

  /// The month that many months later.
  public func advanced(byMonths months: Int) -> Month {
    var later = self
    later.number = Int32(clamping: Int(number) + months)
    return later
  }
}

extension Month: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Month: CustomStringConvertible {
  /// `2026-01`.
  public var description: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "-"
      + twoDigits(month)
  }
}

/// A span of days, both ends included.
public struct Period: Sendable, Hashable {
  public var start: Day
  public var end: Day

  /// The days from `start` to `end`; nil where the end comes first.
  public init?(start: Day, end: Day) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// The number of days, both ends counted.
  public var days: Int { end.days(since: start) + 1 }

  public func contains(_ day: Day) -> Bool { start <= day && day <= end }
}

private func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
