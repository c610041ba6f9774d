import CostingCore
import FinanceModel
import PluginKit
import SheetFixtures
import SheetPlan

@testable import ProfitabilitySheets

/// The sample company's sheets, planned.
struct SampleSheets {
  let sample: SampleTrade
  let results: CostingResults
  let context: SheetContext
  let plans: [SheetPlan]

  init(
    _ language: Language = .english, customers: Int = 12, unit: Int = 1, hasCosts: Bool = true,
    hasUnassigned: Bool = true, typed: [String: SheetContext.TypedInput] = [:],
    edit: (inout CostingInputs) -> Void = { _ in }
  ) {
    var sample = SampleTrade(
      language: language, customers: customers, unit: unit, hasCosts: hasCosts,
      hasUnassigned: hasUnassigned)
    edit(&sample.inputs)
    self.sample = sample
    results = CostingEngine.run(sample.inputs)
    var context = sample.context(results)
    context.typedInputs = typed
    self.context = context
    plans = SheetPlanning.plans(for: context)
  }

  subscript(_ key: SheetKey) -> SheetPlan? { plans.first { $0.key == key.rawValue } }
}

extension SheetPlan {
  /// The content of a cell, put singly or by a block.
  func content(row: Int, column: Int) -> CellContent? {
    if let cell = cells.last(where: { $0.at == CellAddress(row: row, column: column) }) {
      return cell.content
    }
    for block in blocks where (block.firstRow..<block.firstRow + block.rowCount).contains(row) {
      for one in block.columns where one.column == column {
        return one.content.cell(row - block.firstRow, row: row)
      }
    }
    return nil
  }

  /// The number that a cell shows.
  func number(row: Int, column: Int) -> Double? {
    switch content(row: row, column: column) {
    case .number(let value): value
    case .formula(let formula):
      if case .number(let value) = formula.value { value } else { nil }
    default: nil
    }
  }

  /// Every formula of the sheet with its place.
  var formulas: [(at: CellAddress, formula: Formula)] {
    var found = cells.compactMap { cell -> (CellAddress, Formula)? in
      if case .formula(let formula) = cell.content { (cell.at, formula) } else { nil }
    }
    for block in blocks {
      for column in block.columns {
        for index in 0..<block.rowCount {
          let row = block.firstRow + index
          if case .formula(let formula) = column.content.cell(index, row: row) {
            found.append((CellAddress(row: row, column: column.column), formula))
          }
        }
      }
    }
    return found.map { (at: $0.0, formula: $0.1) }
  }

  /// Every text that the sheet shows.
  var texts: [String] {
    var found = cells.compactMap { cell -> String? in
      if case .text(let text) = cell.content { text } else { nil }
    }
    for block in blocks {
      for column in block.columns {
        if case .texts(let texts) = column.content { found += texts }
      }
    }
    return found
  }
}

extension CellBlock.Content {
  /// The entry at a place, from 0, as a single cell of that row.
  func cell(_ index: Int, row: Int) -> CellContent? {
    switch self {
    case .texts(let texts): .text(texts[index])
    case .numbers(let numbers): numbers[index].isNaN ? .empty : .number(numbers[index])
    case .formula(let formula, let values):
      .formula(
        Formula(
          formula.text(row: row),
          value: values[index].isNaN ? .text("") : .number(values[index])))
    case .textFormula(let formula, let values):
      .formula(Formula(formula.text(row: row), value: .text(values[index])))
    case .cells(let cells): cells[index]
    }
  }
}
