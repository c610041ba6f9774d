import FinanceModel
import SheetPlan

/// Writes the cells of one column of a block, with all that is the same in every row made ready.
///
/// A class with plain arrays, not a struct with the plan's enum: matching the enum's payload in every
/// cell retained and released the array each time, a third of the time that a long table took.
final class BlockColumnWriter {
  let column: Int
  private let tag: CellTag
  private let kind: Kind
  private let numbers: [Double]
  private let texts: [String]
  private let cells: [CellContent]
  private let formula: RowFormulaWriter
  private var hasFormula = false
  private let dateSystem: DateSystem

  private enum Kind {
    case texts, numbers, formula, textFormula, cells
  }

  /// - Parameters:
  ///   - lastRow: the block's last row.
  ///   - sharedIndex: the number that the column's formula is shared under; nil where every cell
  ///     has its own.
  init(
    _ plan: CellBlock.Column, lastRow: Int, sharedIndex: Int?, styles: StyleBook,
    dateSystem: DateSystem
  ) {
    column = plan.column
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
    self.cells = cells
    self.formula = RowFormulaWriter(
      formula, column: plan.column, lastRow: lastRow, sharedIndex: sharedIndex)
  }

  /// Writes the entry of that place, from 0; a column that is too short leaves the cell empty.
  func put(_ index: Int, digits: RowDigits, into out: inout ByteWriter) {
    let isFirst = !hasFormula
    switch kind {
    case .numbers where index < numbers.count:
      tag.put(number: numbers[index], digits: digits, into: &out)
    case .formula where index < numbers.count:
      hasFormula = true
      tag.put(
        formula: { formula.put(isFirst: isFirst, digits: digits, into: &$0) },
        number: numbers[index], digits: digits, into: &out)
    case .texts where index < texts.count:
      tag.put(text: texts[index], digits: digits, into: &out)
    case .textFormula where index < texts.count:
      hasFormula = true
      tag.put(
        formula: { formula.put(isFirst: isFirst, digits: digits, into: &$0) },
        value: .text(texts[index]), digits: digits, into: &out)
    case .cells where index < cells.count:
      tag.put(cells[index], digits: digits, dateSystem: dateSystem, into: &out)
    default:
      tag.putEmpty(digits, into: &out)
    }
  }
}
