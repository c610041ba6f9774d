import Foundation
import Glibc

/// Does the work of one job, on the calling thread: asks the ``JobMachine`` what to do, does it,
/// tells what happened, and writes the ledger before each step that shows.
struct JobRunner: Sendable {
  let layout: FolderLayout
  let ledger: Ledger
  let settings: SettingsStore
  let converter: any Converting
  let clocks: Clocks
  let stop: StopSignal
  let engineVersion: String
  var limits = JobMachine.Limits()

  /// How the work on a job ended, and the job as it then stands.
  struct Report: Sendable {
    var end: JobEnd
    var job: Job
  }

  /// Takes a settled file from the inbox and works on it.
  func take(_ path: BytePath, _ stamp: Stamp) -> Report {
    let job = Job(path: path, stamp: stamp, takenAt: clocks.calendar())
    do {
      return work(on: try ledger.add(job), afterRestart: false)
    } catch {
      return Report(end: .later("the ledger cannot be written: \(error)"), job: job)
    }
  }

  /// Works on a job until it has ended or has to wait. Every step can be repeated.
  func work(on job: Job, afterRestart: Bool) -> Report {
    var course = Course(machine: JobMachine(job, limits: limits), saved: job)
    var action = course.machine.resume(afterRestart: afterRestart)
    do {
      while true {
        if case .end(let end) = action { return try finish(end, &course) }
        action = try step(action, &course)
      }
    } catch {
      return Report(end: .later("\(error)"), job: course.saved)
    }
  }

  /// The machine, what of it the ledger has, and what the claimed file looked like.
  struct Course {
    var machine: JobMachine
    var saved: Job
    var staged: Stamp?

    var job: Job { machine.job }
  }

  private func step(_ action: JobMachine.Action, _ course: inout Course) throws
    -> JobMachine.Action
  {
    if case .compare = action {
      let (machine, next) = try ledger.compare(course.machine, again: isToBeMadeAgain(course.job))
      (course.machine, course.saved) = (machine, machine.job)
      return next
    }
    if action.shows { try save(&course) }
    let event: JobMachine.Event
    do {
      event = try perform(action, &course)
    } catch let error as SystemError {
      event = .blocked(error.description)
    }
    return course.machine.handle(event)
  }

  private func save(_ course: inout Course) throws {
    guard course.job != course.saved else { return }
    try ledger.save(course.job)
    course.saved = course.job
  }

  private func perform(_ action: JobMachine.Action, _ course: inout Course) throws
    -> JobMachine.Event
  {
    switch action {
    case .claim: try claim(course.job)
    case .identify: try identify(&course)
    case .convert: try convert(&course)
    case .nameResult: try nameResult(course.job)
    case .deliver(let path): try deliver(course.job, to: path)
    case .nameFiled: try nameFiled(course.job)
    case .nameReturned: try nameReturned(course.job)
    case .nameInInbox: try nameInInbox(course.job)
    case .file(let path), .handBack(let path): try place(course.job, at: path)
    case .handOver(let path): try handOver(course.job, to: path)
    case .compare, .end: .blocked("out of order")
    }
  }

  private func finish(_ end: JobEnd, _ course: inout Course) throws -> Report {
    if end == .forgotten {
      try forget(course.job)
      return Report(end: end, job: course.job)
    }
    if course.job.state.isFinal {
      let hook = settings.settings().rules.hook(for: course.job.state)
      course.machine.ended(at: clocks.calendar(), isHookPending: !hook.isEmpty)
    }
    try save(&course)
    if course.job.state.isFinal {
      try? layout.scratch().removeTree(FolderLayout.scratchName(of: course.job.id))
    }
    return Report(end: end, job: course.job)
  }

  /// Forgets a job whose file lies in the inbox.
  private func forget(_ job: Job) throws {
    let claimed = try layout.scratch(of: job.id).folder(
      making: [Self.claimedFolder], access: .ownOnly)
    guard try claimed.names().isEmpty else {
      throw SystemError(.remove, on: claimed.subject, code: ENOTEMPTY)
    }
    try layout.scratch().removeTree(FolderLayout.scratchName(of: job.id))
    try ledger.remove(job.id)
  }

  /// An earlier result answers for the same content unless the team wants it made again, or nobody
  /// can find it any more.
  private func isToBeMadeAgain(_ job: Job) -> (Job) -> Bool {
    let sameContent = settings.settings(for: job.path).rules.sameContent
    return { earlier in
      if sameContent == .again { return true }
      guard let result = earlier.result, let outbox = try? layout.outbox() else { return false }
      guard let folder = try? outbox.folder(at: result.parents) else { return true }
      return (try? folder.stamp(of: result.name)) == .some(nil)
    }
  }
}
