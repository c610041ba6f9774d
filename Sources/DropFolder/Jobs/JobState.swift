/// How far the work on one dropped file has come. Each step between two states is one transaction
/// of the ledger.
public enum JobState: String, Sendable, Hashable, Codable, CaseIterable {
  /// Being moved from the inbox into the service's own folder.
  case claiming
  /// Claimed and recognised; to be converted when it is its turn.
  case waiting
  /// Its conversion runs.
  case running
  /// The result exists; it is being put into the outbox.
  case delivering
  /// The result is in the outbox; the original is on its way to the archive.
  case filing
  /// The same content was done before; the original is on its way to the archive.
  case answering
  /// The file cannot be used; it is on its way to `returned`, with a report.
  case returning
  /// The file changed while it was read; it goes back into the inbox.
  case handingBack
  /// Result in the outbox, original in the archive.
  case done
  /// Answered by an earlier job with the same content.
  case repeated
  /// In `returned`, with a report.
  case returned
  /// Gone before it could be claimed, or taken out of the service's folder by hand.
  case withdrawn

  /// Whether nothing is left to do.
  public var isFinal: Bool {
    switch self {
    case .done, .repeated, .returned, .withdrawn: true
    default: false
    }
  }
}
