import FinanceModel
import Foundation
import Logging

extension WatchedFolder {
  /// Opens the folder; false where the service was told to stop before it could.
  func open() async throws -> Bool {
    try layout.prepare()
    guard let lock = try await takeLock() else { return false }
    guard let ledger = try await openLedger() else {
      lock.release()
      return false
    }
    try Recovery(layout: layout, ledger: ledger, clocks: clocks, log: log).run()
    let (layout, log) = (layout, log)
    let settings = SettingsStore(layout) { Self.tell($0, layout, log) }
    let ear = FolderEar(clocks: clocks) { [send] in send.yield(.heard($0)) }
    core = Core(
      lock: lock, ledger: ledger,
      runner: JobRunner(
        layout: layout, ledger: ledger, settings: settings, converter: converter, clocks: clocks,
        stop: stopSignal, engineVersion: options.engineVersion),
      settings: settings, ear: ear,
      member: slots.join { [send] in send.yield(.slotGranted) }, since: clocks.calendar())
    try rememberKept(ledger)
    ServiceManager.ready("Watching \(layout.path)")
    log.info("Watching.")
    return true
  }

  func close() {
    guard let core else { return }
    slots.leave(core.member)
    core.ear.end()
    board.isDirty = true
    publish(now: true)
    core.lock.release()
    send.finish()
    log.info("Stopped.")
  }

  /// Nil where the service was told to stop while it stood by.
  private func takeLock() async throws -> FolderLock? {
    var isTold = false
    while !stopSignal.isRaised {
      do {
        return try FolderLock(layout, clocks: clocks)
      } catch let failure as StartFailure where options.standsBy {
        if !isTold { log.notice("Standing by.", metadata: ["why": "\(failure)"]) }
        isTold = true
        try await Task.sleep(for: .seconds(1))
      }
    }
    return nil
  }

  /// Waits, saying so, while the ledger is locked by somebody or its disk is full.
  private func openLedger() async throws -> Ledger? {
    let opening = LedgerOpening(
      layout: layout, place: options.ledgerFolder, clocks: clocks, log: log)
    while !stopSignal.isRaised {
      do {
        return try opening.open()
      } catch let error as LedgerOpening.LaterFailure {
        log.error("Waiting for the ledger.", metadata: ["error": "\(error)"])
        board.problems["ledger"] = error.description
        publish(now: true)
        try await Task.sleep(for: .seconds(1))
      }
    }
    return nil
  }

  /// Files that could not be removed from the inbox are known by their stamps.
  private func rememberKept(_ ledger: Ledger) throws {
    for job in try ledger.keptInInbox() { inbox.kept[job.path] = job.stamp }
  }

  /// Tells in the log and in `returned` what is wrong with a settings file, and takes it back.
  private static func tell(_ news: SettingsStore.News, _ layout: FolderLayout, _ log: Logger) {
    switch news {
    case .mistaken(let place, let mistakes):
      for mistake in mistakes {
        log.error(
          "A mistake in the settings; the last good ones stay.",
          metadata: ["file": "\(place)", "mistake": "\(mistake.sentence(in: .english))"])
      }
      report(place, mistakes, layout)
    case .mended(let place):
      log.notice("The settings are mended.", metadata: ["file": "\(place)"])
      guard let folder = try? layout.root().folder(FolderLayout.returnedName) else { return }
      try? folder.remove(reportName(place))
    }
  }

  private static func report(
    _ place: BytePath, _ mistakes: [SettingsMistake], _ layout: FolderLayout
  ) {
    guard let folder = try? layout.root().folder(FolderLayout.returnedName),
      let access = try? layout.inbox().access()
    else { return }
    try? folder.write(
      SettingsReport.html(place, mistakes), as: reportName(place), access: access)
  }

  /// `marginbook.yaml.html`, or with the folders before it: `inbox - north - marginbook.yaml.html`.
  private static func reportName(_ place: BytePath) -> FileName {
    let names = place.names.map(\.bytes).joined(separator: Array(" - ".utf8))
    return NumberedName.name(stem: names, suffix: ".html".utf8, number: 1)
  }
}
