import Foundation
import Logging
import Synchronization
import Testing

@testable import DropFolder

/// A job runner on a test's folder, whose calls to the disk and the ledger can be made to fail.
struct RunnerBench {
  let place: TestPlace
  let runner: JobRunner
  let converter: StandInConverter

  init(
    _ place: TestPlace, watcher: FileCallWatcher = .silent,
    converter: StandInConverter = StandInConverter()
  ) throws {
    self.place = place
    self.converter = converter
    let layout = FolderLayout(path: place.path, watcher: watcher)
    runner = JobRunner(
      layout: layout, ledger: try place.openLedger(watcher),
      settings: SettingsStore(layout) { _ in }, converter: converter, clocks: .system,
      stop: StopSignal(), engineVersion: "1")
  }

  /// Takes what is in the inbox, oldest path first, as the service does.
  @discardableResult
  func takeAll() throws -> [JobRunner.Report] {
    try InboxListing(of: place.layout.inbox()).entries.filter { $0.stamp.kind == .file }
      .map { runner.take($0.path, $0.stamp) }
  }

  /// What a new service does: recovers, goes on with what is unfinished, takes what is there.
  func restart() throws {
    let recovery = Recovery(
      layout: runner.layout, ledger: runner.ledger, clocks: .system,
      log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try recovery.run()
    for job in try runner.ledger.unfinished() { _ = runner.work(on: job, afterRestart: true) }
    try takeAll()
    for job in try runner.ledger.unfinished() { _ = runner.work(on: job, afterRestart: false) }
  }
}

/// Counts calls that change the disk and lets chosen ones fail.
final class CallCounter: Sendable {
  let count = Atomic<Int>(0)

  /// From the call of this number on, every call fails: the process is dead.
  func dying(at number: Int) -> FileCallWatcher {
    FileCallWatcher { [self] (call, subject) throws(SystemError) in
      guard call.changesDisk else { return }
      let now = count.add(1, ordering: .relaxed).newValue
      if now >= number { throw SystemError(call, on: subject, code: 4) }
    }
  }

  /// The call of this number alone fails, with an error number.
  func failing(at number: Int, code: Int32) -> FileCallWatcher {
    FileCallWatcher { [self] (call, subject) throws(SystemError) in
      guard call.changesDisk else { return }
      let now = count.add(1, ordering: .relaxed).newValue
      if now == number { throw SystemError(call, on: subject, code: code) }
    }
  }
}
