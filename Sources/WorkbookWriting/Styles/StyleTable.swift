import SheetPlan

/// The lists of a styles part, what they hold and what is to be appended to each.
struct StyleTable {
  /// The lists that may get entries, in the order that the schema asks for; others come behind them
  /// (ECMA-376 part 1, 18.8.39).
  enum List: Int, CaseIterable {
    case numberFormats, fonts, fills, borders, parents, cellFormats, cellStyles, differentials

    /// The element that holds the list.
    var element: String {
      switch self {
      case .numberFormats: "numFmts"
      case .fonts: "fonts"
      case .fills: "fills"
      case .borders: "borders"
      case .parents: "cellStyleXfs"
      case .cellFormats: "cellXfs"
      case .cellStyles: "cellStyles"
      case .differentials: "dxfs"
      }
    }
  }

  private let outline: XMLOutline
  /// By ``List``'s raw value.
  private var lists: [StyleList] = []
  private var formatCodes: [String: Int] = [:]
  private var largestFormatID = 163
  /// Places of fonts, fills and borders, list by list, by the style's part that asks for them: most
  /// styles share theirs.
  private var places: [[CellStyle: Int]]
  private let defaultFont: FontBase
  private let normalStyle: Int?

  /// Raw tag prefix of the root, `x:` or nothing.
  private var prefix: String { outline.prefix(0) }

  init(_ outline: XMLOutline) {
    self.outline = outline
    defaultFont = FontBase(outline)
    normalStyle = Self.normalStyle(outline)
    lists = List.allCases.map { StyleList($0, in: outline) }
    places = lists.map { _ in [:] }
    readNumberFormats()
  }

  /// The number of a cell format; nil where the workbook can take no more.
  mutating func cellFormat(_ style: CellStyle) -> Int? {
    let (fragment, isNew) = cellFormatXML(style)
    let isFull = self[.cellFormats].count + self[.parents].count >= StyleBook.formatLimit
    return self[.cellFormats].place(of: fragment, isFull: isFull, isNew: isNew)
  }

  mutating func differential(_ style: CellStyle) -> Int {
    let xml = StyleXML(prefix: prefix)
    let numberFormat = style.numberFormat.isEmpty ? nil : numberFormat(style.numberFormat)
    return find(xml.differential(style, numberFormat: numberFormat), in: .differentials)
  }

  private subscript(list: List) -> StyleList {
    get { lists[list.rawValue] }
    _modify { yield &lists[list.rawValue] }
  }

  private mutating func find(_ xml: String, in list: List) -> Int {
    self[list].place(of: xml) ?? 0
  }

  /// The entry of a style, and whether it refers to something that was appended.
  private mutating func cellFormatXML(_ style: CellStyle) -> (xml: String, isNew: Bool) {
    let xml = StyleXML(prefix: prefix)
    let numberFormat = numberFormat(style.numberFormat)
    let font = font(of: style)
    let fill = fill(of: style)
    let border = border(of: style)
    let parent = self[.parents].count > 0 ? normalStyle ?? 0 : nil
    let isNew =
      self[.fonts].isAdded(font) || self[.fills].isAdded(fill) || self[.borders].isAdded(border)
    let fragment = xml.cellFormat(
      style, numberFormat: numberFormat, font: font, fill: fill, border: border, parent: parent)
    return (fragment, isNew)
  }

  private mutating func font(of style: CellStyle) -> Int {
    guard style.hasOwnFont else { return 0 }
    let key = CellStyle.plain.with { part in
      part.isBold = style.isBold
      part.isItalic = style.isItalic
      part.isUnderlined = style.isUnderlined
      part.fontSize = style.fontSize
      part.fontColor = style.fontColor
    }
    let base = defaultFont
    return place(of: key, in: .fonts) { $0.font(style, on: base) }
  }

  private mutating func fill(of style: CellStyle) -> Int {
    guard let fill = style.fill else { return 0 }
    return place(of: CellStyle.plain.with { $0.fill = fill }, in: .fills) { $0.fill(fill) }
  }

  private mutating func border(of style: CellStyle) -> Int {
    guard style.hasBorder else { return 0 }
    let key = CellStyle.plain.with { part in
      part.top = style.top
      part.bottom = style.bottom
    }
    return place(of: key, in: .borders) { $0.border(style) }
  }

  /// The place in a list of what a part of a style asks for, spelt where it is asked for first.
  private mutating func place(
    of part: CellStyle, in list: List, _ spell: (StyleXML) -> String
  ) -> Int {
    if let known = places[list.rawValue][part] { return known }
    let place = find(spell(StyleXML(prefix: prefix)), in: list)
    places[list.rawValue][part] = place
    return place
  }

  /// The id of a format code: built in, there already, or the next free one.
  private mutating func numberFormat(_ code: String) -> Int {
    if let known = BuiltInFormats.ids[code] ?? formatCodes[code] { return known }
    largestFormatID += 1
    formatCodes[code] = largestFormatID
    let xml = StyleXML(prefix: prefix).numberFormat(code, id: largestFormatID)
    self[.numberFormats].add(xml)
    return largestFormatID
  }

  /// Ids may stand in formats and in differential formats without being declared.
  private mutating func readNumberFormats() {
    for name in ["numFmt", "xf"] {
      for element in outline.descendants(0, named: name) {
        let id = outline.attribute(element, "numFmtId").flatMap { Int($0) } ?? 0
        largestFormatID = max(largestFormatID, min(id, 1_000_000_000))
      }
    }
    guard let list = outline.child(0, named: "numFmts") else { return }
    for element in outline.children(list, named: "numFmt") {
      guard let code = outline.attribute(element, "formatCode"),
        let id = outline.attribute(element, "numFmtId").flatMap({ Int($0) })
      else { continue }
      if formatCodes[code] == nil { formatCodes[code] = id }
    }
  }

  /// The `xfId` of the cell style with built-in id 0, Normal in any language.
  private static func normalStyle(_ outline: XMLOutline) -> Int? {
    guard let list = outline.child(0, named: "cellStyles") else { return nil }
    let normal = outline.children(list, named: "cellStyle").first {
      outline.attribute($0, "builtinId") == "0"
    }
    return normal.flatMap { outline.attribute($0, "xfId") }.flatMap { Int($0) }
  }

  /// The part with the additions spliced in.
  func merged() -> [UInt8] {
    var edit = XMLEdit(outline)
    for (kind, list) in zip(List.allCases, lists) where !list.added.isEmpty {
      let added = list.added.joined()
      if let element = outline.child(0, named: kind.element) {
        edit.append(added, to: element)
        edit.set("count", of: element, to: String(list.count))
      } else {
        let name = prefix + kind.element
        insert(
          "<\(name) count=\"\(list.count)\">\(list.preset.joined())\(added)</\(name)>",
          for: kind, in: &edit)
      }
    }
    return edit.isEmpty ? outline.bytes : edit.applied()
  }

  /// Puts a list that is missing behind the last of those that come before it.
  private func insert(_ xml: String, for kind: List, in edit: inout XMLEdit) {
    let earlier = List.allCases.prefix(kind.rawValue).reversed().compactMap {
      outline.child(0, named: $0.element)
    }.first
    if let earlier {
      edit.insert(xml, after: earlier)
    } else {
      edit.prepend(xml, to: 0)
    }
  }
}
