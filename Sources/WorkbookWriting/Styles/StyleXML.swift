import SheetPlan

/// The elements of a styles part for our styles, with a raw tag prefix.
struct StyleXML {
  /// `x:` or nothing.
  let prefix: String

  func numberFormat(_ code: String, id: Int) -> String {
    "<\(prefix)numFmt numFmtId=\"\(id)\" formatCode=\"\(XMLText.escaped(code))\"/>"
  }

  /// A font like the workbook's default with only what the style asks for changed.
  func font(_ style: CellStyle, on base: FontBase) -> String {
    let p = prefix
    var xml = "<\(p)font>"
    xml += fontFlags(style)
    xml += "<\(p)sz val=\"\(NumberForm.text(style.fontSize ?? base.size))\"/>"
    xml += style.fontColor.map { color($0) } ?? base.color(prefix: p)
    return xml + base.face(prefix: p) + "</\(p)font>"
  }

  private func fontFlags(_ style: CellStyle) -> String {
    (style.isBold ? "<\(prefix)b/>" : "") + (style.isItalic ? "<\(prefix)i/>" : "")
      + (style.isUnderlined ? "<\(prefix)u/>" : "")
  }

  func fill(_ fill: Color) -> String {
    let p = prefix
    return "<\(p)fill><\(p)patternFill patternType=\"solid\"><\(p)fgColor rgb=\"\(fill.argb)\"/>"
      + "<\(p)bgColor indexed=\"64\"/></\(p)patternFill></\(p)fill>"
  }

  func border(_ style: CellStyle) -> String {
    let p = prefix
    return "<\(p)border><\(p)left/><\(p)right/>" + side("top", style.top)
      + side("bottom", style.bottom) + "<\(p)diagonal/></\(p)border>"
  }

  private func side(_ name: String, _ line: CellStyle.Line?) -> String {
    guard let line else { return "<\(prefix)\(name)/>" }
    return "<\(prefix)\(name) style=\"\(line.weight.name)\">\(color(line.color))"
      + "</\(prefix)\(name)>"
  }

  private func color(_ color: Color) -> String { "<\(prefix)color rgb=\"\(color.argb)\"/>" }

  /// An entry of `cellXfs`.
  func cellFormat(
    _ style: CellStyle, numberFormat: Int, font: Int, fill: Int, border: Int, parent: Int?
  ) -> String {
    var xml = ""
    // As long as one gets; it is spelt for every style.
    xml.reserveCapacity(256)
    xml += "<\(prefix)xf numFmtId=\"\(numberFormat)\" fontId=\"\(font)\" fillId=\"\(fill)\""
    xml += " borderId=\"\(border)\""
    if let parent { xml += " xfId=\"\(parent)\"" }
    if numberFormat != 0 { xml += " applyNumberFormat=\"1\"" }
    if font != 0 { xml += " applyFont=\"1\"" }
    if fill != 0 { xml += " applyFill=\"1\"" }
    if border != 0 { xml += " applyBorder=\"1\"" }
    let alignment = alignment(style)
    if !alignment.isEmpty { xml += " applyAlignment=\"1\"" }
    if style.isUnlocked { xml += " applyProtection=\"1\"" }
    if alignment.isEmpty, !style.isUnlocked { return xml + "/>" }
    xml += ">"
    xml += alignment
    if style.isUnlocked { xml += "<\(prefix)protection locked=\"0\"/>" }
    return xml + "</\(prefix)xf>"
  }

  private func alignment(_ style: CellStyle) -> String {
    var attributes = ""
    // An indent needs a side to be counted from.
    let isIndentOnly = style.horizontal == .automatic && style.indent > 0
    if let side = isIndentOnly ? "left" : style.horizontal.name {
      attributes += " horizontal=\"\(side)\""
    }
    if style.isVerticallyCentered { attributes += " vertical=\"center\"" }
    if style.wraps { attributes += " wrapText=\"1\"" }
    if style.shrinksToFit, !style.wraps { attributes += " shrinkToFit=\"1\"" }
    if style.indent > 0 { attributes += " indent=\"\(min(style.indent, 15))\"" }
    return attributes.isEmpty ? "" : "<\(prefix)alignment\(attributes)/>"
  }

  /// An entry of `dxfs`: only what differs from the cell's own format.
  func differential(_ style: CellStyle, numberFormat: Int?) -> String {
    let p = prefix
    var xml = "<\(p)dxf>"
    let font = fontFlags(style) + (style.fontColor.map { color($0) } ?? "")
    if !font.isEmpty { xml += "<\(p)font>\(font)</\(p)font>" }
    if let numberFormat { xml += self.numberFormat(style.numberFormat, id: numberFormat) }
    if let fill = style.fill {
      // In a differential format the background colour is the one that shows.
      xml +=
        "<\(p)fill><\(p)patternFill><\(p)bgColor rgb=\"\(fill.argb)\"/></\(p)patternFill>"
        + "</\(p)fill>"
    }
    if style.hasBorder { xml += border(style).replacingDiagonal(prefix: p) }
    return xml + "</\(p)dxf>"
  }
}

extension String {
  /// A border without its diagonal, as differential formats have it.
  fileprivate func replacingDiagonal(prefix: String) -> String {
    split(separator: "<\(prefix)diagonal/>", omittingEmptySubsequences: false).joined()
  }
}

extension CellStyle {
  var hasOwnFont: Bool {
    isBold || isItalic || isUnderlined || fontSize != nil || fontColor != nil
  }

  var hasBorder: Bool { top != nil || bottom != nil }
}

extension CellStyle.Horizontal {
  fileprivate var name: String? {
    switch self {
    case .automatic: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}

extension CellStyle.Line.Weight {
  fileprivate var name: String {
    switch self {
    case .hair: "hair"
    case .thin: "thin"
    case .medium: "medium"
    case .double: "double"
    }
  }
}

extension Color {
  /// `FFRRGGBB`.
  var argb: String {
    let digits = String(rgb & 0xFF_FFFF, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// Numbers in attributes.
enum NumberForm {
  /// Shortest text, `11` rather than `11.0`.
  static func text(_ value: Double) -> String {
    if let whole = Int(exactly: value) { String(whole) } else { value.description }
  }
}
