import FinanceModel
import SheetPlan

/// A waterfall over a list of labels and amounts: bars that float between a low and a high end, with
/// levels that stand on the ground; what crosses zero is drawn in two pieces. A list that begins
/// with a step begins at zero.
struct Waterfall {
  /// A line of the list.
  struct Step {
    var label: String
    var value: Double
    /// Whether the amount is a level rather than a step from the one before.
    var isLevel: Bool
  }

  let steps: [Step]
  let sheet: String
  let firstRow: Int
  let labelColumn: Int
  let amountColumn: Int
  /// Nine columns of helpers begin here: level, low, high, invisible base above and below zero,
  /// levels above and below, steps above and below.
  let helperColumn: Int

  /// A bar as it is drawn.
  struct Bar {
    var level: Double
    var low: Double
    var high: Double
    var baseAbove: Double { max(0, low) }
    var baseBelow: Double { min(0, high) }
    var above: Double { max(0, high) - baseAbove }
    var below: Double { min(0, low) - baseBelow }
  }

  var bars: [Bar] {
    var level = 0.0
    return steps.map { step in
      let before = step.isLevel ? 0 : level
      level = step.isLevel ? step.value : level + step.value
      return Bar(level: level, low: min(before, level), high: max(before, level))
    }
  }

  /// Writes the helpers and the chart.
  func write(
    _ builder: inout SheetBuilder, title: String, altText: String, at cell: CellAddress,
    width: Int, height: Int
  ) {
    helpers(&builder)
    let chart = self.chart(
      title: title, altText: altText, at: cell, width: width, height: height, builder.book)
    builder.edit { $0.charts.append(chart) }
  }

  private func helpers(_ builder: inout SheetBuilder) {
    let letters = (0..<9).map { CellAddress.letters(ofColumn: helperColumn + $0) }
    let amount = CellAddress.letters(ofColumn: amountColumn)
    let style = builder.styles.helper(builder.styles.formats.money)
    for (index, bar) in bars.enumerated() {
      let row = firstRow + index
      let (level, low, high) = (letters[0], letters[1], letters[2])
      let own = "\(amount)\(row)"
      let isLevel = steps[index].isLevel
      let before = index == 0 ? "0" : "\(level)\(row - 1)"
      let formulas: [(String, Double)] = [
        (isLevel ? own : "\(before)+\(own)", bar.level),
        (isLevel ? "MIN(0,\(own))" : "MIN(\(before),\(level)\(row))", bar.low),
        (isLevel ? "MAX(0,\(own))" : "MAX(\(before),\(level)\(row))", bar.high),
        ("MAX(0,\(low)\(row))", bar.baseAbove), ("MIN(0,\(high)\(row))", bar.baseBelow),
        (isLevel ? "MAX(0,\(high)\(row))-\(letters[3])\(row)" : "0", isLevel ? bar.above : 0),
        (isLevel ? "MIN(0,\(low)\(row))-\(letters[4])\(row)" : "0", isLevel ? bar.below : 0),
        (isLevel ? "0" : "MAX(0,\(high)\(row))-\(letters[3])\(row)", isLevel ? 0 : bar.above),
        (isLevel ? "0" : "MIN(0,\(low)\(row))-\(letters[4])\(row)", isLevel ? 0 : bar.below),
      ]
      for (offset, (text, value)) in formulas.enumerated() {
        builder.put(
          text == "0" ? .number(0) : .formula(Formula(text, value: value)), row: row,
          column: helperColumn + offset, style: style)
      }
    }
  }

  private func range(_ column: Int) -> SheetRange {
    SheetRange(
      sheet: sheet,
      range: CellRange(
        CellAddress(row: firstRow, column: column),
        CellAddress(row: firstRow + steps.count - 1, column: column)))
  }

  private func chart(
    title: String, altText: String, at cell: CellAddress, width: Int, height: Int,
    _ book: ProfitBook
  ) -> ChartPlan {
    let bars = self.bars
    let series = { (name: String, offset: Int, points: [Double], color: Color?) in
      var one = ChartPlan.Series(name: name, values: range(helperColumn + offset), points: points)
      one.categories = range(labelColumn)
      one.categoryLabels = steps.map(\.label)
      one.color = color
      one.isInvisible = color == nil
      return one
    }
    let both = zip(steps, bars)
    var chart = ChartPlan(
      kind: .stackedColumn, title: title, altText: altText,
      series: [
        series(book.text("Base", "底座"), 3, bars.map(\.baseAbove), nil),
        series(book.text("Base", "底座"), 4, bars.map(\.baseBelow), nil),
        series(
          book.text("Level", "层次"), 5, both.map { $0.isLevel ? $1.above : 0 }, Palette.ink),
        series(
          book.text("Level", "层次"), 6, both.map { $0.isLevel ? $1.below : 0 }, Palette.ink),
        series(book.text("Step", "步骤"), 7, both.map { $0.isLevel ? 0 : $1.above }, Palette.sand),
        series(book.text("Step", "步骤"), 8, both.map { $0.isLevel ? 0 : $1.below }, Palette.sand),
      ], at: cell, width: width, height: height)
    chart.legend = .none
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Line", "项目")
    chart.categoryAxis.labelsAreLow = true
    return chart
  }
}
