extension ReadingFault {
  /// The kind of failure that callers tell apart.
  var code: WorkbookError.Code {
    switch self {
    case .missingFile: .notFound
    case .folder: .notAFile
    case .unreadable: .cannotRead
    case .empty, .notAWorkbook, .plainArchive, .missingContentTypes, .wordDocument, .presentation,
      .textFile, .webPage:
      .notAWorkbook
    case .binaryWorkbook, .openDocument, .oldBinaryWorkbook, .oldXMLWorkbook, .converterFailed,
      .converterMissing:
      .legacyFormat
    case .encrypted, .encryptedEntry: .encrypted
    case .unsupportedMethod, .unsupportedEncoding: .unsupported
    case .limit: .limitExceeded
    case .cancelled: .cancelled
    default: .damaged
    }
  }
}
