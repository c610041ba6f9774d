import WorkbookReading

/// Changes to `docProps/app.xml`: the titles of new sheets.
///
/// Made only where the part is consistent as it stands; a list that is out of date is harmless, one
/// that does not add up makes Excel offer a repair. Headings are localised, so the first one is
/// taken for the worksheets' where its titles are theirs.
struct AppPropertiesEdit {
  private let outline: XMLOutline
  private let count: Int
  private let countElement: Int
  private let titleList: Int
  private let lastTitle: Int

  /// Nil where the part had better stay as it is.
  init?(_ outline: XMLOutline, worksheets: [String]) {
    self.outline = outline
    guard let pairs = Self.vector(in: outline, of: "HeadingPairs"),
      let titles = Self.vector(in: outline, of: "TitlesOfParts")
    else { return nil }
    let counts = outline.descendants(pairs, named: "i4")
    let entries = outline.children(titles)
    let sum = counts.compactMap { Int(outline.text($0)) }.reduce(0) { $0 &+ max(0, $1) }
    guard let first = counts.first, let count = Int(outline.text(first)), count > 0,
      sum == entries.count, outline.attribute(titles, "size").flatMap({ Int($0) }) == sum,
      count == worksheets.count, count <= entries.count,
      entries[..<count].map({ outline.text($0) }) == worksheets
    else { return nil }
    self.count = count
    countElement = first
    titleList = titles
    lastTitle = entries[count - 1]
  }

  private static func vector(in outline: XMLOutline, of name: String) -> Int? {
    outline.child(0, named: name).flatMap { outline.child($0, named: "vector") }
  }

  /// The part with more titles behind the worksheets'.
  func adding(_ names: [String]) -> [UInt8] {
    var edit = XMLEdit(outline)
    let tag = outline.qualifiedName(lastTitle)
    let size = outline.children(titleList).count
    edit.setContent(of: countElement, to: String(count + names.count))
    edit.set("size", of: titleList, to: String(size + names.count))
    edit.insert(
      names.map { "<\(tag)>\(XMLText.escaped($0))</\(tag)>" }.joined(), after: lastTitle)
    return edit.applied()
  }
}
