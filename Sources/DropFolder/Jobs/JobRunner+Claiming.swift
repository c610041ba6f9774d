extension JobRunner {
  static let claimedFolder = FileName(fixed: "in")
  /// Holds the path in the inbox, for the day on which the ledger is lost.
  static let pathFile = FileName(fixed: "path")

  func claimedFolder(of job: Job) throws(SystemError) -> Folder {
    try layout.scratch(of: job.id).folder(making: [Self.claimedFolder], access: .ownOnly)
  }

  /// Moves the file from the inbox into the job's own folder. A file that has a second name, or
  /// that may not be moved, is copied, since its content could change through the other name.
  func claim(_ job: Job) throws(SystemError) -> JobMachine.Event {
    let claimed = try claimedFolder(of: job)
    let source = try inboxFolder(of: job)
    if try claimed.stamp(of: job.path.name) != nil {
      return .claimed(isKeptInInbox: try isLeft(job, in: source))
    }
    guard let source, let stamp = try source.stamp(of: job.path.name) else { return .gone }
    guard stamp == job.stamp, stamp.kind == .file else { return .changed }
    try layout.scratch(of: job.id).newFile(Self.pathFile, access: .ownOnly)
      .append(job.path.bytes[...])
    if stamp.links == 1, try move(job, from: source, to: claimed) {
      let moved = try claimed.stamp(of: job.path.name)
      let isSame = moved?.kind == .file && moved?.hasSameContent(as: stamp) == true
      return isSame ? .claimed(isKeptInInbox: false) : .changedAfterClaim
    }
    return try copy(job, from: source, to: claimed)
  }

  /// Recognises a claimed file by its content.
  func identify(_ course: inout Course) throws(SystemError) -> JobMachine.Event {
    let job = course.job
    let claimed = try claimedFolder(of: job)
    guard let seen = try claimed.stamp(of: job.path.name) else { return .gone }
    guard seen.kind == .file else { return .changedAfterClaim }
    let effective = settings.settings(for: job.path)
    guard seen.size <= effective.rules.largest else {
      return .refused(ReturnReason(.tooLarge, details: "\(effective.rules.largest)"))
    }
    let file = try claimed.file(job.path.name)
    if let reason = try unusable(file, seen) { return .refused(reason) }
    let hash = try file.contentHash()
    guard try file.stamp() == seen else { return .changedAfterClaim }
    course.staged = seen
    let key = effective.key(contentHash: hash, engineVersion: engineVersion)
    return .identified(contentHash: hash, key: key)
  }

  private func unusable(_ file: OpenFile, _ stamp: Stamp) throws(SystemError) -> ReturnReason? {
    switch try WorkbookCompleteness(of: file, size: stamp.size) {
    case .whole: nil
    case .endMissing: ReturnReason(.incomplete)
    case .onlyZeros, .empty: ReturnReason(.onlyZeros)
    }
  }

  /// The folder in the inbox where the file lay; nil where it is gone.
  private func inboxFolder(of job: Job) throws(SystemError) -> Folder? {
    let inbox = try layout.inbox()
    do throws(SystemError) {
      return try inbox.folder(at: job.path.parents)
    } catch {
      if error.meaning == .absent { return nil }
      throw error
    }
  }

  /// False where the file system or the rights do not let it be moved.
  private func move(
    _ job: Job, from source: Folder, to claimed: Folder
  ) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try source.moveWithoutReplacing(job.path.name, to: claimed, as: job.path.name)
      return true
    } catch {
      if error.meaning == .otherFileSystem || error.meaning == .denied { return false }
      throw error
    }
  }

  private func copy(
    _ job: Job, from source: Folder, to claimed: Folder
  ) throws(SystemError) -> JobMachine.Event {
    try source.copy(
      job.path.name, to: claimed, as: job.path.name, temporary: TemporaryName.forJob(job.id),
      access: source.access())
    try claimed.synchronise()
    guard try source.stamp(of: job.path.name) == job.stamp else {
      try claimed.remove(job.path.name)
      return .changed
    }
    return .claimed(isKeptInInbox: try isLeft(job, in: source))
  }

  /// Removes the file's name from the inbox where a copy was claimed; true where it has to stay.
  private func isLeft(_ job: Job, in source: Folder?) throws(SystemError) -> Bool {
    guard let source, let stamp = try source.stamp(of: job.path.name),
      stamp.hasSameContent(as: job.stamp)
    else { return false }
    do throws(SystemError) {
      try source.remove(job.path.name)
      return false
    } catch {
      if error.meaning == .denied { return true }
      throw error
    }
  }
}
