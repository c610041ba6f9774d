import FinanceModel
import WorkbookReading

/// What the sampled cells of a column are, to decide between meanings.
struct ColumnProfile {
  /// Cells that hold something.
  var filled = 0
  var numbers = 0
  /// Of ``numbers``, those that are lengths of time.
  var durations = 0
  var dates = 0
  /// Of ``dates``, those that are a time of day alone.
  var times = 0
  var texts = 0
  /// Texts that read as a figure.
  var textNumbers = 0
  /// Texts that read as a date, and those whose order of day and month is open.
  var dateTexts = 0
  var needsDayFirst = 0
  var needsMonthFirst = 0
  var ambiguousDates = 0
  var wholeNumbers = 0
  var smallest = Double.infinity
  var largest = -Double.infinity
  /// Whether every figure is a multiple of a quarter of a percent.
  var areRoundShares = true
  private var distinctTexts: Set<String> = []
  private var distinctNumbers: Set<Double> = []
  var positives = 0
  var negatives = 0

  /// How many distinct values are kept.
  static let distinctLimit = 300

  mutating func take(_ cell: HeadCell) {
    switch cell.kind {
    case .date, .timeOfDay:
      filled += 1
      dates += 1
      if cell.kind == .timeOfDay { times += 1 }
      note(distinct: cell.number)
    case .number, .duration:
      filled += 1
      numbers += 1
      if cell.kind == .duration { durations += 1 }
      take(figure: cell.number)
      note(distinct: cell.number)
    case .text:
      take(text: cell.text)
    case .boolean, .error:
      filled += 1
    }
  }

  private mutating func take(text: String) {
    let trimmed = TextFolding.trimmed(text)
    guard !trimmed.isEmpty else { return }
    switch AmountText.read(trimmed) {
    case .blank: return
    case .amount(let value), .percent(let value):
      textNumbers += 1
      take(figure: value.doubleValue)
    case .none: break
    }
    filled += 1
    texts += 1
    note(distinct: trimmed)
    guard let date = DateText.read(trimmed) else { return }
    dateTexts += 1
    if date.order == .dayFirst { needsDayFirst += 1 }
    if date.order == .monthFirst { needsMonthFirst += 1 }
    if date.isAmbiguous { ambiguousDates += 1 }
  }

  private mutating func take(figure: Double) {
    smallest = min(smallest, figure)
    largest = max(largest, figure)
    if figure.rounded() == figure { wholeNumbers += 1 }
    if figure > 0 { positives += 1 }
    if figure < 0 { negatives += 1 }
    let quarters = figure * 400
    if abs(quarters - quarters.rounded()) > 1e-4 { areRoundShares = false }
  }

  private mutating func note(distinct text: String) {
    if distinctCount < Self.distinctLimit { distinctTexts.insert(text) }
  }

  private mutating func note(distinct number: Double) {
    if distinctCount < Self.distinctLimit { distinctNumbers.insert(number) }
  }

  /// The distinct values as texts, as far as they are kept.
  var distinct: Set<String> { distinctTexts.union(distinctNumbers.lazy.map { String($0) }) }

  private var distinctCount: Int { distinctTexts.count + distinctNumbers.count }

  /// Cells that are figures or read as such.
  var figures: Int { numbers + textNumbers }

  /// The share of filled cells that are figures; 0 for an empty column.
  var figureShare: Double { filled == 0 ? 0 : Double(figures) / Double(filled) }

  /// The share of filled cells that are dates or read as such.
  var dateShare: Double { filled == 0 ? 0 : Double(dates + dateTexts) / Double(filled) }

  /// Whether most are times without a day: lengths of time below 24 hours.
  var holdsTimes: Bool { times * 2 > filled }

  /// Whether numbers without a date format look like serials of the years 1990 to 2050.
  var looksLikeSerials: Bool {
    numbers > 0 && wholeNumbers == numbers && smallest >= 32_874 && largest <= 55_153
  }

  /// Whether the figures look like shares of one: discounts of 5 %, 10 %, not amounts.
  var looksLikeShares: Bool {
    figures > 0 && smallest >= 0 && largest <= 1 && largest > 0 && areRoundShares
      && distinctCount <= 40
  }
}
