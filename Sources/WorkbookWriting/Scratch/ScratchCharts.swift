import CXLSXWriter
import FinanceModel
import SheetPlan

/// A plan's charts and the drawing that holds them.
struct ScratchCharts {
  /// Pixels that a chart keeps from its cell's upper edge: the rule under a heading stays in sight.
  private static let clearance: Int32 = 4

  let plan: SheetPlan

  /// Adds the drawing's relationship first, as the library counts it first.
  func add(
    to sheet: UnsafeMutablePointer<lxw_worksheet>, in scratch: ScratchBook,
    frame: inout SheetFrame, numbers: inout PartNumbers
  ) throws(ScratchFault) {
    let charts = plan.charts.filter { !$0.series.isEmpty && CellRange($0.at, $0.at).isLegal }
    guard !charts.isEmpty else { return }
    let builders = try insert(charts, into: sheet, scratch: scratch)
    let drawing = "drawings/drawing\(numbers.drawing).xml"
    frame.relationships.append(
      NewRelationship(id: "rId1", kind: "drawing", target: "../" + drawing))
    var relationships: [NewRelationship] = []
    var object = mb_first_chart(sheet)
    for builder in builders {
      guard let properties = object else { throw .unexpectedPart(drawing) }
      lxw_worksheet_prepare_chart(
        sheet, UInt32(clamping: numbers.chart), UInt32(clamping: numbers.drawing), properties, 0)
      let name = "charts/chart\(numbers.chart).xml"
      frame.parts.append(
        NewPart(name: name, contentType: ContentType.chart) { () throws(ScratchFault) in
          try builder.assembled()
        })
      relationships.append(
        NewRelationship(id: "rId\(relationships.count + 1)", kind: "chart", target: "../" + name))
      numbers.chart += 1
      object = mb_next_object(properties)
    }
    frame.parts.append(
      NewPart(name: drawing, bytes: try drawingPart(sheet), contentType: ContentType.drawing))
    frame.parts.append(
      NewPart(
        name: "drawings/_rels/drawing\(numbers.drawing).xml.rels",
        bytes: RelationshipsXML.part(relationships), contentType: nil))
    numbers.drawing += 1
  }

  private func insert(
    _ charts: [ChartPlan], into sheet: UnsafeMutablePointer<lxw_worksheet>, scratch: ScratchBook
  ) throws(ScratchFault) -> [ChartBuilder] {
    var builders: [ChartBuilder] = []
    let strings = CStrings()
    for chart in charts {
      let builder = try ChartBuilder(chart, in: scratch)
      // The library draws 480 × 288 pixels at scale 1.
      var options = lxw_chart_options()
      options.y_offset = Self.clearance
      options.x_scale = Double(max(chart.width, 40)) / 480
      options.y_scale = Double(max(chart.height, 40)) / 288
      options.description = strings.hold(String(chart.altText.prefix(500)))
      let code = worksheet_insert_chart_opt(
        sheet, lxw_row_t(chart.at.row - 1), lxw_col_t(chart.at.column - 1), builder.main, &options)
      guard code == LXW_NO_ERROR else {
        throw .refused(what: "chart \(chart.title)", code: Int(code.rawValue))
      }
      builders.append(builder)
    }
    return builders
  }

  private func drawingPart(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) throws(ScratchFault) -> [UInt8] {
    guard let drawing = sheet.pointee.drawing else { throw .outOfMemory }
    return try ScratchBook.assembled { file in
      drawing.pointee.file = file
      lxw_drawing_assemble_xml_file(drawing)
    }
  }
}
