public import FinanceModel

/// Why a workbook cannot be read: one sentence for a person, and what to do.
public struct WorkbookError: Error, Sendable {
  public var code: Code
  /// Path of the file, as it was given.
  public var file: String
  /// The part of the package it is about, `xl/worksheets/sheet1.xml`.
  public var part: String?
  /// What is wrong, why it matters, what to do.
  public var message: LocalizedText

  public init(_ code: Code, file: String, part: String? = nil, message: LocalizedText) {
    self.code = code
    self.file = file
    self.part = part
    self.message = message
  }

  /// A kind of failure; open, so that more can come.
  public struct Code: Sendable, Hashable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let notFound = Code(rawValue: "not-found")
    public static let notAFile = Code(rawValue: "not-a-file")
    public static let cannotRead = Code(rawValue: "cannot-read")
    public static let notAWorkbook = Code(rawValue: "not-a-workbook")
    public static let legacyFormat = Code(rawValue: "legacy-format")
    public static let encrypted = Code(rawValue: "encrypted")
    public static let damaged = Code(rawValue: "damaged")
    public static let limitExceeded = Code(rawValue: "limit-exceeded")
    public static let unsupported = Code(rawValue: "unsupported")
    public static let cancelled = Code(rawValue: "cancelled")
  }
}
