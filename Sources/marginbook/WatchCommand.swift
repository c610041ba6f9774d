import ArgumentParser
import Dispatch
import DropFolder
import Foundation
import Glibc
import Logging
import Marginbook
import ServiceLifecycle
import UnixSignals

/// `marginbook watch DIR ...`: the drop folder as a service.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Watches folders: a workbook dropped into DIR/inbox comes back in DIR/outbox.",
    discussion: """
      DIR/inbox     workbooks are dropped here, in folders too
      DIR/outbox    the same workbooks with their profitability, and index.html
      DIR/returned  what could not be used, each with a report beside it
      DIR/archive   the originals, by day
      Settings are read from DIR/marginbook.yaml and from any marginbook.yaml inside the inbox.
      Ends with SIGTERM, SIGINT or SIGHUP: conversions under way are finished or handed back.
      """)

  @Argument(help: "The folders to watch.", completion: .directory)
  var folders: [String]

  @Option(help: "Conversions at the same time, for all folders together.")
  var workers: Int?

  @Option(help: "Seconds that a file must be unchanged before it is taken.")
  var quiet: Double?

  @Option(help: "Seconds between two listings of the inbox.")
  var rescan: Double?

  @Option(help: "A folder on a local disk for the ledgers, where DIR is a share.")
  var ledger: String?

  @Flag(name: .customLong("no-events"), help: "Only look regularly; do not listen for events.")
  var ignoresEvents = false

  @Flag(help: "Wait where another service is at work on a folder, and take over when it ends.")
  var standby = false

  @Option(help: "What to log: trace, debug, info, notice, warning, error, critical.")
  var logLevel: String = "info"

  @Option(help: .init("The program that converts, for tests.", visibility: .hidden))
  var converter: String?

  func validate() throws {
    if folders.isEmpty { throw ValidationError("Name at least one folder.") }
    if Logger.Level(rawValue: logLevel) == nil {
      throw ValidationError("“\(logLevel)” is no log level.")
    }
    if workers ?? 1 < 1 { throw ValidationError("--workers must be at least 1.") }
    guard (0.05...86_400).contains(quiet ?? 1), (0.1...86_400).contains(rescan ?? 1) else {
      throw ValidationError("--quiet must be 0.05 to 86400 seconds, --rescan 0.1 to 86400.")
    }
  }

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let log = logger()
    let slots = WorkerSlots(count: workers ?? max(ProcessInfo.processInfo.activeProcessorCount, 1))
    let services = try paths().map { path in
      WatchedFolder(
        path: path, options: try options(path), converter: makeConverter(), slots: slots, log: log)
    }
    Self.serve(
      ServiceGroup(
        configuration: ServiceGroupConfiguration(
          services: services.map { .init(service: $0) },
          gracefulShutdownSignals: [.sigterm, .sigint, .sighup], logger: log)))
  }

  /// Serves until a signal asks for the end. All other commands run on the main thread as they are;
  /// what waits for many things at once is given over to tasks.
  private static func serve(_ group: ServiceGroup) -> Never {
    let impatience = ImpatientStop()
    Task {
      do {
        try await group.run()
        exit()
      } catch let failure as StartFailure {
        FileHandle.standardError.write(Data("marginbook: \(failure)\n".utf8))
        exit(withError: ExitCode(failure.code == .alreadyRunning ? EX_TEMPFAIL : EX_CONFIG))
      } catch {
        exit(withError: error)
      }
    }
    withExtendedLifetime(impatience) { dispatchMain() }
  }

  private func logger() -> Logger {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    var log = Logger(label: "marginbook")
    log.logLevel = Logger.Level(rawValue: logLevel) ?? .info
    return log
  }

  /// The folders by their absolute paths, none inside another.
  private func paths() throws -> [String] {
    let paths = try folders.map { folder in
      guard let resolved = realpath(folder, nil) else {
        throw ValidationError(
          "The folder “\(folder)” is not there: \(String(cString: strerror(errno))).")
      }
      defer { free(resolved) }
      return String(cString: resolved)
    }
    for (index, path) in paths.enumerated() {
      for (other, outer) in paths.enumerated()
      where index != other && (path + "/").hasPrefix(outer + "/") {
        throw ValidationError("“\(path)” lies inside “\(outer)”: watch only one of the two.")
      }
    }
    return paths
  }

  private func options(_ path: String) throws -> WatchOptions {
    var place: String?
    if let ledger {
      place = JobDesk.ledgerFolder(below: ledger, for: path)
      try FileManager.default.createDirectory(
        atPath: place ?? ledger, withIntermediateDirectories: true)
    }
    return WatchOptions(
      engineVersion: EngineVersion.current, ledgerFolder: place, usesEvents: !ignoresEvents,
      quiet: quiet, rescan: rescan, standsBy: standby, onEnd: isatty(1) == 1 ? Self.tell : nil)
  }

  private func makeConverter() -> ProcessConverter {
    converter.map { ProcessConverter(executable: $0) } ?? ProcessConverter()
  }

  /// One line for a person who looks on.
  private static let tell: @Sendable (JobSummary) -> Void = { job in
    let place = job.result ?? job.report ?? job.original ?? ""
    let what = job.reason?.message ?? (job.findings.isEmpty ? "" : "\(job.findings.count) findings")
    print("\(job.state)  \(job.name)  →  \(place)  \(what)")
  }
}
