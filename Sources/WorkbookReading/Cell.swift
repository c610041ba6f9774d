public import FinanceModel

/// A cell as the reader hands it over: 48 bytes, copied freely, owning nothing.
public struct Cell: Sendable {
  /// The sheet's column, from 1.
  public var column: Int32
  public var kind: Kind
  /// Whether the cell holds a formula; the value is its cached result.
  public var hasFormula: Bool
  /// Place of the cell's format among the workbook's cell formats (`cellXfs`), from 0.
  public var format: Int32
  /// The number; the date's or time's serial in the workbook's own date system; 1 or 0 for a
  /// boolean. The nearest double to the text in the file.
  public var number: Double
  /// The number as written: `mantissa × 10^exponent`. ``hasDecimal`` says whether it is there.
  public var mantissa: Int64
  public var exponent: Int16
  /// Whether mantissa and exponent hold the number exactly as the file writes it (at most 18
  /// digits).
  public var hasDecimal: Bool
  /// Where the text of a string or error cell is.
  public var text: TextPlace

  public init(column: Int32, kind: Kind) {
    self.column = column
    self.kind = kind
    hasFormula = false
    format = 0
    number = 0
    mantissa = 0
    exponent = 0
    hasDecimal = false
    text = TextPlace(shared: -1, start: 0, count: 0)
  }

  /// What a cell holds. Empty cells are not handed over.
  public enum Kind: UInt8, Sendable {
    case number
    /// A number whose format shows a date, with or without a time of day.
    case date
    /// A number below 1 whose format shows a time of day only.
    case timeOfDay
    /// A number whose format shows elapsed time, `[h]:mm`.
    case duration
    case boolean
    case text
    /// An error value; its text is `#N/A` and the like.
    case error
  }

  /// Where a cell's text is: in the shared strings, or in the bytes that came with the row.
  public struct TextPlace: Sendable {
    /// Index into ``SharedStrings``, from 0; −1 for text that came with the row.
    public var shared: Int32
    /// Offset into the row's text bytes.
    public var start: Int32
    /// Bytes of UTF-8.
    public var count: Int32

    public init(shared: Int32, start: Int32, count: Int32) {
      self.shared = shared
      self.start = start
      self.count = count
    }
  }

  /// The exact decimal, rounded to fifteen significant digits as a spreadsheet shows it; nil for
  /// what is no amount (beyond 10¹⁵).
  public var decimal: ExactDecimal? {
    if hasDecimal {
      let size = mantissa.magnitude
      if size < 1_000_000_000_000_000 {
        return ExactDecimal(digits: mantissa, exponent: Int(exponent))
      }
      if size < 10_000_000_000_000_000, number.magnitude <= 1e15, let rounded = fifteenDigits {
        return ExactDecimal(digits: rounded, exponent: Int(exponent) + 1)
      }
    }
    return ExactDecimal(number)
  }

  /// The first fifteen of the mantissa's sixteen digits, rounded; nil where the double's own digits have
  /// to be looked at. The shortest decimal that gives the same double is at most two away in the
  /// sixteenth place: with 76995.60000000001 it comes to the same fifteen digits, with
  /// 76995.60000000004 it may not.
  private var fifteenDigits: Int64? {
    let (kept, last) = mantissa.quotientAndRemainder(dividingBy: 10)
    switch last.magnitude {
    case 0...2: return kept
    case 7...9: return mantissa < 0 ? kept - 1 : kept + 1
    default: return nil
    }
  }
}
