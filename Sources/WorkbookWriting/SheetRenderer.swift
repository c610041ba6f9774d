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
  private let flatTexts = FlatTextStore()

  init(
    styles: StyleBook, dateSystem: DateSystem, isStrict: Bool, sheetNames: [String: String]
  ) throws {
    self.styles = styles
    self.dateSystem = dateSystem
    self.isStrict = isStrict
    self.sheetNames = sheetNames
    scratch = try ScratchBook()
  }

  /// Makes a sheet ready, its numbers taken. Its rows are spelt, its charts put together and all its parts
  /// compressed on another thread meanwhile; those of a large one from ``begin(_:)`` on.
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
    let speller = SheetSpeller(
      styles: styles, dateSystem: dateSystem, isStrict: isStrict, flatTexts: flatTexts)
    return PreparedSheet(
      frame: frame, cellCount: plan.cellCount,
      parts: BegunWork(waits: plan.cellCount > Self.largeCount) { [frame] in
        Result { () throws(ScratchFault) in
          try speller.parts(of: plan, cells: cells, in: frame)
        }
      })
  }

  /// Begins to spell the large ones of all sheets that were made ready, the largest first: so the last
  /// ones will be done at about the same time.
  func begin(_ sheets: [PreparedSheet]) {
    for sheet in Self.largestFirst(sheets) where sheet.cellCount > Self.largeCount {
      sheet.parts.begin()
    }
  }

  /// More cells than are spelt in some ten milliseconds.
  private static let largeCount = 100_000

  private static func largestFirst(_ sheets: [PreparedSheet]) -> [PreparedSheet] {
    sheets.sorted { $0.cellCount > $1.cellCount }
  }

  /// Writes sheets and the parts that they bring, each as soon as it is spelt and those before it were
  /// written; while it would wait, this thread spells those that no other has begun, the largest first.
  ///
  /// - Parameter folder: the workbook part's, `xl/`; the new parts lie below it.
  func write(
    _ sheets: [PreparedSheet], folder: String, into archive: inout ArchiveWriter
  ) throws {
    let largestFirst = Self.largestFirst(sheets)
    for sheet in sheets {
      while !sheet.parts.isDone, largestFirst.contains(where: { $0.parts.doUnlessBegun() }) {}
      guard let parts = sheet.parts.collect() else {
        preconditionFailure("sheets are written once")
      }
      let names = [sheet.frame.name] + sheet.frame.parts.map(\.name)
      for (name, part) in zip(names, try parts.get()) {
        try archive.add(folder + name, part)
      }
    }
  }
}

extension SheetPlan {
  fileprivate var cellCount: Int {
    blocks.reduce(cells.count) { $0 + $1.rowCount * $1.columns.count }
  }

  /// Whether most of its text will be that of rows which look like one another.
  fileprivate var hasLongTable: Bool {
    blocks.contains { $0.rowCount >= SheetDataWriter.rowsToShare }
  }
}

/// Spells and compresses sheets that are ready.
private struct SheetSpeller: Sendable {
  let styles: StyleBook
  let dateSystem: DateSystem
  /// Whether the package is of the strict conformance class.
  let isStrict: Bool
  let flatTexts: FlatTextStore

  /// The part of a sheet, then those that it brings.
  ///
  /// - Parameter cells: the plan's, with those of its tables.
  func parts(
    of plan: SheetPlan, cells: [PlannedCell], in frame: SheetFrame
  ) throws(ScratchFault) -> [CompressedPart] {
    var parts = [sheet(plan, cells: cells, in: frame)]
    let deflater = Deflater()
    for part in frame.parts {
      parts.append(CompressedPart(conforming(try part.bytes()), by: deflater))
    }
    return parts
  }

  /// The rows are spelt chunk by chunk.
  private func sheet(
    _ plan: SheetPlan, cells: [PlannedCell], in frame: SheetFrame
  ) -> CompressedPart {
    if plan.hasLongTable {
      CompressedPart(by: RowDeflater()) { spell(plan, cells: cells, in: frame, take: $0) }
    } else {
      CompressedPart(by: Deflater()) { spell(plan, cells: cells, in: frame, take: $0) }
    }
  }

  private func spell(
    _ plan: SheetPlan, cells: [PlannedCell], in frame: SheetFrame,
    take: (_ piece: borrowing ByteWriter, _ isLast: Bool) -> Void
  ) {
    var out = ByteWriter(capacity: SheetDataWriter.chunk + (16 << 10))
    out.put(conforming(frame.head))
    let writer = SheetDataWriter(styles: styles, dateSystem: dateSystem, flatTexts: flatTexts)
    writer.write(plan, cells: cells, into: &out) { take($0, false) }
    out.put(conforming(frame.tail))
    take(out, true)
  }

  private func conforming(_ bytes: [UInt8]) -> [UInt8] {
    isStrict ? StrictNames.mapped(bytes) : bytes
  }
}

/// A sheet that has its numbers; its parts are being made.
struct PreparedSheet: Sendable {
  let frame: SheetFrame
  /// About how many cells it has.
  let cellCount: Int
  /// The sheet's own part, its rows in it, then those that the frame names.
  let parts: BegunWork<Result<[CompressedPart], ScratchFault>>

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
