import CXLSXWriter
import FinanceModel
import SheetPlan

/// A plan's restrictions on what may be typed.
struct Validations {
  let plan: SheetPlan

  /// The library counts them in a byte.
  private static let limit = 255

  func add(to sheet: UnsafeMutablePointer<lxw_worksheet>) {
    let strings = CStrings()
    for validation in plan.validations.filter(\.isWritable).prefix(Self.limit) {
      add(validation, to: sheet, strings: strings)
    }
  }

  private func add(
    _ plan: ValidationPlan, to sheet: UnsafeMutablePointer<lxw_worksheet>, strings: CStrings
  ) {
    var validation = lxw_data_validation()
    // Titles hold 32 characters, texts 255 (ECMA-376 part 1, 18.3.1.32, and Excel's own limits).
    let title = String(plan.promptTitle.prefix(32))
    let prompt = String(plan.prompt.prefix(255))
    if !title.isEmpty { validation.input_title = strings.hold(title) }
    if !prompt.isEmpty { validation.input_message = strings.hold(prompt) }
    var list: [UnsafeMutablePointer<CChar>?] = []
    set(plan.rule, in: &validation, list: &list, strings: strings)
    list.append(nil)
    let range = plan.range
    list.withUnsafeMutableBufferPointer { items in
      validation.value_list = items.count > 1 ? items.baseAddress : nil
      worksheet_data_validation_range(
        sheet, range.firstRow, range.firstColumn, range.lastRow, range.lastColumn, &validation)
    }
  }

  private func set(
    _ rule: ValidationPlan.Rule, in validation: inout lxw_data_validation,
    list: inout [UnsafeMutablePointer<CChar>?], strings: CStrings
  ) {
    switch rule {
    case .list(let items):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      list = items.map { strings.hold(FormulaText.doublingQuotes($0)) }
    case .decimal(let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = range.lowerBound
      validation.maximum_number = range.upperBound
    case .whole(let range):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      validation.minimum_number = Double(range.lowerBound)
      validation.maximum_number = Double(range.upperBound)
    }
  }
}

extension ValidationPlan {
  /// Whether a file can hold it: a list with its commas has at most 255 characters.
  fileprivate var isWritable: Bool {
    guard range.isLegal else { return false }
    switch rule {
    case .list(let items):
      return !items.isEmpty && !items.contains("")
        && items.joined(separator: ",").utf16.count <= 255
    case .decimal(let range):
      return range.lowerBound.isFinite && range.upperBound.isFinite
    case .whole: return true
    }
  }
}
