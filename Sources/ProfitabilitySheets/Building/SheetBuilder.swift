import FinanceModel
import PluginKit
import SheetPlan

/// Puts a sheet together: title block, sections, tables, and the column widths that their contents
/// ask for.
struct SheetBuilder {
  let book: ProfitBook
  private(set) var plan: SheetPlan
  private var widths: [Int: Double] = [:]
  private var outlines: [Int: Int] = [:]
  private var folded: Set<Int> = []
  /// Header rows and what stands in them, to be made as high as their texts once widths are known.
  private var headerTexts: [Int: [(column: Int, text: String)]] = [:]
  private var tables: [(headerRow: Int, lastRow: Int, column: Int)] = []

  init(_ book: ProfitBook, sheet: SheetKey) {
    self.book = book
    plan = SheetPlan(key: sheet.rawValue, name: book.name(of: sheet))
    plan.tabColor = Palette.blue
  }

  var styles: Styles { book.styles }
  var context: SheetContext { book.context }

  /// The text in the sheet's language.
  func text(_ english: String, _ chinese: String) -> String { context.text(english, chinese) }

  // MARK: Cells

  mutating func put(
    _ content: CellContent, row: Int, column: Int, style: CellStyle, link: LinkTarget? = nil,
    comment: String? = nil
  ) {
    plan.cells.append(
      PlannedCell(
        at: CellAddress(row: row, column: column), content: content, style: style,
        link: link.flatMap { book.reachable($0) }, comment: comment))
  }

  /// A text that does not widen its column: titles and sentences run over their neighbours.
  mutating func label(
    _ text: String, row: Int, column: Int, style: CellStyle, link: LinkTarget? = nil
  ) {
    put(.text(text), row: row, column: column, style: style, link: link)
  }

  /// A text that its column must be wide enough for.
  mutating func entry(
    _ text: String, row: Int, column: Int, style: CellStyle, link: LinkTarget? = nil
  ) {
    put(.text(text), row: row, column: column, style: style, link: link)
    widen(column, to: TextWidth.ofWidestLine(text) + 2)
  }

  mutating func number(_ value: Double, row: Int, column: Int, style: CellStyle) {
    guard value.isFinite else {
      return put(.empty, row: row, column: column, style: style)
    }
    put(.number(value), row: row, column: column, style: style)
    widen(column, to: TextWidth.of(value, format: style.numberFormat) + 1.5)
  }

  /// A live figure.
  mutating func formula(
    _ text: String, value: Double?, row: Int, column: Int, style: CellStyle,
    link: LinkTarget? = nil
  ) {
    let cached = value.flatMap { $0.isFinite ? $0 : nil }
    put(
      .formula(Formula(text, value: cached.map { .number($0) } ?? .text(""))), row: row,
      column: column, style: style, link: link)
    widen(column, to: TextWidth.of(cached ?? 0, format: style.numberFormat) + 1.5)
  }

  /// A live text.
  mutating func textFormula(
    _ text: String, value: String, row: Int, column: Int, style: CellStyle,
    link: LinkTarget? = nil
  ) {
    put(
      .formula(Formula(text, value: .text(value))), row: row, column: column, style: style,
      link: link)
  }

  /// Fills a stretch of a row with a style, so that headings run through.
  mutating func band(row: Int, columns: ClosedRange<Int>, style: CellStyle) {
    for column in columns { put(.empty, row: row, column: column, style: style) }
  }

  /// Makes one cell of a stretch of a row.
  mutating func merge(row: Int, columns: ClosedRange<Int>) {
    plan.merges.append(
      CellRange(
        CellAddress(row: row, column: columns.lowerBound),
        CellAddress(row: row, column: columns.upperBound)))
  }

  /// The workbook text over a whole stretch of columns, wrapped; height follows the text.
  mutating func paragraph(
    _ text: String, row: Int, columns: ClosedRange<Int>, width: Double, style: CellStyle? = nil
  ) {
    put(.text(text), row: row, column: columns.lowerBound, style: style ?? styles.wrappedNote)
    merge(row: row, columns: columns)
    plan.rows[row, default: RowPlan()].height =
      max(15, Double(TextWidth.lines(text, in: width)) * 15 + 2)
  }

  // MARK: Frame

  /// Title, what the figures are of, what the sheet says, and the way back; content starts at row 6.
  mutating func title(_ title: String, says sentence: String) {
    label(title, row: 1, column: 1, style: styles.title)
    plan.rows[1] = RowPlan(height: 26)
    label(book.subtitle, row: 2, column: 1, style: styles.subtitle)
    label(sentence, row: 3, column: 1, style: styles.note)
    if plan.key != SheetKey.overview.rawValue, book.name(ifWritten: .overview) != nil {
      label(
        "← " + book.name(of: .overview), row: 4, column: 1, style: styles.link,
        link: .sheet(key: SheetKey.overview.rawValue, cell: CellAddress(row: 1, column: 1)))
    }
  }

  /// A section's heading with a rule under it.
  mutating func heading(_ text: String, row: Int, columns: ClosedRange<Int>) {
    band(row: row, columns: columns, style: styles.heading)
    label(text, row: row, column: columns.lowerBound, style: styles.heading)
    plan.rows[row, default: RowPlan()].height = 20
  }

  // MARK: Columns

  mutating func widen(_ column: Int, to width: Double) {
    widths[column] = max(widths[column] ?? 0, min(width, 60))
  }

  mutating func fix(_ column: Int, at width: Double) { widths[column] = width }

  mutating func outline(_ column: Int, level: Int, isFolded: Bool) {
    outlines[column] = level
    if isFolded { folded.insert(column) }
  }

  /// Notes a header text, which may wrap.
  mutating func noteHeader(_ text: String, row: Int, column: Int) {
    headerTexts[row, default: []].append((column, text))
  }

  /// Notes where a table stands.
  mutating func noteTable(headerRow: Int, lastRow: Int, column: Int) {
    tables.append((headerRow, lastRow, column))
  }

  /// Shorter tables seldom break over a page.
  private static let rowsWorthAHeader = 10

  /// Adds to the plan what has no shorthand.
  mutating func edit(_ change: (inout SheetPlan) -> Void) { change(&plan) }

  /// The plan with its column widths.
  func finished() -> SheetPlan {
    var finished = plan
    let columns = Set(widths.keys).union(outlines.keys).sorted()
    finished.columns = columns.map { column in
      ColumnPlan(
        column: column, width: max(4, widths[column] ?? 9), isHidden: folded.contains(column),
        outlineLevel: outlines[column] ?? 0)
    }
    for (row, texts) in headerTexts {
      let lines = texts.map { TextWidth.lines($0.text, in: max(4, (widths[$0.column] ?? 9) - 2.5)) }
      finished.rows[row, default: RowPlan()].height = Double(min(lines.max() ?? 1, 4)) * 15 + 6
    }
    let area = finished.print.area ?? usedArea
    finished.print.area = area
    if finished.print.repeatedRows == nil, let table = lowestTable(in: area),
      table.lastRow - table.headerRow >= Self.rowsWorthAHeader
    {
      finished.print.repeatedRows = table.headerRow...table.headerRow
    }
    if fitsOnePage(area, rows: finished.rows) { finished.print.isOnePage = true }
    return finished
  }

  /// Points of an A4 sheet on its side within its margins.
  private static let page = (width: 784.0, height: 508.0)
  /// What is no more than this is made to fit on one page: a smaller print is easier to read than a
  /// chart cut in two, or six rows alone on a second page.
  private static let squeezablePages = 1.6
  /// Below it, letters of eleven points are hard to read on paper.
  private static let smallestScale = 0.5

  /// Whether an area that is fitted in width takes a page, or little enough more to be squeezed.
  private func fitsOnePage(_ area: CellRange, rows: [Int: RowPlan]) -> Bool {
    let width = (area.first.column...area.last.column).reduce(0.0) { width, column in
      folded.contains(column) ? width : width + (max(4, widths[column] ?? 8.4) * 7 + 5) * 0.75
    }
    let height = rows.reduce(Double(area.rowCount) * 15) { height, row in
      let isPrinted = (area.first.row...area.last.row).contains(row.key)
      return height + (isPrinted ? (row.value.height ?? 15) - 15 : 0)
    }
    let scale = min(1, Self.page.width / width)
    let pages = height * scale / Self.page.height
    return pages <= 1 || pages <= Self.squeezablePages && scale / pages >= Self.smallestScale
  }

  /// The printed table that reaches furthest down: its header is printed again on every page that
  /// it runs on to.
  private func lowestTable(in area: CellRange) -> (headerRow: Int, lastRow: Int)? {
    let printed = tables.filter { $0.column <= area.last.column }
    return printed.max { $0.lastRow < $1.lastRow }.map { ($0.headerRow, $0.lastRow) }
  }

  /// From the first cell to the last that anything stands in or runs over.
  private var usedArea: CellRange {
    var row = 1
    var column = 1
    for cell in plan.cells {
      row = max(row, cell.at.row)
      column = max(column, cell.at.column)
    }
    for cell in lastOfEachRow() { column = max(column, lastColumn(of: cell)) }
    for block in plan.blocks {
      row = max(row, block.firstRow + block.rowCount - 1)
      for one in block.columns { column = max(column, one.column) }
    }
    for table in plan.tables { row = max(row, table.range.last.row) }
    for chart in plan.charts {
      row = max(row, lastRow(of: chart))
      column = max(column, lastColumn(of: chart))
    }
    return CellRange(
      CellAddress(row: 1, column: 1),
      CellAddress(
        row: min(row, CellAddress.lastRow), column: min(column, CellAddress.lastColumn)))
  }

  /// The rightmost cell of each row, the column by column blocks aside.
  private func lastOfEachRow() -> some Collection<PlannedCell> {
    var last: [Int: PlannedCell] = [:]
    for cell in plan.cells where cell.at.column >= last[cell.at.row]?.at.column ?? 0 {
      last[cell.at.row] = cell
    }
    return last.values
  }

  /// The column that a cell's text runs as far as, where it does not wrap.
  private func lastColumn(of cell: PlannedCell) -> Int {
    let text: String? =
      switch cell.content {
      case .text(let text): text
      case .formula(let formula): if case .text(let text) = formula.value { text } else { nil }
      default: nil
      }
    guard let text, !cell.style.wraps else { return cell.at.column }
    let size = (cell.style.fontSize ?? 11) / 11
    return lastColumn(from: cell.at.column, pixels: TextWidth.of(text) * 6 * size)
  }

  /// Puts charts beside one another from a cell on, each clear of the one before; to be called when
  /// the columns have their widths.
  mutating func placeSideBySide(_ charts: [ChartPlan], from cell: CellAddress) {
    var column = cell.column
    for one in charts {
      var chart = one
      chart.at = CellAddress(row: cell.row, column: column)
      plan.charts.append(chart)
      column = lastColumn(of: chart) + 1
    }
  }

  /// The column after a chart's right edge.
  func lastColumn(of chart: ChartPlan) -> Int {
    lastColumn(from: chart.at.column, pixels: Double(chart.width)) + 1
  }

  /// The column that so many pixels from a column's left edge end in; a character is seven.
  private func lastColumn(from first: Int, pixels: Double) -> Int {
    var column = first
    var rest = pixels
    while column < CellAddress.lastColumn {
      if !folded.contains(column) { rest -= max(4, widths[column] ?? 8.4) * 7 + 5 }
      if rest <= 0 { return column }
      column += 1
    }
    return column
  }

  /// The row that a chart's lower edge reaches; a point is four thirds of a pixel.
  private func lastRow(of chart: ChartPlan) -> Int {
    var row = chart.at.row
    var rest = Double(chart.height)
    while rest > 0, row < CellAddress.lastRow {
      rest -= (plan.rows[row]?.height ?? 15) * 4 / 3
      row += 1
    }
    return row
  }
}
