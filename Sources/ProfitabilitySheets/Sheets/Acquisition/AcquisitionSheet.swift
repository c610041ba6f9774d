import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What new customers cost, in all and by channel, against what they are worth.
struct AcquisitionSheet: SheetPlugin {
  let key = SheetKey.acquisition.rawValue

  func name(in context: SheetContext) -> String { SheetKey.acquisition.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { context.results.analytics.acquisition != nil }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .acquisition)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "CAC = marketing spend / new customers; no new customers, no figure.",
        "获客成本 = 营销费用 ÷ 新客户数；无新客户时不计算。"))
    guard let result = context.results.analytics.acquisition else { return sheet.finished() }
    let part = AcquisitionPart(book: book, result: result)
    let place = part.channels(&sheet, row: 6)
    let end = part.keyFigures(&sheet, channels: place, row: place.lastRow + 4)
    part.accounts(&sheet, row: end + 2)
    part.chart(place, &sheet)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 1) }
    return sheet.finished()
  }
}

/// The figures of acquisition.
struct AcquisitionPart {
  let book: ProfitBook
  let result: AcquisitionResult

  private var styles: Styles { book.styles }

  private func name(_ channel: AcquisitionResult.Channel) -> String {
    channel.channel == "unattributed" ? book.text("unattributed", "未归属") : channel.channel
  }

  // MARK: Channels

  func channels(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    sheet.heading(book.text("By channel", "按渠道"), row: row, columns: 1...6)
    let channels = result.channels
    let spends = channels.map { book.shown($0.spend) }
    let customers = channels.map { $0.newCustomers ?? .nan }
    let total = spends.reduce(0, +)
    let first = row + 2
    let last = row + 1 + channels.count
    return sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Channel", "渠道"), .texts(channels.map { name($0) }), styles.text,
            total: .label(book.text("Total", "合计"))
          ).with { $0.minimumWidth = 20 },
          DataColumn(
            book.text("Spend", "营销费用"),
            live(spends, first: first, computes: { book.shown($0.spend) }) {
              source.sum(.spend, of: .channel, keyCell: $0, isMoney: true)
            }, styles.money, total: .sum(total)),
          DataColumn(
            book.text("New customers", "新客户数"),
            live(customers, first: first, computes: { $0.newCustomers?.doubleValue ?? 0 }) {
              result.isCountedFromCustomers
                ? nil : source.sum(.newCustomers, of: .channel, keyCell: $0)
            }, styles.count, total: .sum(customers.filter { !$0.isNaN }.reduce(0, +))),
          cac(channels, spends, customers),
          DataColumn(
            book.text("Share of spend", "费用占比"),
            .formula(
              RowFormula("IF(SUM(D$\(first):D$\(last))>0,D{r}/SUM(D$\(first):D$\(last)),\"\")"),
              values: spends.map { total > 0 ? $0 / total : .nan }), styles.percent),
        ], rowCount: channels.count, totals: .below), row: row + 1, column: 3)
  }

  private var source: SourceFormulas { SourceFormulas(.marketing, book) }

  /// A figure of each channel, looked up by the channel's name; a blank name matches no criterion,
  /// and a channel that is written in ways which a spreadsheet tells apart is no formula.
  private func live(
    _ values: [Double], first: Int, computes figure: (MarketingLine) -> Double,
    _ formula: (_ keyCell: String) -> String?
  ) -> CellBlock.Content {
    var sums: [String: Double] = [:]
    for line in book.inputs.marketing {
      sums[line.channel?.lowercased() ?? "", default: 0] += figure(line)
    }
    return .cells(
      zip(result.channels, values).enumerated().map { index, entry in
        let isAlike = LiveFigure.agrees(sums[entry.0.channel.lowercased()] ?? 0, entry.1)
        return book.content(isAlike ? formula("$C\(first + index)") : nil, entry.1)
      })
  }

  private func cac(
    _ channels: [AcquisitionResult.Channel], _ spends: [Double], _ customers: [Double]
  ) -> DataColumn {
    let engine = channels.map { $0.cac.map(book.shown) ?? .nan }
    let computed = zip(spends, customers).map { $1.isNaN || $1 <= 0 ? Double.nan : $0 / $1 }
    let agree = zip(engine, computed).allSatisfy {
      ($0.isNaN && $1.isNaN) || LiveFigure.agrees($0, $1)
    }
    return DataColumn(
      book.text("CAC", "获客成本"),
      agree
        ? .formula(RowFormula("IF(N(E{r})>0,D{r}/E{r},\"\")"), values: engine) : .numbers(engine),
      styles.number(NumberFormats.signed("#,##0.00")))
  }

  // MARK: In all

  func keyFigures(
    _ sheet: inout SheetBuilder, channels: DataTable.Place, row: Int
  ) -> Int {
    let money = styles.number(NumberFormats.signed("#,##0.00"))
    let cell = { (index: Int) in SheetBuilder.figureCell(index, listAt: row) }
    let spend = book.shown(result.spend)
    let sum = result.channels.reduce(0.0) { $0 + book.shown($1.spend) }
    let cac = result.cac.map(book.shown)
    let divides = { (value: Double?, by: Double) in
      value.map { value in
        (result.newCustomers ?? 0) > 0 && LiveFigure.agrees(by / (result.newCustomers ?? 1), value)
      } ?? false
    }
    var figures = [
      ListedFigure(
        book.text("Marketing spend", "营销费用"), spend, styles.money,
        formula: LiveFigure.agrees(sum, spend) && !result.channels.isEmpty
          ? "SUM(\(channels.local(1)))" : nil),
      ListedFigure(
        book.text("New customers", "新客户数"), result.newCustomers, styles.count,
        note: result.isCountedFromCustomers
          ? book.text("counted from the customer list", "按客户表的合作起始日统计") : ""),
      ListedFigure(
        book.text("CAC", "获客成本"), cac, money,
        formula: divides(cac, spend) ? "IF(\(cell(1))>0,\(cell(0))/\(cell(1)),\"\")" : nil),
    ]
    if let loaded = result.fullyLoadedSpend.map(book.shown) {
      let loadedCAC = result.fullyLoadedCAC.map(book.shown)
      figures += [
        ListedFigure(
          book.text("With pools of class acquisition", "含获客类成本池"), loaded, styles.money,
          formula: loadedFormula(cell(0), loaded)),
        ListedFigure(
          book.text("CAC, fully loaded", "获客成本(全口径)"), loadedCAC, money,
          formula: divides(loadedCAC, loaded) ? "IF(\(cell(1))>0,\(cell(3))/\(cell(1)),\"\")" : nil),
      ]
    }
    figures += worth(cell(2), cac)
    return sheet.figures(book.text("In all", "总体"), figures, row: row, columns: 1...6)
  }

  /// The spend and the amounts of the pools that it is loaded with.
  private func loadedFormula(_ spend: String, _ loaded: Double) -> String? {
    let layout = AllocationLayout(book)
    let pools = book.results.pools.indices.filter {
      book.results.pools[$0].costClass == .acquisition
    }
    let cells = pools.compactMap { pool in
      layout.column(ofPool: pool).flatMap { layout.cell(.amount, column: $0)?.reference }
    }
    let sum = pools.reduce(book.shown(result.spend)) {
      $0 + book.shown(book.results.pools[$1].amount)
    }
    guard cells.count == pools.count, LiveFigure.agrees(sum, loaded) else { return nil }
    return ([spend] + cells).joined(separator: "+")
  }

  /// Lifetime value against cost.
  private func worth(_ cacCell: String, _ cac: Double?) -> [ListedFigure] {
    guard let lifetime = book.results.analytics.lifetime else { return [] }
    let thresholds = book.inputs.settings.analysis
    let floor = ExactDecimal(thresholds.valueToCostFloor)?.description ?? ""
    let ceiling = ExactDecimal(thresholds.paybackCeiling)?.description ?? ""
    let all: [ListedFigure?] = [
      lifetime.valueToCost.map {
        ListedFigure(
          book.text("Lifetime value : CAC", "生命周期价值 : 获客成本"), $0, styles.ratio,
          note: book.text("alert below \(floor)", "低于\(floor)预警"))
      },
      lifetime.paybackMonths.map {
        ListedFigure(
          book.text("Payback, months", "回本期(月)"), $0, styles.decimal,
          note: book.text("alert above \(ceiling)", "超过\(ceiling)预警"))
      },
      lifetime.returnOnAcquisition.map {
        ListedFigure(book.text("Return on acquisition", "获客投资回报率"), $0, styles.percent)
      },
    ]
    return all.compactMap { $0 }
  }

  /// The accounts that went into the fully loaded figure.
  func accounts(_ sheet: inout SheetBuilder, row: Int) {
    let pools = book.results.pools.indices.filter {
      book.results.pools[$0].costClass == .acquisition
    }
    guard !pools.isEmpty else { return }
    let layout = AllocationLayout(book)
    sheet.heading(
      book.text("What the fully loaded figure adds", "全口径所含成本池"), row: row, columns: 1...6)
    for (index, place) in pools.enumerated() {
      let pool = book.results.pools[place]
      sheet.label(pool.name, row: row + 1 + index, column: 3, style: styles.label)
      let cells = [AllocationLayout.Parameter.amount, .received].compactMap { parameter in
        layout.column(ofPool: place).flatMap { layout.cell(parameter, column: $0)?.reference }
      }
      sheet.formula(
        cells.joined(separator: "+"), value: book.shown(pool.amount + pool.received),
        row: row + 1 + index, column: 4, style: styles.lined(styles.money))
    }
  }

  func chart(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let channels = result.channels
    guard channels.contains(where: { $0.cac != nil }) else { return }
    let sheetName = book.name(of: .acquisition)
    var series = ChartPlan.Series(
      book.text("CAC", "获客成本"), values: place.cells(3, of: sheetName),
      points: channels.map { $0.cac.map(book.shown) ?? 0 },
      categories: place.cells(0, of: sheetName), labels: channels.map { name($0) },
      color: Palette.blue)
    series.hasDataLabels = true
    var chart = ChartPlan(
      kind: .column, title: book.text("CAC by channel", "各渠道获客成本"),
      altText: book.text("Cost of a new customer by channel.", "各渠道单个新客户成本。"), series: [series],
      at: CellAddress(row: 6, column: 9), width: 520, height: 300)
    chart.legend = .none
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Channel", "渠道")
    sheet.edit { $0.charts.append(chart) }
  }
}
