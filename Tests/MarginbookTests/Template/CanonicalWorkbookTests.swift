import FinanceModel
import SheetPlan
public import Testing

@testable public import Marginbook

@Suite struct `Canonical workbook` {
  @Test(arguments: CanonicalWorkbook.Filling.allCases)
  func `both languages hold the same figures`(filling: CanonicalWorkbook.Filling) {
    let english = CanonicalWorkbook(filling, in: .english).plans
    let chinese = CanonicalWorkbook(filling, in: .chinese).plans
    #expect(english.map(\.key) == chinese.map(\.key))
    for (left, right) in zip(english, chinese) {
      #expect(left.tables.map(\.range) == right.tables.map(\.range))
      #expect(figures(of: left) == figures(of: right))
    }
  }

  @Test(arguments: CanonicalWorkbook.all)
  func `every header explains itself and none stands twice`(workbook: CanonicalWorkbook) throws {
    for plan in workbook.plans.dropFirst() {
      let table = try #require(plan.tables.first)
      let headers = table.columns.map(\.header)
      #expect(Set(headers).count == headers.count, "\(plan.name)")
      let comments = plan.cells.filter { $0.at.row == 1 }.compactMap(\.comment)
      #expect(comments.count == headers.count, "\(plan.name)")
      #expect(comments.allSatisfy { !$0.isEmpty && $0.count <= 255 })
    }
  }

  @Test(arguments: CanonicalWorkbook.all)
  func `lists fit into a validation and hold what the cells hold`(
    workbook: CanonicalWorkbook
  ) throws {
    for (table, plan) in zip(workbook.tables, workbook.plans.dropFirst()) {
      for validation in plan.validations {
        guard case .list(let words) = validation.rule else { continue }
        #expect(words.joined(separator: ",").utf16.count <= 255)
        let cells = table.columns[validation.range.first.column - 1].cells
        let checked = cells.dropFirst(validation.range.first.row - 2)
        for case .text(let text) in checked.prefix(validation.range.rowCount) {
          #expect(words.contains(text[workbook.language]), "\(plan.name): \(text)")
        }
      }
    }
  }

  @Test func `formulas carry the value that they give`() throws {
    let table = Manufacturer.salesTable
    let quantity = try #require(table.columns.first { $0.column.header.english == "Quantity" })
    let price = try #require(table.columns.first { $0.column.header.english == "Unit Price" })
    let gross = try #require(table.columns.first { $0.formula == "[Quantity]*[Unit Price]" })
    for row in 0..<table.rowCount {
      let product = quantity.cells[row].number * price.cells[row].number
      #expect(abs(product - gross.cells[row].number) < 1e-6)
    }
  }

  @Test func `formulas name the cells of their own row`() throws {
    let plan = Manufacturer.salesTable.plan(in: .english)
    let formulas = plan.blocks[0].columns.compactMap { column -> String? in
      guard case .formula(let formula, _) = column.content else { return nil }
      return formula.text(row: 7)
    }
    #expect(formulas == ["J7*K7", "ROUND(L7-M7-N7-O7,2)"])
  }

  /// Everything on a sheet that is no word.
  private func figures(of plan: SheetPlan) -> [Double] {
    plan.blocks.flatMap(\.columns).flatMap { column -> [Double] in
      switch column.content {
      case .cells(let cells): cells.compactMap(figure)
      case .numbers(let numbers): numbers.filter { !$0.isNaN }
      case .formula(_, let values): values.filter { !$0.isNaN }
      case .texts, .textFormula: []
      }
    }
  }

  private func figure(_ cell: CellContent) -> Double? {
    switch cell {
    case .number(let number): number
    case .day(let day): Double(day.number)
    case .boolean(let boolean): boolean ? 1 : 0
    case .empty, .text, .formula: nil
    }
  }
}

extension CanonicalWorkbook: CustomTestStringConvertible {
  public var testDescription: String { fileName }
}
