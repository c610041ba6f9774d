import FinanceModel

/// What went wrong while reading, as facts; ``ReadingFault/sentence`` puts them into words.
enum ReadingFault: Sendable {
  case missingFile
  case folder
  case unreadable(reason: String)
  case empty
  case notAWorkbook
  case cutOff
  case plainArchive
  case missingContentTypes
  case missingPart(String)
  case missingSheet(name: String, target: String)
  case wordDocument
  case presentation
  case binaryWorkbook
  case openDocument
  case oldBinaryWorkbook
  case oldXMLWorkbook
  case webPage
  case textFile
  case encrypted
  case encryptedEntry
  case duplicateEntry
  case overlappingEntries
  case badArchive(reason: String)
  case unsupportedMethod(Int)
  case wrongChecksum
  case wrongSize
  case brokenDeflate
  case brokenXML(what: XMLFault, offset: UInt64)
  case documentType
  case unsupportedEncoding(String)
  case limit(Limit, allowed: UInt64)
  case badCellReference(String)
  case badRowNumber(String)
  case badStringIndex(cell: String, index: String, count: Int)
  case badNumber(cell: String, text: String)
  case badDate(cell: String, text: String)
  case rowsOutOfOrder
  case cancelled
  case converterFailed(reason: String)
  case converterMissing(format: String)

  /// How a part breaks the rules of XML 1.0.
  enum XMLFault: Sendable {
    case stops
    case mismatchedTag
    case badTag
    case badReference
    case textOutsideRoot
    case noRoot
    case illegalCharacter
  }

  /// A bound of ``ReadingLimits``.
  enum Limit: Sendable {
    case entries, bytesPerPart, bytesInAll, inflateRatio, xmlDepth, attributeBytes, textBytes
    case sharedStrings, sharedStringBytes, cellFormats, cells, columns
    case listedItems, formulaBytes, seconds
  }
}

extension WorkbookError {
  /// The error for a fault of a file, and of a part of it where there is one.
  init(_ fault: ReadingFault, file: String, part: String? = nil) {
    self.init(fault.code, file: file, part: part, message: fault.sentence(part: part))
  }
}
