import Glibc

/// A folder of our own that goes, with all in it, when nobody holds it any more.
final class TemporaryFolder: Sendable {
  let path: String

  /// Makes a folder below `TMPDIR`, or `/tmp`, that only this user can enter.
  init() throws(WorkbookError) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base.isEmpty ? "/tmp" : base)/marginbook-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw WorkbookError(.unreadable(reason: String(cString: strerror(errno))), file: base)
    }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  deinit { TemporaryFolder.remove(path) }

  /// Removes a folder and what is in it; links are removed, not followed.
  private static func remove(_ path: String) {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let child = "\(path)/\(name)"
      if unlink(child) != 0 { remove(child) }
    }
    closedir(folder)
    rmdir(path)
  }
}
