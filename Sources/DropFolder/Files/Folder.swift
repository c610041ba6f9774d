import CLinux
import Glibc

/// An open folder, through which alone its entries are reached.
///
/// Every name is looked up relative to the open folder and never through a symbolic link
/// (`openat` with `O_NOFOLLOW`), so that nothing outside can be reached by what somebody dropped,
/// not even by exchanging a folder for a link between two calls.
struct Folder: Sendable {
  let descriptor: Descriptor
  /// As it can be shown.
  let subject: String
  let watcher: FileCallWatcher

  /// Opens a folder by its path. The last component may not be a symbolic link.
  init(path: String, watcher: FileCallWatcher = .silent) throws(SystemError) {
    let raw = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard raw >= 0 else { throw SystemError(.open, on: path) }
    self.init(descriptor: Descriptor(raw), subject: path, watcher: watcher)
  }

  private init(descriptor: Descriptor, subject: String, watcher: FileCallWatcher) {
    self.descriptor = descriptor
    self.subject = subject
    self.watcher = watcher
  }

  /// Opens a folder in this one.
  func folder(_ name: FileName) throws(SystemError) -> Folder {
    let raw = name.withCString {
      openat(descriptor.raw, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard raw >= 0 else { throw failure(.open, name) }
    return Folder(descriptor: Descriptor(raw), subject: subject(of: name), watcher: watcher)
  }

  func folder(at names: [FileName]) throws(SystemError) -> Folder {
    var folder = self
    for name in names { folder = try folder.folder(name) }
    return folder
  }

  /// The same, making the folders that are missing, with the access given.
  func folder(making names: [FileName], access: Access) throws(SystemError) -> Folder {
    var folder = self
    for name in names {
      try folder.makeFolder(name, access: access)
      folder = try folder.folder(name)
    }
    return folder
  }

  /// Makes a folder where there is none.
  func makeFolder(_ name: FileName, access: Access) throws(SystemError) {
    guard try stamp(of: name) == nil else { return }
    try watcher.before(.makeFolder, subject(of: name))
    let made = name.withCString { mkdirat(descriptor.raw, $0, 0o700) }
    guard made == 0 || errno == EEXIST else { throw failure(.makeFolder, name) }
    let folder = try folder(name)
    _ = fchown(folder.descriptor.raw, access.owner, access.group)
    _ = fchmod(folder.descriptor.raw, access.folderMode)
  }

  func stamp() throws(SystemError) -> Stamp {
    var facts = stat()
    guard fstat(descriptor.raw, &facts) == 0 else { throw SystemError(.status, on: subject) }
    return Stamp(facts)
  }

  /// Who may use the folder.
  func access() throws(SystemError) -> Access {
    var facts = stat()
    guard fstat(descriptor.raw, &facts) == 0 else { throw SystemError(.status, on: subject) }
    return Access(owner: facts.st_uid, group: facts.st_gid, folderMode: facts.st_mode & 0o7777)
  }

  /// What an entry is, without following it; nil where there is none.
  func stamp(of name: FileName) throws(SystemError) -> Stamp? {
    var facts = stat()
    let found = name.withCString { fstatat(descriptor.raw, $0, &facts, AT_SYMLINK_NOFOLLOW) }
    if found == 0 { return Stamp(facts) }
    let error = failure(.status, name)
    if error.meaning == .absent { return nil }
    throw error
  }

  /// The names of all entries, sorted by their bytes.
  func names() throws(SystemError) -> [FileName] {
    let raw = openat(descriptor.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard raw >= 0 else { throw SystemError(.list, on: subject) }
    guard let listing = fdopendir(raw) else {
      close(raw)
      throw SystemError(.list, on: subject)
    }
    defer { closedir(listing) }
    var names: [FileName] = []
    errno = 0
    while let entry = readdir(listing) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if let name = FileName(bytes) { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError(.list, on: subject) }
    return names.sorted()
  }

  /// Opens a file for reading. Never waits for the other end of a pipe; the caller looks at the
  /// stamp to see whether it is a file at all.
  func file(_ name: FileName) throws(SystemError) -> OpenFile {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let raw = name.withCString { openat(descriptor.raw, $0, flags) }
    guard raw >= 0 else { throw failure(.open, name) }
    return OpenFile(descriptor: Descriptor(raw), subject: subject(of: name), watcher: watcher)
  }

  /// Makes a new file, open for writing; one of the same name is emptied.
  func newFile(_ name: FileName, access: Access) throws(SystemError) -> OpenFile {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    try watcher.before(.write, subject(of: name))
    let raw = name.withCString { openat(descriptor.raw, $0, flags, mode_t(0o600)) }
    guard raw >= 0 else { throw failure(.open, name) }
    let file = OpenFile(
      descriptor: Descriptor(raw), subject: subject(of: name), watcher: watcher)
    try file.apply(access)
    return file
  }

  /// Until the folder's entries are on the disk (fsync(2)).
  func synchronise() throws(SystemError) {
    try watcher.before(.synchronise, subject)
    let done = retryingInterrupted { fsync(descriptor.raw) }
    guard done == 0 || errno == EINVAL else { throw SystemError(.synchronise, on: subject) }
  }

  func subject(of name: FileName) -> String { "\(subject)/\(name)" }

  func failure(_ call: FileCall, _ name: FileName) -> SystemError {
    SystemError(call, on: subject(of: name))
  }
}

extension Folder {
  /// Bytes that this user may still write here; nil where that is not known.
  var freeBytes: Int64? {
    let free = linux_free_bytes(descriptor.raw)
    return free >= 0 ? free : nil
  }
}
