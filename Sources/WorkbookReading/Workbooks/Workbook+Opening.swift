import FinanceModel

extension Workbook {
  /// Opens a workbook, or a text file as a workbook of one sheet.
  ///
  /// What a file is, its bytes decide. Text is read where it is named `.csv`, `.tsv`, `.tab` or
  /// `.txt`. Workbooks of other formats (`.xls`, `.xlsb`, `.ods`, XML Spreadsheet 2003) that are
  /// named as what they are go through LibreOffice where it is installed; ``notes`` says so.
  ///
  /// - Parameters:
  ///   - recalculating: whether LibreOffice calculates all formulas anew, for workbooks that carry
  ///     no values. ``package`` is then the calculated copy, not the file itself.
  ///   - converter: LibreOffice; nil to convert nothing.
  /// - Throws: a ``WorkbookError`` that says what the file is instead, or what is wrong with it.
  public static func open(
    path: String, limits: ReadingLimits = ReadingLimits(), recalculating: Bool = false,
    converter: @autoclosure () -> LibreOffice? = LibreOffice.installed
  ) throws(WorkbookError) -> Workbook {
    do throws(WorkbookError) {
      let book = try openAsItIs(path: path, limits: limits)
      guard recalculating else { return book }
      return try converted(path, by: converter(), limits: limits, note: recalculated)
    } catch {
      guard let format = LegacyFormat(error, path: path) else { throw error }
      guard let converter = converter() else {
        throw WorkbookError(.converterMissing(format: format.rawValue), file: path)
      }
      return try converted(path, by: converter, limits: limits, note: format.note)
    }
  }

  private static func openAsItIs(
    path: String, limits: ReadingLimits
  ) throws(WorkbookError) -> Workbook {
    switch try FileKind.of(path: path) {
    case .archive: return try Workbook(package: Package(path: path, limits: limits))
    case .compound: throw WorkbookError(CompoundFile.fault(ofFile: path), file: path)
    case .xml: throw WorkbookError(.oldXMLWorkbook, file: path)
    case .webPage: throw WorkbookError(.webPage, file: path)
    case .text:
      guard DelimitedPackage.extensions.contains(PartName.fileExtension(of: path)) else {
        throw WorkbookError(.textFile, file: path)
      }
      return try DelimitedPackage(source: path, limits: limits).workbook()
    case .empty: throw WorkbookError(.empty, file: path)
    case .unknown: throw WorkbookError(.notAWorkbook, file: path)
    }
  }

  private static func converted(
    _ path: String, by converter: LibreOffice?, limits: ReadingLimits, note: LocalizedText
  ) throws(WorkbookError) -> Workbook {
    guard let converter else {
      throw WorkbookError(.converterMissing(format: "Calculation"), file: path)
    }
    let result = try converter.convert(path)
    let package = try Package(
      archive: ZipArchive(path: result.path, limits: limits), limits: limits,
      folder: result.folder, notes: [note])
    return try Workbook(package: package, path: path)
  }

  private static let recalculated = LocalizedText(
    english: "LibreOffice calculated the formulas anew; the values read are its own.",
    chinese: "公式已由 LibreOffice 重新计算；读取的是其计算结果。")
}

/// A spreadsheet format that LibreOffice reads for us.
enum LegacyFormat: String {
  case xls = "Excel 97–2003 (.xls)"
  case xlsb = "Excel binary (.xlsb)"
  case ods = "OpenDocument (.ods)"
  case xml = "XML Spreadsheet 2003"

  /// The format that an error is about, where the file's name admits it.
  init?(_ error: WorkbookError, path: String) {
    guard error.code == .legacyFormat else { return nil }
    switch PartName.fileExtension(of: path) {
    case "xls", "xlt": self = .xls
    case "xlsb": self = .xlsb
    case "ods", "ots": self = .ods
    case "xml": self = .xml
    default: return nil
    }
  }

  var note: LocalizedText {
    LocalizedText(
      english: "Converted from \(rawValue) by LibreOffice; charts and macros may differ.",
      chinese: "由 LibreOffice 从 \(rawValue) 转换而来；图表和宏可能有差异。")
  }
}
