import Glibc

/// What one run of a program cost.
struct ProcessRun {
  /// Milliseconds.
  var wall: Double
  /// Milliseconds of all its threads.
  var processor: Double
  /// MiB.
  var peak: Double

  /// Runs a program to its end with its output thrown away; nil where it fails.
  static func of(_ arguments: [String]) -> ProcessRun? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    let clock = ContinuousClock()
    let start = clock.now
    var child: pid_t = 0
    guard posix_spawnp(&child, arguments[0], &actions, nil, pointers, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else { return nil }
    return ProcessRun(
      wall: milliseconds(clock.now - start),
      processor: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
      peak: Double(usage.ru_maxrss) / 1024)
  }

  /// The medians of wall and processor time and the highest peak; nil of no runs.
  static func median(of runs: [ProcessRun]) -> ProcessRun? {
    guard !runs.isEmpty else { return nil }
    return ProcessRun(
      wall: runs.map(\.wall).sorted()[runs.count / 2],
      processor: runs.map(\.processor).sorted()[runs.count / 2],
      peak: runs.map(\.peak).max() ?? 0)
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
  }

  private static func milliseconds(_ time: timeval) -> Double {
    Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
  }
}
