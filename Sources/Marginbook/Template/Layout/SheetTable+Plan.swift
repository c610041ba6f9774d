import FinanceModel
import SheetPlan

extension SheetTable {
  /// The sheet as the writer takes it: a header row with comments over an Excel table.
  func plan(in language: Language) -> SheetPlan {
    var plan = SheetPlan(key: sheet.key, name: sheet.name[language])
    plan.tabColor = TemplateStyle.accent
    plan.showsGridLines = true
    plan.columns = columns.indices.map { columnPlan($0, in: language) }
    plan.rows[1] = RowPlan(height: 30)
    plan.cells =
      columns.indices.map { headerCell($0, in: language) } + mixedCells(in: language)
      + commentedCells(in: language)
    plan.blocks = [block(in: language)]
    plan.tables = [tablePlan(in: language)]
    plan.validations =
      columns.indices.compactMap { validation($0, in: language) }
      + lists.map { validation($0, in: language) }
    plan.frozenAt = CellAddress(row: 2, column: 1)
    plan.print.repeatedRows = 1...1
    return plan
  }

  private func columnPlan(_ index: Int, in language: Language) -> ColumnPlan {
    let column = columns[index]
    let widest = column.cells.map { $0.width(in: language) }.max() ?? 0
    let header = DisplayWidth.of(column.column.header[language]) + 5
    let width = max(widest + 2, header, column.column.form == .text ? 14 : 12)
    return ColumnPlan(column: index + 1, width: Double(min(width, 48)))
  }

  private func headerCell(_ index: Int, in language: Language) -> PlannedCell {
    let column = columns[index].column
    return PlannedCell(
      at: CellAddress(row: 1, column: index + 1), content: .text(column.header[language]),
      style: TemplateStyle.header(of: column),
      comment: column.comment(in: language))
  }

  /// Cells that each have a form of their own, over the block.
  private func mixedCells(in language: Language) -> [PlannedCell] {
    columns.indices.filter { columns[$0].column.form == .mixed }.flatMap { index in
      columns[index].cells.enumerated().map { row, cell in
        PlannedCell(
          at: CellAddress(row: row + 2, column: index + 1), content: cell.content(in: language),
          style: TemplateStyle.mixedCell(cell))
      }
    }
  }

  /// The first column's cells, over the block, where they have comments.
  private func commentedCells(in language: Language) -> [PlannedCell] {
    guard let first = columns.first else { return [] }
    return zip(first.cells, comments).enumerated().map { row, pair in
      PlannedCell(
        at: CellAddress(row: row + 2, column: 1), content: pair.0.content(in: language),
        style: TemplateStyle.cell(first.column.form), comment: pair.1[language])
    }
  }

  private func block(in language: Language) -> CellBlock {
    CellBlock(
      firstRow: 2, rowCount: rowCount,
      columns: columns.indices.map { blockColumn($0, in: language) })
  }

  private func blockColumn(_ index: Int, in language: Language) -> CellBlock.Column {
    let column = columns[index]
    return CellBlock.Column(
      column: index + 1, content: content(of: column, in: language),
      style: TemplateStyle.cell(column.column.form))
  }

  private func content(of column: Column, in language: Language) -> CellBlock.Content {
    if let formula = column.formula {
      return .formula(rowFormula(formula), values: column.cells.map(\.number))
    }
    let contents = column.cells.map { $0.content(in: language) }
    let blanks = Array(repeating: CellContent.empty, count: rowCount - contents.count)
    return .cells(contents + blanks)
  }

  /// `[Quantity]*[Unit Price]` becomes `J{r}*K{r}`.
  private func rowFormula(_ formula: String) -> RowFormula {
    var text = formula
    for (index, column) in columns.enumerated() {
      let letters = CellAddress.letters(ofColumn: index + 1)
      text = text.replacing("[\(column.column.header.english)]", with: letters + "{r}")
    }
    return RowFormula(text)
  }

  private func tablePlan(in language: Language) -> TablePlan {
    TablePlan(
      name: sheet.key,
      range: CellRange(
        CellAddress(row: 1, column: 1), CellAddress(row: rowCount + 1, column: columns.count)),
      columns: columns.map { TablePlan.Column(header: $0.column.header[language]) })
  }

  private func validation(_ index: Int, in language: Language) -> ValidationPlan? {
    let column = columns[index].column
    guard let rule = rule(of: column, in: language) else { return nil }
    let range = CellRange(
      CellAddress(row: 2, column: index + 1),
      CellAddress(row: rowCount + Self.rowsToCome + 1, column: index + 1))
    return ValidationPlan(
      range: range, rule: rule, promptTitle: column.header[language],
      prompt: column.note[language])
  }

  private func validation(_ list: CellList, in language: Language) -> ValidationPlan {
    let cell = CellAddress(row: list.row + 2, column: list.column + 1)
    return ValidationPlan(
      range: CellRange(cell, cell), rule: .list(list.words.map { $0[language] }))
  }

  /// Rows below the table that are checked as well, so that a list can grow.
  private static let rowsToCome = 1_000

  private func rule(of column: CanonicalColumn, in language: Language) -> ValidationPlan.Rule? {
    if !column.choices.isEmpty { return .list(column.choices.map { $0[language] }) }
    guard case .whole(let limits) = column.form else { return nil }
    return .whole(limits)
  }
}
