/// One list of a styles part: its entries in a comparable form, and what is appended.
struct StyleList {
  /// Entries that the list must start with where it is missing: the schema or Excel asks for them.
  let preset: [String]
  private(set) var added: [String] = []
  private(set) var count: Int
  /// How many entries there were before any was appended.
  private let originalCount: Int
  /// Places by comparable form, and by the text that was asked for: most styles share their fonts.
  private var places: [String: Int] = [:]
  private var placesByText: [String: Int] = [:]

  init(_ kind: StyleTable.List, in outline: XMLOutline) {
    if let list = outline.child(0, named: kind.element) {
      let entries = outline.children(list)
      preset = []
      count = entries.count
      for (place, entry) in entries.enumerated().reversed() {
        places[CanonicalXML.form(of: entry, in: outline)] = place
      }
    } else {
      preset = Self.presets(kind, prefix: outline.prefix(0))
      count = preset.count
    }
    originalCount = count
  }

  /// Whether an entry was appended here: what refers to it is new itself.
  func isAdded(_ place: Int) -> Bool { place >= originalCount }

  /// The place of an entry that says the same, which is appended where there is none.
  ///
  /// - Parameters:
  ///   - isFull: whether nothing may be appended; nil then where there is no such entry.
  ///   - isNew: whether the workbook can have none that says the same.
  mutating func place(of xml: String, isFull: Bool = false, isNew: Bool = false) -> Int? {
    if let known = placesByText[xml] { return known }
    let form = isNew ? nil : CanonicalXML.form(of: xml)
    var place = form.flatMap { places[$0] }
    if place == nil, !isFull {
      place = add(xml)
      if let form { places[form] = place }
    }
    placesByText[xml] = place
    return place
  }

  /// Appends an entry that is known to be new, and returns its place.
  @discardableResult
  mutating func add(_ xml: String) -> Int {
    added.append(xml)
    count += 1
    return count - 1
  }

  private static func presets(_ kind: StyleTable.List, prefix p: String) -> [String] {
    switch kind {
    case .fonts:
      [
        "<\(p)font><\(p)sz val=\"11\"/><\(p)name val=\"Calibri\"/><\(p)family val=\"2\"/></\(p)font>"
      ]
    case .fills:
      [
        "<\(p)fill><\(p)patternFill patternType=\"none\"/></\(p)fill>",
        "<\(p)fill><\(p)patternFill patternType=\"gray125\"/></\(p)fill>",
      ]
    case .borders:
      ["<\(p)border><\(p)left/><\(p)right/><\(p)top/><\(p)bottom/><\(p)diagonal/></\(p)border>"]
    case .cellFormats:
      ["<\(p)xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"]
    case .numberFormats, .parents, .cellStyles, .differentials: []
    }
  }
}

/// XML in a form in which two elements that say the same are equal: prefixes, the order of
/// attributes and spaces between tags do not matter.
enum CanonicalXML {
  static func form(of index: Int, in outline: XMLOutline) -> String {
    var text = "<" + outline.localName(index)
    let attributes = outline.attributes(index).filter { !$0.name.hasPrefix("xmlns") }
    for attribute in attributes.sorted(by: { $0.name < $1.name }) {
      text += " \(attribute.name)=\"\(attribute.value)\""
    }
    text += ">"
    for child in outline.children(index) { text += form(of: child, in: outline) }
    return text + ">"
  }

  static func form(of xml: String) -> String? {
    guard let outline = try? XMLOutline(Array(xml.utf8)) else { return nil }
    return form(of: 0, in: outline)
  }
}
