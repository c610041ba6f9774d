import SheetPlan

/// Numbers for the formats of our cells in somebody's `styles.xml`.
///
/// Formats are numbered before any sheet is written, so that cells carry their final numbers; what
/// the workbook already has is used again, and what is missing is appended. Their own entries keep
/// their places: format 0, font 0 and fills 0 and 1 stay theirs.
struct StyleBook {
  /// Cell formats that a workbook may have, the cell styles' own counted (MS-OI29500 2.1.639).
  static let formatLimit = 65_430

  private var table: StyleTable
  private var cellFormats: [CellStyle: Int] = [:]
  private var differentials: [CellStyle: Int] = [:]
  /// The style that was asked for last: cells side by side often share theirs.
  private var last = (style: CellStyle.plain, number: 0)
  /// Whether some style fell back to the workbook's default since no more would fit.
  private(set) var isFull = false

  /// Starts from a styles part.
  init(styles part: [UInt8]) throws(XMLOutline.Fault) {
    table = try StyleTable(XMLOutline(part))
    cellFormats[.plain] = 0
  }

  /// The number of the style among `cellXfs`, from 0.
  mutating func format(_ style: CellStyle) -> Int {
    if last.style == style { return last.number }
    let number = cellFormats[style] ?? newFormat(style)
    last = (style, number)
    return number
  }

  private mutating func newFormat(_ style: CellStyle) -> Int {
    let number = table.cellFormat(style)
    if number == nil { isFull = true }
    cellFormats[style] = number ?? 0
    return number ?? 0
  }

  /// The number of the style among `dxfs`, from 0.
  mutating func differential(_ style: CellStyle) -> Int {
    if let known = differentials[style] { return known }
    let number = table.differential(style)
    differentials[style] = number
    return number
  }

  /// The style's number where it was asked for before, else the default's.
  func knownFormat(_ style: CellStyle) -> Int { cellFormats[style] ?? 0 }

  func knownDifferential(_ style: CellStyle) -> Int { differentials[style] ?? 0 }

  /// The styles part with what was added; the same bytes where nothing was.
  func merged() -> [UInt8] { table.merged() }
}

extension StyleBook {
  /// Numbers everything that a plan uses.
  mutating func register(_ plan: SheetPlan) {
    for cell in plan.cells { _ = format(cell.style) }
    for block in plan.blocks {
      for column in block.columns { _ = format(column.style) }
    }
    for table in plan.tables {
      for column in table.columns { _ = format(column.totalsStyle) }
    }
    for conditional in plan.conditionalFormats {
      if let style = conditional.rule.style { _ = differential(style) }
    }
    _ = format(TableCells.headerStyle)
  }
}

extension ConditionalFormatPlan.Rule {
  /// The style that the rule shows, where it is one of style.
  var style: CellStyle? {
    switch self {
    case .formula(_, let style), .lessThan(_, let style), .greaterThan(_, let style): style
    case .dataBar, .colorScale: nil
    }
  }
}
