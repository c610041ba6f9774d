import Foundation
import GRDB
import Logging

/// Opens the ledger at the start of the service, and puts a damaged one aside.
struct LedgerOpening {
  static let name = FileName(fixed: "ledger.sqlite")

  let layout: FolderLayout
  /// The folder of the ledger where it is not the service's own folder in the watched one.
  let place: String?
  let clocks: Clocks
  let log: Logger

  var folderPath: String { place ?? layout.ownPath }
  var path: String { "\(folderPath)/\(Self.name)" }

  /// - Throws: ``StartFailure`` where the ledger may not be there or is of a newer version;
  ///   ``LaterFailure`` where opening it again later may succeed.
  func open() throws -> Ledger {
    try refuseShares()
    do {
      return try Ledger(path: path)
    } catch let error as LedgerSchema.NewerLedger {
      throw StartFailure(.ledger, error.description)
    } catch let error as DatabaseError where isDamage(error) {
      try putAside(error)
      return try Ledger(path: path)
    } catch let error as DatabaseError {
      throw LaterFailure(description: "the ledger cannot be opened: \(error)")
    }
  }

  /// Something outside has to change before the ledger can be opened: a lock, space, rights.
  struct LaterFailure: Error, CustomStringConvertible {
    var description: String
  }

  private func isDamage(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_FORMAT].contains(
      error.resultCode.primaryResultCode)
  }

  private func refuseShares() throws {
    guard case .network(let kind) = FileSystemKind(of: try Folder(path: folderPath)) else { return }
    throw StartFailure(
      .ledger,
      """
      The ledger would lie on a \(kind) share (\(folderPath)), where SQLite's log can be damaged. \
      Give it a folder on a local disk with --ledger.
      """)
  }

  private func putAside(_ error: DatabaseError) throws {
    let folder = try Folder(path: folderPath)
    let mark = LocalDate.mark(clocks.calendar())
    for ending in ["", "-wal", "-shm"] {
      guard let old = FileName("\(Self.name)\(ending)".utf8), try folder.stamp(of: old) != nil
      else { continue }
      let aside = try NumberedName.firstFree(
        stem: "ledger.damaged-\(mark)".utf8, suffix: ".sqlite\(ending)".utf8
      ) { try folder.stamp(of: $0) != nil }
      try folder.moveWithoutReplacing(old, to: folder, as: aside)
    }
    log.error(
      "The ledger was damaged and put aside; a new one is made from the archive.",
      metadata: ["error": "\(error)"])
  }
}
