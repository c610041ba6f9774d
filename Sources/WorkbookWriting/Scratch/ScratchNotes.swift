import CXLSXWriter
import FinanceModel
import SheetPlan

/// The notes on a sheet's cells: a comments part and the old drawing that shows them.
struct ScratchNotes {
  let cells: [PlannedCell]

  func add(to sheet: UnsafeMutablePointer<lxw_worksheet>) {
    let strings = CStrings()
    for cell in cells {
      guard let comment = cell.comment, !comment.isEmpty, CellRange(cell.at, cell.at).isLegal else {
        continue
      }
      var options = lxw_comment_options()
      options.author = strings.hold("Marginbook")
      options.x_scale = 1.6
      options.y_scale = 1.2
      worksheet_write_comment_opt(
        sheet, lxw_row_t(cell.at.row - 1), lxw_col_t(cell.at.column - 1),
        CellText.storable(comment), &options)
    }
  }

  /// Assembles the drawing and the comments part, where the sheet has notes.
  func addParts(
    of sheet: UnsafeMutablePointer<lxw_worksheet>, to frame: inout SheetFrame,
    numbers: inout PartNumbers
  ) throws(ScratchFault) {
    guard sheet.pointee.has_vml != 0 else { return }
    let count = lxw_worksheet_prepare_vml_objects(
      sheet, UInt32(clamping: numbers.shapeBlock), UInt32(clamping: numbers.shapeBlock * 1024),
      UInt32(clamping: numbers.vmlDrawing), UInt32(clamping: numbers.comments))
    let drawing = "drawings/vmlDrawing\(numbers.vmlDrawing).vml"
    let comments = "comments\(numbers.comments).xml"
    frame.parts.append(NewPart(name: drawing, bytes: try vml(sheet), contentType: nil))
    frame.parts.append(
      NewPart(name: comments, bytes: try commentsPart(sheet), contentType: ContentType.comments))
    frame.relationships.append(
      NewRelationship(
        id: "rId\(frame.relationships.count + 1)", kind: "vmlDrawing", target: "../" + drawing))
    numbers.shapeBlock += 1 + Int(count) / 1024
    numbers.vmlDrawing += 1
    numbers.comments += 1
  }

  /// The relationship to the comments, which no element of the sheet names, comes behind those
  /// that the library counts.
  func addCommentRelationship(to frame: inout SheetFrame) {
    guard let part = frame.parts.first(where: { $0.contentType == ContentType.comments }) else {
      return
    }
    frame.relationships.append(
      NewRelationship(
        id: "rId\(frame.relationships.count + 1)", kind: "comments", target: "../" + part.name))
  }

  private func vml(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(ScratchFault) -> [UInt8] {
    guard let vml = lxw_vml_new() else { throw .outOfMemory }
    defer { lxw_vml_free(vml) }
    vml.pointee.comment_objs = sheet.pointee.comment_objs
    vml.pointee.button_objs = sheet.pointee.button_objs
    vml.pointee.vml_shape_id = sheet.pointee.vml_shape_id
    vml.pointee.comment_display_default = sheet.pointee.comment_display_default
    vml.pointee.vml_data_id_str = sheet.pointee.vml_data_id_str
    return try ScratchBook.assembled { file in
      vml.pointee.file = file
      lxw_vml_assemble_xml_file(vml)
    }
  }

  private func commentsPart(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(ScratchFault) -> [UInt8] {
    guard let comment = lxw_comment_new() else { throw .outOfMemory }
    defer { lxw_comment_free(comment) }
    comment.pointee.comment_objs = sheet.pointee.comment_objs
    comment.pointee.comment_author = sheet.pointee.comment_author
    return try ScratchBook.assembled { file in
      comment.pointee.file = file
      lxw_comment_assemble_xml_file(comment)
    }
  }
}
