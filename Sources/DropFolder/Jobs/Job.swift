public import Foundation
public import GRDB

/// One dropped file and what became of it: a row of the ledger.
public struct Job: Sendable, Hashable, Codable {
  /// The order in which the files were taken; 0 until the ledger has given one.
  public var id: Int64
  /// Where it lay in the inbox.
  public var path: BytePath
  /// What it looked like when it was taken.
  public var stamp: Stamp
  public var state: JobState
  /// When it was taken, by the machine's clock.
  public var takenAt: Date
  public var endedAt: Date?
  /// SHA-256 of the content, in hexadecimal digits.
  public var contentHash: String?
  /// What makes a job the same as another: SHA-256 of content and settings.
  public var key: String?
  /// How many conversions were begun.
  public var tries: Int
  /// How often the service ended while the conversion ran.
  public var interruptions: Int
  /// Whether the file could be copied but not removed, and so still lies in the inbox.
  public var isKeptInInbox: Bool
  /// Where the result is, below the outbox.
  public var result: BytePath?
  public var resultHash: String?
  /// Where the original is, below the watched folder: in the archive or in `returned`.
  public var filed: BytePath?
  public var reason: ReturnReason?
  /// What the conversion said about the data.
  public var findings: [ReportedFinding]
  /// The job that had the same content before.
  public var answeredBy: Int64?
  /// How long the conversion took, in seconds.
  public var seconds: Double?
  /// Whether a person asked for another try, so that this job answers nothing any more.
  public var isSuperseded: Bool
  /// Whether the team's command for the end of a job is still to run.
  public var isHookPending: Bool

  public init(path: BytePath, stamp: Stamp, takenAt: Date) {
    id = 0
    self.path = path
    self.stamp = stamp
    state = .claiming
    self.takenAt = takenAt
    tries = 0
    interruptions = 0
    isKeptInInbox = false
    findings = []
    isSuperseded = false
    isHookPending = false
  }
}

extension Job: FetchableRecord, PersistableRecord {
  public static let databaseTableName = "job"
}

/// Something the conversion said about the data of a workbook.
public struct ReportedFinding: Sendable, Hashable, Codable {
  public var code: String?
  public var severity: String?
  public var sheet: String?
  public var cell: String?
  public var message: String

  public init(
    code: String? = nil, severity: String? = nil, sheet: String? = nil, cell: String? = nil,
    message: String
  ) {
    self.code = code
    self.severity = severity
    self.sheet = sheet
    self.cell = cell
    self.message = message
  }
}

/// Why a file came back.
public struct ReturnReason: Sendable, Hashable, Codable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The conversion refused the workbook, and its sentences say why.
    case unusable
    /// The conversion ended by itself, by a signal or with a fault of its own.
    case couldNotBeRead
    case tookTooLong
    case neededTooMuchMemory
    case tooLarge
    /// The archive's end never arrived.
    case incomplete
    case onlyZeros
    /// The conversion finished but left no workbook behind.
    case noResult
    /// The settings that apply to the file cannot be used.
    case settings
  }

  public var kind: Kind
  /// What the conversion wrote to standard error, or the figure that was exceeded.
  public var details: String

  public init(_ kind: Kind, details: String = "") {
    self.kind = kind
    self.details = details
  }
}
