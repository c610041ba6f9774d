import CLinux
import Dispatch
import FinanceModel
import Glibc

/// A file that appears whole or not at all: written under another name in the target's folder,
/// synced, then renamed.
package final class OutputFile {
  let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private(set) var offset = 0
  /// Bytes that the system was asked to write out.
  private var begun = 0
  /// Where it is asked: a disk that has enough to do lets wait who asks.
  private lazy var asking = DispatchQueue(label: "writing out")

  /// Bytes after which the system is asked to begin writing them out: the disk is at work while the
  /// rest is made, and there is less to wait for at the end.
  private static let stretch = 512 << 10

  package init(path: String) throws(WritingError) {
    self.path = path
    let (folder, name) = Self.split(path)
    var attempt = 0
    var opened: Int32 = -1
    var temporary = ""
    repeat {
      temporary = "\(folder)/.\(name).\(getpid())-\(attempt).partial"
      opened = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      attempt += 1
    } while opened < 0 && errno == EEXIST && attempt < 1000
    guard opened >= 0 else { throw .cannotWrite(path, errno) }
    descriptor = opened
    temporaryPath = temporary
  }

  /// Refuses a path in whose folder no file can be made, before any work is done for it.
  package static func checkFolder(of path: String) throws(WritingError) {
    guard access(split(path).folder, W_OK | X_OK) == 0 else { throw .cannotWrite(path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    stopWritingOut()
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(WritingError) {
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, start, rest.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .cannotWrite(path, errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      offset += count
    }
    beginWritingOut()
  }

  private func beginWritingOut() {
    guard offset - begun >= Self.stretch else { return }
    asking.async { [descriptor, begun, count = offset - begun] in
      linux_begin_writing_out(descriptor, Int64(begun), Int64(count))
    }
    begun = offset
  }

  /// Waits for those that ask, so that the descriptor is no other file's when they do.
  private func stopWritingOut() {
    if begun > 0 { asking.sync {} }
  }

  package func write(_ bytes: [UInt8]) throws(WritingError) {
    try bytes.withUnsafeBufferPointer { buffer throws(WritingError) in try write(buffer) }
  }

  /// Appends a stretch of another file, without its bytes passing through us where the system can.
  func copy(from source: Int32, at place: Int, count: Int) throws(WritingError) {
    var from = off_t(place)
    var rest = count
    while rest > 0 {
      let copied = sendfile(descriptor, source, &from, rest)
      guard copied > 0 else { break }
      rest -= copied
      offset += copied
    }
    beginWritingOut()
    if rest > 0 { try copyThroughBuffer(from: source, at: Int(from), count: rest) }
  }

  private func copyThroughBuffer(
    from source: Int32, at place: Int, count: Int
  ) throws(WritingError) {
    var buffer = [UInt8](repeating: 0, count: min(count, 256 << 10))
    var done = 0
    while done < count {
      let wanted = min(buffer.count, count - done)
      let read = buffer.withUnsafeMutableBytes {
        pread(source, $0.baseAddress, wanted, off_t(place + done))
      }
      if read < 0 && errno == EINTR { continue }
      guard read > 0 else { throw .cannotWrite(path, read < 0 ? errno : EIO) }
      try buffer.withUnsafeBufferPointer { bytes throws(WritingError) in
        try write(UnsafeBufferPointer(rebasing: bytes[..<read]))
      }
      done += read
    }
  }

  /// Syncs the file and gives it its name.
  package func commit() throws(WritingError) {
    stopWritingOut()
    guard fsync(descriptor) == 0 else { throw .cannotWrite(path, errno) }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0, rename(temporaryPath, path) == 0 else {
      let cause = errno
      unlink(temporaryPath)
      throw .cannotWrite(path, cause)
    }
    Self.syncFolder(of: path)
  }

  private static func syncFolder(of path: String) {
    let folder = open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }
}

extension WritingError {
  /// The system said no.
  static func cannotWrite(_ path: String, _ cause: Int32) -> WritingError {
    let reason = String(cString: strerror(cause))
    return WritingError(
      .cannotWrite, file: path,
      message: LocalizedText(
        english: "Cannot be written: \(reason). "
          + "Check the free space and the rights of the folder, or choose another place.",
        chinese: "无法写入：\(reason)。请检查磁盘空间和文件夹权限，或换一个位置。"))
  }

  /// The original went away or changed while it was copied.
  static func cannotRead(_ path: String) -> WritingError {
    WritingError(
      .cannotGraft, file: path,
      message: LocalizedText(
        english: "Could not be read again while its parts were copied. "
          + "Was it changed meanwhile? Try again.",
        chinese: "复制内容时无法再次读取该文件。文件是否正在被修改？请重试。"))
  }

  /// A fault of ours.
  static func broken(_ path: String, _ what: String) -> WritingError {
    WritingError(
      .brokenPlan, file: path,
      message: LocalizedText(
        english: "The new sheets could not be made (\(what)). This is a fault of Marginbook; "
          + "the workbook is unchanged.",
        chinese: "无法生成新工作表（\(what)）。这是 Marginbook 自身的错误，原工作簿未被改动。"))
  }
}
