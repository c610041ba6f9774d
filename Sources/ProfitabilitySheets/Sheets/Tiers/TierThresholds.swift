import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The thresholds of classes and tiers: cells that a person may change, and what follows from them.
struct TierThresholds {
  let book: ProfitBook
  let model: TierModel
  let list: TierList

  private var layout: TiersLayout { list.layout }
  private var styles: Styles { book.styles }

  func write(_ sheet: inout SheetBuilder) {
    sheet.heading(
      book.text("Thresholds", "门槛"), row: TiersLayout.thresholdsRow, columns: 1...5)
    for threshold in TiersLayout.Threshold.allCases { input(threshold, &sheet) }
    derived(&sheet)
  }

  private func input(_ threshold: TiersLayout.Threshold, _ sheet: inout SheetBuilder) {
    let cell = layout.cell(threshold)
    sheet.entry(label(threshold), row: cell.row, column: 3, style: styles.label)
    let isShare = [.classA, .classB, .vipShare].contains(threshold)
    let style = styles.input(isShare ? "0%" : styles.formats.money)
    let value = value(threshold)
    sheet.put(
      value.map { .number($0) } ?? .empty, row: cell.row, column: cell.column, style: style)
    sheet.widen(4, to: 13)
    let range = CellRange(cell, cell)
    let prompt = prompt(threshold)
    sheet.edit { plan in
      plan.names.append(NamePlan(name: threshold.inputName, range: range, isInput: true))
      plan.validations.append(
        ValidationPlan(
          range: range, rule: .decimal(isShare ? 0...1 : -1e15...1e15), promptTitle: prompt.0,
          prompt: prompt.1))
    }
  }

  private func value(_ threshold: TiersLayout.Threshold) -> Double? {
    switch threshold {
    case .classA: model.classALine
    case .classB: model.classBLine
    case .vipShare: model.vipShare
    case .vipThreshold: model.vipThreshold
    case .potentialFloor: model.potentialFloor
    }
  }

  private func label(_ threshold: TiersLayout.Threshold) -> String {
    switch threshold {
    case .classA: book.text("Class A up to", "A类累计占比上限")
    case .classB: book.text("Class B up to", "B类累计占比上限")
    case .vipShare: book.text("VIP share of buyers", "VIP占购买客户比例")
    case .vipThreshold: book.text("VIP from margin of", "VIP利润门槛(可空)")
    case .potentialFloor: book.text("Potential below revenue", "潜在客户收入下限")
    }
  }

  private func prompt(_ threshold: TiersLayout.Threshold) -> (String, String) {
    let what =
      switch threshold {
      case .classA, .classB:
        book.text(
          "Share of all positive margin, counted before the customer; 80% and 95% are usual.",
          "按排名在该客户之前的正利润累计占比；常用80%与95%。")
      case .vipShare:
        book.text("Best buyers by margin, rounded up.", "按利润排名靠前的购买客户比例，向上取整。")
      case .vipThreshold:
        book.text(
          "A margin from which a customer is VIP; it replaces the share. Leave blank to use the"
            + " share.", "达到该利润即为VIP，填写后取代比例；留空则用比例。")
      case .potentialFloor:
        book.text(
          "Customers with less revenue, or no sale, are potential ones.", "收入低于此数或无销售的客户为潜在客户。")
      }
    return (String(label(threshold).prefix(30)), what)
  }

  private func derived(_ sheet: inout SheetBuilder) {
    let basis = layout.cells(.basis).absoluteA1
    let lines = layout.cells(.lines).absoluteA1
    let rows: [(CellAddress, String, String, Double, CellStyle)] = [
      (
        layout.positiveTotal, book.text("Positive margin in all", "正利润合计"),
        "SUMIF(\(basis),\">0\")", model.positiveTotal, styles.money
      ),
      (
        layout.buyers, book.text("Buying customers", "购买客户数"), "COUNTIF(\(lines),\">0\")",
        model.buyerCount, styles.count
      ),
      (
        layout.vipPlaces, book.text("VIP places", "VIP名额"),
        "ROUNDUP(ROUND(\(layout.cell(.vipShare).absoluteA1)*\(layout.buyers.absoluteA1),9),0)",
        model.vipPlaces, styles.count
      ),
    ]
    for (cell, label, formula, value, style) in rows {
      sheet.entry(label, row: cell.row, column: 3, style: styles.label)
      sheet.formula(
        formula, value: value, row: cell.row, column: cell.column, style: styles.lined(style))
    }
  }
}
