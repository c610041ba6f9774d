import FinanceModel
import SheetPlan
import WorkbookReading

/// Changes to the workbook part and its relationships: sheets and names, nothing else. What the team
/// set about calculation, views and protection stays.
struct WorkbookPartEdit {
  let base: GraftBase
  private var main: XMLEdit
  private var relationships: XMLEdit
  private(set) var findings: [Finding] = []

  init(_ base: GraftBase) {
    self.base = base
    main = XMLEdit(base.main)
    relationships = XMLEdit(base.relationships)
  }

  /// The workbook part as it is to be.
  var mainPart: [UInt8] { main.applied() }
  var relationshipsPart: [UInt8] { relationships.applied() }

  /// Lists new sheets behind the old ones and points those that are replaced at their new parts.
  mutating func list(_ sheets: [GraftedSheet]) throws(WritingError) {
    var ids = base.freeSheetIDs(sheets.filter { !$0.isReplacement }.count)[...]
    var number = base.nextRelationshipNumber()
    var elements = ""
    for sheet in sheets {
      if sheet.isReplacement {
        redirect(sheet)
        continue
      }
      guard let id = ids.popFirst() else {
        throw .cannotGraft(base.path, "it has no sheet ids left", "工作表编号已用尽")
      }
      elements += sheetElement(sheet, id: id, relationship: "rId\(number)")
      relate(
        NewRelationship(id: "rId\(number)", kind: "worksheet", target: sheet.part))
      number += 1
    }
    main.append(elements, to: base.sheetList)
  }

  private func sheetElement(_ sheet: GraftedSheet, id: Int, relationship: String) -> String {
    let outline = base.main
    let tag = outline.prefix(base.sheetList)
    let known = outline.prefix(
      ofNamespaces: GraftBase.relationshipNamespaces, at: base.sheetList)
    let namespace =
      base.workbook.isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let declaration = known == nil ? " xmlns:r=\"\(namespace)\"" : ""
    return "<\(tag)sheet\(declaration) name=\"\(XMLText.escaped(sheet.name))\" sheetId=\"\(id)\" "
      + "\(known ?? "r"):id=\"\(relationship)\"/>"
  }

  private mutating func redirect(_ sheet: GraftedSheet) {
    guard let id = base.relationshipID(at: sheet.index) else { return }
    let wanted = PartName.key(base.folder + sheet.part)
    for element in base.relationships.children(0)
    where base.relationships.attribute(element, "Id") == id {
      let target = base.relationships.attribute(element, "Target") ?? ""
      let old = PartName.resolved(target, from: base.workbook.workbookPart)
      if PartName.key(old) != wanted {
        relationships.set("Target", of: element, to: sheet.part)
      }
    }
  }

  /// Adds a relationship of the workbook part.
  mutating func relate(_ relationship: NewRelationship) {
    let types =
      base.workbook.isStrict ? StrictNames.relationshipTypes : RelationshipsXML.types
    relationships.append(
      RelationshipsXML.element(
        relationship, prefix: base.relationships.prefix(0), types: types), to: 0)
  }

  /// Takes out the relationships that lead to a part.
  mutating func unrelate(_ part: String) {
    for element in base.relationships.children(0) {
      let target = base.relationships.attribute(element, "Target") ?? ""
      let resolved = PartName.resolved(target, from: base.workbook.workbookPart)
      if PartName.key(resolved) == PartName.key(part) { relationships.remove(element) }
    }
  }
}

extension WorkbookPartEdit {
  /// Sets the names of the sheets: those that stand already are changed where they stand.
  mutating func name(_ sheets: [GraftedSheet]) {
    let list = base.main.child(0, named: "definedNames")
    let standing = list.map { base.main.children($0, named: "definedName") } ?? []
    var added: [PlannedName] = []
    for sheet in sheets {
      var planned = PlannedName.names(
        of: sheet.plan, sheetName: sheet.name, sheetIndex: sheet.index)
      planned.append(
        PlannedName(
          name: SheetMark.name, sheet: sheet.index,
          formula: SheetMark(key: sheet.plan.key, sheetName: sheet.name).formula,
          isHidden: true))
      removeStale(planned, of: sheet, standing: standing)
      for name in planned where !settle(name, standing: standing) { added.append(name) }
    }
    append(added, to: list)
  }

  /// Local names of the print set-up and the filter that the plan no longer has.
  private mutating func removeStale(
    _ planned: [PlannedName], of sheet: GraftedSheet, standing: [Int]
  ) {
    guard sheet.isReplacement else { return }
    let wanted = Set(planned.filter { $0.sheet != nil }.map { $0.name.lowercased() })
    for element in standing where scope(of: element) == sheet.index {
      let name = (base.main.attribute(element, "name") ?? "").lowercased()
      if name.hasPrefix("_xlnm."), !wanted.contains(name) { main.remove(element) }
    }
  }

  /// Gives a name that stands already its new meaning; says whether nothing is left to add.
  private mutating func settle(_ name: PlannedName, standing: [Int]) -> Bool {
    let outline = base.main
    let found = standing.first { element in
      scope(of: element) == name.sheet
        && outline.attribute(element, "name")?.lowercased() == name.name.lowercased()
    }
    guard let found else { return false }
    let formula = outline.text(found)
    if formula == name.formula { return true }
    guard name.sheet != nil || isOurs(formula) else {
      findings.append(Finding(WriteFindings.nameTaken, values: ["name": name.name]))
      return true
    }
    if outline.elements[found].closesItself {
      main.remove(found)
      return false
    }
    main.setContent(of: found, to: XMLText.escaped(name.formula))
    return true
  }

  /// Whether a global name was put there by an earlier run: it stands for cells of our sheets.
  private func isOurs(_ formula: String) -> Bool {
    if formula.contains("#REF!") { return true }
    guard let sheet = ReferenceText.range(formula)?.sheet else { return false }
    return base.existing.contains { $0.name.lowercased() == sheet.lowercased() }
  }

  private func scope(of element: Int) -> Int? {
    base.main.attribute(element, "localSheetId").flatMap { Int($0) }
  }

  private mutating func append(_ names: [PlannedName], to list: Int?) {
    guard !names.isEmpty else { return }
    if let list {
      let prefix = base.main.prefix(list)
      main.append(names.map { $0.element(prefix: prefix) }.joined(), to: list)
      return
    }
    let prefix = base.main.prefix(base.sheetList)
    let inside = names.map { $0.element(prefix: prefix) }.joined()
    let before =
      base.main.child(0, named: "externalReferences")
      ?? base.main.child(0, named: "functionGroups")
    main.insert(
      "<\(prefix)definedNames>\(inside)</\(prefix)definedNames>", after: before ?? base.sheetList)
  }
}
