import CXLSXWriter
import FinanceModel
import SheetPlan

/// Makes everything of a sheet but its rows, most of it with libxlsxwriter: columns, views, tables,
/// charts, conditional formats, validations, notes and print set-up.
struct FrameBuilder {
  let plan: SheetPlan
  /// With the cells of its tables.
  let cells: [PlannedCell]
  let styles: StyleBook
  /// Where links lead: names of our sheets by key.
  let sheetNames: [String: String]
  /// Whether the workbook opens on this sheet; never so in a workbook that is not ours, where two
  /// selected tabs would be a group.
  var isSelected = false

  /// The frame; `numbers` moves on past those taken.
  func build(in scratch: ScratchBook, numbers: inout PartNumbers) throws(ScratchFault) -> SheetFrame
  {
    let sheet = try scratch.addSheet()
    setColumnsAndRows(sheet)
    setView(sheet)
    setPrint(sheet)
    for range in plan.merges where range.isLegal && range.first != range.last {
      worksheet_merge_range(
        sheet, range.firstRow, range.firstColumn, range.lastRow, range.lastColumn, "", nil)
    }
    try ConditionalFormats(plan: plan, styles: styles).add(to: sheet, in: scratch)
    try ScratchTables(plan: plan).add(to: sheet)
    ScratchNotes(cells: cells).add(to: sheet)
    setDimension(sheet)
    return try assemble(sheet, in: scratch, numbers: &numbers)
  }

  private func assemble(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, in scratch: ScratchBook,
    numbers: inout PartNumbers
  ) throws(ScratchFault) -> SheetFrame {
    var frame = SheetFrame(
      name: "worksheets/sheet\(numbers.sheet).xml", head: [], tail: [], relationships: [], parts: []
    )
    numbers.sheet += 1
    // The library numbers a sheet's relationships in this order.
    try ScratchCharts(plan: plan).add(to: sheet, in: scratch, frame: &frame, numbers: &numbers)
    try ScratchNotes(cells: cells).addParts(of: sheet, to: &frame, numbers: &numbers)
    try ScratchTables(plan: plan).addParts(of: sheet, to: &frame, numbers: &numbers)
    ScratchNotes(cells: cells).addCommentRelationship(to: &frame)
    let xml = try ScratchBook.assembled { file in
      sheet.pointee.file = file
      lxw_worksheet_assemble_xml_file(sheet)
      sheet.pointee.file = nil
    }
    let links = SheetLinks(cells: cells, sheetNames: sheetNames)
    frame.relationships += links.relationships
    let validations = SheetValidations(plan.validations)
    try split(xml, insertion: validations.xml + links.xml, into: &frame)
    return frame
  }

  /// Cuts the rows out that the library wrote and puts restrictions and links in.
  private func split(
    _ xml: [UInt8], insertion: String, into frame: inout SheetFrame
  ) throws(ScratchFault) {
    guard let outline = try? XMLOutline(xml), let data = outline.child(0, named: "sheetData"),
      let margins = outline.child(0, named: "printOptions")
        ?? outline.child(0, named: "pageMargins")
    else { throw .unexpectedPart(frame.name) }
    let place = outline.elements[margins].start
    frame.head = Array(xml[..<outline.elements[data].start])
    frame.tail =
      Array(xml[outline.elements[data].end..<place]) + Array(insertion.utf8) + Array(xml[place...])
  }
}

extension FrameBuilder {
  private func setColumnsAndRows(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    for column in plan.columns
    where column.column >= 1 && column.column <= CellAddress.lastColumn && column.width.isFinite {
      var options = lxw_row_col_options(
        hidden: column.isHidden ? 1 : 0,
        level: UInt8(clamping: min(max(column.outlineLevel, 0), 7)),
        collapsed: 0)
      let index = lxw_col_t(column.column - 1)
      worksheet_set_column_opt(
        sheet, index, index, min(max(column.width, 0), 255), nil, &options)
    }
    for (row, form) in plan.rows where row >= 1 && row <= CellAddress.lastRow {
      var options = lxw_row_col_options(
        hidden: 0, level: UInt8(clamping: min(max(form.outlineLevel, 0), 7)), collapsed: 0)
      worksheet_set_row_opt(
        sheet, lxw_row_t(row - 1), form.height ?? Double(LXW_DEF_ROW_HEIGHT), nil, &options)
    }
    if plan.outlineSummaryIsAbove { worksheet_outline_settings(sheet, 1, 0, 0, 0) }
  }

  private func setView(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    sheet.pointee.selected = isSelected ? 1 : 0
    if let color = plan.tabColor { worksheet_set_tab_color(sheet, color.scratch) }
    if !plan.showsGridLines {
      worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }
    worksheet_set_zoom(sheet, UInt16(clamping: min(max(plan.zoom, 10), 400)))
    if let frozen = plan.frozenAt, CellRange(frozen, frozen).isLegal {
      worksheet_freeze_panes(sheet, lxw_row_t(frozen.row - 1), lxw_col_t(frozen.column - 1))
    }
    if let filter = plan.filter, filter.isLegal {
      worksheet_autofilter(
        sheet, filter.firstRow, filter.firstColumn, filter.lastRow, filter.lastColumn)
    }
  }

  /// A4, one page wide and as many high as asked for, the page's number at its foot.
  private func setPrint(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_paper(sheet, 9)
    if plan.print.isLandscape {
      worksheet_set_landscape(sheet)
    } else {
      worksheet_set_portrait(sheet)
    }
    worksheet_fit_to_pages(sheet, 1, plan.print.isOnePage ? 1 : 0)
    if plan.print.isOnePage { worksheet_center_horizontally(sheet) }
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6)
    worksheet_set_header(sheet, "&L&A")
    worksheet_set_footer(sheet, "&L&F&C&P / &N")
  }

  private func setDimension(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    guard let used = plan.usedRange(with: cells) else { return }
    sheet.pointee.dim_rowmin = used.firstRow
    sheet.pointee.dim_rowmax = used.lastRow
    sheet.pointee.dim_colmin = used.firstColumn
    sheet.pointee.dim_colmax = used.lastColumn
  }
}

extension SheetPlan {
  /// The rectangle that holds all cells and blocks; nil where there are none.
  func usedRange(with cells: [PlannedCell]) -> CellRange? {
    var ranges = cells.map { CellRange($0.at, $0.at) }
    for block in blocks where block.rowCount > 0 {
      for column in block.columns {
        ranges.append(
          CellRange(
            CellAddress(row: block.firstRow, column: column.column),
            CellAddress(row: block.endRow - 1, column: column.column)))
      }
    }
    let legal = ranges.filter(\.isLegal)
    guard let first = legal.first else { return nil }
    return legal.reduce(first) { $0.union($1) }
  }
}

extension CellRange {
  /// Whether it lies within Excel's grid, its first corner first.
  var isLegal: Bool {
    first.row >= 1 && first.column >= 1 && first.row <= last.row && first.column <= last.column
      && last.row <= CellAddress.lastRow && last.column <= CellAddress.lastColumn
  }

  func union(_ other: CellRange) -> CellRange {
    CellRange(
      CellAddress(
        row: min(first.row, other.first.row), column: min(first.column, other.first.column)),
      CellAddress(row: max(last.row, other.last.row), column: max(last.column, other.last.column)))
  }

  // The library counts from 0; only legal ranges are asked.
  var firstRow: lxw_row_t { lxw_row_t(clamping: first.row - 1) }
  var firstColumn: lxw_col_t { lxw_col_t(clamping: first.column - 1) }
  var lastRow: lxw_row_t { lxw_row_t(clamping: last.row - 1) }
  var lastColumn: lxw_col_t { lxw_col_t(clamping: last.column - 1) }
}
