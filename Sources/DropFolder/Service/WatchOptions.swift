/// How a watched folder is served, beyond what its own settings say.
public struct WatchOptions: Sendable {
  /// The folder of the ledger; nil for the service's own folder in the watched one.
  public var ledgerFolder: String?
  /// Whether to listen for events of the file system besides looking regularly.
  public var usesEvents: Bool
  /// Seconds of quiet before a file is taken; nil for what the settings say.
  public var quiet: Double?
  /// Seconds between two listings of the inbox; nil for what the settings say.
  public var rescan: Double?
  /// Whether to wait for another service on the folder to end, and then take over.
  public var standsBy: Bool
  /// Which engine makes the results: a new version makes a content worth another conversion.
  public var engineVersion: String
  /// Called with each job that has ended, for a person who looks on.
  public var onEnd: (@Sendable (JobSummary) -> Void)?

  public init(
    engineVersion: String, ledgerFolder: String? = nil, usesEvents: Bool = true,
    quiet: Double? = nil, rescan: Double? = nil, standsBy: Bool = false,
    onEnd: (@Sendable (JobSummary) -> Void)? = nil
  ) {
    self.engineVersion = engineVersion
    self.ledgerFolder = ledgerFolder
    self.usesEvents = usesEvents
    self.quiet = quiet
    self.rescan = rescan
    self.standsBy = standsBy
    self.onEnd = onEnd
  }
}
