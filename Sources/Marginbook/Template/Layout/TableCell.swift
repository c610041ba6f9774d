import FinanceModel
import SheetPlan

/// What stands in one cell of a sample.
enum TableCell: Sendable, Hashable {
  case blank
  /// A word of the language.
  case text(LocalizedText)
  /// The same in every language: ids, document numbers.
  case code(String)
  /// Money in hundredths.
  case cents(Int)
  case number(Double)
  /// 0.125 for 12.5 %.
  case share(Double)
  case day(Day)

  /// The cell as a plan has it.
  func content(in language: Language) -> CellContent {
    switch self {
    case .blank: .empty
    case .text(let text): .text(text[language])
    case .code(let code): .text(code)
    case .cents(let cents): .number(Double(cents) / 100)
    case .number(let number), .share(let number): .number(number)
    case .day(let day): .day(day)
    }
  }

  /// The number that a formula's cell holds; NaN for what is none.
  var number: Double {
    switch self {
    case .cents(let cents): Double(cents) / 100
    case .number(let number), .share(let number): number
    case .blank, .text, .code, .day: .nan
    }
  }

  /// About how many characters the cell shows; CJK counts double.
  func width(in language: Language) -> Int {
    switch self {
    case .blank: 0
    case .text(let text): DisplayWidth.of(text[language])
    case .code(let code): DisplayWidth.of(code)
    case .cents(let cents): DisplayWidth.of(cents: cents)
    case .number(let number): DisplayWidth.of(number: number)
    case .share: 6
    case .day: 10
    }
  }
}

/// How wide a text is in characters of a spreadsheet's default font.
enum DisplayWidth {
  /// CJK ideographs and full-width forms count double.
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  /// Money with separators and two places.
  static func of(cents: Int) -> Int {
    let digits = String(cents.magnitude / 100).count
    return digits + (digits - 1) / 3 + 3 + (cents < 0 ? 1 : 0)
  }

  /// A quantity with separators.
  static func of(number: Double) -> Int {
    let digits = String(number.magnitude).count
    return digits + digits / 3 + (number < 0 ? 1 : 0)
  }
}
