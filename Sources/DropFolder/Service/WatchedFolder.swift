import FinanceModel
import Foundation
import Glibc
public import Logging
public import ServiceLifecycle
import Synchronization

/// The service on one folder: takes what is dropped into the inbox, has it converted, and puts
/// results, returned files and originals where they belong.
///
/// An actor on a thread of its own. It decides with ``Arrivals`` what to take and when; the work on
/// each job is a ``JobRunner`` on another thread.
public actor WatchedFolder: Service {
  enum Event: Sendable {
    case heard([InboxWatch.Hint])
    case slotGranted
    case ended(JobRunner.Report)
    case hookEnded(Int64, String?)
    case stop
  }

  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  nonisolated let executor: ThreadExecutor
  nonisolated let layout: FolderLayout
  nonisolated let options: WatchOptions
  nonisolated let converter: any Converting
  nonisolated let slots: WorkerSlots
  nonisolated let clocks: Clocks
  nonisolated let log: Logger
  nonisolated let stopSignal = StopSignal()
  nonisolated let events: AsyncStream<Event>
  nonisolated let send: AsyncStream<Event>.Continuation

  var core: Core?
  var arrivals = Arrivals(rules: Arrivals.Rules())
  var inbox = InboxState()
  var work = WorkState()
  var board = BoardState()

  /// What exists once the folder is open.
  struct Core {
    var lock: FolderLock
    var ledger: Ledger
    var runner: JobRunner
    var settings: SettingsStore
    var ear: FolderEar
    var member: Int
    var since: Date
  }

  public init(
    path: String, options: WatchOptions, converter: any Converting = ProcessConverter(),
    slots: WorkerSlots, clocks: Clocks = .system, log: Logger
  ) {
    layout = FolderLayout(path: path)
    self.options = options
    self.converter = converter
    self.slots = slots
    self.clocks = clocks
    var log = log
    log[metadataKey: "folder"] = "\(path)"
    self.log = log
    executor = ThreadExecutor(name: "marginbook-folder")
    (events, send) = AsyncStream.makeStream()
  }

  /// Serves the folder until it is told to stop; then ends the conversions under way, or lets them
  /// end where they are nearly done, and hands back what is not finished.
  ///
  /// - Throws: ``StartFailure`` with a sentence where it cannot start.
  public func run() async throws {
    defer { executor.end() }
    try await withTaskCancellationHandler {
      try await withGracefulShutdownHandler {
        try await serve()
      } onGracefulShutdown: {
        self.stop()
      }
    } onCancel: {
      self.stop()
    }
  }

  /// Tells the service to stop; returns at once.
  public nonisolated func stop() {
    stopSignal.raise()
    send.yield(.stop)
  }

  private func serve() async throws {
    guard try await open() else { return }
    scan()
    resumeUnfinished()
    settle()
    for await event in events {
      handle(event)
      settle()
      if work.isStopping, work.active == 0, work.activeHooks == 0 { break }
    }
    close()
  }

  private func handle(_ event: Event) {
    switch event {
    case .heard(let hints): heard(hints)
    case .slotGranted: slotGranted()
    case .ended(let report): ended(report)
    case .hookEnded(let id, let failure): hookEnded(id, failure)
    case .stop:
      work.isStopping = true
      ServiceManager.stopping()
      log.info("Stopping.", metadata: ["active": "\(work.active)"])
    }
  }

  /// What is due after each event: places asked for, the next moment set, the board written.
  private func settle() {
    requestSlots()
    startHooks()
    publish()
    setAlarm()
  }
}
