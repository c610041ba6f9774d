import FinanceModel
import SheetPlan

extension SheetPlan {
  /// Every number that the plan puts, whether as a value or as a formula's; cells win over blocks.
  var figures: [CellAddress: Double] {
    var figures: [CellAddress: Double] = [:]
    for block in blocks {
      for column in block.columns {
        for (offset, number) in column.content.numbers.enumerated() {
          guard let number, !number.isNaN else { continue }
          figures[CellAddress(row: block.firstRow + offset, column: column.column)] = number
        }
      }
    }
    for cell in cells { figures[cell.at] = cell.content.number }
    return figures
  }
}

extension CellBlock.Content {
  /// One entry a row; nil where the row holds no number.
  fileprivate var numbers: [Double?] {
    switch self {
    case .numbers(let values), .formula(_, let values): values
    case .cells(let cells): cells.map(\.number)
    case .texts, .textFormula: []
    }
  }
}

extension CellContent {
  /// The number that a cell shows, or that its formula gives.
  fileprivate var number: Double? {
    switch self {
    case .number(let number): number
    case .formula(let formula):
      if case .number(let number) = formula.value { number } else { nil }
    case .empty, .text, .boolean, .day: nil
    }
  }
}
