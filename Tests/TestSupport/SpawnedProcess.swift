import Glibc

/// A child process by `posix_spawn`: waiting for it blocks one thread and needs no run loop.
struct SpawnedProcess {
  /// The system would not start it.
  struct Refusal: Error {
    var program: String
    var reason: Int32
  }

  private let identifier: pid_t

  /// Starts the program; its output and errors go into new files.
  init(
    program: String, arguments: [String], folder: String, output: String, errors: String
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let creation = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output, creation, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, creation, 0o600)
    // The shell goes to the folder and becomes the program.
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#, folder, program] + arguments
    var words: [UnsafeMutablePointer<CChar>?] = shell.map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child = pid_t()
    let code = posix_spawn(&child, "/bin/sh", &actions, nil, words, environ)
    guard code == 0 else { throw Refusal(program: program, reason: code) }
    identifier = child
  }

  /// Its exit status; 128 and the signal's number where one ended it, as a shell has it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
