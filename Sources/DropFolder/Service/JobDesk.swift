import Foundation

/// Where a person looks at jobs and asks for another try, while the service may be at work.
public struct JobDesk: Sendable {
  private let layout: FolderLayout
  private let ledger: Ledger

  /// - Parameter ledgerFolder: what was given to the service as the folder of its ledgers, if it
  ///   was.
  /// - Throws: where the folder has no ledger.
  public init(folder: String, ledgerFolder: String? = nil) throws {
    let path = URL(filePath: folder).standardizedFileURL.path
    layout = FolderLayout(path: path)
    let place = ledgerFolder.map { Self.ledgerFolder(below: $0, for: path) } ?? layout.ownPath
    ledger = try Ledger(existing: "\(place)/\(LedgerOpening.name)")
  }

  /// The folder of one watched folder's ledger below the folder of all ledgers.
  public static func ledgerFolder(below folder: String, for watched: String) -> String {
    folder + "/" + watched.split(separator: "/").joined(separator: "-")
  }

  public func jobs(_ filter: JobFilter) throws -> [JobSummary] {
    try ledger.jobs(filter).map { JobSummary($0, folder: layout.path) }
  }

  public func job(_ id: Int64) throws -> JobSummary? {
    try ledger.job(id).map { JobSummary($0, folder: layout.path) }
  }

  /// What waits in the inbox and what keeps work from going on, as the service last said.
  public var waiting: (waiting: [(name: String, reason: String?)], problems: [String]) {
    guard let folder = try? layout.own(),
      let bytes = try? folder.file(FolderState.name).bytes(at: 0, count: 1 << 22),
      let status = try? JSONDecoder().decode(FolderState.Status.self, from: Data(bytes))
    else { return ([], []) }
    return (status.waiting.map { ($0.name, $0.reason) }, status.problems)
  }

  /// Puts the original of a job back into the inbox, from `returned` or the archive, and has the
  /// job answer for its content no more. Its path in the inbox is handed back.
  public func retry(_ id: Int64) throws -> String {
    guard let job = try ledger.job(id) else { throw RetryFailure("there is no such job") }
    guard job.state.isFinal, let filed = job.filed else {
      throw RetryFailure("it is still \(job.state.rawValue)")
    }
    let folder = try layout.root().folder(at: filed.parents)
    guard try folder.stamp(of: filed.name) != nil else {
      throw RetryFailure("its file is no longer in \(filed)")
    }
    try ledger.supersede(job)
    let inbox = try layout.inbox()
    let target = try inbox.folder(making: job.path.parents, access: inbox.access())
    let name = try NumberedName.firstFree(stem: job.path.name.stem, suffix: job.path.name.suffix) {
      try target.stamp(of: $0) != nil
    }
    try folder.bring(
      filed.name, to: target, as: name, temporary: TemporaryName.forReplacing(name), access: nil)
    if job.state == .returned { try folder.remove(ReturnReport.name(for: filed.name)) }
    return "\(job.path.named(name))"
  }
}

/// Why a file cannot be put back into the inbox.
struct RetryFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
