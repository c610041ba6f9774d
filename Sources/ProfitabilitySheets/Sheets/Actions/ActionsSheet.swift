import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What to do first: actions by money at stake, each with the figures that fired it; where customers
/// stand in value against cost-to-serve; how each class is looked after; why margins are low.
struct ActionsSheet: SheetPlugin {
  let key = SheetKey.actions.rawValue

  func name(in context: SheetContext) -> String { SheetKey.actions.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    let results = context.results
    return !results.analytics.actions.isEmpty || !results.diagnoses.isEmpty
      || ActionPolicy.isTold(in: context)
  }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .actions)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "By money at stake, most first. The notes column is yours: it stays when the workbook is"
          + " converted again.", "按涉及金额排序。备注列供您填写，再次转换时会保留。")
        + book.plainUnitRemark)
    for (column, width) in [
      (1, 6.0), (2, 14), (3, 30), (4, 15), (5, 46), (6, 46), (7, 30),
    ] { sheet.fix(column, at: width) }
    var row = ActionList(book).write(&sheet, row: 6)
    row = ActionMatrix(book).write(&sheet, row: row + 2)
    row = ActionPolicy(book).write(&sheet, row: row + 2)
    ActionDiagnoses(book).write(&sheet, row: row + 2)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 1) }
    return sheet.finished()
  }
}

/// The recommended actions.
struct ActionList {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  private static let most = 100

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let actions = book.results.analytics.actions.prefix(Self.most)
    let styles = book.styles
    sheet.heading(book.text("Actions", "行动"), row: row, columns: 1...7)
    guard !actions.isEmpty else {
      sheet.label(
        book.text("No rule fired.", "没有触发任何规则。"), row: row + 1, column: 1, style: styles.note)
      return row + 1
    }
    let headers = [
      book.text("No.", "序号"), book.text("Action", "行动"), book.objectWord,
      book.text("At stake", "涉及金额"),
      book.text("Because", "依据"), book.text("Recommendation", "建议"),
      book.text("Your notes", "您的备注"),
    ]
    for (index, header) in headers.enumerated() {
      let style =
        switch index {
        case 0: styles.headerCentered
        case 3: styles.header
        case 4, 5: styles.headerLeft.with { $0.indent = 1 }
        default: styles.headerLeft
        }
      sheet.label(header, row: row + 1, column: index + 1, style: style)
    }
    let numbers = book.numbers
    for (index, action) in actions.enumerated() {
      write(action, index, numbers[action.id], row: row + 2 + index, &sheet)
    }
    return row + 1 + actions.count
  }

  private func write(
    _ action: RecommendedAction, _ index: Int, _ number: Int?, row: Int,
    _ sheet: inout SheetBuilder
  ) {
    let styles = book.styles
    let language = book.context.language
    let wrapped = styles.lined(styles.wrapped)
    let clear = styles.lined(styles.wrappedClear)
    let because = action.because[language]
    let advice = action.recommendation[language]
    sheet.number(
      Double(index + 1), row: row, column: 1, style: styles.lined(styles.centered))
    sheet.label(
      Terms.name(action.kind)[language], row: row, column: 2,
      style: wrapped.with { $0.isBold = true })
    sheet.label(
      number.map { book.displayName(book.order.places[$0 - 1]) } ?? action.id.text, row: row,
      column: 3,
      style: number == nil
        ? wrapped
        : styles.lined(
          styles.link.with {
            $0.isVerticallyCentered = true
            // LibreOffice wraps no text that is a link.
            $0.shrinksToFit = true
          }),
      link: number.map {
        .sheet(
          key: SheetKey.customers.rawValue,
          cell: CellAddress(row: ProfitLayout.firstRow + $0 - 1, column: 3))
      })
    sheet.number(
      book.shown(action.moneyAtStake), row: row, column: 4, style: styles.lined(styles.money))
    sheet.label(because, row: row, column: 5, style: clear)
    sheet.label(advice, row: row, column: 6, style: clear)
    note(action, row: row, &sheet)
    sheet.edit {
      $0.rows[row] = RowPlan(
        height: min(120, QualityRow.height([(because, 46), (advice, 46)])))
    }
  }

  /// A cell of the team's own, found again by the action and the customer it is about.
  private func note(_ action: RecommendedAction, row: Int, _ sheet: inout SheetBuilder) {
    let name = "Mb_In_Note_\(action.kind.rawValue)_\(StableHash.of(action.id.text))"
    let typed = book.context.typedInputs[name]
    let content: CellContent =
      switch typed {
      case .text(let text): .text(text)
      case .number(let value): .number(value)
      case nil: .empty
      }
    sheet.put(
      content, row: row, column: 7,
      style: book.styles.input("").with {
        $0.wraps = true
        $0.isVerticallyCentered = true
      })
    let cell = CellAddress(row: row, column: 7)
    sheet.edit { plan in
      guard !plan.names.contains(where: { $0.name == name }) else { return }
      plan.names.append(NamePlan(name: name, range: CellRange(cell, cell), isInput: true))
    }
  }
}

/// A number of a text that is the same in every run.
enum StableHash {
  /// FNV-1a of 64 bits, in base 36.
  static func of(_ text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 36)
  }
}

/// Value against cost-to-serve, two by two.
struct ActionMatrix {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let results = book.results.customers
    // Where nothing is spent on serving, everybody would stand in one column.
    guard !book.results.totals.costToServe.isZero,
      results.contains(where: { $0.quadrant != nil })
    else { return row - 2 }
    let styles = book.styles
    let language = book.context.language
    sheet.heading(
      book.text("Value against cost-to-serve", "价值与服务成本矩阵"), row: row, columns: 1...7)
    let headers = [
      book.text("Number", "客户数"), book.text("Where they stand", "所在象限"),
      book.text("Net margin", "净利润"),
      book.text("What to do", "策略"), book.text("Who, largest first", "客户(由大到小)"),
    ]
    sheet.band(row: row + 1, columns: 1...7, style: styles.headerLeft)
    for (column, header) in zip([2, 3, 4, 5, 6], headers) {
      sheet.label(
        header, row: row + 1, column: column,
        style: [2, 4].contains(column)
          ? styles.header : styles.headerLeft.with { $0.indent = 1 })
    }
    for (index, quadrant) in ValueCostQuadrant.allCases.enumerated() {
      let line = row + 2 + index
      let members = book.order.places.filter { results[$0].quadrant == quadrant }
      let margin = members.reduce(Amount.zero) { $0 + results[$1].netMargin }
      let names = members.sorted { results[$1].revenue < results[$0].revenue }.prefix(6)
        .map { book.displayName($0) }.joined(separator: book.text(", ", "、"))
      let wrapped = styles.lined(styles.wrapped)
      sheet.put(.empty, row: line, column: 1, style: wrapped)
      sheet.number(Double(members.count), row: line, column: 2, style: styles.lined(styles.count))
      sheet.label(
        Terms.name(quadrant)[language], row: line, column: 3,
        style: styles.lined(styles.wrappedClear).with { $0.isBold = true })
      sheet.put(.empty, row: line, column: 7, style: wrapped)
      sheet.number(book.shown(margin), row: line, column: 4, style: styles.lined(styles.money))
      sheet.label(
        Terms.strategy(quadrant)[language], row: line, column: 5,
        style: styles.lined(styles.wrappedClear))
      sheet.label(names, row: line, column: 6, style: styles.lined(styles.wrappedClear))
      sheet.edit {
        $0.rows[line] = RowPlan(
          height: QualityRow.height([(Terms.strategy(quadrant)[language], 46), (names, 46)]))
      }
    }
    return row + 1 + ValueCostQuadrant.allCases.count
  }
}

/// How each class is looked after.
struct ActionPolicy {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  /// Whether there are classes to look after: without sales and cost everybody is in the last.
  static func isTold(in context: SheetContext) -> Bool {
    context.tellsOfProfit && !context.results.analytics.servicePolicy.isEmpty
  }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let policies = book.results.analytics.servicePolicy
    guard Self.isTold(in: book.context) else { return row - 2 }
    let styles = book.styles
    sheet.heading(book.text("Service by class", "分类服务策略"), row: row, columns: 1...7)
    sheet.band(row: row + 1, columns: 1...7, style: styles.headerLeft)
    let headers = [
      book.text("Class", "ABC类"), book.text("Visit every, days", "回访周期(天)"),
      book.text("Customers", "客户数"),
      book.text("Median days since order", "距上次订单中位天数"), book.text("Policy", "策略"),
    ]
    for (index, header) in headers.enumerated() {
      let style =
        switch index {
        case 0: styles.headerCentered
        case 4: styles.headerLeft.with { $0.indent = 1 }
        default: styles.header
        }
      sheet.label(header, row: row + 1, column: index + 1, style: style)
    }
    sheet.edit { $0.rows[row + 1] = RowPlan(height: 32) }
    for (index, policy) in policies.enumerated() {
      write(policy, row: row + 2 + index, &sheet)
    }
    return row + 1 + policies.count
  }

  private func write(_ policy: ServicePolicy, row: Int, _ sheet: inout SheetBuilder) {
    let styles = book.styles
    let wrapped = styles.lined(styles.wrapped)
    let text = policy.policy[book.context.language]
    let name = "Mb_In_Visit_days_class_\(policy.valueClass.rawValue)"
    var days = Double(policy.visitEveryDays)
    if case .number(let typed) = book.context.typedInputs[name] { days = typed }
    sheet.band(row: row, columns: 1...7, style: wrapped)
    sheet.label(
      policy.valueClass.rawValue, row: row, column: 1,
      style: styles.lined(styles.centered).with { $0.isBold = true })
    sheet.put(.number(days), row: row, column: 2, style: styles.input("0"))
    let cell = CellAddress(row: row, column: 2)
    sheet.edit { plan in
      plan.names.append(NamePlan(name: name, range: CellRange(cell, cell), isInput: true))
      plan.validations.append(
        ValidationPlan(range: CellRange(cell, cell), rule: .whole(1...3650)))
    }
    sheet.number(Double(policy.customers), row: row, column: 3, style: styles.lined(styles.count))
    sheet.number(
      policy.actualDaysSinceOrder ?? .nan, row: row, column: 4,
      style: styles.lined(styles.number("0")))
    sheet.label(text, row: row, column: 5, style: styles.lined(styles.wrappedClear))
    sheet.merge(row: row, columns: 5...7)
    sheet.edit { plan in
      plan.rows[row] = RowPlan(height: QualityRow.height([(text, 120)]))
      plan.conditionalFormats.append(
        ConditionalFormatPlan(
          range: CellRange(CellAddress(row: row, column: 4), CellAddress(row: row, column: 4)),
          rule: .formula("AND(ISNUMBER(D\(row)),D\(row)>B\(row))", styles.warning)))
    }
  }
}

/// Why margins are low: the pools that cost a customer more than the average.
struct ActionDiagnoses {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  private static let most = 30
  /// Characters of the column of names, less the cell's indent.
  private static let nameWidth = 28.0

  func write(_ sheet: inout SheetBuilder, row: Int) {
    let diagnoses = book.results.diagnoses.sorted { $0.shortfall < $1.shortfall }
      .prefix(Self.most)
    guard !diagnoses.isEmpty else { return }
    let styles = book.styles
    sheet.heading(
      book.text("Why margins are low, largest shortfall first", "利润率偏低的原因(按差额由大到小)"), row: row,
      columns: 1...7)
    sheet.band(row: row + 1, columns: 1...7, style: styles.headerLeft)
    let headers = [
      book.text("Net margin %", "净利率"), book.objectWord, book.text("Shortfall", "差额"),
      book.text("Pools beyond the average share", "超出平均的成本池"),
      book.text("Points against the portfolio", "与总体相差(百分点)"),
    ]
    for (column, header) in zip(2...6, headers) {
      sheet.label(
        header, row: row + 1, column: column,
        style: [2, 4].contains(column)
          ? styles.header : styles.headerLeft.with { $0.indent = 1 })
    }
    for (index, diagnosis) in diagnoses.enumerated() {
      write(diagnosis, row: row + 2 + index, &sheet)
    }
  }

  private func write(_ diagnosis: LowProfitDiagnosis, row: Int, _ sheet: inout SheetBuilder) {
    guard book.results.customers.indices.contains(diagnosis.customer) else { return }
    let styles = book.styles
    let wrapped = styles.lined(styles.wrapped)
    let pools = diagnosis.excesses.compactMap { excess -> String? in
      guard book.results.pools.indices.contains(excess.pool) else { return nil }
      let pool = book.results.pools[excess.pool]
      let driver = pool.driver.map { book.text(" (\($0))", "(\($0))") } ?? ""
      return "\(pool.name)\(driver) +\(PercentText.grouped(book.shown(excess.excess)))"
    }.joined(separator: book.text("; ", "；"))
    let bridge = (diagnosis.bridge?.steps ?? []).filter { $0.points.magnitude >= 0.05 }.map {
      step in
      "\(Terms.bridge(step.line)[book.context.language]) \(Self.points(step.points))"
    }.joined(separator: book.text(", ", "，"))
    let name = book.displayName(diagnosis.customer)
    let percent = book.results.customers[diagnosis.customer].netMarginPercent.map { $0 / 100 }
    sheet.put(.empty, row: row, column: 1, style: wrapped)
    sheet.number(percent ?? .nan, row: row, column: 2, style: styles.lined(styles.percent))
    sheet.label(name, row: row, column: 3, style: styles.lined(styles.wrappedClear))
    sheet.number(
      book.shown(diagnosis.shortfall), row: row, column: 4, style: styles.lined(styles.money))
    sheet.label(pools, row: row, column: 5, style: styles.lined(styles.wrappedClear))
    sheet.label(bridge, row: row, column: 6, style: styles.lined(styles.wrappedClear))
    sheet.put(.empty, row: row, column: 7, style: wrapped)
    sheet.edit {
      $0.rows[row] = RowPlan(
        height: QualityRow.height([(name, Self.nameWidth), (pools, 46), (bridge, 46)]))
    }
  }

  /// `+1.2` or `−3.4`.
  private static func points(_ value: Double) -> String {
    let tenths = (value.magnitude * 10).rounded()
    guard tenths < 1e12 else { return "" }
    return "\(value < 0 ? "−" : "+")\(Int(tenths) / 10).\(Int(tenths) % 10)"
  }
}
