import FinanceModel
import SheetPlan

/// The parts of a cell's tag that do not change from row to row.
///
/// What is put into every cell of a long table is inlined: called, it would be handed a copy of the tag's
/// 300 bytes.
struct CellTag {
  /// `<c r="AB`.
  private let opening: Phrase
  /// `" s="12"`, or `"` for format 0.
  private let style: Phrase
  /// ``style`` and what comes before a number.
  private let numberStart: Phrase
  private let styleText: String
  private let isStyled: Bool
  /// Of the tag's own, as one of the type would be asked for by a call each time.
  private let valueEnd = Phrase("</v></c>")

  private static let textStart = Phrase(" t=\"inlineStr\"><is><t>")
  private static let textEnd = Phrase("</t></is></c>")

  init(column: Int, format: Int) {
    opening = Phrase("<c r=\"\(CellAddress.letters(ofColumn: column))")
    styleText = format == 0 ? "\"" : "\" s=\"\(format)\""
    style = Phrase(styleText)
    numberStart = Phrase(styleText + "><v>")
    isStyled = format != 0
  }

  /// What comes between the row's number and the value of a cell with a shared formula.
  func valueStart(sharingFormula index: Int, givesText: Bool) -> Phrase {
    let type = givesText ? " t=\"str\"" : ""
    return Phrase(styleText + type + "><f t=\"shared\" si=\"\(index)\"/><v>")
  }

  @inline(__always)
  private func open(_ digits: RowDigits, into out: inout ByteWriter) {
    out.put(opening: opening, row: digits.row, rest: style)
  }

  /// A cell with a form and nothing in it; nothing at all where it has no form either.
  @inline(__always)
  func putEmpty(_ digits: RowDigits, into out: inout ByteWriter) {
    guard isStyled else { return }
    open(digits, into: &out)
    out.putSeam()
    out.put("/>")
  }

  /// NaN and infinity, which no file can hold, leave the cell empty.
  @inline(__always)
  func put(number: Double, digits: RowDigits, into out: inout ByteWriter) {
    guard number.isFinite else { return putEmpty(digits, into: &out) }
    put(number: number, after: numberStart, digits: digits, into: &out)
  }

  /// A finite number behind what ``valueStart(sharingFormula:givesText:)`` gave.
  @inline(__always)
  func put(
    number: Double, after start: Phrase, digits: RowDigits, into out: inout ByteWriter
  ) {
    out.put(opening: opening, row: digits.row, rest: start)
    out.put(number: number)
    out.put(ending: valueEnd)
  }

  /// The text is only lent: several sheets that are spelt at once hold the same names, and two
  /// threads that count references to them wait for each other.
  func put(text: borrowing String, digits: RowDigits, into out: inout ByteWriter) {
    if !put(plainText: text, digits: digits, into: &out) {
      put(oddText: text, digits: digits, into: &out)
    }
  }

  /// Puts a text that stands in a cell as it is (``CellText/isPlain(_:)``); says whether it is one.
  @inline(__always)
  func put(
    plainText text: borrowing String, digits: RowDigits, into out: inout ByteWriter
  ) -> Bool {
    let bytes = text.utf8Span.span
    guard CellText.isPlain(bytes) else { return false }
    put(ready: bytes, digits: digits, into: &out)
    return true
  }

  /// A text as it stands in the file.
  @inline(__always)
  func put(ready bytes: Span<UInt8>, digits: RowDigits, into out: inout ByteWriter) {
    open(digits, into: &out)
    out.put(Self.textStart)
    out.put(bytes)
    out.put(ending: Self.textEnd)
  }

  @inline(never)
  private func put(oddText text: borrowing String, digits: RowDigits, into out: inout ByteWriter) {
    guard !text.isEmpty else { return putEmpty(digits, into: &out) }
    open(digits, into: &out)
    let stored = CellText.storable(copy text)
    out.put(
      CellText.hasSpaceAtAnEnd(stored)
        ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>")
    out.put(escaped: stored)
    out.put(ending: Self.textEnd)
  }

  func put(boolean: Bool, digits: RowDigits, into out: inout ByteWriter) {
    open(digits, into: &out)
    out.put(boolean ? " t=\"b\"><v>1" : " t=\"b\"><v>0")
    out.put(ending: valueEnd)
  }

  /// A formula that gives a number; one that is not finite is cached as empty text.
  ///
  /// - Parameter formula: writes the `f` element.
  func put(
    formula: (inout ByteWriter) -> Void, number: Double, digits: RowDigits,
    into out: inout ByteWriter
  ) {
    guard number.isFinite else {
      return put(formula: formula, value: .empty, digits: digits, into: &out)
    }
    open(digits, into: &out)
    out.put(">")
    formula(&out)
    out.put("<v>")
    out.put(number: number)
    out.put(ending: valueEnd)
  }

  /// A formula that gives a text, which is only lent.
  ///
  /// - Parameter formula: writes the `f` element.
  @inline(__always)
  func put(
    formula: (inout ByteWriter) -> Void, text: borrowing String, digits: RowDigits,
    into out: inout ByteWriter
  ) {
    open(digits, into: &out)
    out.put(" t=\"str\">")
    formula(&out)
    out.put("<v>")
    put(value: text, into: &out)
  }

  /// A text behind what ``valueStart(sharingFormula:givesText:)`` gave; it is only lent.
  @inline(__always)
  func put(
    text: borrowing String, after start: Phrase, digits: RowDigits, into out: inout ByteWriter
  ) {
    out.put(opening: opening, row: digits.row, rest: start)
    put(value: text, into: &out)
  }

  @inline(__always)
  private func put(value text: borrowing String, into out: inout ByteWriter) {
    let bytes = text.utf8Span.span
    if CellText.isPlain(bytes) { out.put(bytes) } else { Self.put(oddValue: text, into: &out) }
    out.put(ending: valueEnd)
  }

  @inline(never)
  private static func put(oddValue text: borrowing String, into out: inout ByteWriter) {
    out.put(escaped: CellText.storable(copy text))
  }

  /// A formula and the value that it gives.
  ///
  /// - Parameter formula: writes the `f` element.
  func put(
    formula: (inout ByteWriter) -> Void, value: Formula.Value, digits: RowDigits,
    into out: inout ByteWriter
  ) {
    if case .number(let number) = value, number.isFinite {
      return put(formula: formula, number: number, digits: digits, into: &out)
    }
    switch value {
    case .boolean(let truth):
      open(digits, into: &out)
      out.put(" t=\"b\">")
      formula(&out)
      out.put(truth ? "<v>1" : "<v>0")
    case .text(let text):
      return put(formula: formula, text: text, digits: digits, into: &out)
    case .empty, .number:
      open(digits, into: &out)
      out.put(" t=\"str\">")
      formula(&out)
      out.put("<v>")
    }
    out.put(ending: valueEnd)
  }

  /// Any content.
  func put(
    _ content: CellContent, digits: RowDigits, dateSystem: DateSystem, into out: inout ByteWriter
  ) {
    switch content {
    case .empty: putEmpty(digits, into: &out)
    case .text(let text): put(text: text, digits: digits, into: &out)
    case .number(let number): put(number: number, digits: digits, into: &out)
    case .boolean(let truth): put(boolean: truth, digits: digits, into: &out)
    case .day(let day):
      put(number: Double(day.serial(in: dateSystem)), digits: digits, into: &out)
    case .formula(let formula):
      guard let text = FormulaText.storable(formula.text) else {
        return put(formula.value.asContent, digits: digits, dateSystem: dateSystem, into: &out)
      }
      put(
        formula: { out in
          out.put("<f>")
          out.put(escaped: text)
          out.put("</f>")
        }, value: formula.value, digits: digits, into: &out)
    }
  }
}

extension Formula.Value {
  /// The value alone, where a formula is too long for a file.
  var asContent: CellContent {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let truth): .boolean(truth)
    case .empty: .empty
    }
  }
}
