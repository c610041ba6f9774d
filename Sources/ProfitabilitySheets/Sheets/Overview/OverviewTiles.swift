import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The eight figures at the top and the sentence under them.
struct OverviewTiles {
  let parts: OverviewParts
  let statement: OverviewStatement
  let curve: OverviewCurve

  init(_ parts: OverviewParts, statement: OverviewStatement, curve: OverviewCurve) {
    self.parts = parts
    self.statement = statement
    self.curve = curve
  }

  private var book: ProfitBook { parts.book }
  private var styles: Styles { book.styles }

  private struct Tile {
    var label: String
    var formula: String
    var value: Double?
    var format: String
    /// A second figure in a sentence: what stands before it, formula, value, format code.
    var note: (formula: String, value: String)?
  }

  private static let places: [ClosedRange<Int>] = [1...2, 3...5, 7...8, 9...11]

  func write(_ sheet: inout SheetBuilder) {
    let tiles = book.hasCosts ? profitTiles : revenueTiles
    for (index, tile) in tiles.prefix(8).enumerated() {
      write(tile, row: index < 4 ? 5 : 9, columns: Self.places[index % 4], &sheet)
    }
    for row in [5, 9] { sheet.edit { $0.rows[row] = RowPlan(height: 16) } }
    sheet.edit { $0.rows[8] = RowPlan(height: 8) }
    for row in [6, 10] { sheet.edit { $0.rows[row] = RowPlan(height: 28) } }
    sentence(&sheet)
    if tiles.count <= 4 { closeGap(&sheet) }
  }

  /// Rows of tiles and sentence that there are none for are as good as closed.
  private func closeGap(_ sheet: inout SheetBuilder) {
    sheet.edit { plan in
      let used = Set(plan.cells.lazy.map(\.at.row))
      for row in 9..<OverviewGrid.statementRow where !used.contains(row) {
        plan.rows[row] = RowPlan(height: 3)
      }
    }
  }

  private func write(
    _ tile: Tile, row: Int, columns: ClosedRange<Int>, _ sheet: inout SheetBuilder
  ) {
    let base = CellStyle().with {
      $0.fill = Palette.mist
      $0.horizontal = .left
      $0.isVerticallyCentered = true
      $0.indent = 1
    }
    let first = columns.lowerBound
    for offset in 0...2 { sheet.band(row: row + offset, columns: columns, style: base) }
    sheet.label(
      tile.label, row: row, column: first, style: base.with { $0.fontColor = Palette.slate })
    let value = base.with {
      $0.numberFormat = tile.format
      $0.isBold = true
      $0.fontSize = 18
      $0.fontColor = Palette.ink
    }
    sheet.put(
      .formula(
        Formula(tile.formula, value: tile.value.map { .number($0) } ?? .text(""))), row: row + 1,
      column: first, style: value)
    if let note = tile.note {
      sheet.textFormula(
        note.formula, value: note.value, row: row + 2, column: first,
        style: base.with { $0.fontColor = Palette.slate })
    }
    for offset in 0...2 { sheet.merge(row: row + offset, columns: first...columns.upperBound) }
  }

  // MARK: Figures

  private func line(_ label: String) -> (String, Double)? {
    statement.lines.firstIndex { $0.label == label }.map {
      (statement.amountCell($0), statement.lines[$0].value)
    }
  }

  private var revenue: (String, Double) {
    line(Terms.name(.netRevenue)[book.context.language]) ?? ("0", 0)
  }

  private func share(_ cell: String, _ value: Double, _ of: String, _ prefix: String = "") -> (
    formula: String, value: String
  ) {
    let whole = revenue
    let ratio = whole.1 > 0 ? value / whole.1 : 0
    return (
      "\(prefix.isEmpty ? "" : "\(prefix.quotedForFormula)&")IF(\(whole.0)>0,TEXT(\(cell)/\(whole.0),\"0.0%\"),\"–\")&\(of.quotedForFormula)",
      prefix + (whole.1 > 0 ? PercentText.one(ratio) : "–") + of
    )
  }

  private var profitTiles: [Tile] {
    let money = styles.formats.wholeMoney
    let totals = book.results.totals
    let ofRevenue = book.text(" of revenue", " 占收入")
    var tiles: [Tile] = []
    tiles.append(
      Tile(
        label: Terms.name(.netRevenue)[book.context.language], formula: revenue.0,
        value: revenue.1, format: money, note: customersNote))
    if let gross = line(book.text("CM1 gross margin", "边际一(毛利)")) {
      tiles.append(
        Tile(
          label: book.text("Gross margin", "毛利"), formula: gross.0, value: gross.1,
          format: money, note: share(gross.0, gross.1, ofRevenue)))
    }
    if let serve = line(book.text("Cost-to-serve", "服务成本")) {
      tiles.append(
        Tile(
          label: book.text("Cost-to-serve", "服务成本"), formula: "-\(serve.0)",
          value: -serve.1, format: money, note: share("-\(serve.0)", -serve.1, ofRevenue)))
    }
    let net = parts.sum(.netMargin) ?? "0"
    tiles.append(
      Tile(
        label: book.text("Net margin", "净利润"), formula: net,
        value: book.shown(totals.netMargin), format: money,
        note: share(net, book.shown(totals.netMargin), ofRevenue)))
    tiles.append(contentsOf: [lossMakers, peak, top].compactMap { $0 })
    if let profit = line(book.text("Operating profit", "营业利润")) {
      tiles.append(
        Tile(
          label: book.text("Operating profit", "营业利润"), formula: profit.0, value: profit.1,
          format: money, note: share(profit.0, profit.1, ofRevenue)))
    }
    return tiles
  }

  private var customersNote: (formula: String, value: String) {
    let count = book.order.rankedCount
    let word = book.objectWord.lowercased()
    let text = book.text(" \(word)\(count == 1 ? "" : "s")", "个\(word)")
    return (
      "COUNT(\(parts.tiers.range(.basis)))&\(text.quotedForFormula)", "\(count)\(text)"
    )
  }

  private var lossMakers: Tile? {
    guard parts.profit.range(.netMargin) != nil else { return nil }
    let list = parts.tiers.range(.basis)
    let losses = parts.model.basis.filter { $0 < 0 }
    let sum = losses.reduce(0, +)
    let code = "#,##0"
    let words = book.text("they give back ", "合计侵蚀利润 ")
    let nobody = book.text("nobody loses money", "没有亏损客户")
    return Tile(
      label: book.text("Loss-making \(book.objectWord.lowercased())s", "亏损\(book.objectWord)数"),
      formula: "COUNTIF(\(list),\"<0\")", value: Double(losses.count), format: "#,##0",
      note: (
        "IF(COUNTIF(\(list),\"<0\")=0,\(nobody.quotedForFormula),"
          + "\(words.quotedForFormula)&TEXT(-SUMIF(\(list),\"<0\"),\"\(code)\"))",
        losses.isEmpty ? nobody : words + PercentText.grouped(-sum)
      ))
  }

  private var peak: Tile? {
    guard let found = curve.peak, parts.model.basis.contains(where: { $0 < 0 }) else { return nil }
    let text = book.text(" of the final margin, then losses", " 相对最终利润，之后被亏损侵蚀")
    return Tile(
      label: book.text("Peak of the whale curve", "鲸鱼曲线峰值"), formula: found.formula,
      value: found.value, format: "0%", note: (text.trimmed.quotedForFormula, text.trimmed))
  }

  /// What the best fifth contributes.
  private var top: Tile? {
    let count = parts.model.basis.count
    guard count >= 5, let final = parts.model.cumulative.last, final > 0 else { return nil }
    let best = Int((Double(count) * 0.2).rounded(.up))
    let range = parts.tiers.range(.cumulative)
    let words =
      book.hasCosts
      ? book.text("of margin from the best 20%", "利润来自前20%")
      : book.text("of revenue from the best 20%", "收入来自前20%")
    return Tile(
      label: book.text("Best fifth", "前五分之一"),
      formula: "INDEX(\(range),\(best))/INDEX(\(range),\(count))",
      value: parts.model.cumulative[best - 1] / final, format: "0%",
      note: (words.quotedForFormula, words))
  }

  private var revenueTiles: [Tile] {
    let money = styles.formats.wholeMoney
    let count = Double(max(1, book.order.rankedCount))
    let average = Tile(
      label: book.text("Revenue each", "户均收入"),
      formula: "\(revenue.0)/\(max(1, book.order.rankedCount))", value: revenue.1 / count,
      format: styles.formats.money)
    let returns = parts.sum(.returns).map {
      Tile(
        label: Terms.name(.returns)[book.context.language], formula: $0,
        value: book.shown(book.results.totals.returns), format: money,
        note: share(
          $0, book.shown(book.results.totals.returns), book.text(" of net revenue", " 占净销售额")))
    }
    let first = Tile(
      label: Terms.name(.netRevenue)[book.context.language], formula: revenue.0, value: revenue.1,
      format: money, note: customersNote)
    return [first, average, top, returns].compactMap { $0 }
  }

  // MARK: Sentence

  private func sentence(_ sheet: inout SheetBuilder) {
    guard book.hasCosts, let found = curve.peak, parts.model.basis.contains(where: { $0 < 0 })
    else {
      return
    }
    let list = parts.tiers.range(.basis)
    let gainers = parts.model.basis.count { $0 > 0 }
    let losers = parts.model.basis.count { $0 < 0 }
    let words =
      book.context.language == .chinese
      ? ["", "个盈利\(book.objectWord)创造了最终利润的 ", "，另有 ", " 个亏损，把多出的部分又吃掉了。"]
      : [
        "", " profitable \(book.objectWord.lowercased())s earn ",
        " of the final margin; what is lost on ", " more takes it back to 100%.",
      ]
    let formula =
      "COUNTIF(\(list),\">0\")&\(words[1].quotedForFormula)&TEXT(\(found.formula),\"0%\")"
      + "&\(words[2].quotedForFormula)&COUNTIF(\(list),\"<0\")&\(words[3].quotedForFormula)"
    let text =
      "\(gainers)\(words[1])\(PercentText.whole(found.value))\(words[2])\(losers)\(words[3])"
    sheet.textFormula(
      formula, value: text, row: 13, column: 1,
      style: CellStyle().with {
        $0.isBold = true
        $0.fontSize = 12
        $0.fontColor = Palette.blue
      })
  }
}

/// The texts that TEXT gives.
enum PercentText {
  /// `12.5%`.
  static func one(_ ratio: Double) -> String {
    let tenths = (ratio.magnitude * 1000).rounded(.toNearestOrAwayFromZero)
    let sign = ratio < 0 && tenths > 0 ? "-" : ""
    guard tenths < 1e15 else { return "" }
    let whole = Int(tenths)
    return "\(sign)\(whole / 10).\(whole % 10)%"
  }

  /// `13%`.
  static func whole(_ ratio: Double) -> String {
    let percent = (ratio.magnitude * 100).rounded(.toNearestOrAwayFromZero)
    guard percent < 1e15 else { return "" }
    return "\(ratio < 0 && percent > 0 ? "-" : "")\(Int(percent))%"
  }

  /// `1,234`.
  static func grouped(_ value: Double) -> String {
    let rounded = value.magnitude.rounded(.toNearestOrAwayFromZero)
    guard rounded < 1e15 else { return "" }
    var digits = Array(String(Int(rounded)))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return (value < 0 && rounded > 0 ? "-" : "") + String(digits)
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
