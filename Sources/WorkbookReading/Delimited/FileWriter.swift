import Glibc

/// A new file that is written front to back (`open`, `write`).
struct FileWriter: ~Copyable {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(WorkbookError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileWriter.error(path) }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws(WorkbookError) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count > 0 {
        start += count
      } else if errno != EINTR {
        throw FileWriter.error(path)
      }
    }
  }

  private static func error(_ path: String) -> WorkbookError {
    WorkbookError(.unreadable(reason: String(cString: strerror(errno))), file: path)
  }
}
