import SheetPlan

/// How the canonical workbook looks: calm, and the same on every sheet.
enum TemplateStyle {
  static let accent = Color(0x1F4E5F)
  static let quiet = Color(0x6B7F88)

  /// Headers of columns that must be filled in are darker than the others.
  static func header(of column: CanonicalColumn) -> CellStyle {
    CellStyle.plain.with {
      $0.isBold = true
      $0.fontColor = Color(0xFFFFFF)
      $0.fill = column.isRequired ? accent : quiet
      $0.horizontal = column.form.isNumber ? .right : .left
      // Room for the filter's button, which stands to the right.
      $0.indent = column.form.isNumber ? 2 : 1
      $0.isVerticallyCentered = true
      $0.wraps = true
    }
  }

  static func cell(_ form: CanonicalColumn.Form) -> CellStyle {
    CellStyle.plain.with {
      $0.numberFormat = numberFormat(form)
      // Set off from the figures to their left.
      $0.horizontal = form.isNumber ? .automatic : .left
      $0.indent = form.isNumber ? 0 : 1
    }
  }

  /// A cell of a column whose cells each have a form of their own.
  static func mixedCell(_ cell: TableCell) -> CellStyle {
    switch cell {
    case .day: Self.cell(.date)
    case .share: Self.cell(.mixed).with { $0.numberFormat = numberFormat(.share) }
    case .blank, .text, .code, .cents, .number: Self.cell(.mixed)
    }
  }

  static let title = CellStyle.plain.with {
    $0.isBold = true
    $0.fontSize = 16
    $0.fontColor = accent
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
    case .amount: "#,##0.00;-#,##0.00;–"
    case .price: "#,##0.00##"
    case .quantity: "#,##0.##"
    case .whole: "0"
    case .share: "0.0%"
    }
  }
}

extension CanonicalColumn.Form {
  /// Whether cells are numbers, and so stand to the right.
  fileprivate var isNumber: Bool {
    switch self {
    case .text, .date, .mixed: false
    case .amount, .price, .quantity, .whole, .share: true
    }
  }
}
