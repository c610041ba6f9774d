import CLinux
import Glibc

/// A file that is open: what it is, what it holds.
struct OpenFile: Sendable {
  let descriptor: Descriptor
  /// As it can be shown.
  let subject: String
  let watcher: FileCallWatcher

  func stamp() throws(SystemError) -> Stamp {
    var facts = stat()
    guard fstat(descriptor.raw, &facts) == 0 else { throw SystemError(.status, on: subject) }
    return Stamp(facts)
  }

  /// Up to `count` bytes from `offset`, fewer at the end of the file.
  func bytes(at offset: Int64, count: Int) throws(SystemError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = retryingInterrupted { pread(descriptor.raw, &bytes, count, off_t(offset)) }
    guard got >= 0 else { throw SystemError(.read, on: subject) }
    return Array(bytes.prefix(got))
  }

  /// The SHA-256 of the whole content, in hexadecimal digits. Reads the file once.
  func contentHash() throws(SystemError) -> String {
    var hash = SHA256()
    try forEachPiece { (piece) throws(SystemError) in piece.withUnsafeBytes { hash.update($0) } }
    return hash.finish()
  }

  /// Copies the whole content to the end of another open file.
  func copy(to other: OpenFile) throws(SystemError) {
    try forEachPiece { (piece) throws(SystemError) in try other.append(piece) }
  }

  func append(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    var rest = bytes
    while !rest.isEmpty {
      try watcher.before(.write, subject)
      let written = rest.withUnsafeBytes { piece in
        retryingInterrupted { write(descriptor.raw, piece.baseAddress, piece.count) }
      }
      guard written > 0 else { throw SystemError(.write, on: subject) }
      rest = rest.dropFirst(written)
    }
  }

  /// Until the content is on the disk (fsync(2)).
  func synchronise() throws(SystemError) {
    try watcher.before(.synchronise, subject)
    guard retryingInterrupted({ fsync(descriptor.raw) }) == 0 else {
      throw SystemError(.synchronise, on: subject)
    }
  }

  /// Gives the file its rights, and its owner and group as far as this user may.
  func apply(_ access: Access) throws(SystemError) {
    try watcher.before(.permissions, subject)
    _ = fchown(descriptor.raw, access.owner, access.group)
    guard fchmod(descriptor.raw, access.fileMode) == 0 || errno == EPERM || errno == ENOTSUP else {
      throw SystemError(.permissions, on: subject)
    }
  }

  /// Whether nobody has the file open for writing; nil where the file system cannot tell.
  var isFreeOfWriters: Bool? {
    switch linux_nobody_writes(descriptor.raw) {
    case 1: true
    case 0: false
    default: nil
    }
  }

  private func forEachPiece(
    _ body: (ArraySlice<UInt8>) throws(SystemError) -> Void
  ) throws(SystemError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var offset: off_t = 0
    while true {
      let got = retryingInterrupted { pread(descriptor.raw, &buffer, buffer.count, offset) }
      guard got >= 0 else { throw SystemError(.read, on: subject) }
      guard got > 0 else { return }
      try body(buffer[..<got])
      offset += off_t(got)
    }
  }
}
