import FinanceModel

/// Reads dates as people type them, in Chinese and English orders.
enum DateText {
  /// Which of two small numbers comes first where the year is last.
  enum Order: Sendable, Hashable {
    case monthFirst, dayFirst
  }

  struct Reading: Hashable {
    var day: Day
    /// Whether the text would be another day in the other order.
    var isAmbiguous = false
    /// Whether the text only makes sense in this order; nil where it does not matter.
    var order: Order?
    /// Whether no day of the month was given.
    var isMonth = false
  }

  static func read(_ text: String, order: Order = .monthFirst) -> Reading? {
    guard TextFolding.mayHoldDigit(text) else { return nil }
    let folded = TextFolding.folded(TextFolding.trimmed(text)).lowercased()
    guard folded.utf8.count <= 40, folded.utf8.count >= 4 else { return nil }
    let parts = pieces(of: folded)
    if let reading = compact(parts) { return reading }
    guard parts.count >= 2 else { return nil }
    if parts.contains(where: { $0.month != nil }) { return named(parts) }
    return numeric(parts, order: order)
  }

  /// A number with its count of digits, or a month's name.
  private struct Piece {
    var number = 0
    var digits = 0
    var month: Int?
  }

  /// A run of letters a … z: its first three packed into a number, and how many it has.
  private struct Word {
    private(set) var start: UInt32 = 0
    private(set) var count = 0

    init(_ letters: String = "") {
      for letter in letters.unicodeScalars { append(letter) }
    }

    mutating func append(_ letter: Unicode.Scalar) {
      if count < 3 { start = start << 8 | letter.value }
      count += 1
    }
  }

  /// The numbers and month names before the time of day; stops at what is neither.
  private static func pieces(of text: String) -> [Piece] {
    var parts: [Piece] = []
    var piece = Piece()
    var word = Word()
    var isTime = false
    func finish() -> Bool {
      if piece.digits > 0 { parts.append(piece) }
      piece = Piece()
      defer { word = Word() }
      guard word.count > 0 else { return true }
      guard word.count >= 3 else { return noise.contains(word.start) }
      guard let month = months[word.start] else { return false }
      parts.append(Piece(month: month))
      return true
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9":
        guard word.count == 0 || finish() else { return [] }
        guard piece.digits < 8 else { return [] }
        piece.number = piece.number * 10 + Int(scalar.value - 0x30)
        piece.digits += 1
      case "a"..."z":
        if piece.digits > 0, !finish() { return [] }
        word.append(scalar)
      case ":":
        isTime = true
      case "-", "/", ".", ",", " ", "年", "月", "日", "号", "'":
        if !finish() { return [] }
      default:
        return []
      }
      if isTime { return Array(parts.prefix(3)) }
    }
    return finish() ? Array(parts.prefix(3)) : []
  }

  /// Words of one or two letters that may stand in a date.
  private static let noise = Set(
    ["t", "st", "nd", "rd", "th", "of", "am", "pm", "z"].map { Word($0).start })

  /// By the first three letters of their names.
  private static let months = Dictionary(
    uniqueKeysWithValues: [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].enumerated().map { (Word($0.element).start, $0.offset + 1) })

  /// `20240131`, `202401`.
  private static func compact(_ parts: [Piece]) -> Reading? {
    guard let first = parts.first, first.digits == 8,
      let day = Day(
        year: first.number / 10_000, month: first.number / 100 % 100, day: first.number % 100),
      isPlausible(first.number / 10_000)
    else { return nil }
    return Reading(day: day)
  }

  /// `31 Jan 2024`, `Jan 31, 2024`, `Jan-24`.
  private static func named(_ parts: [Piece]) -> Reading? {
    guard let month = parts.first(where: { $0.month != nil })?.month else { return nil }
    let numbers = parts.filter { $0.month == nil }
    guard let last = numbers.last else { return nil }
    if numbers.count == 1 {
      return Day(year: year(last), month: month, day: 1).map { Reading(day: $0, isMonth: true) }
    }
    let isYearFirst = numbers[0].digits == 4
    let day = isYearFirst ? last.number : numbers[0].number
    return Day(year: year(isYearFirst ? numbers[0] : last), month: month, day: day)
      .map { Reading(day: $0) }
  }

  private static func numeric(_ parts: [Piece], order: Order) -> Reading? {
    if parts[0].digits == 4 {
      guard isPlausible(parts[0].number) else { return nil }
      let day = parts.count > 2 ? parts[2].number : 1
      return Day(year: parts[0].number, month: parts[1].number, day: day)
        .map { Reading(day: $0, isMonth: parts.count < 3) }
    }
    guard parts.count == 3, parts[2].digits == 4 || parts[2].digits == 2 else { return nil }
    let (first, second, year) = (parts[0].number, parts[1].number, year(parts[2]))
    if first > 12 {
      return Day(year: year, month: second, day: first).map { Reading(day: $0, order: .dayFirst) }
    }
    if second > 12 {
      return Day(year: year, month: first, day: second).map {
        Reading(day: $0, order: .monthFirst)
      }
    }
    let day =
      order == .monthFirst
      ? Day(year: year, month: first, day: second) : Day(year: year, month: second, day: first)
    return day.map { Reading(day: $0, isAmbiguous: first != second) }
  }

  private static func year(_ piece: Piece) -> Int {
    piece.digits <= 2 ? piece.number + (piece.number < 70 ? 2000 : 1900) : piece.number
  }

  private static func isPlausible(_ year: Int) -> Bool { (1900...2200).contains(year) }
}
