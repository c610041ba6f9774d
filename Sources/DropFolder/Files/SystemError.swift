import Glibc

/// A call to the system that failed: which one, on what, and why.
public struct SystemError: Error, Hashable, Sendable {
  /// The error number, as `errno` had it.
  public var code: Int32
  public var call: FileCall
  /// What it was about, as it can be shown.
  public var subject: String

  init(_ call: FileCall, on subject: String, code: Int32 = errno) {
    self.code = code
    self.call = call
    self.subject = subject
  }

  /// What a failure means for the work that met it.
  public enum Meaning: Sendable, Hashable {
    /// The disk, the quota or the number of files is used up.
    case noSpace
    /// This user may not, or the file system is read-only.
    case denied
    case absent
    case exists
    /// The two places are on different file systems.
    case otherFileSystem
    /// The name or the path is too long.
    case tooLong
    case other
  }

  public var meaning: Meaning {
    switch code {
    case ENOSPC, EDQUOT: .noSpace
    case EACCES, EPERM, EROFS: .denied
    case ENOENT, ENOTDIR, ESTALE: .absent
    case EEXIST, ENOTEMPTY: .exists
    case EXDEV: .otherFileSystem
    case ENAMETOOLONG: .tooLong
    default: .other
    }
  }
}

extension SystemError: CustomStringConvertible {
  public var description: String {
    "\(call.rawValue) \(subject): \(String(cString: strerror(code)))"
  }
}

/// The calls by which the service touches files, named as the manual names them.
public enum FileCall: String, Sendable, Hashable, CaseIterable {
  case open = "openat"
  case status = "fstatat"
  case list = "readdir"
  case read
  case write
  case synchronise = "fsync"
  case rename
  case renameWithoutReplacing = "renameat2"
  case link = "linkat"
  case remove = "unlinkat"
  case makeFolder = "mkdirat"
  case permissions = "fchmod"
  case lock = "flock"
  case start = "execve"
  /// A change of the ledger.
  case commit = "COMMIT"

  /// Whether the call changes what is on the disk.
  public var changesDisk: Bool {
    switch self {
    case .open, .status, .list, .read, .lock, .start: false
    default: true
    }
  }
}
