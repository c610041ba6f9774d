import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The list of ranked customers: margin, running sums, class, tier, purchase behaviour.
struct TierList {
  let book: ProfitBook
  let model: TierModel
  let layout: TiersLayout
  let profit: ProfitLayout
  let facts: FactsLayout

  init(book: ProfitBook, model: TierModel) {
    self.book = book
    self.model = model
    layout = TiersLayout(book)
    profit = ProfitLayout(book, allocation: AllocationLayout(book))
    facts = FactsLayout(book)
  }

  /// Places of the ranked customers.
  var places: ArraySlice<Int> { book.order.places.prefix(book.order.rankedCount) }

  func write(_ sheet: inout SheetBuilder) {
    guard !places.isEmpty else { return }
    let last = layout.hasSegments ? TiersLayout.Column.segment : .tier
    sheet.heading(
      book.text("Ranked list", "排名明细"), row: layout.listHeadingRow, columns: 1...last.rawValue)
    sheet.table(
      DataTable(columns: columns, rowCount: places.count), row: layout.headerRow)
  }

  private func letters(_ column: TiersLayout.Column) -> String { layout.letters(column) }

  private var columns: [DataColumn] {
    let who = CustomerColumns(book).all(totalLabel: "").map { column in
      column.with { $0.content = $0.content.prefix(places.count) }
    }
    return who + [
      basis, revenue, rank, cumulative, cumulativeShare, shareBefore, valueClass, lines, buyer,
      tier,
    ] + behaviour
  }

  private var basisName: String {
    book.hasCosts ? book.text("Net margin", "净利润") : book.text("Ranking basis", "排名依据")
  }

  private var basis: DataColumn {
    DataColumn(basisName, looked(profit.basis, model.basis), book.styles.money)
  }

  private var revenue: DataColumn {
    DataColumn(
      book.text("Net revenue", "净销售额"), looked(.revenue, model.revenue), book.styles.money)
  }

  private func looked(_ column: ProfitColumn, _ values: [Double]) -> CellBlock.Content {
    profit.lookup(column, key: "$A{r}").map { .formula(RowFormula($0), values: values) }
      ?? .numbers(values)
  }

  private var rank: DataColumn {
    let cells = layout.cells(.basis)
    let template = "RANK(D{r},\(cells.absoluteA1))"
    return DataColumn(
      book.text("Rank", "排名"),
      model.ranksAreLive
        ? .formula(RowFormula(template), values: model.ranks) : .numbers(model.ranks),
      book.styles.number("0").with { $0.horizontal = .center })
  }

  private var cumulative: DataColumn {
    DataColumn(
      book.text("Cumulative", "累计"),
      .formula(
        RowFormula("N(\(letters(.cumulative)){r-1})+\(letters(.basis)){r}"),
        values: model.cumulative), book.styles.money)
  }

  private var cumulativeShare: DataColumn {
    let final = model.cumulative.last ?? 0
    let end = "\(letters(.cumulative))$\(layout.lastRow)"
    return DataColumn(
      book.text("Cumulative %", "累计占比"),
      .formula(
        RowFormula("IF(\(end)>0,\(letters(.cumulative)){r}/\(end),\"\")"),
        values: model.cumulative.map { final > 0 ? $0 / final : .nan }), book.styles.percent)
  }

  private var shareBefore: DataColumn {
    let mark = letters(.shareBefore)
    let total = layout.positiveTotal.absoluteA1
    return DataColumn(
      book.text("Positive share before", "之前正利润占比"),
      .formula(
        RowFormula(
          "IF(\(total)>0,N(\(mark){r-1})+MAX(0,N(\(letters(.basis)){r-1}))/\(total),0)"),
        values: model.shareBefore), book.styles.percent.with { $0.fontColor = Palette.slate })
  }

  private var valueClass: DataColumn {
    let a = layout.cell(.classA).absoluteA1
    let b = layout.cell(.classB).absoluteA1
    let before = letters(.shareBefore)
    let template =
      "IF(\(letters(.basis)){r}<=0,\"C\",IF(\(before){r}<\(a),\"A\",IF(\(before){r}<\(b),\"B\",\"C\")))"
    return DataColumn(
      book.text("Class", "ABC类"),
      model.classesAreLive
        ? .textFormula(RowFormula(template), values: model.classes) : .texts(model.classes),
      book.styles.centered
    )
  }

  private var lines: DataColumn {
    let values = places.map { Double(book.inputs.sales[$0].lines) }
    return DataColumn(
      book.text("Sales lines", "销售行数"),
      facts.lookup(.measure(.lines), key: "$A{r}").map {
        .formula(RowFormula($0), values: values)
      } ?? .numbers(values), book.styles.count)
  }

  private var buyer: DataColumn {
    DataColumn(
      book.text("Buyer no.", "购买客户序"),
      .formula(
        RowFormula("N(\(letters(.buyer)){r-1})+IF(\(letters(.lines)){r}>0,1,0)"),
        values: model.buyers), book.styles.count.with { $0.fontColor = Palette.slate })
  }

  private var tier: DataColumn {
    let word = { (tier: Tier) in Terms.name(tier)[book.context.language].quotedForFormula }
    let threshold = layout.cell(.vipThreshold).absoluteA1
    let floor = layout.cell(.potentialFloor).absoluteA1
    let basis = letters(.basis)
    let template =
      "IF(OR(\(letters(.lines)){r}<=0,\(letters(.revenue)){r}<\(floor)),\(word(.potential)),"
      + "IF(IF(ISNUMBER(\(threshold)),\(basis){r}>=\(threshold),"
      + "AND(\(letters(.buyer)){r}<=\(layout.vipPlaces.absoluteA1),\(basis){r}>0)),"
      + "\(word(.vip)),\(word(.regular))))"
    return DataColumn(
      book.text("Tier", "客户层级"),
      model.tiersAreLive
        ? .textFormula(RowFormula(template), values: model.tiers) : .texts(model.tiers),
      book.styles.centered)
  }

  /// Parallel to the ranked customers; nil for one without a purchase.
  var behaviours: [RFMResult?] {
    let found = book.results.analytics.recencyFrequencyMonetary
    return places.map { found.indices.contains($0) ? found[$0] : nil }
  }

  func name(_ segment: RFMSegment) -> String { segment.title[book.context.language] }

  private var behaviour: [DataColumn] {
    guard layout.hasSegments else { return [] }
    let rows = behaviours
    let score = book.styles.number("0").with { $0.horizontal = .center }
    let number = { (header: String, style: CellStyle, value: (RFMResult) -> Double) in
      DataColumn(header, .numbers(rows.map { $0.map(value) ?? .nan }), style)
    }
    return [
      number(book.text("Recency, days", "最近购买(天)"), book.styles.count) { Double($0.recency) },
      number(book.text("Frequency", "购买次数"), book.styles.count) { Double($0.frequency) },
      number(book.text("Monetary", "购买金额"), book.styles.money) { book.shown($0.monetary) },
      number("R", score) { Double($0.r) }, number("F", score) { Double($0.f) },
      number("M", score) { Double($0.m) },
      DataColumn(
        book.text("Segment", "行为细分"),
        .texts(rows.map { $0.map { name($0.segment) } ?? "" }), book.styles.text),
    ]
  }
}

extension CellBlock.Content {
  /// The first entries of a column; the very same column where it has no more, as sheets that share one
  /// are spelt faster.
  func prefix(_ count: Int) -> CellBlock.Content {
    switch self {
    case .texts(let texts): .texts(texts.first(count))
    case .numbers(let numbers): .numbers(numbers.first(count))
    case .formula(let formula, let values): .formula(formula, values: values.first(count))
    case .textFormula(let formula, let values): .textFormula(formula, values: values.first(count))
    case .cells(let cells): .cells(cells.first(count))
    }
  }
}

extension Array {
  fileprivate func first(_ count: Int) -> [Element] {
    count < self.count ? Array(prefix(count)) : self
  }
}
