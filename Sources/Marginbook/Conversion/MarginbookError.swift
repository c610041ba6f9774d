public import FinanceModel
public import WorkbookReading
public import WorkbookWriting

/// Why a workbook was not converted: a sentence for a person, and what the process should exit with.
public struct MarginbookError: Error, Sendable {
  public var kind: Kind
  /// The file it is about.
  public var file: String
  /// The part of the package it is about, where there is one: `xl/worksheets/sheet1.xml`.
  public var part: String?
  public var message: LocalizedText
  /// What intake found on the way, where it got that far.
  public var findings: [Finding]
  /// The workbook's language, where it is known.
  public var language: Language?

  public init(
    _ kind: Kind, file: String, message: LocalizedText, findings: [Finding] = [],
    language: Language? = nil
  ) {
    self.kind = kind
    self.file = file
    self.message = message
    self.findings = findings
    self.language = language
  }

  /// What went wrong, by who can mend it.
  public enum Kind: Sendable, Hashable {
    /// The workbook cannot be used.
    case unusableWorkbook
    /// A result cannot be made: no right, no such folder.
    case cannotCreate
    /// Reading or writing failed on the way.
    case inputOutput
    /// A fault of ours.
    case ownFault

    /// As in BSD's `sysexits.h`.
    public var exitStatus: Int32 {
      switch self {
      case .unusableWorkbook: 65
      case .cannotCreate: 73
      case .inputOutput: 74
      case .ownFault: 70
      }
    }
  }
}

extension MarginbookError {
  /// Whatever keeps a workbook from being read makes it one that cannot be used.
  public init(_ error: WorkbookError) {
    self.init(.unusableWorkbook, file: error.file, message: error.message)
    part = error.part
  }

  public init(_ error: WritingError) {
    let kind: Kind =
      switch error.code {
      case .cannotWrite: .cannotCreate
      case .cannotGraft, .signed: .unusableWorkbook
      default: .ownFault
      }
    self.init(kind, file: error.file, message: error.message)
  }
}
