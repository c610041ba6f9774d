extension Folder {
  /// Brings a file to a folder that may be on another file system, without replacing anything and
  /// without a moment in which half of it can be seen.
  ///
  /// - Parameter temporary: the name it has there while it is being copied.
  func bring(
    _ name: FileName, to other: Folder, as newName: FileName, temporary: FileName, access: Access?
  ) throws(SystemError) {
    if let access { try file(name).apply(access) }
    do throws(SystemError) {
      try moveWithoutReplacing(name, to: other, as: newName)
    } catch {
      guard error.meaning == .otherFileSystem else { throw error }
      try copy(name, to: other, as: newName, temporary: temporary, access: access)
      try other.synchronise()
      try remove(name)
    }
    try other.synchronise()
  }

  /// Copies a file: written under another name, on the disk, then renamed.
  func copy(
    _ name: FileName, to other: Folder, as newName: FileName, temporary: FileName, access: Access?
  ) throws(SystemError) {
    let source = try file(name)
    let access = if let access { access } else { try other.access() }
    do throws(SystemError) {
      let copy = try other.newFile(temporary, access: access)
      try source.copy(to: copy)
      try copy.synchronise()
      try other.moveWithoutReplacing(temporary, to: other, as: newName)
    } catch {
      try? other.remove(temporary)
      throw error
    }
  }
}
