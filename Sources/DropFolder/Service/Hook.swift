import Foundation
import Glibc

/// Runs the team's own command when a job has ended, with the job as JSON on its standard input.
///
/// The command is a program and its arguments, never a line for a shell. It is run at least once
/// for each job: again, where the service was killed before it could note that it had run.
struct Hook: Sendable {
  let command: [String]
  let clocks: Clocks

  /// A sentence where the command failed; nil where it went well.
  func run(_ summary: JobSummary, scratch: Folder, stop: StopSignal) -> String? {
    guard let program = command.first else { return nil }
    let name = FileName("hook-\(summary.id).json".utf8) ?? FileName(fixed: "hook.json")
    defer { try? scratch.remove(name) }
    do throws(SystemError) {
      try scratch.write(
        JobSummary.json(summary, pretty: false) + "\n", as: name, access: .ownOnly,
        isLasting: false)
      let input = try scratch.file(name)
      let nowhere = Descriptor(open("/dev/null", O_RDWR | O_CLOEXEC))
      var child = ChildProcess(
        executable: program, arguments: Array(command.dropFirst()),
        environment: ProcessInfo.processInfo.environment)
      child.limits.wallClock = .seconds(60)
      let end = try child.run(
        input: input.descriptor.raw, output: nowhere.raw, error: nowhere.raw, stop: stop,
        clock: clocks)
      return end == .exited(0) ? nil : "\(program) ended with \(end)"
    } catch {
      return error.description
    }
  }
}
