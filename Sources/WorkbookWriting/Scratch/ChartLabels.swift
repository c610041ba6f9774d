/// Data labels that say what they show and what they do not.
///
/// libxlsxwriter writes only the parts that are shown; Excel takes the rest as hidden, LibreOffice
/// and WPS as shown, so that a bar is labelled with its category, its series and its value.
enum ChartLabels {
  /// In the schema's order (ECMA-376 part 1, 21.2.2.49).
  private static let parts = [
    "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize",
  ]

  static func complete(_ edit: inout XMLEdit) {
    let outline = edit.outline
    for labels in outline.descendants(0, named: "dLbls") {
      let shown = outline.children(labels).filter { parts.contains(outline.localName($0)) }
      let names = Set(shown.map { outline.localName($0) })
      let xml = parts.map { "<c:\($0) val=\"\(names.contains($0) ? 1 : 0)\"/>" }.joined()
      guard let last = shown.last else { continue }
      edit.insert(xml, after: last)
      for element in shown { edit.remove(element) }
    }
  }
}
