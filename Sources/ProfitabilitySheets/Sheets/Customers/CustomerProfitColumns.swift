import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Makes the columns of the customer P&L: what each says, its formula and its values.
struct CustomerProfitColumns {
  let book: ProfitBook
  let facts: FactsLayout
  let allocation: AllocationLayout
  let layout: ProfitLayout
  let tiers: TiersLayout
  private let model: TierModel
  private let identities: [DataColumn]

  init(_ book: ProfitBook) {
    self.book = book
    facts = FactsLayout(book)
    allocation = AllocationLayout(book)
    layout = ProfitLayout(book, allocation: allocation)
    tiers = TiersLayout(book)
    model = book.tierModel
    identities = CustomerColumns(book).all(totalLabel: book.text("Total", "合计"))
  }

  private var styles: Styles { book.styles }

  func make(_ kind: ProfitColumn) -> DataColumn {
    switch kind {
    case .number, .id, .name: identity(kind)
    case .segment: attribute(book.text("Segment", "客户类别")) { $0.segment }
    case .channel: attribute(book.text("Channel", "渠道")) { $0.channel }
    case .region: attribute(book.text("Region", "区域")) { $0.region }
    case .salesperson: attribute(book.text("Salesperson", "业务员")) { $0.salesperson }
    case .gross: folded(fact(.grossRevenue))
    case .discount: folded(fact(.discount))
    case .rebate: folded(fact(.rebate))
    case .returns: folded(fact(.returns))
    case .revenue: fact(.netRevenue).with { $0.style = styles.money.with { $0.isBold = true } }
    case .productCost: fact(.productCost)
    case .commission: fact(.commission)
    case .freight: fact(.freight)
    case .otherDirect: fact(.otherDirectCost)
    case .grossMargin, .cm2, .cm3, .netMargin: margin(kind)
    case .grossMarginPercent, .netMarginPercent: percent(kind)
    case .costClass(let costClass): self.costClass(costClass)
    case .costToServe, .overhead: allocated(kind)
    case .rank, .cumulative, .valueClass, .tier: standing(kind)
    }
  }

  /// What leads to net revenue, a click away: the account begins there.
  private func folded(_ column: DataColumn) -> DataColumn {
    column.with {
      $0.outlineLevel = 1
      $0.isFolded = true
    }
  }

  // MARK: Who

  private func identity(_ kind: ProfitColumn) -> DataColumn {
    switch kind {
    case .number: identities[0]
    case .id: identities[1]
    default: identities[2]
    }
  }

  private func attribute(_ header: String, _ value: (Customer) -> String?) -> DataColumn {
    DataColumn(
      header, .texts(book.order.places.map { value(book.inputs.customers[$0]) ?? "" }), styles.text
    ).with { $0.maximumWidth = 18 }
  }

  // MARK: Amounts

  private func fact(_ measure: SalesMeasure) -> DataColumn {
    let values = book.facts(.measure(measure))
    let content: CellBlock.Content =
      facts.lookup(.measure(measure), key: "$A{r}").map {
        .formula(RowFormula($0), values: values)
      } ?? .numbers(values)
    return money(Terms.name(measure)[book.context.language], content, values)
  }

  private func money(
    _ header: String, _ content: CellBlock.Content, _ values: [Double]
  ) -> DataColumn {
    DataColumn(header, content, styles.money, total: .sum(values.reduce(0, +))).with {
      $0.minimumWidth = 11
    }
  }

  /// A margin level: the level before it less the costs between them.
  private func margin(_ kind: ProfitColumn) -> DataColumn {
    let values = book.order.column { book.shown(amount(kind, book.results.customers[$0])) }
    let formula = RowFormula(marginFormula(kind))
    return money(header(kind), .formula(formula, values: values), values).with {
      $0.style = styles.money.with {
        $0.isBold = true
        $0.fill = kind == .netMargin ? Palette.mist : Palette.paper
      }
    }
  }

  private func header(_ kind: ProfitColumn) -> String {
    switch kind {
    case .grossMargin: book.text("CM1 gross margin", "边际一(毛利)")
    case .cm2: book.text("CM2 after direct selling", "边际二(扣直接销售费)")
    case .cm3: book.text("CM3 after cost-to-serve", "边际三(扣服务成本)")
    case .netMargin: book.text("CM4 net margin", "边际四(净利润)")
    case .costToServe: book.text("Cost-to-serve", "服务成本")
    case .overhead: book.text("Overhead", "管理费用")
    case .grossMarginPercent: book.text("Gross margin %", "毛利率")
    default: book.text("Net margin %", "净利率")
    }
  }

  private func amount(_ kind: ProfitColumn, _ result: CustomerResult) -> Amount {
    switch kind {
    case .grossMargin: result.grossMargin
    case .cm2: result.cm2
    case .cm3: result.cm3
    case .costToServe: result.costToServe
    case .overhead: result.overhead
    default: result.netMargin
    }
  }

  /// Walks from revenue to the level over the columns that are there.
  private func marginFormula(_ kind: ProfitColumn) -> String {
    let levels: Set<ProfitColumn> = [.revenue, .grossMargin, .cm2, .cm3]
    let costs: Set<ProfitColumn> = [
      .productCost, .commission, .freight, .otherDirect, .costToServe, .overhead,
    ]
    var text = ""
    for column in layout.columns {
      guard column != kind else { break }
      guard let letters = layout.letters(column) else { continue }
      if levels.contains(column) { text = "\(letters){r}" }
      if costs.contains(column) { text += "-\(letters){r}" }
    }
    return text
  }

  private func percent(_ kind: ProfitColumn) -> DataColumn {
    let of: ProfitColumn = kind == .grossMarginPercent ? .grossMargin : .netMargin
    let margin = layout.letters(of) ?? "A"
    let revenue = layout.letters(.revenue) ?? "A"
    let values = book.order.column { place -> Double in
      let result = book.results.customers[place]
      guard result.revenue.isPositive else { return .nan }
      return book.shown(amount(of, result)) / book.shown(result.revenue)
    }
    let template = "IF(\(revenue){r}>0,\(margin){r}/\(revenue){r},\"\")"
    let totals = book.results.totals
    let whole = of == .grossMargin ? totals.grossMargin : totals.netMargin
    let total =
      totals.revenue.isPositive ? book.shown(whole) / book.shown(totals.revenue) : nil
    return DataColumn(
      header(kind), .formula(RowFormula(template), values: values), styles.percent,
      total: .formula(template, total)
    ).with { $0.minimumWidth = 9 }
  }

  private func costClass(_ costClass: CostClass?) -> DataColumn {
    let pools = book.results.pools
    let columns = allocation.columns(ofClass: costClass, in: pools)
    let values = book.order.column { place in
      allocation.poolOrder.prefix(allocation.serveCount).reduce(Amount.zero) { sum, pool in
        guard pools[pool].costClass == costClass,
          pools[pool].byCustomer.indices.contains(place)
        else { return sum }
        return sum + pools[pool].byCustomer[place]
      }
    }.map(book.shown)
    let name = costClass.map { Terms.name($0)[book.context.language] } ?? book.text("other", "其他")
    let content: CellBlock.Content =
      columns.map {
        .formula(
          RowFormula("SUM(INDEX(\(allocation.customers($0)),$A{r},0))"), values: values)
      } ?? .numbers(values)
    return money(book.text("of which \(name)", "其中：\(name)"), content, values).with {
      $0.outlineLevel = 1
      $0.isFolded = true
      $0.style = styles.money.with { $0.fontColor = Palette.slate }
    }
  }

  private func allocated(_ kind: ProfitColumn) -> DataColumn {
    let column = kind == .costToServe ? allocation.serveColumn : allocation.overheadColumn
    let values = book.order.column { book.shown(amount(kind, book.results.customers[$0])) }
    return money(
      header(kind),
      .formula(
        RowFormula("INDEX(\(allocation.customers(column...column)),$A{r})"), values: values),
      values)
  }

  // MARK: Standing

  private func standing(_ kind: ProfitColumn) -> DataColumn {
    let ranked = book.order.rankedCount
    let template = { (column: TiersLayout.Column) in
      let found = "INDEX(\(tiers.range(column)),$A{r})"
      return RowFormula(book.order.hasUnassigned ? "IF($A{r}>\(ranked),\"\",\(found))" : found)
    }
    let blank = book.order.hasUnassigned
    let numbers = { (values: [Double]) in blank ? values + [.nan] : values }
    let texts = { (values: [String]) in blank ? values + [""] : values }
    let centered = styles.centered
    switch kind {
    case .rank:
      return DataColumn(
        book.text("Rank", "排名"),
        .formula(template(.rank), values: numbers(model.ranks)),
        styles.number("0").with { $0.horizontal = .center })
    case .cumulative:
      return DataColumn(
        book.text("Cumulative", "累计"),
        .formula(template(.cumulative), values: numbers(model.cumulative)), styles.money)
    case .valueClass:
      return DataColumn(
        book.text("Class", "ABC类"),
        .textFormula(template(.valueClass), values: texts(model.classes)), centered)
    default:
      return DataColumn(
        book.text("Tier", "客户层级"),
        .textFormula(template(.tier), values: texts(model.tiers)), centered)
    }
  }
}
