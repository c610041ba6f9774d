import Foundation
import Logging

/// Brings ledger and disk together at the start: what the ledger does not know of, what was left
/// half-way, what lies in the scratch folder without a job.
struct Recovery {
  let layout: FolderLayout
  let ledger: Ledger
  let clocks: Clocks
  let log: Logger

  func run() throws {
    try rememberArchived()
    try handBackOrphans()
    for name in [FolderLayout.outboxName, FolderLayout.returnedName, FolderLayout.archiveName] {
      try sweep(layout.root().folder(name), depth: 0)
    }
  }

  /// Originals in the archive that the ledger does not know (it was lost, or restored from a
  /// backup) are entered as done, so that nobody gets a second result for them.
  private func rememberArchived() throws {
    let known = try ledger.filedPaths()
    let archive = try layout.root().folder(FolderLayout.archiveName)
    for entry in try InboxListing(of: archive).entries where entry.stamp.kind == .file {
      let path = entry.path.inside(FolderLayout.archiveName)
      guard !known.contains(path), !TemporaryName.matches(entry.path.name) else { continue }
      try remember(entry, at: path, archive)
    }
  }

  private func remember(_ entry: Arrivals.Entry, at path: BytePath, _ archive: Folder) throws {
    let folder = try archive.folder(at: entry.path.parents)
    let original = entry.path.droppingOutermost ?? entry.path
    var job = Job(path: original, stamp: entry.stamp, takenAt: clocks.calendar())
    job.contentHash = try folder.file(entry.path.name).contentHash()
    job.state = .done
    job.filed = path
    job.result = try resultInOutbox(of: original)
    job.endedAt = job.takenAt
    let added = try ledger.add(job)
    log.notice(
      "Entered from the archive.", metadata: ["job": "\(added.id)", "file": "\(original)"])
  }

  /// The result that most likely belongs to an original: of the same place and name.
  private func resultInOutbox(of original: BytePath) throws -> BytePath? {
    guard let folder = try? layout.outbox().folder(at: original.parents) else { return nil }
    let stem = Array(original.name.stem)
    let name = try folder.names().first { Array($0.stem) == stem }
    return name.map { original.named($0) }
  }

  /// Files in the scratch folder whose job the ledger has not, or has ended, go back to the inbox.
  private func handBackOrphans() throws {
    let scratch = try layout.scratch()
    let unfinished = Set(try ledger.unfinished().map { FolderLayout.scratchName(of: $0.id) })
    for name in try scratch.names() where !unfinished.contains(name) {
      guard try scratch.stamp(of: name)?.kind == .folder else {
        try scratch.remove(name)
        continue
      }
      try handBack(scratch.folder(name))
      try scratch.removeTree(name)
    }
  }

  private func handBack(_ folder: Folder) throws {
    guard try folder.stamp(of: JobRunner.claimedFolder) != nil else { return }
    let claimed = try folder.folder(JobRunner.claimedFolder)
    for name in try claimed.names() where !TemporaryName.matches(name) {
      let bytes = (try? folder.file(JobRunner.pathFile).bytes(at: 0, count: 1 << 16)) ?? []
      let path = BytePath(bytes: bytes) ?? BytePath(name)
      let inbox = try layout.inbox()
      let target = try inbox.folder(making: path.parents, access: inbox.access())
      let free = try NumberedName.firstFree(stem: path.name.stem, suffix: path.name.suffix) {
        try target.stamp(of: $0) != nil
      }
      try claimed.bring(
        name, to: target, as: free, temporary: TemporaryName.forReplacing(free), access: nil)
      log.notice("Handed back to the inbox.", metadata: ["file": "\(path)"])
    }
  }

  /// Removes what was written under a temporary name by a service that was killed.
  private func sweep(_ folder: Folder, depth: Int) throws {
    guard depth <= InboxListing.deepest else { return }
    for name in try folder.names() {
      if TemporaryName.matches(name) {
        try folder.remove(name)
      } else if try folder.stamp(of: name)?.kind == .folder {
        try sweep(folder.folder(name), depth: depth + 1)
      }
    }
  }
}
