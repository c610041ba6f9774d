import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What a person may change, and each pool's factor that comes of it.
extension WhatIfPart {
  func inputs(_ sheet: inout SheetBuilder) {
    let given = model.inputs
    sheet.heading(book.text("Change", "修改"), row: Self.inputsRow, columns: 1...4)
    let percent = "0.0%"
    sheet.label(
      book.text("What", "项目"), row: Self.inputsRow + 1, column: 3, style: styles.headerLeft)
    sheet.label(
      book.text("Input", "输入"), row: Self.inputsRow + 1, column: 4, style: styles.header)
    let language = book.context.language
    var rows: [(String, String, Double?)] = [
      (book.text("Growth of volume", "销量增长"), WhatIfInputs.growthName, given.growth)
    ]
    for (index, tier) in Tier.allCases.enumerated() {
      let name = Terms.name(tier)[language]
      rows.append(
        (
          book.text("Price, \(name)", "价格变动：\(name)"), WhatIfInputs.priceName(tier),
          given.price[index]
        ))
    }
    rows.append(
      (book.text("Discount rate a year", "年折现率"), WhatIfInputs.discountName, given.discountRate))
    rows.append(
      (book.text("Retention rate a year", "年留存率"), WhatIfInputs.retentionName, given.retentionRate))
    for (index, row) in rows.enumerated() {
      let line = Self.inputsRow + 2 + index
      sheet.entry(row.0, row: line, column: 3, style: styles.label)
      input(
        row.2.map { .number($0) } ?? .empty, name: row.1, rule: .decimal(-1...10), percent,
        row: line, column: 4, &sheet)
    }
    let line = Self.inputsRow + 2 + rows.count
    let words = [WhatIfInputs.asCosted[language], WhatIfInputs.byRevenue[language]]
    sheet.entry(
      book.text("Pools are allocated", "成本池分摊方式"), row: line, column: 3, style: styles.label)
    input(
      .text(words[given.isByRevenue ? 1 : 0]), name: WhatIfInputs.methodName, rule: .list(words),
      "",
      row: line, column: 4, &sheet)
    sheet.widen(4, to: 14)
  }

  private func input(
    _ content: CellContent, name: String, rule: ValidationPlan.Rule, _ format: String, row: Int,
    column: Int, _ sheet: inout SheetBuilder
  ) {
    sheet.put(
      content, row: row, column: column,
      style: styles.input(format).with { $0.horizontal = .right })
    let cell = CellAddress(row: row, column: column)
    sheet.edit { plan in
      guard !plan.names.contains(where: { $0.name == name }) else { return }
      plan.names.append(NamePlan(name: name, range: CellRange(cell, cell), isInput: true))
      plan.validations.append(ValidationPlan(range: CellRange(cell, cell), rule: rule))
    }
  }

  /// Pools from column G: change of cost, change of the driver's use, factor.
  func pools(_ sheet: inout SheetBuilder) {
    guard !allocation.poolOrder.isEmpty else { return }
    let row = Self.inputsRow
    let count = allocation.poolOrder.count
    sheet.heading(book.text("By cost pool", "按成本池"), row: row, columns: 6...(6 + count))
    let labels = [
      book.text("Pool", "成本池"), book.text("Cost", "成本变动"), book.text("Use of the driver", "动因用量变动"),
      book.text("Factor", "系数"), book.text("Allocated, base", "现行分摊额"),
      book.text("Allocated, scenario", "情景分摊额"),
    ]
    for (index, label) in labels.enumerated() {
      sheet.entry(
        label, row: row + 1 + index, column: 6, style: index == 0 ? styles.headerLeft : styles.label
      )
    }
    sheet.edit { $0.rows[row + 1] = RowPlan(height: 32) }
    for (offset, place) in allocation.poolOrder.enumerated() {
      pool(place, offset, row: row, &sheet)
    }
  }

  private func pool(_ place: Int, _ offset: Int, row: Int, _ sheet: inout SheetBuilder) {
    let column = 7 + offset
    let letters = CellAddress.letters(ofColumn: column)
    let pool = book.results.pools[place]
    let given = model.inputs
    sheet.label(pool.name, row: row + 1, column: column, style: styles.header)
    sheet.noteHeader(pool.name, row: row + 1, column: column)
    let words = pool.name.split(separator: " ").map { TextWidth.of($0) }
    sheet.widen(column, to: max(13, min(words.max() ?? 0, 20) + 4))
    input(
      .number(given.costChange[offset]), name: WhatIfInputs.costName(pool.name),
      rule: .decimal(-1...10), "0.0%", row: row + 2, column: column, &sheet)
    input(
      .number(given.driverChange[offset]), name: WhatIfInputs.driverName(pool.name),
      rule: .decimal(-1...10), "0.0%", row: row + 3, column: column, &sheet)
    let factor = given.factors[offset]
    sheet.formula(
      "(1+\(letters)\(row + 2))*(1+\(letters)\(row + 3))", value: factor, row: row + 4,
      column: column, style: styles.lined(styles.number("0.000")))
    let base = book.shown(pool.allocated)
    let cell = allocation.column(ofPool: place)
      .flatMap { allocation.cell(.allocated, column: $0)?.reference }
    sheet.formula(
      cell ?? "0", value: base, row: row + 5, column: column, style: styles.lined(styles.money))
    sheet.formula(
      "\(letters)\(row + 5)*\(letters)\(row + 4)", value: base * factor, row: row + 6,
      column: column, style: styles.lined(styles.money))
  }
}
