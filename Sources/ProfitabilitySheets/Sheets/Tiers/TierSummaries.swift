import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What tiers, classes and behaviour segments bring and take, with their charts.
struct TierSummaries {
  let book: ProfitBook
  let model: TierModel
  let list: TierList

  private var layout: TiersLayout { list.layout }
  private var profit: ProfitLayout { list.profit }
  private var styles: Styles { book.styles }

  /// A group of customers: the word in its column, and which of the ranked it holds.
  private struct Group {
    var word: String
    var members: [Int]
  }

  /// A table of groups.
  private struct Summary {
    var groups: [Group]
    var columns: [DataColumn]
    var place: DataTable.Place
  }

  /// Writes the tables; gives the charts that stand right of them.
  func write(_ sheet: inout SheetBuilder) -> [ChartPlan] {
    let (tiers, classes) = (tierSummary, classSummary)
    write(tiers, title: book.text("By tier", "按客户层级"), &sheet)
    write(classes, title: book.text("By class", "按ABC类"), &sheet)
    segments(&sheet)
    return [
      chart(
        tiers, title: tierTitle, axis: tierWord,
        at: CellAddress(row: TiersLayout.thresholdsRow, column: last + 2), width: 560, height: 236),
      chart(
        classes, title: book.text("What each class brings and takes", "各ABC类贡献与占用"),
        axis: book.text("Class", "ABC类"),
        at: CellAddress(row: TiersLayout.thresholdsRow + 12, column: last + 2), width: 560,
        height: 236),
    ]
  }

  /// The chart of the tiers once more, for another sheet.
  func tierMix(at cell: CellAddress, width: Int, height: Int) -> ChartPlan {
    chart(tierSummary, title: tierTitle, axis: tierWord, at: cell, width: width, height: height)
  }

  private var tierSummary: Summary {
    summary(
      Tier.allCases.map { group(Terms.name($0)[book.context.language], in: model.tiers) },
      by: .tier, row: TiersLayout.tierSummaryRow)
  }

  private var classSummary: Summary {
    summary(
      ValueClass.allCases.map { group($0.rawValue, in: model.classes) }, by: .valueClass,
      row: TiersLayout.classSummaryRow)
  }

  private var tierTitle: String { book.text("What each tier brings and takes", "各层级贡献与占用") }
  private var tierWord: String { book.text("Tier", "客户层级") }

  private func group(_ word: String, in words: [String]) -> Group {
    Group(word: word, members: words.indices.filter { words[$0] == word })
  }

  // MARK: Tables

  /// - Parameter row: of the title.
  private func summary(_ groups: [Group], by column: ProfitColumn, row: Int) -> Summary {
    let columns = columns(groups, column, total: row + 2 + groups.count)
    return Summary(
      groups: groups, columns: columns,
      place: DataTable.Place(
        headerRow: row + 1, firstRow: row + 2, rowCount: groups.count, firstColumn: 3,
        columnCount: columns.count))
  }

  private func write(_ summary: Summary, title: String, _ sheet: inout SheetBuilder) {
    sheet.heading(title, row: summary.place.headerRow - 1, columns: 1...last)
    sheet.table(
      DataTable(
        columns: summary.columns, rowCount: summary.groups.count, totals: .below),
      row: summary.place.headerRow, column: summary.place.firstColumn)
  }

  private var hasService: Bool { profit.column(.costToServe) != nil }
  private var last: Int { book.hasCosts ? (hasService ? 11 : 8) : 6 }

  private func columns(
    _ groups: [Group], _ by: ProfitColumn, total: Int
  ) -> [DataColumn] {
    var columns = [
      DataColumn(
        by == .tier ? book.text("Tier", "客户层级") : book.text("Class", "ABC类"),
        .texts(groups.map(\.word)), styles.text, total: .label(book.text("Total", "合计"))),
      counted(groups, by),
      summed(groups, by, .revenue, book.text("Net revenue", "净销售额")) {
        $0.revenue
      },
    ]
    columns.append(
      share(of: columns[2], letters: "E", total: total, book.text("Revenue share", "收入占比")))
    guard book.hasCosts else { return columns }
    columns.append(
      summed(groups, by, .netMargin, book.text("Net margin", "净利润")) { $0.netMargin })
    columns.append(
      share(of: columns[4], letters: "G", total: total, book.text("Margin share", "利润占比")))
    guard hasService else { return columns }
    columns.append(
      summed(groups, by, .costToServe, book.text("Cost-to-serve", "服务成本")) { $0.costToServe })
    columns.append(
      share(of: columns[6], letters: "I", total: total, book.text("Service share", "服务成本占比")))
    columns.append(overServed(columns))
    return columns
  }

  private func criterion(_ by: ProfitColumn) -> String { profit.range(by) ?? "" }

  private func counted(_ groups: [Group], _ by: ProfitColumn) -> DataColumn {
    let values = groups.map { Double($0.members.count) }
    return DataColumn(
      book.text("Number", "客户数"),
      .formula(RowFormula("COUNTIF(\(criterion(by)),$C{r})"), values: values), styles.count,
      total: .sum(values.reduce(0, +)))
  }

  private func summed(
    _ groups: [Group], _ by: ProfitColumn, _ column: ProfitColumn, _ header: String,
    _ amount: (CustomerResult) -> Amount
  ) -> DataColumn {
    let values = groups.map { group in
      book.shown(
        group.members.reduce(Amount.zero) {
          $0 + amount(book.results.customers[book.order.places[$1]])
        })
    }
    let range = profit.range(column) ?? ""
    return DataColumn(
      header, .formula(RowFormula("SUMIF(\(criterion(by)),$C{r},\(range))"), values: values),
      styles.money, total: .sum(values.reduce(0, +)))
  }

  /// Each group's part of the column before it.
  private func share(
    of column: DataColumn, letters: String, total row: Int, _ header: String
  ) -> DataColumn {
    guard case .formula(_, let values) = column.content else { return column }
    let total = values.reduce(0, +)
    let template = "IF(\(letters)$\(row)>0,\(letters){r}/\(letters)$\(row),\"\")"
    return DataColumn(
      header,
      .formula(
        RowFormula(template), values: values.map { total > 0 ? $0 / total : .nan }), styles.percent)
  }

  private func overServed(_ columns: [DataColumn]) -> DataColumn {
    let yes = book.text("over-served", "服务过度")
    let texts: [String] =
      if case .formula(_, let margin) = columns[5].content,
        case .formula(_, let service) = columns[7].content
      {
        zip(margin, service).map { !$0.isNaN && !$1.isNaN && $1 > $0 ? yes : "" }
      } else {
        []
      }
    return DataColumn(
      book.text("Verdict", "判断"),
      .textFormula(
        RowFormula(
          "IF(AND(ISNUMBER(H{r}),ISNUMBER(J{r})),IF(J{r}>H{r},\(yes.quotedForFormula),\"\"),\"\")"),
        values: texts), styles.centered.with { $0.fontColor = Palette.badText }
    ).with { $0.minimumWidth = 11 }
  }

  private func segments(_ sheet: inout SheetBuilder) {
    guard layout.hasSegments else { return }
    let row = TiersLayout.segmentSummaryRow
    sheet.heading(
      book.text("By purchase behaviour (RFM)", "按购买行为(RFM)"), row: row, columns: 1...last)
    let rows = list.behaviours
    let groups = layout.segments.map { segment in
      Group(
        word: list.name(segment), members: rows.indices.filter { rows[$0]?.segment == segment })
    }
    let range = layout.cells(.segment).absoluteA1
    let counts = groups.map { Double($0.members.count) }
    let sums = { (column: TiersLayout.Column, values: [Double]) in
      CellBlock.Content.formula(
        RowFormula("SUMIF(\(range),$C{r},\(layout.cells(column).absoluteA1))"),
        values: groups.map { $0.members.reduce(0.0) { $0 + values[$1] } })
    }
    sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Segment", "行为细分"), .texts(groups.map(\.word)), styles.text,
            total: .label(book.text("Total", "合计"))),
          DataColumn(
            book.text("Number", "客户数"),
            .formula(RowFormula("COUNTIF(\(range),$C{r})"), values: counts), styles.count,
            total: .sum(counts.reduce(0, +))),
          DataColumn(
            book.text("Net revenue", "净销售额"), sums(.revenue, model.revenue), styles.money,
            total: .none),
          DataColumn(
            book.hasCosts ? book.text("Net margin", "净利润") : book.text("Ranking basis", "排名依据"),
            sums(.basis, model.basis), styles.money),
        ], rowCount: groups.count, totals: .below), row: row + 1, column: 3)
  }

  // MARK: Charts

  /// Revenue, margin and service cost of the groups, each as a share of the whole.
  private func chart(
    _ summary: Summary, title: String, axis: String, at cell: CellAddress, width: Int, height: Int
  ) -> ChartPlan {
    let name = book.name(of: .tiers)
    var shares: [(Int, String)] = [(3, book.text("Revenue share", "收入占比"))]
    if book.hasCosts { shares.append((5, book.text("Margin share", "利润占比"))) }
    if hasService { shares.append((7, book.text("Service cost share", "服务成本占比"))) }
    let colors = [Palette.blue, Palette.ink, Palette.sand]
    let series = shares.enumerated().map { index, share in
      var one = ChartPlan.Series(
        name: share.1, values: SheetRange(sheet: name, range: summary.place.data(share.0)),
        points: points(summary.columns[share.0]))
      one.categories = SheetRange(sheet: name, range: summary.place.data(0))
      one.categoryLabels = summary.groups.map(\.word)
      one.color = colors[index]
      return one
    }
    var chart = ChartPlan(
      kind: .column, title: title, altText: title, series: series, at: cell, width: width,
      height: height)
    chart.valueAxis.numberFormat = "0%"
    chart.valueAxis.title = book.text("Share of the whole", "占总体比例")
    chart.categoryAxis.title = axis
    chart.categoryAxis.labelsAreLow = true
    return chart
  }

  /// The shares in a column; nothing where there is no whole.
  private func points(_ column: DataColumn) -> [Double] {
    guard case .formula(_, let shares) = column.content else { return [] }
    return shares.map { $0.isNaN ? 0 : $0 }
  }
}
