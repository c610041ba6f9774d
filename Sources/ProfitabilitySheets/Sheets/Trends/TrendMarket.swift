import CostingCore
import FinanceModel
import SheetPlan

/// Own sales against the market's, period by period and part by part.
struct TrendMarket {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  private var styles: Styles { book.styles }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard let market = book.results.analytics.market else { return row - 2 }
    sheet.heading(share, row: row, columns: 1...9)
    let place = periods(market, &sheet, row: row + 1)
    var last = market.periods.isEmpty ? place.headerRow : place.lastRow
    if let overall = market.overall {
      last += 1
      self.overall(overall, market, place, &sheet, row: last)
    }
    if let below = chart(market, place, &sheet) { last = max(last, below) }
    guard !market.segments.isEmpty else { return last }
    return segments(market.segments, &sheet, row: last + 2).lastRow
  }

  private var own: String { book.text("Own sales", "本公司销售额") }
  private var size: String { book.text("Market sales", "市场规模") }
  private var share: String { book.text("Market share", "市场占有率") }

  private func money(_ amount: Amount?) -> Double { amount.map { book.shown($0) } ?? .nan }

  /// The share of a row as the quotient of its two figures; as given where it was not worked out.
  private func shareCell(_ line: MarketResult.Line, row: Int) -> CellContent {
    book.content(line.share == nil ? nil : Self.quotient(row), line.shownShare ?? .nan)
  }

  private static func quotient(_ row: Int) -> String { "IF(D\(row)>0,C\(row)/D\(row),\"\")" }

  // MARK: Periods

  private func periods(
    _ market: MarketResult, _ sheet: inout SheetBuilder, row: Int
  ) -> DataTable.Place {
    let lines = market.periods
    let rows = lines.indices.map { row + 1 + $0 }
    let changes = zip(lines, rows).map { line, row in
      book.content(
        "IF(COUNT(E\(row - 1):E\(row))=2,(E\(row)-E\(row - 1))*100,\"\")",
        line.change.map { $0 * 100 } ?? .nan)
    }
    var columns = [
      DataColumn(
        book.text("Period", "期间"), .texts(lines.map { $0.period?.name ?? "" }), styles.text),
      DataColumn(own, .numbers(lines.map { money($0.ownSales) }), styles.money),
      DataColumn(
        size,
        .cells(lines.map { book.content(book.formula($0.source), money($0.marketSales)) }),
        styles.money),
      DataColumn(share, .cells(zip(lines, rows).map { shareCell($0, row: $1) }), styles.percent),
      DataColumn(
        book.text("Change, points", "变动(百分点)"), .cells(changes),
        styles.number("0.00;[Red]-0.00;0.00")),
    ]
    if hasGiven(market) {
      columns.append(
        DataColumn(
          book.text("As given", "给定值"), .numbers(lines.map { $0.shareGiven ?? .nan }),
          styles.percent))
    }
    columns.append(
      DataColumn(book.text("Remark", "备注"), .texts(lines.map { remark($0) }), styles.text)
        .with { $0.maximumWidth = 12 })
    return sheet.table(
      DataTable(columns: columns, rowCount: lines.count), row: row, column: 2)
  }

  /// Whether a share is given where one is worked out as well.
  private func hasGiven(_ market: MarketResult) -> Bool {
    (market.periods + [market.overall].compactMap { $0 }).contains {
      $0.shareGiven != nil && $0.marketSales != nil
    }
  }

  /// Why a period has no share, or whose it is; empty where it was worked out.
  private func remark(_ line: MarketResult.Line) -> String {
    let months = line.period?.grain.months ?? 0
    if line.marketSales == nil {
      return line.shareGiven == nil
        ? book.text("no market figure", "无市场数据") : book.text("share as given", "占有率为给定值")
    }
    if line.ownSales == nil { return book.text("no own sales", "无本公司销售") }
    if line.monthsCovered < months {
      return book.text(
        "own sales of \(line.monthsCovered) of \(months) whole months",
        "\(months)个月中仅\(line.monthsCovered)个月的销售完整")
    }
    if let part = line.partsMissing.first {
      let names = line.partsMissing.count > 1 ? "\(part) …" : part
      return book.text("no market figure for \(names)", "缺少 \(names) 的市场数据")
    }
    guard let elsewhere = line.ownElsewhere else {
      return book.text("own sales of these products are not known", "这些产品的销售额未知")
    }
    if !elsewhere.isZero, line.share != nil {
      return book.text("sales in other parts left out", "不含其他区域或产品的销售")
    }
    return line.share == nil ? book.text("market not above zero", "市场规模不大于零") : ""
  }

  /// The whole period: the sum of the periods that its share is of, or the market's own figure.
  private func overall(
    _ line: MarketResult.Line, _ market: MarketResult, _ place: DataTable.Place,
    _ sheet: inout SheetBuilder, row: Int
  ) {
    let parts = market.overallPeriods.map { place.firstRow + $0 }
    let sum = { (column: String) -> String? in
      parts.isEmpty || parts.count > 200
        ? nil : parts.map { "\(column)\($0)" }.joined(separator: "+")
    }
    let label = book.text("Period of the analysis", "分析期")
    sheet.band(row: row, columns: 2...place.lastColumn, style: styles.total(styles.text))
    sheet.label(label, row: row, column: 2, style: styles.total(styles.text))
    let cells: [(CellContent, CellStyle)] = [
      (book.content(sum("C"), money(line.ownSales)), styles.money),
      (book.content(sum("D") ?? book.formula(line.source), money(line.marketSales)), styles.money),
      (shareCell(line, row: row), styles.percent),
    ]
    for (index, (content, style)) in cells.enumerated() {
      sheet.put(content, row: row, column: 3 + index, style: styles.total(style))
    }
    guard hasGiven(market), let given = line.shareGiven else { return }
    sheet.put(.number(given), row: row, column: 7, style: styles.total(styles.percent))
  }

  /// A line of the shares where more than two periods of one length in a row have one; says the row
  /// below.
  private func chart(
    _ market: MarketResult, _ place: DataTable.Place, _ sheet: inout SheetBuilder
  ) -> Int? {
    guard let run = longestRun(market.periods), run.count > 2 else { return nil }
    let lines = market.periods[run]
    let name = book.name(of: .trends)
    let cells = { (index: Int) -> SheetRange in
      let column = place.firstColumn + index
      return SheetRange(
        sheet: name,
        range: CellRange(
          CellAddress(row: place.firstRow + run.lowerBound, column: column),
          CellAddress(row: place.firstRow + run.upperBound - 1, column: column)))
    }
    var series = ChartPlan.Series(
      share, values: cells(3), points: lines.map { $0.shownShare ?? 0 }, categories: cells(0),
      labels: lines.map { $0.period?.name ?? "" }, color: Palette.blue)
    series.hasMarkers = true
    var chart = ChartPlan(
      kind: .line, title: book.text("Market share by period", "各期市场占有率"),
      altText: book.text("Line of own sales over the market's.", "销售额占市场规模的折线。"),
      series: [series],
      // Clear of the remarks, which run on over the columns behind theirs.
      at: CellAddress(row: place.headerRow, column: place.lastColumn + 4), width: 520, height: 280)
    chart.legend = .none
    chart.valueAxis.numberFormat = "0.0%"
    chart.valueAxis.title = share
    chart.valueAxis.minimum = 0
    chart.categoryAxis.title = book.text("Period", "期间")
    sheet.edit { $0.charts.append(chart) }
    return place.headerRow + 15
  }

  /// The places of the most periods of one length in a row that have a share; nil without any.
  private func longestRun(_ lines: [MarketResult.Line]) -> Range<Int>? {
    var longest: Range<Int>?
    var first = 0
    for (place, line) in lines.enumerated() {
      guard line.shownShare != nil else {
        first = place + 1
        continue
      }
      if line.period?.grain != lines[first].period?.grain { first = place }
      if place + 1 - first > longest?.count ?? 0 { longest = first..<(place + 1) }
    }
    return longest
  }

  // MARK: Parts

  private func segments(
    _ segments: [MarketResult.Segment], _ sheet: inout SheetBuilder, row: Int
  ) -> DataTable.Place {
    let rows = segments.indices.map { row + 1 + $0 }
    let dimensions = Set(segments.map(\.segment.dimension))
    let title =
      dimensions == [.region]
      ? book.text("Region", "区域")
      : dimensions == [.product] ? book.text("Product", "产品") : book.text("Part", "细分")
    let shares = zip(segments, rows).map { segment, row in
      book.content(Self.quotient(row), segment.share ?? .nan)
    }
    return sheet.table(
      DataTable(
        columns: [
          DataColumn(title, .texts(segments.map(\.segment.name)), styles.text),
          DataColumn(own, .numbers(segments.map { money($0.ownSales) }), styles.money),
          DataColumn(
            size,
            .cells(segments.map { book.content(book.formula($0.source), money($0.marketSales)) }),
            styles.money),
          DataColumn(share, .cells(shares), styles.percent),
        ], rowCount: segments.count), row: row, column: 2)
  }
}
