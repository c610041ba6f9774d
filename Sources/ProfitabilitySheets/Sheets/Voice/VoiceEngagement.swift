import CostingCore
import FinanceModel
import SheetPlan

/// How often customers are in touch: the kinds with their weights, and their run over the months.
struct VoiceEngagement {
  let book: ProfitBook
  let result: EngagementResult

  /// Kinds with a column of their own; the others share one.
  private static let columnLimit = 12

  private var styles: Styles { book.styles }
  private var source: SourceFormulas { SourceFormulas(.interactions, book) }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let last = kinds(&sheet, row: row).lastRow
    guard let trend = result.trend else { return last }
    return months(trend, &sheet, row: last + 2)
  }

  private func kinds(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    sheet.heading(
      book.text("Engagement by kind of interaction", "互动类型与权重"), row: row, columns: 1...8)
    let kinds = Array(result.kinds.prefix(50))
    return sheet.table(
      DataTable(
        columns: [
          DataColumn(book.text("Kind", "互动类型"), .texts(kinds.map(\.name)), styles.text),
          DataColumn(book.text("Weight", "权重"), .numbers(kinds.map(\.weight)), styles.share),
          DataColumn(
            book.text("Interactions", "互动次数"), .numbers(kinds.map(\.total.doubleValue)),
            styles.quantity),
          DataColumn(book.text("Least", "最少"), .numbers(kinds.map(\.least)), styles.quantity),
          DataColumn(book.text("Most", "最多"), .numbers(kinds.map(\.most)), styles.quantity),
        ], rowCount: kinds.count), row: row + 1, column: 3)
  }

  // MARK: Months

  private func months(
    _ trend: EngagementResult.Trend, _ sheet: inout SheetBuilder, row: Int
  ) -> Int {
    sheet.heading(book.text("Interactions by month", "按月互动"), row: row, columns: 1...8)
    let columns = kindColumns(trend)
    let place = sheet.table(
      DataTable(
        columns: columns + totalColumns(trend, after: columns.count),
        rowCount: trend.months.count), row: row + 1, column: 3)
    var last = place.lastRow
    for remark in remarks(trend) {
      last += 1
      sheet.label(remark, row: last, column: 3, style: styles.note)
    }
    guard trend.months.count > 1 else { return last }
    chart(trend, place, &sheet)
    return max(last, place.headerRow + 15)
  }

  /// How many kinds have a column of their own.
  private var ownColumns: Int {
    result.kinds.count > Self.columnLimit ? Self.columnLimit - 1 : result.kinds.count
  }

  private func kindColumns(_ trend: EngagementResult.Trend) -> [DataColumn] {
    let own = ownColumns
    var columns = [
      DataColumn(
        book.text("Month", "月份"), .texts(trend.months.map(\.month.description)), styles.text)
    ]
    columns += result.kinds.indices.prefix(own).map { column(of: $0, trend) }
    if own < result.kinds.count {
      let others = trend.months.map { $0.counts[own...].reduce(Quantity.zero, +).doubleValue }
      columns.append(
        DataColumn(book.text("Other kinds", "其他类型"), .numbers(others), styles.quantity))
    }
    return columns
  }

  /// The sum of all kinds, and its change from month to month.
  private func totalColumns(
    _ trend: EngagementResult.Trend, after count: Int
  ) -> [DataColumn] {
    let letter = { (index: Int) in CellAddress.letters(ofColumn: 3 + index) }
    let total = letter(count)
    let totals = trend.months.map(\.total.doubleValue)
    let changes = totals.indices.map { index in
      index > 0 && totals[index - 1] != 0 ? totals[index] / totals[index - 1] - 1 : .nan
    }
    return [
      DataColumn(
        book.text("All", "合计"),
        .formula(RowFormula("SUM(\(letter(1)){r}:\(letter(count - 1)){r})"), values: totals),
        styles.quantity),
      DataColumn(
        book.text("Change", "环比"),
        .formula(
          RowFormula("IF(N(\(total){r-1})<>0,\(total){r}/\(total){r-1}-1,\"\")"), values: changes),
        styles.percent),
    ]
  }

  /// A kind's counts: sums over the team's column of the kind, or of counts beside the kind's name.
  private func column(of kind: Int, _ trend: EngagementResult.Trend) -> DataColumn {
    let known = result.kinds[kind]
    let cells = trend.months.map { month in
      book.content(
        formula(known, book.conditions(in: month.month)), month.counts[kind].doubleValue)
    }
    return DataColumn(known.name, .cells(cells), styles.quantity)
  }

  private func formula(
    _ kind: EngagementResult.Kind, _ conditions: [SourceFormulas.Condition]
  ) -> String? {
    guard source.knows(.kind) else { return source.sum(.counts(kind.place), where: conditions) }
    let ofKind = conditions + [.init(.kind, kind.name)]
    return source.knows(.count)
      ? source.sum(.count, where: ofKind) : source.count(where: ofKind)
  }

  private func remarks(_ trend: EngagementResult.Trend) -> [String] {
    var remarks: [String] = []
    if !trend.undated.isZero {
      remarks.append(
        book.text(
          "\(trend.undated) interaction(s) carry no date and are in no month.",
          "另有 \(trend.undated) 次互动没有日期，未计入任何月份。"))
    }
    if let halves = trend.halves {
      let spans = [halves.first, halves.second].map { months in
        months.lowerBound < months.upperBound
          ? "\(months.lowerBound) – \(months.upperBound)" : "\(months.lowerBound)"
      }
      remarks.append(
        book.text(
          "Halves in the list of customers: \(spans[0]) and \(spans[1]).",
          "客户列表中的前半期为 \(spans[0])，后半期为 \(spans[1])。"))
    }
    return remarks
  }

  private func chart(
    _ trend: EngagementResult.Trend, _ place: DataTable.Place, _ sheet: inout SheetBuilder
  ) {
    let name = book.name(of: .voice)
    let labels = trend.months.map(\.month.description)
    let colors = [Palette.ink, Palette.blue, Palette.sand, Palette.slate, Palette.fog]
    let series = result.kinds.indices.prefix(ownColumns).map { kind in
      ChartPlan.Series(
        result.kinds[kind].name, values: place.cells(1 + kind, of: name),
        points: trend.months.map { $0.counts[kind].doubleValue },
        categories: place.cells(0, of: name), labels: labels, color: colors[kind % colors.count])
    }
    var chart = ChartPlan(
      kind: .stackedColumn, title: book.text("Interactions by month", "月度互动次数"),
      altText: book.text(
        "Columns of interactions by month, stacked by kind.", "按月互动次数，按类型堆叠。"), series: series,
      at: CellAddress(row: place.headerRow, column: place.lastColumn + 2), width: 480, height: 280)
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.text("Interactions", "次数")
    chart.valueAxis.minimum = 0
    chart.categoryAxis.title = book.text("Month", "月份")
    sheet.edit { $0.charts.append(chart) }
  }

  // MARK: By customer

  /// Interactions of the customers at these places in either half of the months, and their change;
  /// none without halves.
  ///
  /// - Parameter count: how many columns stand before them, from column A.
  func halfColumns(of places: [Int], after count: Int) -> [DataColumn] {
    guard let trend = result.trend, trend.halves != nil else { return [] }
    let found = places.map { place in
      trend.customers.indices.contains(place) ? trend.customers[place] : nil
    }
    let (first, second) = (
      CellAddress.letters(ofColumn: count + 1), CellAddress.letters(ofColumn: count + 2)
    )
    return [
      DataColumn(
        book.text("Interactions, first half", "互动次数(前半期)"),
        .numbers(found.map { $0?.first.doubleValue ?? .nan }), styles.quantity),
      DataColumn(
        book.text("Interactions, second half", "互动次数(后半期)"),
        .numbers(found.map { $0?.second.doubleValue ?? .nan }), styles.quantity),
      DataColumn(
        book.text("Change between halves", "两期变动"),
        .formula(
          RowFormula("IF(\(first){r}=\"\",\"\",\(second){r}-\(first){r})"),
          values: found.map { $0?.change.doubleValue ?? .nan }),
        styles.number("#,##0;[Red]-#,##0;0")),
    ]
  }
}
