import Foundation
import Logging

/// What the service knows of the inbox.
struct InboxState {
  /// Files that lie there although they are done, with what they looked like.
  var kept: [BytePath: Stamp] = [:]
  /// Settled files, oldest first, until there is a place for them.
  var ready: [BytePath] = []
  var readyStamps: [BytePath: (stamp: Stamp, patienceIsOver: Bool)] = [:]
  /// Files that a job is about to claim.
  var taking: Set<BytePath> = []
  var watch: InboxWatch?
  /// The inbox that is watched: its device and number.
  var watched: [UInt64]?
  /// The device on which the inbox was first found.
  var firstDevice: UInt64?
  var isOnShare = false
  var nextScan = Duration.zero
}

extension WatchedFolder {
  func heard(_ hints: [InboxWatch.Hint]) {
    let now = clocks.steady()
    var needsScan = now >= inbox.nextScan
    for hint in hints {
      switch hint {
      case .file(let path): act(arrivals.handle(.hinted(path), at: now))
      case .folders: needsScan = true
      case .overflow:
        log.warning("Events were lost: overflow, scanned again.")
        needsScan = true
      }
    }
    if needsScan { scan() } else { act(arrivals.handle(.woke, at: now)) }
    retryLater(now)
  }

  /// Lists the inbox: what is there now is the truth.
  func scan() {
    useSettings()
    do throws(SystemError) {
      let folder = try layout.inbox()
      try watchAnew(folder)
      let listing = try InboxListing(of: folder)
      watchAll(listing.folders, in: folder)
      board.problems["unreadable"] = listing.unreadable.first
      act(arrivals.handle(.listed(listing.entries), at: clocks.steady()))
      board.problems["inbox"] = nil
    } catch {
      board.problems["inbox"] = "the inbox is not reachable: \(error)"
      (inbox.watch, inbox.watched) = (nil, nil)
      core?.ear.listen(to: nil)
    }
    let interval = rescanInterval
    inbox.nextScan = clocks.steady() + Duration(seconds: interval)
  }

  private var rescanInterval: Double {
    if let rescan = options.rescan { return rescan }
    let rules = core?.settings.settings().rules ?? FolderRules()
    let hears = inbox.watch != nil && !inbox.isOnShare
    return hears ? rules.rescan : min(rules.poll, rules.rescan)
  }

  private func useSettings() {
    guard var rules = core?.settings.settings().rules else { return }
    if let quiet = options.quiet { rules.quiet = quiet }
    if inbox.isOnShare { rules.quiet = max(rules.quiet, rules.poll) }
    arrivals.use(rules.arrivals)
  }

  /// Watches the inbox that is there now; another folder under its name gets a new watch.
  private func watchAnew(_ folder: Folder) throws(SystemError) {
    let stamp = try folder.stamp()
    let place = [stamp.device, stamp.inode]
    noteDevice(stamp.device)
    guard inbox.watched != place else { return }
    inbox.watched = place
    if case .network = FileSystemKind(of: folder) { inbox.isOnShare = true }
    inbox.watch = nil
    guard options.usesEvents else { return }
    do throws(SystemError) {
      inbox.watch = try InboxWatch()
      board.problems["watch"] = nil
    } catch {
      board.problems["watch"] = "no events to be had, looking regularly instead: \(error)"
      log.warning("No events to be had, looking regularly.", metadata: ["error": "\(error)"])
    }
    core?.ear.listen(to: inbox.watch)
  }

  private func noteDevice(_ device: UInt64) {
    let first = inbox.firstDevice ?? device
    inbox.firstDevice = first
    board.problems["device"] =
      first == device ? nil : "the inbox is on another file system than before: is the share gone?"
  }

  private func watchAll(_ folders: [[FileName]], in root: Folder) {
    guard let watch = inbox.watch else { return }
    for place in folders {
      do throws(SystemError) {
        try watch.watch(root.folder(at: place), at: place)
      } catch  where error.meaning != .absent {
        board.problems["watch"] = "some folders send no events, looking regularly: \(error)"
      } catch {}
    }
  }

  /// Does what the arrivals ask for.
  func act(_ actions: [Arrivals.Action]) {
    for action in actions {
      switch action {
      case .look(let path): look(path)
      case .take(let path, let stamp, let isOver): line(up: path, stamp, isOver)
      case .explain(let path, let reason):
        log.notice(
          "Left in the inbox.", metadata: ["file": "\(path)", "why": "\(reason.sentence)"])
        board.isDirty = true
      }
    }
  }

  func look(_ path: BytePath) {
    let stamp: Stamp?
    do throws(SystemError) {
      stamp = try layout.inbox().folder(at: path.parents).stamp(of: path.name)
    } catch  where error.meaning == .absent {
      stamp = nil
    } catch {
      return
    }
    if stamp?.kind == .folder { return }
    act(arrivals.handle(.looked(path, stamp), at: clocks.steady()))
  }

  private func line(up path: BytePath, _ stamp: Stamp, _ patienceIsOver: Bool) {
    if let kept = inbox.kept[path], kept.hasSameContent(as: stamp) {
      return act(arrivals.handle(.settled(path, stamp), at: clocks.steady()))
    }
    guard !inbox.taking.contains(path) else { return }
    if inbox.readyStamps.updateValue((stamp, patienceIsOver), forKey: path) == nil {
      inbox.ready.append(path)
    }
  }
}
