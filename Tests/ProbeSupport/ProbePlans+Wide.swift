import FinanceModel
public import SheetPlan

extension ProbePlans {
  /// One table of 25 columns, as the customers' sheet of a large workbook has them: two of text,
  /// ten of values with cents, ten of formulas, three of shares with all their digits.
  public static func wide(rows: Int) -> SheetPlan {
    var plan = SheetPlan(key: "probe-wide", name: "Wide")
    let places = (0..<rows).map { $0 }
    var columns = [
      CellBlock.Column(
        column: 1, content: .texts(places.map { "C-\(100_000 + $0)" }), style: .plain),
      CellBlock.Column(
        column: 2, content: .texts(places.map { "Customer 客户 \($0) & Sons" }), style: .plain),
    ]
    for column in 3...12 {
      let values = places.map { Double(($0 * 7919 + column * 104_729) % 100_000_000) / 100 }
      columns.append(
        CellBlock.Column(column: column, content: .numbers(values), style: money))
    }
    for column in 13...22 {
      let letters = CellAddress.letters(ofColumn: column - 10)
      let values = places.map {
        Double(($0 * 7919 + (column - 10) * 104_729) % 100_000_000) / 100 * 2
      }
      columns.append(
        CellBlock.Column(
          column: column,
          content: .formula(RowFormula("\(letters){r}+\(letters){r}"), values: values),
          style: money))
    }
    for column in 23...25 {
      let values = places.map { Double($0 + column) / 700_001 }
      columns.append(
        CellBlock.Column(
          column: column,
          content: .formula(RowFormula("(ROW(A{r})+\(column - 2))/700001"), values: values),
          style: share))
    }
    plan.blocks = [CellBlock(firstRow: 2, rowCount: rows, columns: columns)]
    return plan
  }
}
