public import FinanceModel
import ProfitabilitySheets
import SheetPlan
import WorkbookReading
import WorkbookWriting

/// What checking a converted workbook found.
public struct Verification: Sendable {
  /// Names of our sheets in it.
  public var sheets: [String] = []
  public var figuresCompared = 0
  /// Figures that are not what the workbook's own cells give now.
  public var differences: [Difference] = []
  /// Parts of the original that were compared; nil where there was none to compare with.
  public var partsCompared: Int?
  /// Parts of the original that are missing or not byte for byte the same.
  public var partsChanged: [String] = []

  public var isClean: Bool { differences.isEmpty && partsChanged.isEmpty }

  /// A figure that stands in the workbook and the one that was computed again.
  public struct Difference: Sendable, Hashable {
    public var place: SheetCell
    /// Nil where no number stands there.
    public var found: Double?
    public var computed: Double
  }
}

/// Checks a converted workbook: its figures computed again, its original parts compared.
public enum Verifier {
  /// Checks the figures and, where the original is given, that nothing of it was lost.
  ///
  /// - Parameters:
  ///   - request: names the converted workbook as its input; nothing is written.
  ///   - original: path of the workbook that it was made from.
  public static func verify(
    _ request: ConversionRequest, against original: String?
  ) throws(MarginbookError) -> Verification {
    do {
      let workbook = try Workbook.open(path: request.input, limits: request.limits)
      var verification = try compareFigures(workbook, request)
      if let original {
        let source = try Workbook.open(path: original, limits: request.limits)
        compareParts(of: source, with: workbook, &verification)
      }
      return verification
    } catch let error as MarginbookError {
      throw error
    } catch let error as WorkbookError {
      throw MarginbookError(error)
    } catch {
      throw MarginbookError(
        .ownFault, file: request.input,
        message: LocalizedText(verbatim: "Unexpected error: \(error)"))
    }
  }

  private static func compareFigures(
    _ workbook: Workbook, _ request: ConversionRequest
  ) throws -> Verification {
    let existing = try Enrichment.existingSheets(in: workbook)
    guard !existing.sheets.isEmpty else {
      throw MarginbookError(.unusableWorkbook, file: request.input, message: noSheetsOfOurs)
    }
    let study = try Study(of: workbook, existing, request)
    var verification = Verification(sheets: existing.sheets.map(\.name))
    for plan in Converter.plans(study, workbook, existing, request) {
      guard !sheetsAboutTheRun.contains(plan.key) else { continue }
      guard let sheet = existing.sheets.first(where: { $0.key == plan.key }) else { continue }
      var collector = NumberCollector()
      try workbook.read(sheet: sheet.index, into: &collector)
      compare(plan.figures, with: collector.numbers, sheet: sheet.name, &verification)
    }
    return verification
  }

  /// Sheets that tell of the conversion itself: what was found in the file, when, by which version.
  private static let sheetsAboutTheRun: Set = [
    SheetKey.dataQuality.rawValue, SheetKey.method.rawValue,
  ]

  private static func compare(
    _ computed: [CellAddress: Double], with found: [CellAddress: Double], sheet: String,
    _ verification: inout Verification
  ) {
    verification.figuresCompared += computed.count
    for (cell, number) in computed.sorted(by: { $0.key < $1.key }) {
      let other = found[cell]
      guard other.map({ !isSame($0, number) }) ?? true else { continue }
      verification.differences.append(
        Verification.Difference(
          place: SheetCell(sheet: sheet, cell: cell), found: other, computed: number))
    }
  }

  /// Within 1e-9 of the larger, or of one.
  private static func isSame(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * max(1, abs(left), abs(right))
  }

  private static func compareParts(
    of original: Workbook, with converted: Workbook, _ verification: inout Verification
  ) {
    let listing = partsThatList(original)
    var compared = 0
    for entry in original.package.entries where !entry.isFolder && !entry.isSuperseded {
      guard !listing.contains(entry.name.lowercased()) else { continue }
      compared += 1
      let other = converted.package.entry(ofPart: entry.name)
      if other?.crc != entry.crc || other?.size != entry.size {
        verification.partsChanged.append(entry.storedName)
      }
    }
    verification.partsCompared = compared
  }

  /// The parts that adding a sheet must touch, lower case.
  private static func partsThatList(_ workbook: Workbook) -> Set<String> {
    let path = workbook.workbookPart.lowercased()
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var parts: Set = ["[content_types].xml", path, "\(folder)_rels/\(name).rels"]
    for relationship in workbook.relationships {
      if ["styles", "calcChain"].contains(relationship.kind), let part = relationship.part {
        parts.insert(part.lowercased())
      }
    }
    for entry in workbook.package.entries where entry.name.lowercased().hasPrefix("docprops/") {
      parts.insert(entry.name.lowercased())
    }
    return parts
  }

  private static let noSheetsOfOurs = LocalizedText(
    english: """
      This workbook holds no sheets of Marginbook, so there is nothing to verify. \
      Give the workbook that "marginbook convert" wrote.
      """,
    chinese: "该工作簿中没有 Marginbook 的工作表，无可核对。请给出 “marginbook convert” 写出的工作簿。")
}
