import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The lines above the customers: what each pool costs, how it is spread, at what rate, and whether
/// all of it is accounted for.
struct PoolParameters {
  typealias Parameter = AllocationLayout.Parameter

  let formulas: AllocationFormulas
  let pools: [AllocationColumn]
  let activities: [AllocationColumn]

  private var book: ProfitBook { formulas.book }
  private var layout: AllocationLayout { formulas.layout }
  private var styles: Styles { book.styles }

  func write(_ sheet: inout SheetBuilder) {
    headers(&sheet)
    for parameter in layout.parameters {
      guard let row = layout.row(parameter) else { continue }
      sheet.label(
        label(parameter), row: row, column: 3, style: styles.label.with { $0.isBold = true })
      if let column = layout.channelColumn {
        sheet.put(.empty, row: row, column: column, style: styles.label)
      }
      for (offset, place) in layout.poolOrder.enumerated() {
        let column = layout.firstPoolColumn + offset
        pool(parameter, book.results.pools[place], pools[offset], row, column, &sheet)
      }
      for (offset, place) in layout.activityOrder.enumerated() {
        let column = layout.lastPoolColumn + 1 + offset
        activity(parameter, book.results.activities[place], activities[offset], row, column, &sheet)
      }
      total(parameter, row, &sheet)
    }
    wrapWords(&sheet)
    checkColours(&sheet)
  }

  /// Rows of words as high as the longest asks for.
  private func wrapWords(_ sheet: inout SheetBuilder) {
    let pools = layout.poolOrder.map { book.results.pools[$0] }
    let activities = layout.activityOrder.map { book.results.activities[$0] }
    let words: [(Parameter, [String])] = [
      (.costClass, activities.map(\.pool)),
      (.driver, pools.compactMap(\.driver) + activities.map(\.driver)),
    ]
    for (parameter, texts) in words {
      guard let row = layout.row(parameter) else { continue }
      let lines = texts.map { TextWidth.lines($0, in: 11) }.max() ?? 1
      if lines > 1 { sheet.edit { $0.rows[row] = RowPlan(height: Double(min(lines, 5)) * 15) } }
    }
  }

  private func headers(_ sheet: inout SheetBuilder) {
    let row = AllocationLayout.headerRow
    for column in 1...layout.totalColumn {
      sheet.put(.empty, row: row, column: column, style: styles.headerLeft)
    }
    sheet.label(book.text("Cost pool", "成本池"), row: row, column: 3, style: styles.headerLeft)
    sheet.label(
      book.text("All pools", "全部成本池"), row: row, column: layout.totalColumn, style: styles.header)
    sheet.label(
      book.text("Cost-to-serve", "服务成本"), row: row, column: layout.serveColumn, style: styles.header
    )
    sheet.label(
      book.text("Overhead", "管理费用"), row: row, column: layout.overheadColumn, style: styles.header)
    for (offset, place) in layout.poolOrder.enumerated() {
      let (name, column) = (book.results.pools[place].name, layout.firstPoolColumn + offset)
      sheet.label(name, row: row, column: column, style: styles.header)
      sheet.noteHeader(name, row: row, column: column)
    }
    for (offset, place) in layout.activityOrder.enumerated() {
      let name = "↳ " + book.results.activities[place].name
      let column = layout.lastPoolColumn + 1 + offset
      sheet.label(
        name, row: row, column: column, style: styles.header.with { $0.fill = Palette.slate })
      sheet.noteHeader(name, row: row, column: column)
    }
  }

  private func label(_ parameter: Parameter) -> String {
    switch parameter {
    case .costClass: book.text("Class (activity: its pool)", "成本类别(作业：所属成本池)")
    case .level: book.text("Level", "层级")
    case .method: book.text("Method", "分摊方法")
    case .driver: book.text("Driver", "动因")
    case .amount: book.text("Amount", "金额")
    case .received: book.text("From service departments", "辅助部门转入")
    case .capacity: book.text("Practical capacity", "实际产能")
    case .unitTime: book.text("Minutes a unit, or share", "单位时间(分)或比例")
    case .minutes: book.text("Minutes used", "耗用分钟")
    case .quantity: book.text("Driver quantity", "动因总量")
    case .rate: book.text("Rate a unit", "费率")
    case .allocated: book.text("Allocated to \(book.objectWord.lowercased())s", "已分摊")
    case .unallocated: book.text("Not allocated", "未分摊")
    case .unused: book.text("Unused capacity", "闲置产能成本")
    case .check: book.text("Check (zero)", "校验(应为零)")
    }
  }

  // MARK: Cells of a pool

  private func pool(
    _ parameter: Parameter, _ result: PoolResult, _ made: AllocationColumn, _ row: Int,
    _ column: Int, _ sheet: inout SheetBuilder
  ) {
    let language = book.context.language
    switch parameter {
    case .costClass: word(result.costClass.map { Terms.name($0)[language] }, row, column, &sheet)
    case .level: word(result.level.map { Terms.name($0)[language] }, row, column, &sheet)
    case .method: word(Terms.name(result.method)[language], row, column, &sheet)
    case .driver:
      word(
        result.method == .revenue ? Terms.name(.netRevenue)[language] : result.driver, row, column,
        &sheet)
    case .amount: figure(made.amount, styles.money, row, column, link: source(result), &sheet)
    case .received: figure(made.received, styles.money, row, column, &sheet)
    case .capacity:
      figure(
        result.practicalCapacity.map { LiveFigure(nil, $0.doubleValue) }, styles.quantity, row,
        column, &sheet)
    case .unitTime, .minutes: figure(nil, styles.quantity, row, column, &sheet)
    case .quantity: figure(made.quantity, styles.quantity, row, column, &sheet)
    case .rate: figure(made.rate, styles.rate, row, column, &sheet)
    case .allocated:
      figure(
        allocated(column, result.allocated), styles.money.with { $0.isBold = true }, row, column,
        &sheet)
    case .unallocated: figure(made.unallocated, styles.money, row, column, &sheet)
    case .unused: figure(made.unused, styles.money, row, column, &sheet)
    case .check: figure(check(column), styles.money, row, column, &sheet)
    }
  }

  private func allocated(_ column: Int, _ amount: Amount) -> LiveFigure {
    let letters = CellAddress.letters(ofColumn: column)
    return LiveFigure(
      "SUM(\(letters)\(layout.firstRow):\(letters)\(layout.lastRow))", book.shown(amount))
  }

  /// What the pool had less where it went.
  private func check(_ column: Int) -> LiveFigure {
    let received = layout.row(.received) == nil ? "" : "+\(formulas.local(.received, column))"
    let text =
      "ROUND(\(formulas.local(.amount, column))\(received)-\(formulas.local(.allocated, column))"
      + "-\(formulas.local(.unallocated, column))-\(formulas.local(.unused, column)),\(book.checkDigits))"
    return LiveFigure(text, 0)
  }

  private func source(_ result: PoolResult) -> LinkTarget? {
    switch result.provenance {
    case .cell(let cell): .cell(cell)
    case .range(let range): .cell(SheetCell(sheet: range.sheet, cell: range.range.first))
    default: nil
    }
  }

  // MARK: Cells of an activity

  private func activity(
    _ parameter: Parameter, _ result: ActivityResult, _ made: AllocationColumn, _ row: Int,
    _ column: Int, _ sheet: inout SheetBuilder
  ) {
    switch parameter {
    case .costClass: word(result.pool, row, column, &sheet)
    case .level: word(book.text("activity", "作业"), row, column, &sheet)
    case .method:
      word(
        result.unitTime != nil ? book.text("time-driven", "时间驱动") : book.text("share", "比例"),
        row, column, &sheet)
    case .driver: word(result.driver, row, column, &sheet)
    case .amount: figure(made.amount, styles.money, row, column, &sheet)
    case .unitTime:
      if let time = result.unitTime {
        figure(LiveFigure(nil, time.doubleValue), styles.quantity, row, column, &sheet)
      } else {
        figure(result.share.map { LiveFigure(nil, $0) }, styles.percent, row, column, &sheet)
      }
    case .minutes: figure(made.minutes, styles.quantity, row, column, &sheet)
    case .quantity: figure(made.quantity, styles.quantity, row, column, &sheet)
    case .rate: figure(made.rate, styles.rate, row, column, &sheet)
    case .allocated:
      let sum = result.byCustomer.reduce(Amount.zero, +)
      figure(allocated(column, sum), styles.money, row, column, &sheet)
    case .received, .capacity, .unallocated, .unused, .check:
      figure(nil, styles.money, row, column, &sheet)
    }
  }

  private func word(_ text: String?, _ row: Int, _ column: Int, _ sheet: inout SheetBuilder) {
    sheet.put(
      text.map { .text($0) } ?? .empty, row: row, column: column,
      style: styles.label.with {
        $0.horizontal = .right
        $0.wraps = true
      })
  }

  // MARK: Cells of all pools

  private func total(_ parameter: Parameter, _ row: Int, _ sheet: inout SheetBuilder) {
    let sums: [(Int, ClosedRange<Int>?)] = [
      (layout.totalColumn, span(0, layout.poolOrder.count)),
      (layout.serveColumn, span(0, layout.serveCount)),
      (layout.overheadColumn, span(layout.serveCount, layout.poolOrder.count)),
    ]
    for (column, span) in sums {
      guard isSummed(parameter), let span else {
        sheet.put(.empty, row: row, column: column, style: styles.lined(styles.money))
        continue
      }
      let text =
        "SUM(\(CellAddress.letters(ofColumn: span.lowerBound))\(row):"
        + "\(CellAddress.letters(ofColumn: span.upperBound))\(row))"
      let places = layout.poolOrder[
        (span.lowerBound - layout.firstPoolColumn)...(span.upperBound - layout.firstPoolColumn)]
      let value = places.reduce(0.0) { $0 + amount(parameter, book.results.pools[$1]) }
      figure(LiveFigure(text, value), styles.money.with { $0.isBold = true }, row, column, &sheet)
    }
  }

  private func span(_ from: Int, _ end: Int) -> ClosedRange<Int>? {
    from < end ? (layout.firstPoolColumn + from)...(layout.firstPoolColumn + end - 1) : nil
  }

  private func isSummed(_ parameter: Parameter) -> Bool {
    switch parameter {
    case .amount, .received, .allocated, .unallocated, .unused, .check: true
    default: false
    }
  }

  private func amount(_ parameter: Parameter, _ pool: PoolResult) -> Double {
    switch parameter {
    case .amount: book.shown(pool.amount)
    case .received: book.shown(pool.received)
    case .allocated: book.shown(pool.allocated)
    case .unallocated: book.shown(pool.unallocated)
    case .unused: book.shown(pool.unusedCapacity)
    default: 0
    }
  }

  // MARK: One figure

  private func figure(
    _ figure: LiveFigure?, _ style: CellStyle, _ row: Int, _ column: Int,
    link: LinkTarget? = nil, _ sheet: inout SheetBuilder
  ) {
    let lined = styles.lined(style)
    guard let figure else { return sheet.put(.empty, row: row, column: column, style: lined) }
    if let text = figure.formula {
      sheet.formula(text, value: figure.value, row: row, column: column, style: lined, link: link)
    } else {
      sheet.number(figure.value, row: row, column: column, style: lined)
    }
  }

  private func checkColours(_ sheet: inout SheetBuilder) {
    guard let row = layout.row(.check) else { return }
    let range = CellRange(
      CellAddress(row: row, column: layout.totalColumn),
      CellAddress(row: row, column: max(layout.totalColumn, layout.lastPoolColumn)))
    let first = CellAddress(row: row, column: layout.totalColumn).a1
    let styles = self.styles
    sheet.edit { plan in
      plan.conditionalFormats.append(
        ConditionalFormatPlan(
          range: range, rule: .formula("AND(ISNUMBER(\(first)),\(first)<>0)", styles.bad)))
      plan.conditionalFormats.append(
        ConditionalFormatPlan(
          range: range, rule: .formula("AND(ISNUMBER(\(first)),\(first)=0)", styles.good)))
    }
  }
}
