import FinanceModel

/// Dates of `t="d"` cells: ISO 8601 without week and ordinal forms (ECMA-376 part 1, 18.18.11).
struct ISODate {
  /// The serial in the workbook's date system; a time of day alone is below 1.
  var serial: Double
  var hasDay: Bool

  /// Parses `2024-02-29`, `2024-02-29T13:45:30.5Z`, `13:45`; a zone is read and not applied.
  init?(_ text: String, system: DateSystem) {
    let text = text.trimmingSpaces()
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    var time: Substring?
    var day = 0
    if let first = halves.first, first.contains("-"), !first.contains(":") {
      guard let found = ISODate.day(first) else { return nil }
      day = found.serial(in: system)
      hasDay = true
      time = halves.count > 1 ? halves[1] : nil
    } else {
      hasDay = false
      time = halves.last
      guard time?.isEmpty == false else { return nil }
    }
    guard let fraction = time.map(ISODate.fraction) ?? 0 else { return nil }
    serial = Double(day) + fraction
  }

  private static func day(_ text: Substring) -> Day? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }

  /// The part of a day that a time is.
  private static func fraction(_ text: Substring) -> Double? {
    var time = text
    if let zone = time.firstIndex(where: { $0 == "Z" || $0 == "+" || $0 == "-" }) {
      time = time[..<zone]
    }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let hours = Int(parts[0]),
      let minutes = parts.count > 1 ? Int(parts[1]) : 0,
      let seconds = parts.count > 2 ? Double(parts[2]) : 0,
      (0...24).contains(hours), (0..<60).contains(minutes), seconds >= 0, seconds < 61
    else { return nil }
    return (Double(hours * 3600 + minutes * 60) + seconds) / 86400
  }
}
