/// How the service treats a watched folder: the `folder:` part of `marginbook.yaml`.
public struct FolderRules: Sendable, Hashable {
  /// What to do with a content that was done before.
  public enum SameContent: String, Sendable, Hashable, CaseIterable {
    /// Say that it was done and where the result is; put the original into the archive.
    case answer
    /// Convert it again.
    case again
  }

  /// Seconds that a file must be unchanged before it is taken.
  public var quiet = 2.0
  /// Seconds between two listings of the inbox where events are heard.
  public var rescan = 30.0
  /// The same where none can be: shares, or no watch to be had.
  public var poll = 5.0
  /// Seconds that a file may look unfinished.
  public var patience = 600.0
  /// The same for one that no program holds open.
  public var patienceWhenClosed = 30.0
  /// The largest file that is taken, in bytes.
  public var largest: Int64 = 1 << 30
  /// Limits of one conversion.
  public var conversion = ConversionLimits()
  public var sameContent = SameContent.answer
  /// Command and arguments to run when a result is there; empty for none.
  public var hookDone: [String] = []
  /// The same when a file came back.
  public var hookFailed: [String] = []
  /// Where to write the metrics besides the service's own folder; nil for nowhere.
  public var metrics: String?

  public init() {}

  /// The command to run when a job has ended in a state; empty for none.
  func hook(for state: JobState) -> [String] {
    switch state {
    case .done: hookDone
    case .returned: hookFailed
    default: []
    }
  }

  var arrivals: Arrivals.Rules {
    Arrivals.Rules(
      quiet: Duration(seconds: quiet), patience: Duration(seconds: patience),
      patienceWhenClosed: Duration(seconds: patienceWhenClosed))
  }
}
