import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The best customers and the worst, each with the way to its line of the P&L.
struct OverviewRanking {
  let parts: OverviewParts

  init(_ parts: OverviewParts) { self.parts = parts }

  private var book: ProfitBook { parts.book }
  private var styles: Styles { book.styles }

  /// Writes both lists; says the last row that they take.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let count = book.order.rankedCount
    guard count > 0 else { return row }
    let isShort = count <= 10
    let top = isShort ? count : min(20, (count + 1) / 2)
    let bottom = isShort ? 0 : min(20, count / 2)
    let word = book.objectWord.lowercased()
    sheet.heading(
      isShort
        ? book.text("All \(word)s, best first", "全部\(book.objectWord)(由高到低)")
        : book.text("Best \(top)", "前\(top)名"), row: row, columns: OverviewGrid.left)
    list(Array(1...top), row: row + 1, column: 1, &sheet)
    if bottom > 0 {
      sheet.heading(
        book.text("Last \(bottom), worst first", "后\(bottom)名(由低到高)"), row: row,
        columns: OverviewGrid.right)
      list(Array(((count - bottom + 1)...count).reversed()), row: row + 1, column: 7, &sheet)
    }
    return row + 1 + top + 1
  }

  private func list(_ ranks: [Int], row: Int, column: Int, _ sheet: inout SheetBuilder) {
    headers(row, column, &sheet)
    for (index, rank) in ranks.enumerated() {
      line(rank, row: row + 1 + index, column: column, &sheet)
    }
    guard book.hasCosts, column == 1 else { return }
    let margins = CellRange(
      CellAddress(row: row + 1, column: column + 3),
      CellAddress(row: row + ranks.count, column: column + 3))
    sheet.edit {
      $0.conditionalFormats.append(
        ConditionalFormatPlan(range: margins, rule: .dataBar(Palette.sky)))
    }
  }

  private func headers(_ row: Int, _ column: Int, _ sheet: inout SheetBuilder) {
    let labels = [
      book.text("No.", "序号"), book.objectWord, Terms.name(.netRevenue)[book.context.language],
      book.hasCosts ? book.text("Net margin", "净利润") : book.text("Share", "占比"),
      book.hasCosts ? book.text("Margin %", "净利率") : book.text("Cumulative", "累计"),
    ]
    for (offset, label) in labels.enumerated() {
      let style =
        switch offset {
        case 0: styles.headerCentered
        case 1: styles.headerLeft
        default: styles.header
        }
      sheet.label(label, row: row, column: column + offset, style: style)
    }
  }

  private func line(_ rank: Int, row: Int, column: Int, _ sheet: inout SheetBuilder) {
    let place = book.order.places[rank - 1]
    let result = book.results.customers[place]
    let key = "$\(CellAddress.letters(ofColumn: column))\(row)"
    let letters = (0...4).map { CellAddress.letters(ofColumn: column + $0) }
    sheet.put(
      .number(Double(rank)), row: row, column: column,
      style: styles.lined(styles.centered.with { $0.fontColor = Palette.slate }))
    sheet.label(
      book.displayName(place), row: row, column: column + 1,
      style: styles.lined(styles.link.with { $0.shrinksToFit = true }),
      link: .sheet(
        key: SheetKey.customers.rawValue,
        cell: CellAddress(row: ProfitLayout.firstRow + rank - 1, column: 3)))
    let revenue = book.shown(result.revenue)
    figure(
      parts.profit.lookup(.revenue, key: key), revenue, styles.money, row, column + 2, &sheet)
    if book.hasCosts {
      let margin = book.shown(result.netMargin)
      figure(
        parts.profit.lookup(.netMargin, key: key), margin, styles.money, row, column + 3, &sheet)
      figure(
        "IF(\(letters[2])\(row)>0,\(letters[3])\(row)/\(letters[2])\(row),\"\")",
        revenue > 0 ? margin / revenue : .nan, styles.percent, row, column + 4, &sheet)
    } else {
      shares(rank, revenue, row, column, letters, &sheet)
    }
  }

  private func shares(
    _ rank: Int, _ revenue: Double, _ row: Int, _ column: Int, _ letters: [String],
    _ sheet: inout SheetBuilder
  ) {
    let total = book.shown(book.results.totals.revenue)
    let sum = parts.sum(.revenue) ?? "0"
    figure(
      "IF(\(sum)>0,\(letters[2])\(row)/\(sum),\"\")", total > 0 ? revenue / total : .nan,
      styles.percent, row, column + 3, &sheet)
    let cumulative = parts.model.cumulative[rank - 1]
    figure(
      "IF(\(sum)>0,INDEX(\(parts.tiers.range(.cumulative)),\(letters[0])\(row))/\(sum),\"\")",
      total > 0 ? cumulative / total : .nan, styles.percent, row, column + 4, &sheet)
  }

  private func figure(
    _ formula: String?, _ value: Double, _ style: CellStyle, _ row: Int, _ column: Int,
    _ sheet: inout SheetBuilder
  ) {
    let content: CellContent =
      if let formula {
        .formula(Formula(formula, value: value.isFinite ? .number(value) : .text("")))
      } else {
        value.isFinite ? .number(value) : .empty
      }
    sheet.put(content, row: row, column: column, style: styles.lined(style))
  }
}
