import CLinux
import Glibc

/// A process of another program under limits, waited for on the calling thread.
///
/// The thread must live as long as the child does: the child is killed when the thread ends, so
/// that nothing goes on writing when the service was killed.
struct ChildProcess {
  var executable: String
  /// Without the program's own name.
  var arguments: [String]
  var environment: [String: String]
  var limits = Limits()

  struct Limits: Sendable, Hashable {
    /// 0 for no limit, as below.
    var memory: UInt64 = 0
    var processorSeconds: UInt64 = 0
    var fileSize: UInt64 = 0
    var wallClock: Duration = .seconds(60)
    /// How long the child may go on when the service is told to stop.
    var grace: Duration = .seconds(2)
  }

  enum End: Sendable, Hashable {
    case exited(Int32)
    /// Ended by a signal that we did not send.
    case killed(signal: Int32)
    case ranTooLong
    case stopped
  }

  /// Runs the child to its end.
  ///
  /// - Parameters:
  ///   - input, output, error: open descriptors for the child's standard streams.
  /// - Throws: where it could not be started.
  func run(
    input: Int32, output: Int32, error: Int32, stop: StopSignal, clock: Clocks
  ) throws(SystemError) -> End {
    var process: pid_t = 0
    var descriptor: Int32 = -1
    let code = withStrings([executable] + arguments) { argv in
      withStrings(environment.map { "\($0.key)=\($0.value)" }.sorted()) { envp in
        executable.withCString { path in
          var child = linux_child(
            executable: path, arguments: argv, environment: envp, standard_input: input,
            standard_output: output, standard_error: error, address_space_bytes: limits.memory,
            processor_seconds: limits.processorSeconds, file_bytes: limits.fileSize)
          return linux_start_child(&child, &process, &descriptor)
        }
      }
    }
    guard code == 0 else { throw SystemError(.start, on: executable, code: code) }
    let owned = Descriptor(descriptor)
    let cut = wait(owned.raw, stop, clock)
    if cut != nil { linux_kill_child(process, SIGKILL) }
    let status = linux_collect_child(process)
    linux_kill_child(process, SIGKILL)
    if let cut { return cut }
    return status < 0 ? .killed(signal: -status) : .exited(status)
  }

  /// Nil when the child ended by itself; else why it has to be ended.
  private func wait(_ descriptor: Int32, _ stop: StopSignal, _ clock: Clocks) -> End? {
    var deadline = clock.steady() + limits.wallClock
    var end = End.ranTooLong
    var wake = stop.descriptor
    while true {
      let left = deadline - clock.steady()
      guard left > .zero else { return end }
      let milliseconds = min(left.inSeconds * 1_000 + 1, 60_000)
      switch linux_wait_for_child(descriptor, wake, Int32(milliseconds)) {
      case 1: return nil
      case 2:
        wake = -1
        end = .stopped
        deadline = min(deadline, clock.steady() + limits.grace)
      default: continue
      }
    }
  }

  private func withStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else {
        var end: UnsafeMutablePointer<CChar>?
        return body(&end)
      }
      return body(base)
    }
  }
}
