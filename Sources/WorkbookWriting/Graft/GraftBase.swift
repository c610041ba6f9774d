import FinanceModel
import WorkbookReading

/// A workbook that sheets are added to: its package, and the small parts that will change.
struct GraftBase {
  let workbook: Workbook
  /// The workbook part's folder with its slash, `xl/`, or empty.
  let folder: String
  let main: XMLOutline
  let relationships: XMLOutline
  let contentTypes: XMLOutline
  /// The `sheets` element of ``main``, and its `sheet` elements.
  let sheetList: Int
  let sheetElements: [Int]
  /// Our sheets of an earlier run.
  let existing: [ExistingSheet]
  /// Keys of the parts that go: old sheets of ours and what only they reach, and the like.
  private(set) var removedParts: Set<String> = []

  static let typesPart = "[Content_Types].xml"
  static let relationshipNamespaces: Set<String> = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
  ]

  var package: Package { workbook.package }
  var path: String { workbook.path }

  init(_ workbook: Workbook) throws(WritingError) {
    self.workbook = workbook
    let main = workbook.workbookPart
    folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    self.main = try Self.outline(main, of: workbook)
    relationships = try Self.outline(PartName.relationships(of: main), of: workbook)
    contentTypes = try Self.outline(Self.typesPart, of: workbook)
    guard let list = self.main.child(0, named: "sheets") else {
      throw .cannotGraft(workbook.path, "it lists no sheets", "工作簿未列出任何工作表")
    }
    sheetList = list
    sheetElements = self.main.children(list, named: "sheet")
    existing = SheetMark.sheets(in: workbook)
  }

  /// A part's elements, its bytes in UTF-8.
  static func outline(
    _ part: String, of workbook: Workbook
  ) throws(WritingError) -> XMLOutline {
    do {
      return try XMLOutline(PartText.utf8(workbook.package.bytes(ofPart: part)))
    } catch {
      throw .cannotGraft(
        workbook.path, "its part \(part) cannot be read", "无法读取其中的 \(part)")
    }
  }

  /// The part that the workbook's relationship of that kind leads to, whether it is there or not.
  func part(ofKind kind: String) -> String? {
    workbook.relationships.first { $0.kind == kind && $0.part != nil }?.part
  }

  func isRemoved(_ part: String) -> Bool { removedParts.contains(PartName.key(part)) }

  mutating func remove(_ parts: Set<String>) { removedParts.formUnion(parts.map(PartName.key)) }

  /// The sheet of an earlier run with that key.
  func existingSheet(_ key: String) -> ExistingSheet? { existing.first { $0.key == key } }

  /// The `sheetId` of the sheet at that place.
  func sheetID(at index: Int) -> Int? {
    guard sheetElements.indices.contains(index) else { return nil }
    return main.attribute(sheetElements[index], "sheetId").flatMap { Int($0) }
  }

  /// The relationship id of the sheet at that place.
  func relationshipID(at index: Int) -> String? {
    guard sheetElements.indices.contains(index) else { return nil }
    return main.attribute(
      sheetElements[index], "id", inNamespaces: Self.relationshipNamespaces)
  }

  /// The tab that is shown when the workbook opens, from 0.
  var activeTab: Int {
    main.child(0, named: "bookViews").flatMap { main.children($0).first }
      .flatMap { main.attribute($0, "activeTab") }.flatMap { Int($0) } ?? 0
  }
}
