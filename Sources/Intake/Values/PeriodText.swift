import CostingCore
import FinanceModel

/// Reads the periods that finance writes: `2026-03`, `3月`, `Q1`, `Jan`, `FY16-17`.
enum PeriodText {
  /// Whether a header stands for one period, as months across columns do.
  static func isPeriodHeader(_ text: String) -> Bool { month(text) != nil || quarter(text) != nil }

  /// The month (1–12) that the text names, with or without a year.
  static func month(_ text: String) -> Int? {
    var key = TextFolding.key(text)
    if key.hasSuffix("月份") { key.removeLast() }
    if let year = key.firstIndex(of: "年") { key = String(key[key.index(after: year)...]) }
    if key.hasSuffix("月") {
      key.removeLast()
      return number(key).flatMap { (1...12).contains($0) ? $0 : nil } ?? chineseMonths[key]
    }
    if key.hasPrefix("m"), key.utf8.count == 3, let number = Int(key.dropFirst()) {
      return (1...12).contains(number) ? number : nil
    }
    if let name = englishMonths.first(where: { key.hasPrefix($0.key) }), isMonthTail(key) {
      return name.value
    }
    guard let reading = DateText.read(text), reading.isMonth else { return nil }
    return reading.day.components.month
  }

  /// The quarter (1–4) that the text names.
  static func quarter(_ text: String) -> Int? {
    let key = TextFolding.key(text)
    for (index, names) in quarterNames.enumerated()
    where names.contains(where: { key.hasSuffix($0) }) {
      return key.count <= 10 ? index + 1 : nil
    }
    return nil
  }

  /// The first day of the month or quarter that the text names, in its own year or the one given; nil
  /// where there is no year.
  static func firstDay(of text: String, year: Int?) -> Day? {
    if let reading = DateText.read(text), reading.isMonth { return reading.day }
    guard let month = month(text) ?? quarter(text).map({ $0 * 3 - 2 }),
      let year = self.year(in: text) ?? year
    else { return nil }
    return Day(year: year, month: month, day: 1)
  }

  /// The last day of the month or quarter that starts on `first`.
  static func lastDay(of text: String, from first: Day) -> Day {
    first.month.advanced(byMonths: quarter(text) == nil ? 0 : 2).lastDay
  }

  /// The month, quarter or year that the text names: `2026-03`, `Q1 2026`, `2026年一季度`, `2026`,
  /// `FY2026`; nil where it names none, or no year.
  ///
  /// - Parameter year: the year of a month or quarter that is written without one.
  static func calendarPeriod(_ text: String, year: Int?) -> CalendarPeriod? {
    let key = TextFolding.key(text)
    if let number = Int(key), key.utf8.count == 6, (1990...2099).contains(number / 100),
      (1...12).contains(number % 100)
    {
      return CalendarPeriod(.month, around: Month(year: number / 100, month: number % 100))
    }
    guard let written = self.year(in: text) ?? year else { return nil }
    let bare = withoutYear(text)
    if bare.isEmpty { return CalendarPeriod(.year, around: Month(year: written, month: 1)) }
    if let quarter = quarter(bare)
      ?? digitQuarters.firstIndex(where: { bare.hasSuffix($0) }).map({ $0 + 1 })
    {
      return CalendarPeriod(.quarter, around: Month(year: written, month: quarter * 3))
    }
    if let read = DateText.read(text) { return CalendarPeriod(.month, around: read.day.month) }
    return month(text).map { CalendarPeriod(.month, around: Month(year: written, month: $0)) }
  }

  /// The month that a bare number from 1 to 12 names in a year.
  static func bareMonth(_ text: String, year: Int?) -> CalendarPeriod? {
    guard let year, let month = Int(TextFolding.key(text)), (1...12).contains(month) else {
      return nil
    }
    return CalendarPeriod(.month, around: Month(year: year, month: month))
  }

  /// What is left of a text without a year of four digits and the words around one.
  private static func withoutYear(_ text: String) -> String {
    let words = ["年度", "财年", "年", "fiscalyear", "fy", "year", "cy", "全"]
    var bare = ""
    var digits = ""
    for character in TextFolding.folded(text).lowercased() + " " {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if digits.count != 4 { bare += digits }
      digits = ""
      if !" -_/.'".contains(character) { bare.append(character) }
    }
    for word in words { bare = bare.replacing(word, with: "") }
    return bare
  }

  private static let digitQuarters = ["1季度", "2季度", "3季度", "4季度"]

  /// The year between 1990 and 2099 that the text holds as four digits of their own.
  static func year(in text: String) -> Int? {
    TextFolding.folded(text).split { !$0.isNumber }.lazy
      .compactMap { $0.utf8.count == 4 ? Int($0) : nil }.first { (1990...2099).contains($0) }
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.count <= 2 ? Int(text) : nil
  }

  /// Whether what follows a month's first letters is the rest of its name, or a year.
  private static func isMonthTail(_ key: String) -> Bool {
    let letters = key.prefix { $0.isLetter }
    let tail = key.dropFirst(letters.count)
    guard letters.count == 3 || fullMonths.contains(String(letters)) || letters == "sept" else {
      return false
    }
    return tail.allSatisfy { $0.isNumber || $0 == "-" || $0 == "'" || $0 == "/" || $0 == "." }
  }

  private static let quarterNames = [
    ["q1", "一季度"], ["q2", "二季度"], ["q3", "三季度"], ["q4", "四季度"],
  ]

  private static let chineseMonths: [String: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11,
    "十二": 12,
  ]

  private static let englishMonths: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  private static let fullMonths: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
