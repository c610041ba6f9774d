import FinanceModel
import SheetPlan

extension SheetBuilder {
  /// Writes a table with its header at `row`; says where it came to stand.
  @discardableResult
  mutating func table(_ given: DataTable, row: Int, column: Int = 1) -> DataTable.Place {
    var table = given
    table.columns = Self.keptApart(given.columns)
    let totalsAbove = table.totals == .above
    let place = DataTable.Place(
      headerRow: row, firstRow: row + (totalsAbove ? 2 : 1), rowCount: table.rowCount,
      firstColumn: column, columnCount: table.columns.count)
    let headers = Self.distinct(table.columns.map(\.header))
    for index in table.columns.indices {
      header(table.columns[index], headers[index], row: row, column: column + index)
      fit(&table.columns[index], column: column + index)
      noteHeader(headers[index], row: row, column: column + index)
    }
    noteTable(headerRow: row, lastRow: place.lastRow, column: column)
    edit { plan in
      plan.blocks.append(
        CellBlock(
          firstRow: place.firstRow, rowCount: table.rowCount,
          columns: table.columns.enumerated().map { index, one in
            CellBlock.Column(column: column + index, content: one.content, style: one.style)
          }))
    }
    switch table.totals {
    case .none: break
    case .above: totals(table.columns, place: place, row: row + 1)
    case .below where table.name == nil: totals(table.columns, place: place, row: place.lastRow + 1)
    case .below: break
    }
    if let name = table.name { excelTable(table, name: name, headers: headers, place: place) }
    return place
  }

  /// Texts right of figures are set in, so that the two do not touch.
  private static func keptApart(_ columns: [DataColumn]) -> [DataColumn] {
    var kept = columns
    for (before, column) in zip(columns, columns.indices.dropFirst())
    where before.headerSide == .right && columns[column].headerSide == .left {
      kept[column].style.horizontal = .left
      kept[column].style.indent = max(1, kept[column].style.indent)
    }
    return kept
  }

  private mutating func header(_ one: DataColumn, _ text: String, row: Int, column: Int) {
    let style =
      switch one.headerSide {
      case .left: styles.headerLeft.with { $0.indent = one.style.indent }
      case .center: styles.headerCentered
      case .right, .automatic: styles.header
      }
    put(.text(text), row: row, column: column, style: style, comment: one.comment)
  }

  /// Makes a column as wide as what stands in it, within its limits and as far as its first rows tell;
  /// texts that are wider are drawn smaller rather than cut by what stands beside them.
  private mutating func fit(_ one: inout DataColumn, column: Int) {
    var width = one.content.width(format: one.style.numberFormat)
    if case .sum(let value) = one.total {
      width = max(width, TextWidth.of(value, format: one.style.numberFormat) + 1)
    }
    one.style.shrinksToFit = one.content.isTexts
    width = max(width + 2, Self.headerWidth(one))
    widen(column, to: min(max(width, one.minimumWidth), one.maximumWidth))
    if one.outlineLevel > 0 {
      outline(column, level: one.outlineLevel, isFolded: one.isFolded)
    }
  }

  private mutating func totals(_ columns: [DataColumn], place: DataTable.Place, row: Int) {
    for (index, one) in columns.enumerated() {
      let column = place.firstColumn + index
      let style = styles.total(one.style)
      switch one.total {
      case .none: put(.empty, row: row, column: column, style: style)
      case .label(let text): put(.text(text), row: row, column: column, style: style)
      case .sum(let value):
        formula(
          "SUM(\(place.data(index).a1))", value: value, row: row, column: column, style: style)
      case .formula(let text, let value):
        formula(
          RowFormula(text).text(row: row), value: value, row: row, column: column, style: style)
      }
    }
  }

  private mutating func excelTable(
    _ table: DataTable, name: String, headers: [String], place: DataTable.Place
  ) {
    let hasTotals = table.totals == .below
    let plan = TablePlan(
      name: name,
      range: CellRange(
        CellAddress(row: place.headerRow, column: place.firstColumn),
        CellAddress(row: place.lastRow + (hasTotals ? 1 : 0), column: place.lastColumn)),
      columns: zip(table.columns, headers).map { one, header in
        tableColumn(one, header)
      }, hasTotalsRow: hasTotals)
    edit { $0.tables.append(plan) }
    guard hasTotals else { return }
    for (index, one) in table.columns.enumerated() {
      guard case .formula(let text, let value) = one.total else { continue }
      let row = place.lastRow + 1
      formula(
        RowFormula(text).text(row: row), value: value, row: row,
        column: place.firstColumn + index, style: styles.total(one.style))
    }
  }

  private func tableColumn(_ one: DataColumn, _ header: String) -> TablePlan.Column {
    let style = styles.total(one.style)
    return switch one.total {
    case .label(let text):
      TablePlan.Column(header: header, totals: .label(text), totalsStyle: style)
    case .sum(let value):
      TablePlan.Column(header: header, totals: .sum, totalsValue: value, totalsStyle: style)
    case .none, .formula: TablePlan.Column(header: header, totalsStyle: style)
    }
  }

  /// The headers made distinct without regard to case, as Excel tables ask for.
  private static func distinct(_ headers: [String]) -> [String] {
    var seen: Set<String> = []
    return headers.map { header in
      let base = header.isEmpty ? "–" : header
      var candidate = base
      var number = 2
      while !seen.insert(candidate.lowercased()).inserted {
        candidate = "\(base) (\(number))"
        number += 1
      }
      return candidate
    }
  }

  /// A header may wrap at its blanks, or anywhere in Chinese; above figures it is set in.
  private static func headerWidth(_ column: DataColumn) -> Double {
    let header = column.header
    let indent = column.headerSide == .right ? 1.0 : 0
    let longest = header.split(separator: " ").map { TextWidth.of($0) }.max() ?? 0
    let whole = TextWidth.of(header)
    return indent
      + (longest == whole && whole > 12 && header.utf8.count != header.count
        ? max(10, whole / 2 + 2) : max(longest, min(whole / 2, 16)) + 3)
  }
}
