import FinanceModel

/// Runs one scanner over bytes in memory, for fuzzing and for comparing the two ways of reading
/// cells.
package enum ScannerProbe {
  /// What the bytes are taken for.
  package enum Kind: CaseIterable, Sendable {
    case worksheet, sharedStrings, styles, workbook, formulas, details, table
  }

  /// What came of it: a digest of all that was read, and the code of the error that ended it.
  package struct Outcome: Hashable, Sendable {
    package var digest = 0
    package var failure: WorkbookError.Code?
  }

  /// Limits that let small inputs reach them.
  private static var limits: ReadingLimits {
    var limits = ReadingLimits()
    limits.textBytes = 1 << 16
    limits.attributeBytes = 1 << 14
    return limits
  }

  /// Scans the bytes; never traps, whatever they are.
  package static func run(
    _ kind: Kind, on bytes: [UInt8], usesPlainForms: Bool = true
  ) -> Outcome {
    var outcome = Outcome()
    do throws(WorkbookError) {
      let xml = try XMLTokenizer(
        source: BytesInMemory(bytes), context: PartContext(file: "probe", part: "probe"),
        limits: limits)
      outcome.digest = try digest(kind, xml, usesPlainForms: usesPlainForms)
    } catch {
      outcome.failure = error.code
    }
    return outcome
  }

  private static func digest(
    _ kind: Kind, _ xml: consuming XMLTokenizer, usesPlainForms: Bool
  ) throws(WorkbookError) -> Int {
    var hasher = Hasher()
    switch kind {
    case .worksheet:
      var scanner = scanner(xml)
      scanner.usesPlainForms = usesPlainForms
      while try scanner.nextRow() { combine(scanner.row, scanner.cells.all, scanner.text, &hasher) }
      hasher.combine(scanner.summary)
    case .sharedStrings:
      var reader = SharedStringsReader(xml, partSize: 0)
      reader.usesPlainForms = usesPlainForms
      let strings = try reader.read()
      for index in 0..<strings.count { hasher.combine(strings.string(at: index)) }
    case .styles:
      let formats = try StylesReader(xml).read(dateSystem: .from1900)
      hasher.combine(formats.classes)
    case .workbook: hasher.combine(try WorkbookPartReader(xml).read().definedNames)
    case .formulas: hasher.combine(try FormulaReader(xml).read())
    case .details: hasher.combine(try DetailsReader(xml).read())
    case .table: hasher.combine(try TableReader(xml).read())
    }
    return hasher.finalize()
  }

  /// The rows of a worksheet that hold values, those of them that were passed over, and what was met
  /// beside them.
  ///
  /// - Parameter passesOver: whether cells are passed over where a row directly follows another.
  package static func rows(
    of bytes: [UInt8], passesOver: Bool
  ) throws(WorkbookError) -> (rows: [Int], passedOver: [Int], summary: SheetSummary) {
    let xml = try XMLTokenizer(
      source: BytesInMemory(bytes), context: PartContext(file: "probe", part: "probe"),
      limits: limits)
    var scanner = scanner(xml)
    var rows: [Int] = []
    var passedOver: [Int] = []
    scanner.mayPassOver = passesOver
    while try scanner.nextRow() {
      rows.append(scanner.row)
      if scanner.cells.isEmpty { passedOver.append(scanner.row) }
    }
    return (rows, passedOver, scanner.summary)
  }

  private static func scanner(_ xml: consuming XMLTokenizer) -> SheetScanner {
    SheetScanner(
      xml, styles: CellFormats(numberFormats: [0, 14, 46, 20], codes: [:], dateSystem: .from1900),
      stringCount: 1000, dateSystem: .from1900)
  }

  private static func combine(
    _ row: Int, _ cells: ArraySlice<Cell>, _ text: [UInt8], _ hasher: inout Hasher
  ) {
    hasher.combine(row)
    for cell in cells {
      hasher.combine(cell.column)
      hasher.combine(cell.kind)
      hasher.combine(cell.hasFormula)
      hasher.combine(cell.format)
      hasher.combine(cell.number.bitPattern)
      hasher.combine(cell.decimal)
      hasher.combine(cell.text.shared)
      guard cell.text.shared < 0, cell.kind == .text || cell.kind == .error else { continue }
      let start = Int(cell.text.start)
      hasher.combine(text[start..<start + Int(cell.text.count)])
    }
  }
}
