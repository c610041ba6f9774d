import Glibc

/// A file that is read front to back (`open`, `read`).
struct FileReader: ~Copyable {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(WorkbookError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileReader.error(path) }
  }

  deinit { close(descriptor) }

  /// Fills the buffer in whole or in part; 0 at the end.
  func read(into buffer: inout [UInt8]) throws(WorkbookError) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw FileReader.error(path) }
    }
  }

  /// The first bytes of a file.
  static func head(of path: String, count: Int) throws(WorkbookError) -> [UInt8] {
    let reader = try FileReader(path: path)
    var buffer = [UInt8](repeating: 0, count: count)
    let read = try reader.read(into: &buffer)
    return Array(buffer.prefix(read))
  }

  private static func error(_ path: String) -> WorkbookError {
    WorkbookError(.unreadable(reason: String(cString: strerror(errno))), file: path)
  }
}
