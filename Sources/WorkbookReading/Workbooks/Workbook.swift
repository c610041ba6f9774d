public import FinanceModel
import Synchronization

/// A workbook that is open for reading: `.xlsx`, `.xlsm`, `.xltx`, `.xltm`, of either conformance
/// class.
///
/// Opening reads the workbook part and the styles; sheets are read when asked for, row by row, in
/// memory that does not depend on their size. A workbook may be read from several threads.
public final class Workbook: Sendable {
  /// The file that was opened; ``Package/path`` is another where it had to be converted.
  public let path: String
  public let package: Package
  public let dateSystem: DateSystem
  /// All sheets in the workbook's order, chart and dialog sheets included.
  public let sheets: [SheetInfo]
  public let definedNames: [DefinedName]
  /// Whether it holds a VBA project.
  public let hasMacros: Bool
  /// Whether the package carries a digital signature, which any change would break.
  public let isSigned: Bool
  public let isStructureProtected: Bool
  /// Whether it is of the strict conformance class.
  public let isStrict: Bool
  public let calculation: CalculationProperties
  /// What had to be assumed to read it, for a person to know.
  public let notes: [LocalizedText]
  /// The workbook part, `xl/workbook.xml`.
  public let workbookPart: String
  /// The workbook part's relationships.
  public let relationships: [Relationship]
  let formats: CellFormats
  private let loadedStrings = Mutex<Result<SharedStrings, WorkbookError>?>(nil)
  /// Whether the rows of sheets' parts that were read to their end ascend.
  private let areRowsInOrder = Mutex<[String: Bool]>([:])

  /// The workbook of a package that is open already.
  public convenience init(package: Package) throws(WorkbookError) {
    try self.init(package: package, path: package.path)
  }

  init(package: Package, path: String) throws(WorkbookError) {
    self.package = package
    self.path = path
    workbookPart = try MainPart.find(in: package)
    relationships = try package.relationships(ofPart: workbookPart)
    let part = try WorkbookPartReader(package.tokenizer(ofPart: workbookPart)).read()
    dateSystem = part.dateSystem
    definedNames = part.definedNames
    isStructureProtected = part.isStructureProtected
    isStrict = part.isStrict
    calculation = part.calculation
    (sheets, notes) = try Workbook.sheets(
      of: part, relationships: relationships, package: package)
    formats = try Workbook.formats(
      of: relationships, package: package, dateSystem: part.dateSystem)
    hasMacros = relationships.contains { $0.kind == "vbaProject" }
    isSigned = try package.relationships(ofPart: "").contains { $0.kind == "origin" }
  }

  private static func sheets(
    of part: WorkbookPart, relationships: [Relationship], package: Package
  ) throws(WorkbookError) -> (sheets: [SheetInfo], notes: [LocalizedText]) {
    var notes = package.notes
    var sheets: [SheetInfo] = []
    let byID = Dictionary(relationships.map { ($0.id, $0) }) { first, _ in first }
    for (index, sheet) in part.sheets.enumerated() {
      let relationship = byID[sheet.relationship]
      let kind = SheetInfo.Kind(relationship: relationship?.kind ?? "")
      var target = relationship?.part ?? ""
      if kind == .worksheet, !package.contains(part: target), !sheet.relationship.isEmpty {
        guard let stray = StrayParts.only(in: package, listedBy: relationships, like: target) else {
          throw WorkbookError(
            .missingSheet(name: sheet.name, target: target), file: package.path, part: target)
        }
        notes.append(StrayParts.note(sheet: sheet.name, missing: target, found: stray))
        target = stray
      }
      sheets.append(
        SheetInfo(
          index: index, name: sheet.name, kind: kind, visibility: sheet.visibility, part: target))
    }
    return (sheets, notes)
  }

  private static func formats(
    of relationships: [Relationship], package: Package, dateSystem: DateSystem
  ) throws(WorkbookError) -> CellFormats {
    guard let part = relationships.first(where: { $0.kind == "styles" })?.part,
      package.contains(part: part)
    else { return CellFormats(numberFormats: [], codes: [:], dateSystem: dateSystem) }
    return try StylesReader(package.tokenizer(ofPart: part)).read(dateSystem: dateSystem)
  }

  /// The workbook's shared strings, read on first use; none where they cannot be read, which
  /// ``read(sheet:into:)`` reports.
  public var strings: SharedStrings { (try? loadStrings().get()) ?? .none }

  func loadStrings() -> Result<SharedStrings, WorkbookError> {
    loadedStrings.withLock { loaded in
      if let loaded { return loaded }
      let result = readStrings()
      loaded = result
      return result
    }
  }

  /// Forgets the shared strings once all sheets are read; asked for again, they are read again.
  public func forgetStrings() { loadedStrings.withLock { $0 = nil } }

  /// Whether a part's rows ascend; nil where nobody read them to their end.
  func isInOrder(_ part: String) -> Bool? { areRowsInOrder.withLock { $0[part] } }

  /// Notes that no row of a part came too late, as far as was seen; what was seen to, counts for more.
  func noteInOrder(_ part: String) {
    areRowsInOrder.withLock { if $0[part] == nil { $0[part] = true } }
  }

  func noteOutOfOrder(_ part: String) { areRowsInOrder.withLock { $0[part] = false } }

  /// Whether reading the workbook from the start may succeed after an error: the rows of a small sheet
  /// seemed to ascend, and now are known not to.
  package func mayReadAgain(after error: WorkbookError) -> Bool {
    guard let part = error.part, size(ofPart: part) <= RowCollector.sizeToCollect else {
      return false
    }
    return areRowsInOrder.withLock { $0[part] == false }
  }

  private func readStrings() -> Result<SharedStrings, WorkbookError> {
    guard let part = relationships.first(where: { $0.kind == "sharedStrings" })?.part,
      package.contains(part: part)
    else { return .success(.none) }
    do throws(WorkbookError) {
      let xml = try package.tokenizer(ofPart: part, pipelined: package.isLarge(part))
      return .success(try SharedStringsReader(xml, partSize: size(ofPart: part)).read())
    } catch {
      return .failure(error)
    }
  }

  /// The number format code of a cell's format, `General` where it has none.
  public func formatCode(_ format: Int32) -> String { formats.code(of: format) }

  /// Whether a cell's format shows fractions of a second.
  public func showsFractionOfSecond(_ format: Int32) -> Bool { formats.showsFraction(format) }
}

extension SheetInfo.Kind {
  /// The kind by the last segment of the relationship's type.
  init(relationship kind: String) {
    switch kind {
    case "chartsheet": self = .chartSheet
    case "dialogsheet": self = .dialogSheet
    case "xlMacrosheet", "xlIntlMacrosheet": self = .macroSheet
    default: self = .worksheet
    }
  }
}

extension Package {
  /// Whether a part is worth being inflated on another thread.
  func isLarge(_ part: String) -> Bool { (entry(ofPart: part)?.size ?? 0) > 1 << 20 }
}
