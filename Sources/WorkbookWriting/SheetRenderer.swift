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
  /// Cells of a sheet from which on threads are worth their start.
  private static let cellsForThreads = 20_000

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

  /// Writes sheets and the parts that they bring; large ones are spelt and compressed side by side.
  ///
  /// - Parameter folder: the workbook part's, `xl/`; the new parts lie below it.
  func write(
    _ sheets: [PreparedSheet], folder: String, into archive: inout ArchiveWriter
  ) throws(WritingError) {
    let speller = SheetSpeller(styles: styles, dateSystem: dateSystem, isStrict: isStrict)
    func add(_ sheet: PreparedSheet, _ part: CompressedPart) throws(WritingError) {
      try archive.add(folder + sheet.frame.name, part)
      for part in sheet.frame.parts {
        try archive.add(folder + part.name, bytes: speller.conforming(part.bytes))
      }
    }
    if sheets.contains(where: { $0.plan.blockCellCount >= Self.cellsForThreads }) {
      try sheets.concurrentMap {
        ($0, speller.part(of: $0))
      } inOrder: {
        (made: (PreparedSheet, CompressedPart)) throws(WritingError) in
        try add(made.0, made.1)
      }
    } else {
      for sheet in sheets { try add(sheet, speller.part(of: sheet)) }
    }
  }
}

/// Spells and compresses sheets that are ready.
private struct SheetSpeller: Sendable {
  let styles: StyleBook
  let dateSystem: DateSystem
  /// Whether the package is of the strict conformance class.
  let isStrict: Bool

  /// The part of a sheet, its rows spelt chunk by chunk.
  func part(of sheet: PreparedSheet) -> CompressedPart {
    CompressedPart { put in
      var out = ByteWriter(capacity: SheetDataWriter.chunk + (16 << 10))
      out.put(conforming(sheet.frame.head))
      let writer = SheetDataWriter(styles: styles, dateSystem: dateSystem)
      writer.write(sheet.plan, cells: sheet.cells, into: &out) { out in
        out.withBytes { put($0, false) }
      }
      out.put(conforming(sheet.frame.tail))
      out.withBytes { put($0, true) }
    }
  }

  func conforming(_ bytes: [UInt8]) -> [UInt8] {
    isStrict ? StrictNames.mapped(bytes) : bytes
  }
}

/// A sheet of which all is ready but its rows.
struct PreparedSheet: Sendable {
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
