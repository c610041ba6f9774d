import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// How every figure is defined, what is live and what is a value and why, which settings were in
/// force, from which file and when.
struct MethodSheet: SheetPlugin {
  let key = SheetKey.method.rawValue

  func name(in context: SheetContext) -> String { SheetKey.method.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { true }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .method)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Definitions, sources and settings in force; which figures are formulas and which are values.",
        "指标定义、依据与当前设置；哪些是实时公式，哪些是数值及原因。"))
    for (column, width) in [(1, 29.0), (2, 52.0), (3, 58.0), (4, 40.0)] {
      sheet.fix(column, at: width)
    }
    var row = MethodRun(book).write(&sheet, row: 6)
    row = MethodDefinitions(book).write(&sheet, row: row + 2)
    row = MethodLiveness(book).write(&sheet, row: row + 2)
    row = MethodSettings(book).write(&sheet, row: row + 2)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 5, column: 1)
      plan.print.area = CellRange(
        CellAddress(row: 1, column: 1), CellAddress(row: row, column: 4))
    }
    return sheet.finished()
  }
}

/// Writes a section of texts in the four columns of the method sheet.
struct MethodSection {
  let book: ProfitBook
  var title: String
  var headers: [String]
  var rows: [[String]]

  private static let widths: [Double] = [29, 52, 58, 40]

  /// Writes the section; says its last row.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard !rows.isEmpty else { return row - 2 }
    let styles = book.styles
    sheet.heading(title, row: row, columns: 1...4)
    var line = row + 1
    if !headers.isEmpty {
      sheet.band(row: line, columns: 1...4, style: styles.headerLeft)
      for (index, header) in headers.enumerated() {
        sheet.label(header, row: line, column: index + 1, style: styles.headerLeft)
      }
      line += 1
    }
    for texts in rows {
      if !headers.isEmpty {
        sheet.band(row: line, columns: 1...4, style: styles.lined(styles.wrapped))
      }
      for (index, text) in texts.prefix(4).enumerated() {
        sheet.label(
          text, row: line, column: index + 1,
          style: styles.lined(styles.wrapped.with { $0.isBold = index == 0 }))
      }
      let height = QualityRow.height(zip(texts, Self.widths).map { ($0, $1) })
      sheet.edit { $0.rows[line] = RowPlan(height: min(200, height)) }
      line += 1
    }
    return line - 1
  }
}

/// From which file, when, by what.
struct MethodRun {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let source = book.context.source
    var rows = [
      [book.text("File", "文件"), source.fileName],
      [book.text("Converted", "转换时间"), source.convertedAt],
      [book.text("Engine", "引擎版本"), "Marginbook \(book.context.engineVersion)"],
    ]
    if let period = book.results.period {
      rows.append(
        [
          book.text("Period", "期间"),
          book.text(
            "\(period.start) to \(period.end), both included, \(period.days) days",
            "\(period.start) 至 \(period.end)(含两端，共\(period.days)天)"),
        ])
    }
    let unit = book.unitLabel.isEmpty ? book.text("as in the workbook", "同原工作簿") : book.unitLabel
    rows.append([book.text("Currency and unit", "币种与单位"), unit])
    rows.append([book.text("Profit is measured for", "盈利对象"), book.objectWord])
    rows.append(
      [
        book.text("Ranked by", "排名依据"),
        book.hasCosts
          ? book.text("net margin", "净利润")
          : book.text("revenue, for the workbook holds no cost", "收入(工作簿中没有成本)"),
      ])
    return MethodSection(book: book, title: book.text("This run", "本次运行"), headers: [], rows: rows)
      .write(&sheet, row: row)
  }
}

/// What is a formula over the team's own cells and what is a value, and why.
struct MethodLiveness {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    MethodSection(
      book: book, title: book.text("Live or value", "实时公式或数值"),
      headers: [
        book.text("Figure", "数据"), book.text("How it stands on the sheets", "在表中的形式"),
        book.text("Where from, or why not live", "来源或原因"),
      ], rows: facts + pools + MethodSources(book).rows + general
    ).write(&sheet, row: row)
  }

  private var live: String {
    book.text("formula over the workbook's own cells", "引用原工作簿单元格的公式")
  }
  private var value: String { book.text("value on the facts sheet", "“动因”表上的数值") }

  private var facts: [[String]] {
    FactsLayout(book).columns.map { fact in
      switch fact.liveness {
      case .live(let sum):
        let ranges = sum.terms.map { $0.values.description }
        let more = ranges.count > 4 ? ", …" : ""
        return [fact.header, live, ranges.prefix(4).joined(separator: ", ") + more]
      case .valueOnly(let reason): return [fact.header, value, reason[book.context.language]]
      case nil:
        return [
          fact.header, value,
          book.text("worked out while the lines were read", "读取明细时汇总得出"),
        ]
      }
    }
  }

  private var pools: [[String]] {
    guard book.hasPools else { return [] }
    let formulas = AllocationFormulas(book)
    let share = book.text("rate × driver quantity", "费率 × 动因用量")
    let fixed = book.text("values on the allocation sheet", "“成本分摊”表上的数值")
    return zip(formulas.layout.poolOrder, formulas.pools()).compactMap { place, column in
      guard !column.customers.isEmpty else { return nil }
      let pool = book.results.pools[place]
      let amount = column.amount.formula.map { book.text("amount: \($0)", "金额：\($0)") } ?? ""
      return [
        pool.name, column.customerFormula == nil ? fixed : share,
        column.reason?[book.context.language] ?? amount,
      ]
    }
  }

  private var general: [[String]] {
    let isLarge = book.order.count > ProfitBook.quadraticLimit
    var rows: [[String]] = []
    if isLarge {
      rows.append(
        [
          book.text("Rank", "排名"), book.text("value", "数值"),
          book.text(
            "beyond \(ProfitBook.quadraticLimit) rows a formula that looks at every row in each row"
              + " would take quadratic time; filter the P&L rather than sorting it",
            "超过\(ProfitBook.quadraticLimit)行时逐行比较全部行的公式耗时呈平方增长；请筛选而不要排序客户损益表"),
        ])
    }
    rows.append(
      [
        book.text("Models", "模型结果"), book.text("value", "数值"),
        book.text(
          "fitted by maximum likelihood, clustering or smoothing, which a spreadsheet has no function"
            + " for; what follows from them is a formula", "由极大似然、聚类或平滑拟合，表格无对应函数；由其推出的数字为公式"),
      ])
    return rows
  }
}

/// The settings in force.
struct MethodSettings {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let settings = book.inputs.settings
    let percent = { (value: Double) in PercentText.one(value) }
    let hours = settings.analysis.responseTargetHours
    var rows: [[String]] = settings.asRead.map { entry in
      [
        entry.title[book.context.language], entry.value,
        Self.place(entry.provenance) ?? book.text("settings", "设置"),
      ]
    }
    let read = Set(settings.asRead.map(\.name.foldedName))
    var defaults: [(String, String, String)] = [
      ("ABC Lines", "分类界限", "\(percent(settings.classALine)), \(percent(settings.classBLine))"),
      ("VIP Share", "VIP比例", percent(settings.vipShare)),
      ("Days in Year", "年天数", "\(Int(settings.daysInYear))"),
      (
        "Service Department Method", "辅助部门分配方法",
        Terms.name(settings.serviceDepartmentMethod)[book.context.language]
      ),
      (
        "Rounding", "舍入", settings.rounding.map(\.description) ?? book.text("none", "不舍入")
      ),
    ]
    if book.results.analytics.service != nil {
      defaults.append(("Response Target Hours", "响应时限小时", PlainNumber.text(hours)))
    }
    rows += defaults.filter { !read.contains($0.0.foldedName) }.map {
      [book.text($0.0, $0.1), $0.2, book.text("default", "默认值")]
    }
    return MethodSection(
      book: book, title: book.text("Settings in force", "当前设置"),
      headers: [book.text("Setting", "设置项"), book.text("Value", "值"), book.text("From", "来源")],
      rows: rows
    ).write(&sheet, row: row)
  }

  private static func place(_ provenance: Provenance?) -> String? {
    switch provenance {
    case .cell(let cell): cell.description
    case .range(let range): range.description
    default: nil
    }
  }
}
