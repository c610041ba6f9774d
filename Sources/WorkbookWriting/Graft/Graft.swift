import FinanceModel
import SheetPlan
import WorkbookReading

/// One enrichment: what is decided before anything is written, then the writing.
struct Graft {
  private var base: GraftBase
  private let options: EnrichmentOptions
  private let planCount: Int
  private var sheets: [GraftedSheet] = []
  private let renderer: SheetRenderer
  private let stylesPart: StylesPart
  private let styles: [UInt8]
  private var findings: [Finding] = []
  /// Parts with new bytes, by folded name.
  private var changed: [String: [UInt8]] = [:]
  /// Parts of the package's own that it lacked.
  private var added: [(name: String, bytes: [UInt8])] = []

  init(_ workbook: Workbook, plans: [SheetPlan], options: EnrichmentOptions) throws {
    base = try GraftBase(workbook)
    self.options = options
    planCount = plans.count
    if workbook.isSigned && !options.dropsSignature { throw WritingError.signed(workbook.path) }
    let all = plans + Self.emptied(base, plans: plans, language: options.language)
    let names = Self.names(of: all, in: base)
    base.remove(Self.goneParts(base, plans: all))
    try base.checkTableNames(of: all)
    stylesPart = try StylesPart(base)
    var book = try Self.styleBook(stylesPart, path: workbook.path)
    for plan in all { book.register(plan) }
    styles = book.merged()
    var renderer = try SheetRenderer(
      styles: book, dateSystem: workbook.dateSystem, isStrict: workbook.isStrict,
      sheetNames: Dictionary(
        zip(all.map(\.key), names), uniquingKeysWith: { first, _ in first }))
    renderer.numbers = try base.freeNumbers(
      hasNotes: all.contains { $0.cells.contains { $0.comment != nil } })
    var index = base.sheetElements.count
    for (plan, name) in zip(all, names) {
      let existing = base.existingSheet(plan.key)
      let place = existing?.index ?? index
      if existing == nil { index += 1 }
      sheets.append(
        GraftedSheet(
          plan: plan, name: name, index: place, isReplacement: existing != nil,
          prepared: try renderer.prepare(
            plan, isSelected: existing != nil && place == base.activeTab)))
    }
    renderer.begin(sheets.map(\.prepared))
    self.renderer = renderer
    findings = findings(of: workbook, stylesAreFull: book.isFull, emptied: all.dropFirst(planCount))
    findings += sheets.compactMap { sheet in
      let count = SheetLinks.leftOut(of: sheet.plan)
      return count == 0
        ? nil
        : Finding(
          WriteFindings.linksLeftOut, values: ["sheet": sheet.name, "count": String(count)])
    }
    try edit()
  }

  private static func styleBook(
    _ part: StylesPart, path: String
  ) throws(WritingError) -> StyleBook {
    do {
      return try StyleBook(styles: part.bytes)
    } catch {
      throw .cannotGraft(path, "its styles are not well-formed", "其样式部分格式不正确")
    }
  }

  /// The names that the tabs have or get.
  private static func names(of plans: [SheetPlan], in base: GraftBase) -> [String] {
    let new = plans.filter { base.existingSheet($0.key) == nil }
    let chosen = SheetNames.chosen(
      for: new.map(\.name), taken: base.workbook.sheets.map(\.name))
    let byKey = Dictionary(zip(new.map(\.key), chosen), uniquingKeysWith: { first, _ in first })
    return plans.map { base.existingSheet($0.key)?.name ?? byKey[$0.key] ?? $0.name }
  }

  /// A line in the place of each sheet of an earlier run that is no longer made: formulas of the
  /// team's onto it would turn to #REF! if it went.
  private static func emptied(
    _ base: GraftBase, plans: [SheetPlan], language: Language
  ) -> [SheetPlan] {
    let keys = Set(plans.map(\.key))
    return base.existing.filter { !keys.contains($0.key) }.map { sheet in
      var plan = SheetPlan(key: sheet.key, name: sheet.name)
      plan.columns = [ColumnPlan(column: 1, width: 90)]
      let line = LocalizedText(
        english: "This sheet is no longer made from this workbook; "
          + "it was kept since formulas may refer to it.",
        chinese: "该工作表已不再由此工作簿产生；因可能被公式引用而保留。")
      plan.put(.text(line[language]), row: 1, column: 1)
      return plan
    }
  }

  /// The parts of the sheets that are replaced and what only they reach; the calculation chain
  /// where it lists their cells, since the new sheets have formulas elsewhere; the signature.
  private static func goneParts(_ base: GraftBase, plans: [SheetPlan]) -> Set<String> {
    let replaced = plans.compactMap { base.existingSheet($0.key) }
    let reachable = ReachableParts(package: base.package)
    var gone: Set<String> = []
    if !replaced.isEmpty {
      let parts = replaced.map { base.workbook.sheets[$0.index].part }
      gone = reachable.onlyBelow(parts, owner: base.workbook.workbookPart)
      let ids = Set(replaced.compactMap { base.sheetID(at: $0.index) })
      if let chain = base.part(ofKind: "calcChain"), base.package.contains(part: chain),
        !CalculationChain.ids(base).isDisjoint(with: ids)
      {
        gone.insert(PartName.key(chain))
      }
    }
    if base.workbook.isSigned {
      gone.formUnion(reachable.onlyBelow(Signature.parts(of: base), owner: ""))
    }
    return gone
  }
}

/// The package's digital signature (ECMA-376 part 2, 10).
enum Signature {
  static func parts(of base: GraftBase) -> [String] {
    let roots = (try? base.package.relationships(ofPart: "")) ?? []
    return roots.filter { $0.kind == "origin" }.compactMap(\.part)
  }

  /// The package's relationships without those to the signature.
  static func relationships(of base: GraftBase) throws(WritingError) -> [UInt8] {
    let outline = try GraftBase.outline("_rels/.rels", of: base.workbook)
    var edit = XMLEdit(outline)
    for element in outline.children(0)
    where outline.attribute(element, "Type")?.hasSuffix("/origin") == true {
      edit.remove(element)
    }
    return edit.applied()
  }
}

extension Graft {
  private func findings(
    of workbook: Workbook, stylesAreFull: Bool, emptied: ArraySlice<SheetPlan>
  ) -> [Finding] {
    var found: [Finding] = []
    if workbook.isStructureProtected { found.append(Finding(WriteFindings.structureProtected)) }
    if workbook.relationships.contains(where: { $0.kind == "revisionHeaders" }) {
      found.append(Finding(WriteFindings.sharedWorkbook))
    }
    if stylesAreFull { found.append(Finding(WriteFindings.stylesFull)) }
    if workbook.isSigned { found.append(Finding(WriteFindings.signatureDropped)) }
    if !workbook.calculation.hasFullPrecision {
      found.append(Finding(WriteFindings.precisionAsDisplayed))
    }
    for plan in emptied {
      found.append(Finding(WriteFindings.sheetEmptied, values: ["sheet": plan.name]))
    }
    return found
  }

  /// Works out the new bytes of every part that changes.
  private mutating func edit() throws(WritingError) {
    var workbook = WorkbookPartEdit(base)
    try workbook.list(sheets)
    workbook.name(sheets)
    var types = ContentTypesEdit(base)
    types.removeGoneParts()
    // What stays comes before what is put anew each time, so that a second run gives equal bytes.
    setStyles(&workbook, &types)
    addTypes(of: sheets, to: &types)
    if let chain = base.part(ofKind: "calcChain"), base.isRemoved(chain) {
      workbook.unrelate(chain)
    }
    findings += workbook.findings
    let main = base.workbook.workbookPart
    change(main, to: workbook.mainPart)
    change(PartName.relationships(of: main), to: workbook.relationshipsPart)
    change(GraftBase.typesPart, to: types.part)
    editAppProperties()
    if base.workbook.isSigned {
      change("_rels/.rels", to: try Signature.relationships(of: base))
    }
  }

  private func addTypes(of sheets: [GraftedSheet], to types: inout ContentTypesEdit) {
    let drawings = sheets.flatMap(\.prepared.oldDrawings)
    if !drawings.isEmpty, !types.ensureDefault("vml", type: ContentType.vmlDrawing) {
      for drawing in drawings { types.add(base.folder + drawing, type: ContentType.vmlDrawing) }
    }
    let relationshipParts = sheets.flatMap { $0.prepared.frame.parts.map(\.name) }
      .filter { $0.hasSuffix(".rels") }
    if !relationshipParts.isEmpty,
      !types.ensureDefault("rels", type: ContentType.relationships)
    {
      for part in relationshipParts {
        types.add(base.folder + part, type: ContentType.relationships)
      }
    }
    for sheet in sheets {
      for (part, type) in sheet.prepared.contentTypes {
        types.add(base.folder + part, type: type)
      }
    }
  }

  private mutating func setStyles(
    _ workbook: inout WorkbookPartEdit, _ types: inout ContentTypesEdit
  ) {
    guard !stylesPart.exists else { return change(stylesPart.name, to: styles) }
    added.append((stylesPart.name, styles))
    types.add(stylesPart.name, type: ContentType.styles)
    guard !stylesPart.isRelated else { return }
    let number = base.nextRelationshipNumber() + sheets.filter { !$0.isReplacement }.count
    let isBelow = stylesPart.name.hasPrefix(base.folder)
    workbook.relate(
      NewRelationship(
        id: "rId\(number)", kind: "styles",
        target: isBelow
          ? String(stylesPart.name.dropFirst(base.folder.count)) : "/" + stylesPart.name))
  }

  private mutating func editAppProperties() {
    let new = sheets.filter { !$0.isReplacement }.map(\.name)
    let roots = (try? base.package.relationships(ofPart: "")) ?? []
    guard !new.isEmpty,
      let part = roots.first(where: { $0.kind == "extended-properties" })?.part,
      base.package.contains(part: part),
      let outline = try? GraftBase.outline(part, of: base.workbook),
      let edit = AppPropertiesEdit(
        outline,
        worksheets: base.workbook.sheets.filter { $0.kind == .worksheet }.map(\.name))
    else { return }
    change(part, to: edit.adding(new))
  }

  private mutating func change(_ part: String, to bytes: [UInt8]) {
    let name = base.package.entry(ofPart: part)?.name ?? part
    changed[PartName.key(name)] = bytes
  }
}

extension Graft {
  /// Writes the copy.
  mutating func write(to path: String) throws -> EnrichmentReport {
    let directory = try ArchiveDirectory(path: base.workbook.package.path)
    guard directory.entries.count == base.package.entries.count else {
      throw WritingError.cannotRead(base.path)
    }
    let file = try OutputFile(path: path)
    var archive = ArchiveWriter(file: file)
    for (entry, known) in zip(directory.entries, base.package.entries) {
      try copy(entry, named: known, from: directory, into: &archive)
    }
    for part in added { try archive.add(part.name, bytes: part.bytes) }
    try renderer.write(sheets.map(\.prepared), folder: base.folder, into: &archive)
    try archive.finish()
    try file.commit()
    return EnrichmentReport(
      sheetNames: sheets.prefix(planCount).map(\.name), findings: findings)
  }

  /// Copies an entry as it is, or writes its new bytes in its place, or leaves it out.
  private func copy(
    _ entry: ArchiveWriter.Entry, named known: ArchiveEntry, from directory: ArchiveDirectory,
    into archive: inout ArchiveWriter
  ) throws(WritingError) {
    guard !known.isSuperseded, !base.isRemoved(known.name) else { return }
    var entry = entry
    // Some writers use the other slash; readers allow it, Excel does not write it.
    entry.name = entry.name.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    if let bytes = changed[PartName.key(known.name)], !known.isFolder {
      try archive.add(entry, bytes: bytes)
    } else {
      try archive.copy(
        entry, from: directory.descriptor, at: directory.dataPlace(of: entry))
    }
  }
}
