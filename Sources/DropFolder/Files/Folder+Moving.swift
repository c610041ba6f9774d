import CLinux
import Glibc

extension Folder {
  /// Gives an entry a new place; an entry that is already there is replaced.
  func move(_ name: FileName, to other: Folder, as newName: FileName) throws(SystemError) {
    try watcher.before(.rename, other.subject(of: newName))
    let moved = name.withCString { from in
      newName.withCString { renameat(descriptor.raw, from, other.descriptor.raw, $0) }
    }
    guard moved == 0 else { throw other.failure(.rename, newName) }
  }

  /// Gives an entry a new place, failing with ``SystemError/Meaning/exists`` where one is there.
  ///
  /// One atomic call where the file system has it (`RENAME_NOREPLACE`), else link and unlink, which
  /// never replaces either.
  func moveWithoutReplacing(
    _ name: FileName, to other: Folder, as newName: FileName
  ) throws(SystemError) {
    try watcher.before(.renameWithoutReplacing, other.subject(of: newName))
    let code = name.withCString { from in
      newName.withCString {
        linux_rename_without_replacing(descriptor.raw, from, other.descriptor.raw, $0)
      }
    }
    if code == EINVAL || code == ENOSYS || code == ENOTSUP {
      return try moveByLink(name, to: other, as: newName)
    }
    guard code == 0 else {
      throw SystemError(.renameWithoutReplacing, on: other.subject(of: newName), code: code)
    }
  }

  private func moveByLink(
    _ name: FileName, to other: Folder, as newName: FileName
  ) throws(SystemError) {
    try watcher.before(.link, other.subject(of: newName))
    let linked = name.withCString { from in
      newName.withCString { linkat(descriptor.raw, from, other.descriptor.raw, $0, 0) }
    }
    guard linked == 0 else { throw other.failure(.link, newName) }
    try remove(name)
  }

  /// Removes a file's name; none is well, too.
  func remove(_ name: FileName) throws(SystemError) {
    try watcher.before(.remove, subject(of: name))
    let removed = name.withCString { unlinkat(descriptor.raw, $0, 0) }
    guard removed == 0 || errno == ENOENT else { throw failure(.remove, name) }
  }

  /// Removes a folder of the service's own with all that is in it; links are removed, not followed.
  func removeTree(_ name: FileName) throws(SystemError) {
    guard let stamp = try stamp(of: name) else { return }
    guard stamp.kind == .folder else { return try remove(name) }
    let folder = try folder(name)
    for entry in try folder.names() { try folder.removeTree(entry) }
    try watcher.before(.remove, subject(of: name))
    let removed = name.withCString { unlinkat(descriptor.raw, $0, AT_REMOVEDIR) }
    guard removed == 0 || errno == ENOENT else { throw failure(.remove, name) }
  }

  /// Writes a small new file so that it is seen whole or not at all, never over another.
  func add(
    _ text: String, as name: FileName, temporary: FileName, access: Access
  ) throws(SystemError) {
    do throws(SystemError) {
      let file = try newFile(temporary, access: access)
      try file.append(Array(text.utf8)[...])
      try file.synchronise()
      try moveWithoutReplacing(temporary, to: self, as: name)
    } catch {
      try? remove(temporary)
      throw error
    }
    try synchronise()
  }

  /// Writes a small file so that it is seen whole or not at all, replacing an older one.
  ///
  /// - Parameter isLasting: whether to wait until it is on the disk.
  func write(
    _ text: String, as name: FileName, access: Access, isLasting: Bool = true
  ) throws(SystemError) {
    let temporary = TemporaryName.forReplacing(name)
    do throws(SystemError) {
      let file = try newFile(temporary, access: access)
      try file.append(Array(text.utf8)[...])
      if isLasting { try file.synchronise() }
      try move(temporary, to: self, as: name)
    } catch {
      try? remove(temporary)
      throw error
    }
    if isLasting { try synchronise() }
  }
}

/// Names under which the service writes what is not to be seen yet.
enum TemporaryName {
  private static let beginning = Array(".marginbook-".utf8)
  private static let ending = Array(".tmp".utf8)

  /// For the result or the original of a job on its way to another file system.
  static func forJob(_ id: Int64) -> FileName {
    FileName(beginning + Array("\(id)".utf8) + ending) ?? FileName(fixed: ".marginbook-job.tmp")
  }

  /// For a file that is written anew, whatever the length of its name.
  static func forReplacing(_ name: FileName) -> FileName {
    let mark = Array(SHA256.hexadecimal(of: name.bytes).utf8.prefix(12))
    return FileName(beginning + mark + ending) ?? FileName(fixed: ".marginbook-file.tmp")
  }

  static func matches(_ name: FileName) -> Bool {
    name.bytes.starts(with: beginning) && name.bytes.suffix(ending.count) == ending[...]
  }
}
