/// The folders of one watched place:
///
///     DIR/inbox · outbox · returned · archive      what people see
///     DIR/.marginbook                              ledger, lock, status
///     DIR/.marginbook/scratch/N                    the files of job N while it is worked on
///
/// Folders are opened anew by their names for each use, since a share can go away and come back,
/// and a person can rename a folder and make a new one.
struct FolderLayout: Sendable {
  static let inboxName = FileName(fixed: "inbox")
  static let outboxName = FileName(fixed: "outbox")
  static let returnedName = FileName(fixed: "returned")
  static let archiveName = FileName(fixed: "archive")
  static let ownName = FileName(fixed: ".marginbook")
  static let scratchName = FileName(fixed: "scratch")

  /// The watched folder, an absolute path.
  let path: String
  let watcher: FileCallWatcher

  init(path: String, watcher: FileCallWatcher = .silent) {
    self.path = path
    self.watcher = watcher
  }

  func root() throws(SystemError) -> Folder { try Folder(path: path, watcher: watcher) }
  func inbox() throws(SystemError) -> Folder { try root().folder(Self.inboxName) }
  func outbox() throws(SystemError) -> Folder { try root().folder(Self.outboxName) }
  func own() throws(SystemError) -> Folder { try root().folder(Self.ownName) }
  func scratch() throws(SystemError) -> Folder { try own().folder(Self.scratchName) }

  /// The folder of a job's files; made where it is missing.
  func scratch(of job: Int64) throws(SystemError) -> Folder {
    try scratch().folder(making: [Self.scratchName(of: job)], access: .ownOnly)
  }

  static func scratchName(of job: Int64) -> FileName {
    FileName("\(job)".utf8) ?? scratchName
  }

  var ownPath: String { path + "/.marginbook" }

  func scratchPath(of job: Int64) -> String { "\(ownPath)/scratch/\(job)" }

  /// Makes the folders that are missing, with the rights of the watched folder, and refuses a
  /// layout in which files would go round in circles.
  func prepare() throws {
    let root = try root()
    let access = try root.access()
    let shown = [Self.inboxName, Self.outboxName, Self.returnedName, Self.archiveName]
    for name in shown { try root.makeFolder(name, access: access) }
    try root.makeFolder(Self.ownName, access: .ownOnly)
    try own().makeFolder(Self.scratchName, access: .ownOnly)
    var places: [[UInt64]: FileName] = [:]
    for name in shown + [Self.ownName] {
      let stamp = try openRefusingLinks(name, in: root).stamp()
      if let other = places.updateValue(name, forKey: [stamp.device, stamp.inode]) {
        throw StartFailure(
          .layout, "“\(other)” and “\(name)” in \(path) are the same folder: they must be two.")
      }
    }
  }

  private func openRefusingLinks(_ name: FileName, in root: Folder) throws -> Folder {
    guard try root.stamp(of: name)?.kind == .folder else {
      throw StartFailure(
        .layout,
        "“\(name)” in \(path) is not a folder of its own (a link or a file): make it a folder, or"
          + " mount what it should hold there.")
    }
    return try root.folder(name)
  }
}

/// Why the service cannot start on a folder, in a sentence.
public struct StartFailure: Error, Sendable, CustomStringConvertible {
  public struct Code: Sendable, Hashable {
    public let name: String

    public static let layout = Code(name: "layout")
    public static let alreadyRunning = Code(name: "already-running")
    public static let ledger = Code(name: "ledger")
  }

  public var code: Code
  public var description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
