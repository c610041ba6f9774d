public import Foundation
import GRDB

extension Ledger {
  func job(_ id: Int64) throws -> Job? {
    try queue.read { try Job.fetchOne($0, key: id) }
  }

  /// The latest jobs that a filter lets through, the latest first.
  func jobs(_ filter: JobFilter = JobFilter()) throws -> [Job] {
    try queue.read { db in
      var request = Job.order(Column("id").desc)
      if !filter.states.isEmpty {
        request = request.filter(filter.states.map(\.rawValue).contains(Column("state")))
      }
      if let since = filter.since { request = request.filter(Column("takenAt") >= since) }
      let cursor = try request.fetchCursor(db)
      var jobs: [Job] = []
      while jobs.count < filter.limit, let job = try cursor.next() {
        if filter.matchesName(job) { jobs.append(job) }
      }
      return jobs
    }
  }

  /// The jobs on which there is something to do, oldest first.
  func unfinished() throws -> [Job] {
    let final = JobState.allCases.filter(\.isFinal).map(\.rawValue)
    return try queue.read { db in
      try Job.filter(!final.contains(Column("state"))).order(Column("id")).fetchAll(db)
    }
  }

  /// The jobs whose end the team's command has still to hear of, oldest first.
  func pendingHooks() throws -> [Job] {
    try queue.read { db in
      try Job.filter(Column("isHookPending") == true).order(Column("id")).fetchAll(db)
    }
  }

  /// The files that were copied because they could not be removed, and so are not to be taken again.
  func keptInInbox() throws -> [Job] {
    try queue.read { try Job.filter(Column("isKeptInInbox") == true).fetchAll($0) }
  }

  /// Where the originals are that the ledger knows of.
  func filedPaths() throws -> Set<BytePath> {
    try queue.read { db in
      try BytePath.fetchSet(db, sql: "SELECT filed FROM job WHERE filed IS NOT NULL")
    }
  }

  /// How many jobs are in each state.
  func counts() throws -> [JobState: Int] {
    let rows = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT state, count(*) AS jobs FROM job GROUP BY state")
    }
    return rows.reduce(into: [:]) { counts, row in
      guard let state = JobState(rawValue: row["state"]) else { return }
      counts[state] = row["jobs"]
    }
  }
}

/// Which jobs a person wants to see.
public struct JobFilter: Sendable {
  /// All states where empty.
  public var states: Set<JobState>
  /// A part of the shown path, in any case.
  public var name: String?
  public var since: Date?
  public var limit: Int

  public init(
    states: Set<JobState> = [], name: String? = nil, since: Date? = nil, limit: Int = 1_000
  ) {
    self.states = states
    self.name = name
    self.since = since
    self.limit = limit
  }

  func matchesName(_ job: Job) -> Bool {
    guard let name else { return true }
    return job.path.description.lowercased().contains(name.lowercased())
  }
}
