import FinanceModel
import SheetPlan

/// Writes the cells of one column of a block, with all that is the same in every row made ready.
///
/// The plan's enum is taken apart once: matching its payload in every cell retained and released the
/// array each time, a third of the time that a long table took.
struct BlockColumnWriter {
  let column: Int
  private let firstRow: Int
  private let tag: CellTag
  private let kind: Kind
  private let numbers: [Double]
  private let texts: [String]
  /// The same made flat where that is worth it; else empty.
  private let flat: FlatTexts
  private let cells: [CellContent]
  private let formula: RowFormulaWriter
  /// What stands between a row's number and a value that shares the column's formula; nil where
  /// every cell has its own.
  private let sharing: Phrase?
  private var hasFormula = false
  private let dateSystem: DateSystem

  private enum Kind {
    case texts, numbers, formula, textFormula, cells
  }

  /// - Parameters:
  ///   - sharedIndex: the number that the column's formula is shared under; nil where every cell
  ///     has its own.
  ///   - flatTexts: holds the texts that several sheets have.
  init(
    _ plan: CellBlock.Column, of block: CellBlock, sharedIndex: Int?, styles: StyleBook,
    dateSystem: DateSystem, flatTexts: FlatTextStore
  ) {
    column = plan.column
    firstRow = block.firstRow
    tag = CellTag(column: plan.column, format: styles.knownFormat(plan.style))
    self.dateSystem = dateSystem
    var numbers: [Double] = []
    var texts: [String] = []
    var cells: [CellContent] = []
    var formula = RowFormula("")
    switch plan.content {
    case .texts(let all): (kind, texts) = (.texts, all)
    case .numbers(let all): (kind, numbers) = (.numbers, all)
    case .formula(let row, let values): (kind, formula, numbers) = (.formula, row, values)
    case .textFormula(let row, let values): (kind, formula, texts) = (.textFormula, row, values)
    case .cells(let all): (kind, cells) = (.cells, all)
    }
    self.numbers = numbers
    self.texts = texts
    flat = kind == .texts ? flatTexts.flat(texts) : .none
    self.cells = cells
    self.formula = RowFormulaWriter(
      formula, column: plan.column, lastRow: block.endRow - 1, sharedIndex: sharedIndex)
    sharing = sharedIndex.map { [tag, kind] in
      tag.valueStart(sharingFormula: $0, givesText: kind == .textFormula)
    }
  }

  /// Writes the column's cell of a row; a column that is too short leaves it empty.
  mutating func put(row: Int, digits: RowDigits, into out: inout ByteWriter) {
    let index = row - firstRow
    switch kind {
    case .numbers where index < numbers.count:
      tag.put(number: numbers[index], digits: digits, into: &out)
    case .formula where index < numbers.count:
      putFormula(number: numbers[index], digits: digits, into: &out)
    case .texts where index < flat.places.count && flat.places[index].count > 0:
      let place = flat.places[index]
      let bytes = flat.bytes.span.extracting(place.start..<place.start + place.count)
      tag.put(ready: bytes, digits: digits, into: &out)
    case .texts where index < texts.count:
      if !tag.put(plainText: texts.span[index], digits: digits, into: &out) {
        putOdd(texts[index], digits: digits, into: &out)
      }
    case .textFormula where index < texts.count:
      putFormula(text: texts.span[index], digits: digits, into: &out)
    case .cells where index < cells.count:
      tag.put(cells[index], digits: digits, dateSystem: dateSystem, into: &out)
    default:
      tag.putEmpty(digits, into: &out)
    }
  }

  @inline(never)
  private mutating func putOdd(_ text: String, digits: RowDigits, into out: inout ByteWriter) {
    tag.put(text: text, digits: digits, into: &out)
  }

  private mutating func putFormula(
    number: Double, digits: RowDigits, into out: inout ByteWriter
  ) {
    let isFirst = noteFormula()
    if let sharing, !isFirst, number.isFinite {
      tag.put(number: number, after: sharing, digits: digits, into: &out)
    } else {
      tag.put(
        formula: { formula.put(isFirst: isFirst, digits: digits, into: &$0) },
        number: number, digits: digits, into: &out)
    }
  }

  private mutating func putFormula(
    text: borrowing String, digits: RowDigits, into out: inout ByteWriter
  ) {
    let isFirst = noteFormula()
    if let sharing, !isFirst {
      tag.put(text: text, after: sharing, digits: digits, into: &out)
    } else {
      tag.put(
        formula: { formula.put(isFirst: isFirst, digits: digits, into: &$0) },
        text: text, digits: digits, into: &out)
    }
  }

  /// Whether the formula that is written now is the column's first, which states what the others
  /// share.
  private mutating func noteFormula() -> Bool {
    defer { hasFormula = true }
    return !hasFormula
  }
}
