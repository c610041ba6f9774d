/// Why something stays in the inbox.
public enum WaitingReason: String, Sendable, Hashable, Codable, CaseIterable {
  case empty
  /// The end is missing, and nobody holds the file open any more.
  case endMissing
  /// The end is missing, and it is not known whether somebody still writes.
  case stillArriving
  case onlyZeros
  case beingWritten
  case locked
  case mayNotBeRead
  case symbolicLink
  case specialFile

  /// The reason for which an entry of a kind is never taken; nil for files.
  init?(leavingAlone kind: Stamp.Kind) {
    switch kind {
    case .symbolicLink: self = .symbolicLink
    case .special: self = .specialFile
    case .file, .folder: return nil
    }
  }

  /// Nil where the file looks whole.
  ///
  /// - Parameter isClosed: nobody has the file open for writing; nil where that is not known.
  init?(_ completeness: WorkbookCompleteness, isClosed: Bool?) {
    switch completeness {
    case .whole: return nil
    case .empty: self = .empty
    case .onlyZeros: self = .onlyZeros
    case .endMissing: self = isClosed == true ? .endMissing : .stillArriving
    }
  }

  /// One sentence for the log and the status.
  public var sentence: String {
    switch self {
    case .empty: "The file is empty: still being copied or synchronised?"
    case .endMissing, .stillArriving: "The end of the file has not arrived yet."
    case .onlyZeros: "The file holds only zeros: still being synchronised?"
    case .beingWritten: "A program still has the file open for writing."
    case .locked: "Somebody has the workbook open; it is taken when they close it."
    case .mayNotBeRead: "The service may not read the file; it is taken when its rights change."
    case .symbolicLink: "This is a link to another place; links are never followed."
    case .specialFile: "This is a pipe, a socket or a device, not a workbook."
    }
  }

  /// How long a file waits for this reason before it is taken as it is.
  func patience(_ rules: Arrivals.Rules) -> Duration {
    switch self {
    case .endMissing: rules.patienceWhenClosed
    case .locked: rules.lockLife
    default: rules.patience
    }
  }

  /// When to look again after a while; nil where only a change of the file can help.
  func interval(waited: Duration, _ rules: Arrivals.Rules) -> Duration? {
    switch self {
    case .symbolicLink, .specialFile, .empty: nil
    case .mayNotBeRead: .seconds(60)
    case .locked, .endMissing, .stillArriving, .onlyZeros, .beingWritten:
      min(max(rules.quiet, waited / 4), .seconds(30))
    }
  }
}
