import FinanceModel
import SheetPlan

/// Writes sheets and the parts they bring into an archive.
struct SheetRenderer {
  let styles: StyleBook
  let dateSystem: DateSystem
  /// Whether the package is of the strict conformance class.
  let isStrict: Bool
  /// The final names of our sheets by key.
  let sheetNames: [String: String]
  /// The next free numbers.
  var numbers = PartNumbers()
  private let scratch: ScratchBook

  init(
    styles: StyleBook, dateSystem: DateSystem, isStrict: Bool, sheetNames: [String: String]
  ) throws {
    self.styles = styles
    self.dateSystem = dateSystem
    self.isStrict = isStrict
    self.sheetNames = sheetNames
    scratch = try ScratchBook()
  }

  /// Writes one sheet and returns what the package must say of it.
  ///
  /// - Parameter folder: the workbook part's, `xl/`; the new parts lie below it.
  mutating func render(
    _ plan: SheetPlan, isSelected: Bool = false, folder: String, into archive: inout ArchiveWriter
  ) throws -> RenderedSheet {
    let cells = TableCells.completed(plan)
    let builder = FrameBuilder(
      plan: plan, cells: cells, styles: styles, sheetNames: sheetNames, isSelected: isSelected)
    let frame = try builder.build(in: scratch, numbers: &numbers)
    try write(plan, cells: cells, frame: frame, folder: folder, into: &archive)
    var parts = frame.parts
    if !frame.relationships.isEmpty {
      let name = frame.name.split(separator: "/").last.map(String.init) ?? frame.name
      parts.append(
        NewPart(
          name: "worksheets/_rels/\(name).rels",
          bytes: RelationshipsXML.part(frame.relationships), contentType: nil))
    }
    for part in parts { try archive.add(folder + part.name, bytes: conforming(part.bytes)) }
    return RenderedSheet(
      part: frame.name,
      contentTypes: [(frame.name, ContentType.worksheet)]
        + parts.compactMap { part in part.contentType.map { (part.name, $0) } },
      hasNotes: parts.contains { $0.contentType == ContentType.comments })
  }

  private func write(
    _ plan: SheetPlan, cells: [PlannedCell], frame: SheetFrame, folder: String,
    into archive: inout ArchiveWriter
  ) throws {
    try archive.begin(folder + frame.name)
    var out = ByteWriter(capacity: SheetDataWriter.chunk + (16 << 10))
    out.put(conforming(frame.head))
    let writer = SheetDataWriter(styles: styles, dateSystem: dateSystem)
    try writer.write(plan, cells: cells, into: &out) { (out: inout ByteWriter) throws in
      try out.withBytes { bytes throws in try archive.write(bytes) }
    }
    out.put(conforming(frame.tail))
    try out.withBytes { bytes throws in try archive.write(bytes, isLast: true) }
    try archive.end()
  }

  private func conforming(_ bytes: [UInt8]) -> [UInt8] {
    isStrict ? StrictNames.mapped(bytes) : bytes
  }
}

/// What a package must say of a sheet that was written into it.
struct RenderedSheet {
  /// Relative to the workbook part's folder.
  var part: String
  /// Parts, relative to the workbook part's folder, that need a content type of their own.
  var contentTypes: [(part: String, type: String)]
  var hasNotes: Bool
}
