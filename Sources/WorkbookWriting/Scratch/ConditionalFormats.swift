import CXLSXWriter
import FinanceModel
import SheetPlan

/// A plan's conditional formats.
struct ConditionalFormats {
  let plan: SheetPlan
  let styles: StyleBook

  func add(
    to sheet: UnsafeMutablePointer<lxw_worksheet>, in scratch: ScratchBook
  ) throws(ScratchFault) {
    let strings = CStrings()
    for rule in plan.conditionalFormats where rule.range.isLegal {
      var format = try self.format(rule.rule, in: scratch, strings: strings)
      let code = worksheet_conditional_format_range(
        sheet, rule.range.firstRow, rule.range.firstColumn, rule.range.lastRow,
        rule.range.lastColumn, &format)
      guard code == LXW_NO_ERROR else {
        throw .refused(what: "conditional format \(rule.range)", code: Int(code.rawValue))
      }
    }
  }

  private func format(
    _ rule: ConditionalFormatPlan.Rule, in scratch: ScratchBook, strings: CStrings
  ) throws(ScratchFault) -> lxw_conditional_format {
    var format = lxw_conditional_format()
    switch rule {
    case .dataBar(let color, let negative):
      format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      format.bar_color = color.scratch
      format.bar_negative_color = negative.scratch
      format.bar_solid = 1
      format.data_bar_2010 = 1
    case .colorScale(let low, let middle, let high):
      let kind = middle == nil ? LXW_CONDITIONAL_2_COLOR_SCALE : LXW_CONDITIONAL_3_COLOR_SCALE
      format.type = UInt8(kind.rawValue)
      format.min_color = low.scratch
      format.mid_color = middle?.scratch ?? 0
      format.max_color = high.scratch
    case .formula(let text, let style):
      format.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      format.value_string = strings.hold(FormulaText.storable(text) ?? "FALSE")
      format.format = try scratch.differentialFormat(styles.knownDifferential(style))
    case .lessThan(let value, let style):
      setComparison(&format, LXW_CONDITIONAL_CRITERIA_LESS_THAN, value)
      format.format = try scratch.differentialFormat(styles.knownDifferential(style))
    case .greaterThan(let value, let style):
      setComparison(&format, LXW_CONDITIONAL_CRITERIA_GREATER_THAN, value)
      format.format = try scratch.differentialFormat(styles.knownDifferential(style))
    }
    return format
  }

  private func setComparison(
    _ format: inout lxw_conditional_format, _ criterion: lxw_conditional_criteria, _ value: Double
  ) {
    format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    format.criteria = UInt8(criterion.rawValue)
    format.value = value.isFinite ? value : 0
  }
}
