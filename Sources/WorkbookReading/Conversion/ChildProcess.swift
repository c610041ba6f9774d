import Glibc

/// Runs a program in a process group of its own, its output thrown away (`posix_spawn`).
enum ChildProcess {
  /// Waits at most so many seconds, then ends the whole group.
  ///
  /// - Returns: nil when it ended with status 0, else why not.
  static func run(_ arguments: [String], timeout: Int) -> String? {
    var pid: pid_t = 0
    let status = spawn(arguments, &pid)
    guard status == 0 else { return String(cString: strerror(status)) }
    var waited = 0
    var result: Int32 = 0
    while true {
      let ended = waitpid(pid, &result, WNOHANG)
      if ended == pid { break }
      if ended < 0, errno != EINTR { return String(cString: strerror(errno)) }
      if waited >= timeout * 50 {
        kill(-pid, SIGKILL)
        waitpid(pid, &result, 0)
        return "no answer within \(timeout) seconds"
      }
      usleep(20_000)
      waited += 1
    }
    kill(-pid, SIGKILL)
    let code = (result >> 8) & 0xFF
    if result & 0x7F != 0 { return "ended by signal \(result & 0x7F)" }
    return code == 0 ? nil : "exit status \(code)"
  }

  private static func spawn(_ arguments: [String], _ pid: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return posix_spawn(&pid, arguments[0], &actions, &attributes, pointers, environ)
  }
}
