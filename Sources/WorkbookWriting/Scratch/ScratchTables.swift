import CXLSXWriter
import FinanceModel
import SheetPlan

/// A plan's Excel tables.
struct ScratchTables {
  let plan: SheetPlan

  func add(to sheet: UnsafeMutablePointer<lxw_worksheet>) throws(ScratchFault) {
    for table in plan.tables where TableCells.isWritable(table) && table.range.isLegal {
      let code = add(table, to: sheet)
      guard code == LXW_NO_ERROR else {
        throw .refused(what: "table \(table.name) at \(table.range)", code: Int(code.rawValue))
      }
    }
  }

  private func add(
    _ table: TablePlan, to sheet: UnsafeMutablePointer<lxw_worksheet>
  ) -> lxw_error {
    let strings = CStrings()
    var columns = table.columns.map { column in
      var form = lxw_table_column()
      form.header = strings.hold(CellText.storable(column.header))
      switch column.totals {
      case .none: break
      case .label(let text): form.total_string = strings.hold(CellText.storable(text))
      case .sum: form.total_function = UInt8(LXW_TABLE_FUNCTION_SUM.rawValue)
      case .count: form.total_function = UInt8(LXW_TABLE_FUNCTION_COUNT.rawValue)
      }
      return form
    }
    var options = lxw_table_options()
    options.name = strings.hold(table.name)
    options.total_row = table.hasTotalsRow ? 1 : 0
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    options.style_type_number = 1
    return columns.withUnsafeMutableBufferPointer { items in
      var pointers: [UnsafeMutablePointer<lxw_table_column>?] = items.indices.map { index in
        items.baseAddress.map { $0 + index }
      }
      pointers.append(nil)
      return pointers.withUnsafeMutableBufferPointer { list in
        options.columns = list.baseAddress
        return worksheet_add_table(
          sheet, table.range.firstRow, table.range.firstColumn, table.range.lastRow,
          table.range.lastColumn, &options)
      }
    }
  }

  /// Assembles the table parts of a sheet.
  func addParts(
    of sheet: UnsafeMutablePointer<lxw_worksheet>, to frame: inout SheetFrame,
    numbers: inout PartNumbers
  ) throws(ScratchFault) {
    guard sheet.pointee.table_count > 0 else { return }
    lxw_worksheet_prepare_tables(sheet, UInt32(clamping: numbers.table))
    var next = mb_first_table(sheet)
    while let object = next {
      frame.parts.append(
        NewPart(
          name: "tables/table\(numbers.table).xml", bytes: try part(object),
          contentType: ContentType.table))
      frame.relationships.append(
        NewRelationship(
          id: "rId\(frame.relationships.count + 1)", kind: "table",
          target: "../tables/table\(numbers.table).xml"))
      numbers.table += 1
      next = mb_next_table(object)
    }
  }

  private func part(
    _ object: UnsafeMutablePointer<lxw_table_obj>
  ) throws(ScratchFault) -> [UInt8] {
    guard let table = lxw_table_new() else { throw .outOfMemory }
    defer { lxw_table_free(table) }
    table.pointee.table_obj = object
    return try ScratchBook.assembled { file in
      table.pointee.file = file
      lxw_table_assemble_xml_file(table)
    }
  }
}
