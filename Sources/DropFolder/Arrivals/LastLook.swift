import Foundation

/// The last look at a settled file before it is taken: may it be read, is it whole, does anybody
/// still work on it?
struct LastLook {
  enum Verdict: Sendable, Hashable {
    case ready
    case wait(WaitingReason)
    /// It is no longer what it was; nil where it is gone.
    case changed(Stamp?)
  }

  let inbox: Folder
  let now: Date
  /// How long a lock file counts, in seconds.
  static let lockLife = 86_400.0

  func verdict(on path: BytePath, _ stamp: Stamp, patienceIsOver: Bool) throws(SystemError)
    -> Verdict
  {
    let folder = try inbox.folder(at: path.parents)
    let seen = try folder.stamp(of: path.name)
    guard seen == stamp else { return .changed(seen) }
    let file: OpenFile
    do throws(SystemError) {
      file = try folder.file(path.name)
    } catch {
      switch error.meaning {
      case .denied: return .wait(.mayNotBeRead)
      case .absent: return .changed(nil)
      default: throw error
      }
    }
    let opened = try file.stamp()
    guard opened == stamp else { return .changed(opened) }
    if patienceIsOver { return .ready }
    if try isLocked(path.name, in: folder) { return .wait(.locked) }
    let isClosed = file.isFreeOfWriters
    if isClosed == false { return .wait(.beingWritten) }
    let completeness = try WorkbookCompleteness(of: file, size: stamp.size)
    return WaitingReason(completeness, isClosed: isClosed).map { .wait($0) } ?? .ready
  }

  private func isLocked(_ name: FileName, in folder: Folder) throws(SystemError) -> Bool {
    for lock in TransitName.locks(for: name) {
      let stamp: Stamp?
      do throws(SystemError) { stamp = try folder.stamp(of: lock) } catch {
        if error.meaning == .tooLong { continue }
        throw error
      }
      guard let stamp else { continue }
      let age = now.timeIntervalSince1970 - Double(stamp.modified) / 1e9
      if abs(age) < Self.lockLife { return true }
    }
    return false
  }
}
