import FinanceModel
import SheetPlan

/// Writes the cells of one column of a block, with all that is the same in every row made ready.
struct BlockColumnWriter {
  let column: Int
  private let tag: CellTag
  private let content: CellBlock.Content
  private let formula: RowFormulaBytes?
  private let dateSystem: DateSystem

  init(_ plan: CellBlock.Column, styles: StyleBook, dateSystem: DateSystem) {
    column = plan.column
    tag = CellTag(column: plan.column, format: styles.knownFormat(plan.style))
    content = plan.content
    self.dateSystem = dateSystem
    switch plan.content {
    case .formula(let formula, _), .textFormula(let formula, _):
      self.formula = RowFormulaBytes(formula)
    case .texts, .numbers, .cells: formula = nil
    }
  }

  /// Writes the entry of that place, from 0; a column that is too short leaves the cell empty.
  func put(_ index: Int, digits: RowDigits, into out: inout ByteWriter) {
    switch content {
    case .texts(let texts) where index < texts.count:
      tag.put(text: texts[index], digits: digits, into: &out)
    case .numbers(let numbers) where index < numbers.count:
      tag.put(number: numbers[index], digits: digits, into: &out)
    case .formula(_, let values) where index < values.count:
      put(.number(values[index]), digits: digits, into: &out)
    case .textFormula(_, let values) where index < values.count:
      put(.text(values[index]), digits: digits, into: &out)
    case .cells(let cells) where index < cells.count:
      tag.put(cells[index], digits: digits, dateSystem: dateSystem, into: &out)
    default:
      tag.putEmpty(digits, into: &out)
    }
  }

  private func put(_ value: Formula.Value, digits: RowDigits, into out: inout ByteWriter) {
    guard let formula else { return tag.putEmpty(digits, into: &out) }
    tag.put(
      formula: { formula.put(digits: digits, into: &$0) }, value: value, digits: digits,
      into: &out)
  }
}

/// A row formula with its pieces escaped for the file.
struct RowFormulaBytes {
  private let pieces: [[UInt8]]
  private let offsets: [Int]

  init(_ formula: RowFormula) {
    pieces = formula.pieces.enumerated().map { place, piece in
      let bare = place == 0 && piece.hasPrefix("=") ? String(piece.dropFirst()) : piece
      return Array(XMLText.escaped(bare).utf8)
    }
    offsets = formula.offsets
  }

  func put(digits: RowDigits, into out: inout ByteWriter) {
    for (place, piece) in pieces.enumerated() {
      if place > 0, place <= offsets.count {
        digits.put(offset: offsets[place - 1], into: &out)
      }
      out.put(piece)
    }
  }
}
