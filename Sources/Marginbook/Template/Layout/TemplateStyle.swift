import SheetPlan

/// How the canonical workbook looks: calm, and the same on every sheet.
enum TemplateStyle {
  static let accent = Color(0x1F4E5F)
  static let quiet = Color(0x6B7F88)

  /// Headers of columns that must be filled in are darker than the others.
  static func header(isRequired: Bool) -> CellStyle {
    CellStyle.plain.with {
      $0.isBold = true
      $0.fontColor = Color(0xFFFFFF)
      $0.fill = isRequired ? accent : quiet
      $0.isVerticallyCentered = true
      $0.wraps = true
    }
  }

  static func cell(_ form: CanonicalColumn.Form) -> CellStyle {
    CellStyle.plain.with { $0.numberFormat = numberFormat(form) }
  }

  /// The settings' values each carry their own form.
  static func cell(_ form: CanonicalColumn.Form, holding cell: TableCell) -> CellStyle {
    guard form == .mixed else { return Self.cell(form) }
    return switch cell {
    case .day: Self.cell(.date).with { $0.horizontal = .left }
    case .share: Self.cell(.share).with { $0.horizontal = .left }
    default: CellStyle.plain.with { $0.horizontal = .left }
    }
  }

  static let title = CellStyle.plain.with {
    $0.isBold = true
    $0.fontSize = 16
    $0.fontColor = accent
  }

  static let sentence = CellStyle.plain.with {
    $0.wraps = true
    $0.isVerticallyCentered = true
  }

  static let link = CellStyle.plain.with {
    $0.fontColor = Color(0x0563C1)
    $0.isUnderlined = true
    $0.isVerticallyCentered = true
  }

  private static func numberFormat(_ form: CanonicalColumn.Form) -> String {
    switch form {
    case .text, .mixed: ""
    case .date: "yyyy-mm-dd"
    case .amount: "#,##0.00"
    case .price: "#,##0.00##"
    case .quantity: "#,##0.##"
    case .whole: "0"
    case .share: "0.0%"
    }
  }
}
