import Foundation

/// The course of one job: what happened comes in, what to do next goes out.
///
/// Pure: it reads no clock and touches no file. Every action can be repeated, so that a job that
/// was cut off at any moment is taken up by ``resume(afterRestart:)`` and ends as if nothing had
/// happened.
struct JobMachine: Sendable {
  struct Limits: Sendable, Hashable {
    /// Conversions that may fail by a crash before the file comes back.
    var tries = 2
    /// Times the service may end while this file is converted before the file comes back.
    var interruptions = 10
  }

  enum Event: Sendable {
    /// The file is in the service's own folder.
    case claimed(isKeptInInbox: Bool)
    /// The inbox no longer has the file.
    case gone
    /// The file is no longer as it was when it was to be taken, and lies where it lay.
    case changed
    /// The file changed after it was claimed: what was read of it does not count.
    case changedAfterClaim
    case identified(contentHash: String, key: String)
    /// Whether another job with the same key is done, or under way.
    case compared(Twin)
    case converted(ConversionOutcome)
    /// A free name was chosen.
    case named(BytePath)
    /// The name was taken by somebody in the meantime.
    case nameTaken
    /// What was named is in its place, on the disk.
    case placed
    /// What should be placed is neither here nor there.
    case lost
    case refused(ReturnReason)
    /// The disk is full, a folder is not to be written: later.
    case blocked(String)
  }

  enum Twin: Sendable, Hashable {
    case none
    case underWay(Int64)
    case done(Int64)
  }

  enum Action: Sendable, Hashable {
    case claim
    case identify
    case compare
    case convert
    case nameResult
    case deliver(BytePath)
    case nameFiled
    case file(BytePath)
    case nameReturned
    case handOver(BytePath)
    case nameInInbox
    case handBack(BytePath)
    case end(JobEnd)
  }

  private(set) var job: Job
  let limits: Limits

  init(_ job: Job, limits: Limits = Limits()) {
    self.job = job
    self.limits = limits
  }

  /// The action with which the work on a job begins, or begins again.
  mutating func resume(afterRestart: Bool) -> Action {
    switch job.state {
    case .claiming: return .claim
    case .waiting: return .identify
    case .running: return interrupted(afterRestart: afterRestart)
    case .delivering: return place(Action.deliver, job.result, .nameResult)
    case .filing, .answering: return place(Action.file, job.filed, .nameFiled)
    case .returning: return place(Action.handOver, job.filed, .nameReturned)
    case .handingBack: return place(Action.handBack, job.filed, .nameInInbox)
    case .done, .repeated, .returned, .withdrawn: return .end(.finished)
    }
  }

  /// Notes when the work ended, once, and whether the team wants to hear of it.
  mutating func ended(at date: Date, isHookPending: Bool) {
    guard job.endedAt == nil else { return }
    job.endedAt = date
    job.isHookPending = isHookPending
  }

  mutating func handle(_ event: Event) -> Action {
    if case .blocked(let reason) = event { return .end(.later(reason)) }
    if case .refused(let reason) = event { return giveBack(reason) }
    switch job.state {
    case .claiming, .waiting: return taking(event)
    case .running: return converting(event)
    case .delivering: return delivering(event)
    case .filing, .answering: return filing(event)
    case .returning: return returning(event)
    case .handingBack: return handingBack(event)
    case .done, .repeated, .returned, .withdrawn: return .end(.finished)
    }
  }
}

extension JobMachine.Action {
  /// Whether a restart could tell that the action was done, so that the ledger must know before.
  var shows: Bool {
    switch self {
    case .identify, .nameResult, .nameFiled, .nameReturned, .nameInInbox: false
    case .claim, .compare, .convert, .deliver, .file, .handOver, .handBack, .end: true
    }
  }
}

/// How the work on a job ended, for now or for good.
enum JobEnd: Sendable, Hashable {
  case finished
  /// The row is to be forgotten: the file lies in the inbox, as if it had never been looked at.
  case forgotten
  /// Another job with the same content is under way; this one goes on when that one has ended.
  case after(Int64)
  /// Something outside has to change first; tried again after a while.
  case later(String)
  /// The service is stopping.
  case stopped
}

extension JobMachine {
  private mutating func taking(_ event: Event) -> Action {
    switch event {
    case .claimed(let isKept):
      job.isKeptInInbox = isKept
      return .identify
    case .gone:
      return job.state == .claiming ? .end(.forgotten) : finish(.withdrawn)
    case .changed: return .end(.forgotten)
    case .changedAfterClaim: return startHandingBack()
    case .identified(let hash, let key):
      (job.contentHash, job.key) = (hash, key)
      job.state = .waiting
      return .compare
    case .compared(.none):
      job.state = .running
      job.tries += 1
      return .convert
    case .compared(.underWay(let other)): return .end(.after(other))
    case .compared(.done(let other)):
      job.answeredBy = other
      job.state = .answering
      return .nameFiled
    default: return .end(.later("unexpected while \(job.state.rawValue)"))
    }
  }

  private mutating func converting(_ event: Event) -> Action {
    switch event {
    case .converted(let outcome): return converted(outcome)
    case .changedAfterClaim: return startHandingBack()
    default: return .end(.later("unexpected while \(job.state.rawValue)"))
    }
  }

  private mutating func converted(_ outcome: ConversionOutcome) -> Action {
    switch outcome {
    case .produced(let product):
      job.resultHash = product.hash
      job.findings = product.findings
      job.seconds = product.seconds
      job.state = .delivering
      return .nameResult
    case .refused(let reason): return giveBack(reason)
    case .crashed(let reason):
      guard job.tries < limits.tries else { return giveBack(reason) }
      job.state = .waiting
      return .compare
    case .unavailable(let reason):
      takeBackTry()
      return .end(.later(reason))
    case .stopped:
      takeBackTry()
      return .end(.stopped)
    }
  }

  private mutating func delivering(_ event: Event) -> Action {
    switch event {
    case .named(let path):
      job.result = path
      return .deliver(path)
    case .nameTaken:
      job.result = nil
      return .nameResult
    case .placed:
      job.state = .filing
      return .nameFiled
    case .lost:
      (job.result, job.resultHash) = (nil, nil)
      job.state = .waiting
      return .compare
    default: return .end(.later("unexpected while \(job.state.rawValue)"))
    }
  }

  private mutating func filing(_ event: Event) -> Action {
    switch event {
    case .named(let path):
      job.filed = path
      return .file(path)
    case .nameTaken:
      job.filed = nil
      return .nameFiled
    case .placed, .lost: return finish(job.state == .answering ? .repeated : .done)
    default: return .end(.later("unexpected while \(job.state.rawValue)"))
    }
  }

  private mutating func returning(_ event: Event) -> Action {
    switch event {
    case .named(let path):
      job.filed = path
      return .handOver(path)
    case .nameTaken:
      job.filed = nil
      return .nameReturned
    case .placed, .lost: return finish(.returned)
    default: return .end(.later("unexpected while \(job.state.rawValue)"))
    }
  }

  private mutating func handingBack(_ event: Event) -> Action {
    switch event {
    case .named(let path):
      job.filed = path
      return .handBack(path)
    case .nameTaken:
      job.filed = nil
      return .nameInInbox
    case .placed, .lost: return .end(.forgotten)
    default: return .end(.later("unexpected while \(job.state.rawValue)"))
    }
  }

  /// The conversion was under way when the service ended; a service that ends again and again with
  /// the same file gives that file back.
  private mutating func interrupted(afterRestart: Bool) -> Action {
    takeBackTry()
    if afterRestart { job.interruptions += 1 }
    guard job.interruptions <= limits.interruptions else {
      return giveBack(ReturnReason(.couldNotBeRead))
    }
    return .identify
  }

  private mutating func takeBackTry() {
    job.tries = max(job.tries - 1, 0)
    job.state = .waiting
  }

  private mutating func giveBack(_ reason: ReturnReason) -> Action {
    job.reason = reason
    job.filed = nil
    job.state = .returning
    return .nameReturned
  }

  private mutating func startHandingBack() -> Action {
    job.filed = nil
    job.state = .handingBack
    return .nameInInbox
  }

  private mutating func finish(_ state: JobState) -> Action {
    job.state = state
    return .end(.finished)
  }

  private func place(
    _ action: (BytePath) -> Action, _ path: BytePath?, _ otherwise: Action
  ) -> Action {
    path.map(action) ?? otherwise
  }
}
