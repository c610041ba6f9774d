import SheetPlan
import WorkbookReading

extension GraftBase {
  /// Numbers from which on part names, table ids and note shapes are free.
  ///
  /// A part name is taken where an entry or an override has it, without regard to case; parts that
  /// go leave theirs free, so that a workbook that is dropped again does not grow.
  ///
  /// - Parameter hasNotes: whether notes will be added; only then are old drawings looked into.
  func freeNumbers(hasNotes: Bool) throws(WritingError) -> PartNumbers {
    var numbers = PartNumbers()
    let names = takenNames()
    numbers.sheet = next(names, "worksheets/sheet", ".xml")
    numbers.drawing = next(names, "drawings/drawing", ".xml")
    numbers.chart = next(names, "charts/chart", ".xml")
    numbers.comments = next(names, "comments", ".xml")
    numbers.vmlDrawing = next(names, "drawings/vmldrawing", ".vml")
    numbers.table = max(next(names, "tables/table", ".xml"), largestTableID() + 1)
    if hasNotes { numbers.shapeBlock = largestShapeBlock() + 1 }
    return numbers
  }

  /// Names in use, folded, those of parts that go left out.
  private func takenNames() -> [String] {
    let entries = package.entries.map { PartName.key($0.name) }
    let overrides = contentTypes.children(0, named: "Override").compactMap { element in
      contentTypes.attribute(element, "PartName").map { PartName.key(PartName.normalised($0)) }
    }
    return (entries + overrides).filter { !removedParts.contains($0) }
  }

  /// One more than the largest number between a folder's prefix and an ending.
  private func next(_ names: [String], _ prefix: String, _ suffix: String) -> Int {
    let start = PartName.key(folder) + prefix
    var largest = 0
    for name in names where name.hasPrefix(start) && name.hasSuffix(suffix) {
      let digits = name.dropFirst(start.count).dropLast(suffix.count)
      // Names with larger numbers than these leave no gap that could be met.
      if let number = Int(digits), number < 1_000_000 { largest = max(largest, number) }
    }
    return largest + 1
  }

  private func largestTableID() -> Int {
    var largest = 0
    for entry in package.entries
    where !isRemoved(entry.name) && package.contentType(ofPart: entry.name) == ContentType.table {
      guard let table = try? Self.outline(entry.name, of: workbook) else { continue }
      largest = max(largest, table.attribute(0, "id").flatMap { Int($0) } ?? 0)
    }
    return min(largest, 1_000_000_000)
  }

  /// Makes sure that no table or name of theirs is called like a table of ours.
  ///
  /// - Throws: where one is: two tables of one name make Excel offer a repair, and formulas go by it.
  func checkTableNames(of plans: [SheetPlan]) throws(WritingError) {
    let wanted = Set(plans.flatMap { $0.tables.map { $0.name.lowercased() } })
    guard !wanted.isEmpty else { return }
    var taken = workbook.definedNames.filter { $0.sheet == nil }.map(\.name)
    for entry in package.entries
    where !isRemoved(entry.name) && package.contentType(ofPart: entry.name) == ContentType.table {
      guard let table = try? Self.outline(entry.name, of: workbook) else { continue }
      taken.append(table.attribute(0, "displayName") ?? "")
    }
    guard let clash = taken.first(where: { wanted.contains($0.lowercased()) }) else { return }
    throw .cannotGraft(
      path, "it has a table or name \(clash) of its own; rename that and try again",
      "其中已有名为 \(clash) 的表或名称，请将其重命名后重试")
  }

  /// The largest block of shape ids that an old drawing takes: `<o:idmap … data="1,3"/>`.
  private func largestShapeBlock() -> Int {
    var largest = 0
    for entry in package.entries where !isRemoved(entry.name) {
      let isDrawing =
        PartName.fileExtension(of: entry.name) == "vml"
        || package.contentType(ofPart: entry.name) == ContentType.vmlDrawing
      guard isDrawing, let bytes = try? package.bytes(ofPart: entry.name) else { continue }
      largest = max(largest, ShapeBlocks.largest(in: bytes))
    }
    return largest
  }

  /// Free sheet ids: above those of all sheets and of the cells in the calculation chain where
  /// there is room (Excel reads ids up to 65,534), else the gaps between them.
  func freeSheetIDs(_ count: Int) -> [Int] {
    var taken = Set(sheetElements.indices.compactMap { sheetID(at: $0) })
    if !isRemoved(part(ofKind: "calcChain") ?? "") { taken.formUnion(CalculationChain.ids(self)) }
    let start = (taken.max() ?? 0) + 1
    if start + count <= 65_535 { return Array(start..<(start + count)) }
    return Array((1...65_534).lazy.filter { !taken.contains($0) }.prefix(count))
  }

  /// One more than the largest number of an `rId` among the workbook's relationships.
  func nextRelationshipNumber() -> Int {
    let numbers = relationships.children(0).compactMap { element -> Int? in
      guard let id = relationships.attribute(element, "Id"), id.lowercased().hasPrefix("rid") else {
        return nil
      }
      return Int(id.dropFirst(3)).flatMap { $0 < Int(Int32.max) ? $0 : nil }
    }
    return (numbers.max() ?? 0) + 1
  }
}

/// Blocks of shape ids in an old drawing, which need not be well-formed XML.
enum ShapeBlocks {
  static func largest(in bytes: [UInt8]) -> Int {
    var largest = 0
    var rest = bytes[...]
    while let start = rest.firstPlace(of: "idmap") {
      rest = rest[start...]
      let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
      if let data = rest[..<end].firstPlace(of: "data=") {
        let value = rest[(data + 6)..<max(end, data + 6)]
        let list = value.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        for number in String(decoding: list, as: UTF8.self).split(separator: ",") {
          largest = max(largest, Int(number.filter { $0 != " " }) ?? 0)
        }
      }
      rest = rest[end...]
    }
    return min(largest, 1_000_000)
  }
}

/// The chain of formula cells that Excel keeps (ECMA-376 part 1, 12.3.1).
enum CalculationChain {
  /// The ids of the sheets that it names.
  static func ids(_ base: GraftBase) -> Set<Int> {
    guard let part = base.part(ofKind: "calcChain"), base.package.contains(part: part),
      let bytes = try? PartText.utf8(base.package.bytes(ofPart: part))
    else { return [] }
    var ids: Set<Int> = []
    var rest = bytes[...]
    while let start = rest.firstPlace(of: " i=") {
      let digits = rest[(start + 3)...].dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
      if let id = Int(String(decoding: digits, as: UTF8.self)), id <= 1 << 24 { ids.insert(id) }
      rest = rest[(start + 3)...]
    }
    return ids
  }
}

extension ArraySlice<UInt8> {
  /// The first place of a text.
  func firstPlace(of text: StaticString) -> Int? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var place = startIndex
    while let next = self[place...].firstIndex(of: wanted[0]) {
      if endIndex - next < wanted.count { return nil }
      if self[next..<(next + wanted.count)].elementsEqual(wanted) { return next }
      place = next + 1
    }
    return nil
  }
}
