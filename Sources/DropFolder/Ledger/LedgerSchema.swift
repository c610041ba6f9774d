import GRDB

/// The ledger's tables, version by version; a newer ledger than this program knows is refused.
enum LedgerSchema {
  static func migrate(_ queue: DatabaseQueue) throws {
    let migrator = migrator
    let isNewer = try queue.read { try migrator.hasBeenSuperseded($0) }
    guard !isNewer else { throw NewerLedger() }
    try migrator.migrate(queue)
  }

  /// The ledger was written by a later version of the service.
  struct NewerLedger: Error, CustomStringConvertible {
    var description: String {
      "The ledger was written by a newer version of Marginbook; use that version."
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 jobs") { db in
      try db.execute(sql: jobs)
    }
    return migrator
  }

  private static let jobs = """
    CREATE TABLE job (
      id INTEGER PRIMARY KEY, path BLOB NOT NULL, stamp TEXT NOT NULL, state TEXT NOT NULL,
      takenAt TEXT NOT NULL, endedAt TEXT, contentHash TEXT, key TEXT,
      tries INTEGER NOT NULL, interruptions INTEGER NOT NULL, isKeptInInbox INTEGER NOT NULL,
      result BLOB, resultHash TEXT, filed BLOB, reason TEXT, findings TEXT NOT NULL,
      answeredBy INTEGER, seconds REAL, isSuperseded INTEGER NOT NULL,
      isHookPending INTEGER NOT NULL);
    CREATE INDEX job_key ON job (key);
    CREATE INDEX job_content ON job (contentHash);
    CREATE INDEX job_state ON job (state);
    CREATE TABLE counter (last INTEGER NOT NULL);
    INSERT INTO counter VALUES (0);
    """
}
