import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Cost that adds no value and capacity that stands idle: how much, where, in order of size.
struct LeanSheet: SheetPlugin {
  let key = SheetKey.lean.rawValue

  func name(in context: SheetContext) -> String { SheetKey.lean.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    context.results.lean != nil && !context.results.pools.isEmpty
  }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .lean)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Waste = cost of pools flagged as adding no value + unused capacity. The largest comes first.",
        "浪费 = 标记为不增值的成本池 + 闲置产能成本，按金额从大到小。"))
    let table = LeanTable(book)
    let place = table.write(&sheet, row: 13)
    table.keyFigures(place, &sheet, row: 6)
    table.chart(place, &sheet)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 4) }
    return sheet.finished()
  }
}

/// The pools by waste.
struct LeanTable {
  let book: ProfitBook
  private let layout: AllocationLayout
  /// Places in the results, most waste first.
  private let places: [Int]

  init(_ book: ProfitBook) {
    self.book = book
    layout = AllocationLayout(book)
    let pools = book.results.pools
    let waste = pools.indices.map { Self.waste(pools[$0], book.inputs, $0) }
    places = pools.indices.sorted { (waste[$1], $0) < (waste[$0], $1) }
  }

  private var styles: Styles { book.styles }
  private var pools: [PoolResult] { book.results.pools }

  private static func addsNoValue(_ place: Int, _ inputs: CostingInputs) -> Bool {
    inputs.costPools.indices.contains(place) && inputs.costPools[place].isValueAdded == false
  }

  /// The whole pool where it adds no value; else its unused capacity.
  private static func waste(_ pool: PoolResult, _ inputs: CostingInputs, _ place: Int) -> Amount {
    addsNoValue(place, inputs) ? pool.amount + pool.received : pool.unusedCapacity
  }

  func write(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    sheet.heading(book.text("Pools by waste", "各成本池浪费"), row: row, columns: 1...10)
    return sheet.table(
      DataTable(columns: columns, rowCount: places.count, name: "Mb_Lean", totals: .below),
      row: row + 1)
  }

  private func cell(_ parameter: AllocationLayout.Parameter, _ place: Int) -> String? {
    layout.column(ofPool: place).flatMap { layout.cell(parameter, column: $0)?.reference }
  }

  private func linked(
    _ header: String, _ parameters: [AllocationLayout.Parameter], _ value: (PoolResult) -> Double
  ) -> DataColumn {
    let values = places.map { value(pools[$0]) }
    return DataColumn(
      header,
      .cells(
        zip(places, values).map { place, value in
          let parts = parameters.compactMap { cell($0, place) }
          return parts.isEmpty
            ? .number(value) : .formula(Formula(parts.joined(separator: "+"), value: value))
        }), styles.money, total: .sum(values.reduce(0, +)))
  }

  /// A no., B value-added, C pool, D cost, E unused, F not value-added, G waste, H share, I cumulative,
  /// J use of capacity.
  private var columns: [DataColumn] {
    let no = book.text("no", "否")
    let flags = places.map { Self.addsNoValue($0, book.inputs) }
    let cost = linked(book.text("Cost", "成本"), [.amount, .received]) {
      book.shown($0.amount + $0.received)
    }
    let unused = linked(book.text("Unused capacity", "闲置产能成本"), [.unused]) {
      book.shown($0.unusedCapacity)
    }
    let nonValue = zip(places, flags).map {
      $1 ? book.shown(pools[$0].amount + pools[$0].received) : 0
    }
    let wastes = places.map { book.shown(Self.waste(pools[$0], book.inputs, $0)) }
    return [
      DataColumn(
        book.text("No.", "序号"), .numbers(places.indices.map { Double($0 + 1) }),
        styles.number("0").with { $0.horizontal = .center }),
      DataColumn(
        book.text("Adds value", "增值"),
        .texts(
          zip(places, flags).map { place, isWaste in
            isWaste ? no : isFlagged(place) ? book.text("yes", "是") : ""
          }), styles.centered),
      DataColumn(
        book.text("Cost pool", "成本池"), .texts(places.map { pools[$0].name }), styles.text,
        total: .label(book.text("Total", "合计"))
      ).with { $0.minimumWidth = 24 }, cost, unused,
      DataColumn(
        book.text("Adds no value", "不增值成本"),
        .formula(RowFormula("IF(B{r}=\(no.quotedForFormula),D{r},0)"), values: nonValue),
        styles.money, total: .sum(nonValue.reduce(0, +))),
      DataColumn(
        book.text("Waste", "浪费"), .formula(RowFormula("IF(F{r}>0,F{r},E{r})"), values: wastes),
        styles.money.with { $0.isBold = true }, total: .sum(wastes.reduce(0, +))),
    ] + shares(wastes) + [capacityUse]
  }

  private func isFlagged(_ place: Int) -> Bool {
    book.inputs.costPools.indices.contains(place)
      && book.inputs.costPools[place].isValueAdded != nil
  }

  private func shares(_ wastes: [Double]) -> [DataColumn] {
    let total = wastes.reduce(0, +)
    let first = 15
    let range = "G$\(first):G$\(first + places.count - 1)"
    var running = 0.0
    let cumulative = wastes.map { waste -> Double in
      running += waste
      return total > 0 ? running / total : .nan
    }
    return [
      DataColumn(
        book.text("Share of waste", "占浪费比"),
        .formula(
          RowFormula("IF(SUM(\(range))>0,G{r}/SUM(\(range)),\"\")"),
          values: wastes.map { total > 0 ? $0 / total : .nan }), styles.percent),
      DataColumn(
        book.text("Cumulative", "累计占比"),
        .formula(RowFormula("IF(ISNUMBER(H{r}),N(I{r-1})+H{r},\"\")"), values: cumulative),
        styles.percent),
    ]
  }

  private var capacityUse: DataColumn {
    DataColumn(
      book.text("Use of capacity", "产能利用率"),
      .cells(
        places.map { place -> CellContent in
          let pool = pools[place]
          guard let capacity = pool.practicalCapacity?.doubleValue, capacity > 0,
            let used = pool.minutesUsed?.doubleValue ?? pool.driverTotal?.doubleValue
          else { return .empty }
          guard pool.minutesUsed == nil, let quantity = cell(.quantity, place),
            let limit = cell(.capacity, place)
          else { return .number(used / capacity) }
          return .formula(Formula("\(quantity)/\(limit)", value: used / capacity))
        }), styles.share)
  }

  func keyFigures(_ place: DataTable.Place, _ sheet: inout SheetBuilder, row: Int) {
    guard let lean = book.results.lean else { return }
    let sum = { (index: Int) in "SUM(\(place.local(index)))" }
    let money = styles.money
    sheet.figures(
      book.text("Key figures", "主要指标"),
      [
        ListedFigure(
          book.text("Cost that adds no value", "不增值成本"), book.shown(lean.nonValueAdded), money,
          formula: checked(
            sum(5),
            places.map {
              Self.addsNoValue($0, book.inputs)
                ? book.shown(pools[$0].amount + pools[$0].received) : 0
            }, lean.nonValueAdded)),
        ListedFigure(
          book.text("Unused capacity", "闲置产能成本"), book.shown(lean.idle), money,
          formula: checked(sum(4), places.map { book.shown(pools[$0].unusedCapacity) }, lean.idle)),
        ListedFigure(
          book.text("Waste", "浪费合计"), book.shown(lean.waste), money.with { $0.isBold = true },
          formula: checked(
            sum(6), places.map { book.shown(Self.waste(pools[$0], book.inputs, $0)) }, lean.waste)),
        ListedFigure(
          book.text("Waste of all pools", "浪费率"), lean.wasteShare, styles.share,
          formula: wasteShareFormula(sum(3), row)),
      ], row: row)
  }

  private func checked(_ formula: String, _ parts: [Double], _ engine: Amount) -> String? {
    LiveFigure.agrees(parts.reduce(0, +), book.shown(engine)) ? formula : nil
  }

  private func wasteShareFormula(_ cost: String, _ row: Int) -> String? {
    guard let lean = book.results.lean, let share = lean.wasteShare else { return nil }
    let total = places.reduce(0.0) { $0 + book.shown(pools[$1].amount + pools[$1].received) }
    guard total > 0, LiveFigure.agrees(book.shown(lean.waste) / total, share) else { return nil }
    return "\(SheetBuilder.figureCell(2, listAt: row))/\(cost)"
  }

  func chart(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let wastes = places.map { book.shown(Self.waste(pools[$0], book.inputs, $0)) }
    let total = wastes.reduce(0, +)
    guard total > 0 else { return }
    let name = book.name(of: .lean)
    let labels = places.map { pools[$0].name }
    let bars = ChartPlan.Series(
      book.text("Waste", "浪费"), values: place.cells(6, of: name), points: wastes,
      categories: place.cells(2, of: name), labels: labels, color: Palette.sand)
    var running = 0.0
    var line = ChartPlan.Series(
      book.text("Cumulative", "累计占比"), values: place.cells(8, of: name),
      points: wastes.map {
        running += $0
        return running / total
      }, categories: place.cells(2, of: name), labels: labels, color: Palette.ink)
    line.isLine = true
    line.isOnSecondaryAxis = true
    line.hasMarkers = true
    var chart = ChartPlan(
      kind: .column, title: book.text("Pareto of waste", "浪费帕累托图"),
      altText: book.text("Waste by pool, largest first, with its running share.", "各成本池浪费及累计占比。"),
      series: [bars, line], at: CellAddress(row: place.lastRow + 4, column: 2), width: 760,
      height: 320)
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Cost pool", "成本池")
    var axis = ChartPlan.Axis()
    axis.numberFormat = "0%"
    axis.title = book.text("Running share", "累计占比")
    axis.minimum = 0
    axis.maximum = 1
    axis.hasGridLines = false
    chart.secondaryValueAxis = axis
    sheet.edit { $0.charts.append(chart) }
  }
}
