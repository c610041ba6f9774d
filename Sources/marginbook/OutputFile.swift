import FinanceModel
import Glibc
import Marginbook

/// Writes a file so that it is there whole or not at all.
enum OutputFile {
  /// Writes beside the target, syncs, renames.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    var isComplete = write(bytes[...], to: descriptor) && fsync(descriptor) == 0
    isComplete = close(descriptor) == 0 && isComplete
    guard isComplete, rename(temporary, path) == 0 else {
      let error = failure(path)
      unlink(temporary)
      throw error
    }
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(written)
    }
    return true
  }

  private static func failure(_ path: String) -> MarginbookError {
    let reason = String(cString: strerror(errno))
    return MarginbookError(
      .cannotCreate, file: path,
      message: LocalizedText(
        english: "Cannot be written: \(reason). Choose another place, or make room.",
        chinese: "无法写入：\(reason)。请换一个位置，或腾出空间。"))
  }
}
