import FinanceModel
import SheetPlan

/// A label with its figure, as the lists at the top of the analysis sheets have them.
struct ListedFigure {
  var label: String
  /// Nil for a plain value.
  var formula: String?
  /// Nil leaves the cell empty.
  var value: Double?
  var style: CellStyle
  var note = ""

  init(
    _ label: String, _ value: Double?, _ style: CellStyle, formula: String? = nil, note: String = ""
  ) {
    self.label = label
    self.value = value
    self.style = style
    self.formula = formula
    self.note = note
  }
}

extension SheetBuilder {
  /// The column that the figures of a list stand in.
  static var figureColumn: Int { 4 }

  /// The cell of the figure at that place, from 0, of a list whose heading is at `row`.
  static func figureCell(_ index: Int, listAt row: Int) -> String { "$D$\(row + 1 + index)" }

  /// Writes a heading and under it label, figure and note of each; says the last row.
  @discardableResult
  mutating func figures(
    _ title: String, _ figures: [ListedFigure], row: Int, columns: ClosedRange<Int> = 1...5
  ) -> Int {
    heading(title, row: row, columns: columns)
    for (index, figure) in figures.enumerated() {
      let line = row + 1 + index
      entry(figure.label, row: line, column: 3, style: styles.label)
      let style = styles.lined(figure.style)
      if let formula = figure.formula {
        self.formula(
          formula, value: figure.value, row: line, column: Self.figureColumn, style: style)
      } else {
        number(figure.value ?? .nan, row: line, column: Self.figureColumn, style: style)
      }
      if !figure.note.isEmpty {
        label(figure.note, row: line, column: 5, style: styles.remark)
      }
    }
    return row + figures.count
  }

  /// A text in a list: label and word.
  mutating func word(_ label: String, _ word: String, row: Int) {
    entry(label, row: row, column: 3, style: styles.label)
    self.label(word, row: row, column: Self.figureColumn, style: styles.text)
  }
}

extension ChartPlan.Series {
  /// A series over cells of a sheet with its categories.
  init(
    _ name: String, values: SheetRange, points: [Double], categories: SheetRange,
    labels: [String], color: Color
  ) {
    self.init(name: name, values: values, points: points)
    self.categories = categories
    categoryLabels = labels
    self.color = color
  }
}

extension DataTable.Place {
  /// A column's data as a range of a sheet.
  func cells(_ index: Int, of sheet: String) -> SheetRange {
    SheetRange(sheet: sheet, range: data(index))
  }

  /// The same within its sheet, absolute.
  func local(_ index: Int) -> String { data(index).absoluteA1 }
}
