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

  /// Writes the tables; gives the charts that stand right of them.
  func write(_ sheet: inout SheetBuilder) -> [ChartPlan] {
    let tiers = self.tiers
    let classes = ValueClass.allCases.map { group($0.rawValue, in: model.classes) }
    let tierPlace = summary(
      tiers, by: .tier, title: book.text("By tier", "按客户层级"), row: TiersLayout.tierSummaryRow,
      &sheet)
    let classPlace = summary(
      classes, by: .valueClass, title: book.text("By class", "按ABC类"),
      row: TiersLayout.classSummaryRow, &sheet)
    segments(&sheet)
    return [
      chart(
        tierPlace, tiers, title: tierTitle, axis: tierWord,
        at: CellAddress(row: TiersLayout.thresholdsRow, column: last + 2), width: 560, height: 236),
      chart(
        classPlace, classes, title: book.text("What each class brings and takes", "各ABC类贡献与占用"),
        axis: book.text("Class", "ABC类"),
        at: CellAddress(row: TiersLayout.thresholdsRow + 12, column: last + 2), width: 560,
        height: 236),
    ]
  }

  /// The chart of the tiers once more, for another sheet.
  func tierMix(at cell: CellAddress, width: Int, height: Int) -> ChartPlan {
    chart(
      DataTable.Place(
        headerRow: TiersLayout.tierSummaryRow + 1, firstRow: TiersLayout.tierSummaryRow + 2,
        rowCount: tiers.count, firstColumn: 3, columnCount: 1), tiers, title: tierTitle,
      axis: tierWord, at: cell, width: width, height: height)
  }

  private var tiers: [Group] {
    Tier.allCases.map { group(Terms.name($0)[book.context.language], in: model.tiers) }
  }

  private var tierTitle: String { book.text("What each tier brings and takes", "各层级贡献与占用") }
  private var tierWord: String { book.text("Tier", "客户层级") }

  private func group(_ word: String, in words: [String]) -> Group {
    Group(word: word, members: words.indices.filter { words[$0] == word })
  }

  // MARK: Tables

  private func summary(
    _ groups: [Group], by column: ProfitColumn, title: String, row: Int,
    _ sheet: inout SheetBuilder
  ) -> DataTable.Place {
    sheet.heading(title, row: row, columns: 1...last)
    return sheet.table(
      DataTable(
        columns: columns(groups, column, total: row + 2 + groups.count), rowCount: groups.count,
        totals: .below),
      row: row + 1, column: 3)
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
    let language = book.context.language
    let found = book.results.analytics.recencyFrequencyMonetary
    let words = list.places.map { place in
      Terms.segment(found.indices.contains(place) ? found[place]?.segment ?? "" : "")[language]
    }
    let groups = layout.segments.map { name in
      group(Terms.segment(name)[language], in: words)
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
    _ place: DataTable.Place, _ groups: [Group], title: String, axis: String, at cell: CellAddress,
    width: Int, height: Int
  ) -> ChartPlan {
    let name = book.name(of: .tiers)
    var shares: [(Int, String)] = [(3, book.text("Revenue share", "收入占比"))]
    if book.hasCosts { shares.append((5, book.text("Margin share", "利润占比"))) }
    if hasService { shares.append((7, book.text("Service cost share", "服务成本占比"))) }
    let colors = [Palette.blue, Palette.ink, Palette.sand]
    let series = shares.enumerated().map { index, share in
      var one = ChartPlan.Series(
        name: share.1, values: SheetRange(sheet: name, range: place.data(share.0)),
        points: points(share.0, groups))
      one.categories = SheetRange(sheet: name, range: place.data(0))
      one.categoryLabels = groups.map(\.word)
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

  private func points(_ column: Int, _ groups: [Group]) -> [Double] {
    let (customers, places) = (book.results.customers, book.order.places)
    let sums = groups.map { group in
      group.members.reduce(0.0) { sum, member in
        let place = places[member]
        switch column {
        case 3: return sum + book.shown(customers[place].revenue)
        case 5: return sum + book.shown(customers[place].netMargin)
        default: return sum + book.shown(customers[place].costToServe)
        }
      }
    }
    let total = sums.reduce(0, +)
    return sums.map { total > 0 ? $0 / total : 0 }
  }
}
