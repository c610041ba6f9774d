import Foundation
import Glibc

/// Converts by running `marginbook convert` as a process of its own, so that a workbook that
/// crashes or never ends takes nothing else with it.
public struct ProcessConverter: Converting {
  /// The program; by default this very program, even when its file was replaced meanwhile.
  public var executable: String
  /// What comes before the workbook on its command line.
  public var leadingArguments: [String]
  var clocks: Clocks

  public init(
    executable: String = "/proc/self/exe", leadingArguments: [String] = ["convert"],
    clocks: Clocks = .system
  ) {
    self.executable = executable
    self.leadingArguments = leadingArguments
    self.clocks = clocks
  }

  public func convert(_ order: ConversionOrder, stop: StopSignal) -> ConversionOutcome {
    let begin = clocks.steady()
    do throws(SystemError) {
      let folder = try Folder(path: order.folder)
      let nowhere = Descriptor(open("/dev/null", O_RDWR | O_CLOEXEC))
      let messages = try folder.newFile(ConversionFolder.messages, access: .ownOnly)
      let end = try child(order).run(
        input: nowhere.raw, output: nowhere.raw, error: messages.descriptor.raw, stop: stop,
        clock: clocks)
      let seconds = (clocks.steady() - begin).inSeconds
      return ConversionFolder(folder: folder, order: order).outcome(end, seconds: seconds)
    } catch {
      return .unavailable(error.description)
    }
  }

  private func child(_ order: ConversionOrder) -> ChildProcess {
    var arguments = leadingArguments + [order.input, "-o", order.folder, "--quiet"]
    arguments += ["--language", order.language]
    arguments += ["--results", order.folder + "/\(ConversionFolder.results)"]
    if let settings = order.settings { arguments += ["--settings", settings] }
    var child = ChildProcess(
      executable: executable, arguments: arguments, environment: environment(order))
    child.limits.memory = UInt64(max(order.limits.memory, 0))
    child.limits.fileSize = UInt64(max(order.limits.fileSize, 0))
    child.limits.processorSeconds = UInt64(max(order.limits.seconds, 1)) * 4
    child.limits.wallClock = .seconds(order.limits.seconds)
    return child
  }

  /// The service's own environment, without what is only for it; temporary files go to the job's
  /// own folder.
  private func environment(_ order: ConversionOrder) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"] { environment[name] = nil }
    environment["TMPDIR"] = order.folder
    environment["MALLOC_ARENA_MAX"] = "2"
    return environment
  }
}
