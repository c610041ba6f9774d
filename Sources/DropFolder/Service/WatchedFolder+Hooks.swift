import FinanceModel
import Logging

extension WatchedFolder {
  /// Runs the team's command for jobs that have ended, one after another.
  func startHooks() {
    guard let core, !work.isStopping, work.activeHooks == 0, !work.hooksToRun.isEmpty else {
      return
    }
    let job = work.hooksToRun.removeFirst()
    let command = core.settings.settings().rules.hook(for: job.state)
    work.activeHooks += 1
    let (send, clocks, stop, layout) = (send, clocks, stopSignal, layout)
    let language = Language(rawValue: core.settings.settings().language) ?? .english
    let summary = JobSummary(job, folder: layout.path, language: language)
    OwnThread.run("marginbook-hook") {
      let failure: String?
      do throws(SystemError) {
        failure = Hook(command: command, clocks: clocks)
          .run(summary, scratch: try layout.scratch(), stop: stop)
      } catch {
        failure = error.description
      }
      send.yield(.hookEnded(job.id, failure))
    }
  }

  func hookEnded(_ id: Int64, _ failure: String?) {
    work.activeHooks -= 1
    if let failure {
      log.warning("A hook failed.", metadata: ["job": "\(id)", "why": "\(failure)"])
    }
    if failure != nil, stopSignal.isRaised { return }
    guard let ledger = core?.ledger else { return }
    do {
      guard var job = try ledger.job(id) else { return }
      job.isHookPending = false
      try ledger.save(job)
    } catch {
      log.warning("The ledger cannot be written.", metadata: ["error": "\(error)"])
    }
  }
}
