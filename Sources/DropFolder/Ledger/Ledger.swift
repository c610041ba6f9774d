import Foundation
import GRDB

/// The service's memory: one row for each file it took, in a SQLite database.
///
/// One connection for the life of the process, write-ahead log, every commit on the disk before it
/// returns (`synchronous = FULL`). Each change of a job is one transaction.
final class Ledger: Sendable {
  let queue: DatabaseQueue
  private let watcher: FileCallWatcher

  /// Opens the ledger for the service, making it where there is none.
  ///
  /// - Throws: a database error where the file is no ledger or is damaged, found by a quick check.
  init(path: String, watcher: FileCallWatcher = .silent) throws {
    self.watcher = watcher
    queue = try DatabaseQueue(path: path, configuration: Self.configuration())
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try LedgerSchema.migrate(queue)
    try queue.inDatabase { db in
      let answers = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
      guard answers == ["ok"] else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: answers.joined(separator: "; "))
      }
    }
  }

  /// Opens a ledger that is there, for a person's question beside the service.
  init(existing path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CocoaError(.fileNoSuchFile)
    }
    watcher = .silent
    queue = try DatabaseQueue(path: path, configuration: Self.configuration())
  }

  private static func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      // The log is folded into the database early, so that it stays small on a small disk.
      try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 100")
    }
    return configuration
  }

  /// Adds a job and gives it its number.
  func add(_ job: Job) throws -> Job {
    try change { db in
      var job = job
      job.id = try Self.nextID(db)
      try job.insert(db)
      return job
    }
  }

  func save(_ job: Job) throws {
    try change { try job.update($0) }
  }

  func remove(_ id: Int64) throws {
    _ = try change { try Job.deleteOne($0, key: id) }
  }

  /// Has a job, and all others of its content, answer for that content no more.
  func supersede(_ job: Job) throws {
    try change { db in
      try db.execute(
        sql: "UPDATE job SET isSuperseded = 1 WHERE id = ? OR contentHash = ?",
        arguments: [job.id, job.contentHash])
    }
  }

  /// Compares a job with all others of its key and saves what follows, as one transaction, so that
  /// of two files with one content only one is converted.
  func compare(_ machine: JobMachine, again: (Job) -> Bool) throws
    -> (JobMachine, JobMachine.Action)
  {
    try change { db in
      var machine = machine
      let twin = try Self.twin(of: machine.job, db, again)
      let action = machine.handle(.compared(twin))
      try machine.job.update(db)
      return (machine, action)
    }
  }

  private func change<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try watcher.before(.commit, "ledger")
    return try queue.write(body)
  }

  private static func twin(of job: Job, _ db: Database, _ again: (Job) -> Bool) throws
    -> JobMachine.Twin
  {
    let others = try Job.fetchAll(
      db,
      sql: """
        SELECT * FROM job WHERE id <> :id AND (key = :key OR (key IS NULL AND contentHash = :hash))
        AND NOT isSuperseded ORDER BY id
        """,
      arguments: ["id": job.id, "key": job.key, "hash": job.contentHash])
    if let done = others.first(where: { $0.state == .done && !again($0) }) { return .done(done.id) }
    let busy: Set<JobState> = [.running, .delivering, .filing]
    if let other = others.first(where: { busy.contains($0.state) }) { return .underWay(other.id) }
    return .none
  }

  private static func nextID(_ db: Database) throws -> Int64 {
    try db.execute(sql: "UPDATE counter SET last = last + 1")
    return try Int64.fetchOne(db, sql: "SELECT last FROM counter") ?? 1
  }
}
