import FinanceModel
import Foundation
import Logging

/// The jobs that are in work or wait.
struct WorkState {
  var isStopping = false
  /// How many jobs have a runner at work.
  var active = 0
  /// Jobs to go on with as soon as there is a place; those found at the start come first.
  var resumable: [(job: Job, afterRestart: Bool)] = []
  /// Jobs that wait for something outside, with the moment of the next attempt.
  var later: [Int64: Later] = [:]
  /// Jobs that wait for another with the same content.
  var following: [Int64: [Job]] = [:]
  /// Until when nothing new is taken, because the ledger cannot be written.
  var pausedUntil = Duration.zero
  var pause = Duration.seconds(1)
  var requested = 0
  var activeHooks = 0
  var hooksToRun: [Job] = []
  var conversions = 0
  var conversionSeconds = 0.0

  struct Later {
    var job: Job
    var moment: Duration
    var delay: Duration
  }

  /// With so many jobs that cannot go on, no more files are taken.
  static let mostLater = 8
}

extension WatchedFolder {
  func resumeUnfinished() {
    guard let core else { return }
    do {
      work.resumable += try core.ledger.unfinished().map { ($0, true) }
      work.hooksToRun += try core.ledger.pendingHooks()
    } catch {
      board.problems["ledger"] = "\(error)"
    }
  }

  /// Asks for as many places as there is work for.
  func requestSlots() {
    guard let core, !work.isStopping else { return }
    let wanted = work.resumable.count + (canTake ? inbox.ready.count : 0)
    while work.requested < min(wanted, 64) {
      work.requested += 1
      slots.request(core.member)
    }
  }

  /// Whether new files may be taken: the ledger takes jobs, and not too many of them are held up.
  private var canTake: Bool {
    work.later.count < WorkState.mostLater && clocks.steady() >= work.pausedUntil
  }

  func slotGranted() {
    work.requested -= 1
    guard !work.isStopping, startNext() else { return slots.giveBack() }
  }

  /// Starts the oldest work there is; false where there is none.
  private func startNext() -> Bool {
    if !work.resumable.isEmpty {
      let (job, afterRestart) = work.resumable.removeFirst()
      start(job.path) { $0.work(on: job, afterRestart: afterRestart) }
      return true
    }
    while !inbox.ready.isEmpty, canTake {
      let path = inbox.ready.removeFirst()
      guard let (stamp, isOver) = inbox.readyStamps.removeValue(forKey: path),
        passesLastLook(path, stamp, isOver)
      else { continue }
      inbox.taking.insert(path)
      start(path) { $0.take(path, stamp) }
      return true
    }
    return false
  }

  private func passesLastLook(_ path: BytePath, _ stamp: Stamp, _ patienceIsOver: Bool) -> Bool {
    let now = clocks.steady()
    do throws(SystemError) {
      let look = LastLook(inbox: try layout.inbox(), now: clocks.calendar())
      switch try look.verdict(on: path, stamp, patienceIsOver: patienceIsOver) {
      case .ready: return true
      case .wait(let reason): act(arrivals.handle(.postponed(path, reason, stamp), at: now))
      case .changed(let stamp): act(arrivals.handle(.looked(path, stamp), at: now))
      }
    } catch {
      if error.meaning == .absent { act(arrivals.handle(.looked(path, nil), at: now)) }
    }
    return false
  }

  private func start(
    _ path: BytePath, _ body: @escaping @Sendable (JobRunner) -> JobRunner.Report
  ) {
    guard let runner = core?.runner else { return }
    work.active += 1
    board.isDirty = true
    let send = send
    OwnThread.run("marginbook-job") { send.yield(.ended(body(runner))) }
  }

  func ended(_ report: JobRunner.Report) {
    let job = report.job
    slots.giveBack()
    work.active -= 1
    inbox.taking.remove(job.path)
    board.isDirty = true
    board.problems["job \(job.id)"] = nil
    let delay = work.later.removeValue(forKey: job.id)?.delay
    if job.isKeptInInbox { inbox.kept[job.path] = job.stamp }
    switch report.end {
    case .finished: finished(job)
    case .forgotten, .stopped: break
    case .after(let other): follow(other, job)
    case .later(let reason): postpone(job, reason, delay)
    }
    release(followersOf: job, report.end)
    look(job.path)
  }

  private func finished(_ job: Job) {
    board.problems["job 0"] = nil
    work.pause = .seconds(1)
    let summary = JobSummary(job, folder: layout.path)
    log.info(
      "\(job.state.rawValue)",
      metadata: [
        "job": "\(job.id)", "file": "\(job.path)", "seconds": "\(job.seconds ?? 0)",
        "result": "\(summary.result ?? summary.report ?? "")",
      ])
    if let seconds = job.seconds {
      work.conversions += 1
      work.conversionSeconds += seconds
    }
    if job.isHookPending { work.hooksToRun.append(job) }
    options.onEnd?(summary)
  }

  /// Waits one second, then twice as long each time, up to half a minute.
  private func postpone(_ job: Job, _ reason: String, _ last: Duration?) {
    let level: Logger.Level = last == nil && clocks.steady() >= work.pausedUntil ? .warning : .debug
    log.log(
      level: level, "Waiting.",
      metadata: ["job": "\(job.id)", "file": "\(job.path)", "why": "\(reason)"])
    board.problems["job \(job.id)"] = "\(job.path) waits: \(reason)"
    guard job.id != 0 else { return pauseTaking() }
    let delay = min(last.map { $0 * 2 } ?? .seconds(1), .seconds(30))
    work.later[job.id] = WorkState.Later(
      job: job, moment: clocks.steady() + delay, delay: delay)
  }

  /// Goes on with a job when another has ended; at once where that has happened meanwhile.
  private func follow(_ other: Int64, _ job: Job) {
    let state = (try? core?.ledger.job(other))?.state
    if state?.isFinal ?? true {
      work.resumable.append((job, false))
    } else {
      work.following[other, default: []].append(job)
    }
  }

  /// The ledger cannot be written: nothing new is taken for a while, longer each time.
  private func pauseTaking() {
    guard clocks.steady() >= work.pausedUntil else { return }
    work.pausedUntil = clocks.steady() + work.pause
    work.pause = min(work.pause * 2, .seconds(30))
  }

  private func release(followersOf job: Job, _ end: JobEnd) {
    guard end != .after(job.id), let followers = work.following.removeValue(forKey: job.id) else {
      return
    }
    if case .later = end {
      work.following[job.id] = followers
    } else {
      work.resumable += followers.map { ($0, false) }
    }
  }

  /// Takes up what has waited long enough.
  func retryLater(_ now: Duration) {
    for (id, later) in work.later.sorted(by: { $0.key < $1.key }) where later.moment <= now {
      work.later[id]?.moment = .seconds(Int64.max)
      work.resumable.append((current(later.job), false))
    }
  }

  /// The job as the ledger has it.
  private func current(_ job: Job) -> Job {
    (try? core?.ledger.job(job.id)) ?? job
  }
}
