import FinanceModel
import WorkbookReading

/// Cells in words: ISO 8601 for dates, times and durations.
struct CellText {
  let book: Workbook
  let strings: SharedStrings

  init(book: Workbook) {
    self.book = book
    strings = book.strings
  }

  /// The text of a text or error cell.
  func text(of cell: Cell, rowText: Span<UInt8>) -> String {
    if cell.text.shared >= 0 { return strings.string(at: Int(cell.text.shared)) }
    let start = Int(cell.text.start)
    let piece = rowText.extracting(start..<start + Int(cell.text.count))
    return piece.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// A date or time of day: `2026-01-31T13:45:30`, `13:45:30`, to the second; milliseconds are shown
  /// on request, where the cell's format shows fractions too.
  func moment(of cell: Cell, withFraction: Bool = false) -> String {
    let showsFraction = withFraction && book.showsFractionOfSecond(cell.format)
    var milliseconds = (cell.number * 86_400_000).rounded()
    var day = (milliseconds / 86_400_000).rounded(.down)
    milliseconds -= day * 86_400_000
    if cell.kind == .timeOfDay { day = 0 }
    let time = clock(Int(milliseconds), showsFraction: showsFraction)
    guard cell.kind == .date, let date = date(ofSerial: day) else { return time }
    return "\(date)T\(time)"
  }

  /// The day of a serial; those before the date system's first come from ISO dates.
  private func date(ofSerial serial: Double) -> Day? {
    guard let serial = Int(exactly: serial) else { return nil }
    if let day = Day(serial: serial, system: book.dateSystem) { return day }
    guard serial < 0, serial > -700_000 else { return nil }
    return Day(number: Int32(serial - (book.dateSystem == .from1900 ? 25568 : 24107)))
  }

  /// Elapsed time: `PT27H30M`, `-PT0.5S`.
  func duration(of cell: Cell) -> String {
    let total = (cell.number.magnitude * 86_400_000).rounded()
    guard total < 9e15 else { return "P\(Int(cell.number.rounded(.towardZero).clamped))D" }
    let milliseconds = Int(total)
    var text = cell.number < 0 ? "-PT" : "PT"
    let (hours, rest) = milliseconds.quotientAndRemainder(dividingBy: 3_600_000)
    let (minutes, seconds) = rest.quotientAndRemainder(dividingBy: 60_000)
    if hours > 0 { text += "\(hours)H" }
    if minutes > 0 { text += "\(minutes)M" }
    if seconds > 0 || milliseconds == 0 { text += "\(decimal(seconds))S" }
    return text
  }

  private func clock(_ milliseconds: Int, showsFraction: Bool) -> String {
    let seconds = milliseconds / 1000
    let text = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(padded).joined(separator: ":")
    let fraction = milliseconds % 1000
    guard showsFraction, fraction > 0 else { return text }
    return text + "." + String(String(1000 + fraction).dropFirst())
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Milliseconds as seconds, without needless zeros.
  private func decimal(_ milliseconds: Int) -> String {
    let (whole, fraction) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    guard fraction > 0 else { return "\(whole)" }
    var digits = String(1000 + fraction).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return "\(whole).\(digits)"
  }
}

extension Double {
  /// Held within what an `Int` takes.
  fileprivate var clamped: Double { Swift.min(Swift.max(self, -9e18), 9e18) }
}
