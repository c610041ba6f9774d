import FinanceModel
import Foundation
import Glibc

/// What the service shows of itself, and when it did so last.
struct BoardState {
  /// What keeps work from going on, by what it is about.
  var problems: [String: String] = [:]
  var isDirty = true
  var nextPublication = Duration.zero
  var nextBeat = Duration.zero
  var nextAlive = Duration.zero
  var beats = 0
  var shownProblems: [String: String] = [:]

  /// How often the pages are written at most.
  static let interval = Duration.seconds(1)
}

extension WatchedFolder {
  /// Writes status, metrics and the outbox's page where something changed, at most once a second.
  func publish(now isForced: Bool = false) {
    let now = clocks.steady()
    beat(now)
    if board.problems != board.shownProblems { board.isDirty = true }
    guard board.isDirty, isForced || now >= board.nextPublication else { return }
    board.isDirty = false
    board.shownProblems = board.problems
    board.nextPublication = now + BoardState.interval
    let counts = (try? core?.ledger.counts()) ?? [:]
    let state = folderState
    writeStatus(state, counts)
    guard let core else { return }
    writeMetrics(state, counts, core)
    writeIndex(state, counts, core)
  }

  private func beat(_ now: Duration) {
    if now >= board.nextBeat {
      board.nextBeat = now + Duration(seconds: FolderLock.interval)
      board.beats += 1
      core?.lock.beat(board.beats)
    }
    if let interval = ServiceManager.interval, now >= board.nextAlive {
      board.nextAlive = now + interval
      ServiceManager.alive()
    }
  }

  private var folderState: FolderState {
    FolderState(
      waiting: arrivals.waiting, problems: board.problems.sorted { $0.key < $1.key }.map(\.value),
      isWatching: inbox.watch != nil, active: work.active)
  }

  private func writeStatus(_ state: FolderState, _ counts: [JobState: Int]) {
    let status = FolderState.Status(
      state: work.isStopping ? "stopped" : core == nil ? "starting" : "running",
      process: getpid(), since: (core?.since ?? clocks.calendar()).formatted(.iso8601),
      written: clocks.calendar().formatted(.iso8601), events: state.isWatching,
      active: state.active,
      jobs: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) }),
      waiting: state.waiting.prefix(500).map {
        FolderState.Status.Waiting(name: "\($0.path)", reason: $0.reason?.sentence)
      },
      problems: state.problems)
    try? layout.own().write(
      JobSummary.json(status, pretty: true) + "\n", as: FolderState.name, access: .ownOnly,
      isLasting: false)
  }

  private func writeMetrics(_ state: FolderState, _ counts: [JobState: Int], _ core: Core) {
    let text = Metrics(
      folder: layout.path, counts: counts, waiting: state.waiting.count, active: state.active,
      problems: state.problems.count, conversions: work.conversions,
      conversionSeconds: work.conversionSeconds
    ).text
    try? layout.own().write(text, as: Metrics.name, access: .ownOnly, isLasting: false)
    guard let path = core.settings.settings().rules.metrics else { return }
    let url = URL(filePath: path)
    guard let name = FileName(url.lastPathComponent.utf8),
      let folder = try? Folder(path: url.deletingLastPathComponent().path)
    else { return }
    let access = Access(owner: uid_t.max, group: gid_t.max, folderMode: 0o755)
    try? folder.write(text, as: name, access: access, isLasting: false)
  }

  private func writeIndex(_ state: FolderState, _ counts: [JobState: Int], _ core: Core) {
    guard let jobs = try? core.ledger.jobs(JobFilter(limit: OutboxIndex.length)),
      let access = try? layout.inbox().access(), let outbox = try? layout.outbox()
    else { return }
    let index = OutboxIndex(
      jobs: jobs, counts: counts, state: state, date: clocks.calendar(),
      isChinese: core.settings.settings().language == "zh")
    try? outbox.write(index.html, as: OutboxIndex.name, access: access)
  }

  /// Sets the next moment at which something is to be done.
  func setAlarm() {
    guard let core else { return }
    var moments = [inbox.nextScan, board.nextBeat]
    if let moment = arrivals.nextMoment { moments.append(moment) }
    if board.isDirty { moments.append(board.nextPublication) }
    if ServiceManager.interval != nil { moments.append(board.nextAlive) }
    if work.pausedUntil > clocks.steady() { moments.append(work.pausedUntil) }
    moments += work.later.values.map(\.moment)
    core.ear.call(at: moments.min())
  }
}
