/// The workbook's default font, which our fonts are made from: font 0 of its styles.
struct FontBase {
  /// Points.
  private(set) var size = 11.0
  /// Children of the `font` element that we do not change, with their attributes: the name and its
  /// family, character set and scheme, in the schema's usual order.
  private var faceElements: [(name: String, attributes: String)] = []
  private var colorAttributes: String?

  init(_ outline: XMLOutline) {
    if let fonts = outline.child(0, named: "fonts"),
      let font = outline.children(fonts, named: "font").first
    {
      for child in outline.children(font) { read(child, in: outline) }
    }
    if faceElements.isEmpty {
      faceElements = [("name", " val=\"Calibri\""), ("family", " val=\"2\"")]
    }
  }

  private mutating func read(_ child: Int, in outline: XMLOutline) {
    let name = outline.localName(child)
    switch name {
    case "sz":
      size = outline.attribute(child, "val").flatMap { Double($0) } ?? size
    case "color":
      colorAttributes = attributes(child, in: outline)
    case "name", "family", "charset", "scheme":
      faceElements.append((name, attributes(child, in: outline)))
    default: break
    }
  }

  private func attributes(_ index: Int, in outline: XMLOutline) -> String {
    outline.attributes(index).map { " \($0.name)=\"\(XMLText.escaped($0.value))\"" }.joined()
  }

  func color(prefix: String) -> String {
    colorAttributes.map { "<\(prefix)color\($0)/>" } ?? ""
  }

  func face(prefix: String) -> String {
    faceElements.map { "<\(prefix)\($0.name)\($0.attributes)/>" }.joined()
  }
}
