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
  /// From here on two threads are worth their start.
  private static let cellsForTwoThreads = 20_000

  init(
    styles: StyleBook, dateSystem: DateSystem, isStrict: Bool, sheetNames: [String: String]
  ) throws {
    self.styles = styles
    self.dateSystem = dateSystem
    self.isStrict = isStrict
    self.sheetNames = sheetNames
    scratch = try ScratchBook()
  }

  /// Makes a sheet ready: all parts but its rows, numbers taken.
  mutating func prepare(
    _ plan: SheetPlan, isSelected: Bool = false
  ) throws -> PreparedSheet {
    let cells = TableCells.completed(plan)
    let builder = FrameBuilder(
      plan: plan, cells: cells, styles: styles, sheetNames: sheetNames, isSelected: isSelected)
    var frame = try builder.build(in: scratch, numbers: &numbers)
    if !frame.relationships.isEmpty {
      let name = frame.name.split(separator: "/").last.map(String.init) ?? frame.name
      frame.parts.append(
        NewPart(
          name: "worksheets/_rels/\(name).rels",
          bytes: RelationshipsXML.part(frame.relationships), contentType: nil))
    }
    return PreparedSheet(plan: plan, cells: cells, frame: frame)
  }

  /// Writes a sheet and the parts that it brings.
  ///
  /// - Parameter folder: the workbook part's, `xl/`; the new parts lie below it.
  func write(
    _ sheet: PreparedSheet, folder: String, into archive: inout ArchiveWriter
  ) throws {
    try write(
      sheet.plan, cells: sheet.cells, frame: sheet.frame, folder: folder, into: &archive)
    for part in sheet.frame.parts {
      try archive.add(folder + part.name, bytes: conforming(part.bytes))
    }
  }

  private func write(
    _ plan: SheetPlan, cells: [PlannedCell], frame: SheetFrame, folder: String,
    into archive: inout ArchiveWriter
  ) throws {
    try archive.begin(folder + frame.name)
    if plan.blockCellCount >= Self.cellsForTwoThreads { archive.goParallel() }
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

/// A sheet of which all is ready but its rows.
struct PreparedSheet {
  let plan: SheetPlan
  /// With the cells of its tables.
  let cells: [PlannedCell]
  let frame: SheetFrame

  /// Parts, relative to the workbook part's folder, that need a content type of their own.
  var contentTypes: [(part: String, type: String)] {
    [(frame.name, ContentType.worksheet)]
      + frame.parts.compactMap { part in part.contentType.map { (part.name, $0) } }
  }

  /// Old drawings, whose type a default of the package may give.
  var oldDrawings: [String] {
    frame.parts.map(\.name).filter { $0.hasSuffix(".vml") }
  }
}

extension SheetPlan {
  /// How many cells the blocks have.
  fileprivate var blockCellCount: Int {
    blocks.reduce(0) { $0 + $1.rowCount * $1.columns.count }
  }
}
