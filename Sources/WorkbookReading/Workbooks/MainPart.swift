/// Finds the workbook part of a package, or says what the package is instead.
enum MainPart {
  /// The name of the workbook part (ECMA-376 part 1, 12.3.23).
  static func find(in package: Package) throws(WorkbookError) -> String {
    let roots = try package.relationships(ofPart: "")
    let named = roots.first { $0.kind == "officeDocument" && $0.part != nil }?.part
    guard let part = named ?? fallback(in: package) else {
      throw WorkbookError(foreignFault(of: package), file: package.path)
    }
    if let fault = fault(ofMain: part, in: package) {
      throw WorkbookError(fault, file: package.path)
    }
    guard package.contains(part: part) else {
      throw WorkbookError(.missingPart(part), file: package.path, part: part)
    }
    return part
  }

  /// Without a root relationship the usual place will do.
  private static func fallback(in package: Package) -> String? {
    package.contains(part: "xl/workbook.xml") ? "xl/workbook.xml" : nil
  }

  /// What a package without a main part is.
  private static func foreignFault(of package: Package) -> ReadingFault {
    if package.contains(part: "content.xml"), package.contains(part: "mimetype") {
      return .openDocument
    }
    if package.contains(part: "EncryptedPackage") { return .encrypted }
    return package.hasContentTypes ? .notAWorkbook : .plainArchive
  }

  /// Why a main part is no workbook of ours.
  private static func fault(ofMain part: String, in package: Package) -> ReadingFault? {
    let type = package.contentType(ofPart: part) ?? ""
    if type.contains("wordprocessingml") || part.hasPrefix("word/") { return .wordDocument }
    if type.contains("presentationml") || part.hasPrefix("ppt/") { return .presentation }
    if type.contains("sheet.binary") || PartName.fileExtension(of: part) == "bin" {
      return .binaryWorkbook
    }
    if !package.hasContentTypes { return .missingContentTypes }
    return nil
  }
}
