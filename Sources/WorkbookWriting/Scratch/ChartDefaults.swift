/// What Excel takes for granted and other readers do not: lines are straight, and an empty cell is a
/// gap.
///
/// libxlsxwriter leaves both out, as Excel 2007 did. The schema's own defaults are the opposite
/// (ECMA-376 part 1, 21.2.2.198 and 21.2.2.42), and LibreOffice follows the schema.
enum ChartDefaults {
  static func complete(_ edit: inout XMLEdit) {
    let outline = edit.outline
    for kind in ["lineChart", "scatterChart"] {
      for plot in outline.descendants(0, named: kind) {
        for series in outline.children(plot) where outline.localName(series) == "ser" {
          let has = outline.children(series).contains { outline.localName($0) == "smooth" }
          if !has { edit.append("<c:smooth val=\"0\"/>", to: series) }
        }
      }
    }
    guard outline.descendants(0, named: "dispBlanksAs").isEmpty else { return }
    for visible in outline.descendants(0, named: "plotVisOnly") {
      edit.insert("<c:dispBlanksAs val=\"gap\"/>", after: visible)
    }
  }
}
