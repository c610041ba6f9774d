extension JobRunner {
  /// A free name in the outbox: the one the file was dropped under, with the result's extension.
  func nameResult(_ job: Job) throws(SystemError) -> JobMachine.Event {
    guard let product = try product(of: job) else { return .lost }
    let outbox = try layout.outbox()
    let folder = try outbox.folder(making: job.path.parents, access: inboxAccess())
    let name = try NumberedName.firstFree(stem: job.path.name.stem, suffix: product.suffix) {
      (name) throws(SystemError) in try folder.stamp(of: name) != nil
    }
    return .named(job.path.named(name))
  }

  /// Puts the result into the outbox: whole, on the disk, and never over another file.
  func deliver(_ job: Job, to path: BytePath) throws(SystemError) -> JobMachine.Event {
    let made = try layout.scratch(of: job.id).folder(
      making: [Self.productFolder], access: .ownOnly)
    let outbox = try layout.outbox()
    let access = try inboxAccess()
    let target = try outbox.folder(making: path.parents, access: access)
    let product = try product(of: job)
    let isClaimed = try claimedFolder(of: job).stamp(of: job.path.name) != nil
    return try place(
      product, from: made, at: path.name, in: target, job, access: access,
      whenNeither: isClaimed ? .placed : .lost)
  }

  /// A free name in the archive, below the day on which the file was taken.
  func nameFiled(_ job: Job) throws(SystemError) -> JobMachine.Event {
    let day = FileName(LocalDate.day(job.takenAt).utf8).map { [$0] } ?? []
    let parents = [FolderLayout.archiveName] + day + job.path.parents
    return .named(try freePath(for: job.path.name, in: parents))
  }

  /// A name in `returned` that is free for the file and for its report.
  func nameReturned(_ job: Job) throws(SystemError) -> JobMachine.Event {
    let parents = [FolderLayout.returnedName] + job.path.parents
    return .named(try freePath(for: job.path.name, in: parents, alsoFor: ReturnReport.name))
  }

  func nameInInbox(_ job: Job) throws(SystemError) -> JobMachine.Event {
    .named(try freePath(for: job.path.name, in: [FolderLayout.inboxName] + job.path.parents))
  }

  /// Puts the original where it belongs, unchanged.
  func place(_ job: Job, at path: BytePath) throws(SystemError) -> JobMachine.Event {
    let claimed = try claimedFolder(of: job)
    let name = try claimed.stamp(of: job.path.name) == nil ? nil : job.path.name
    return try place(
      name, from: claimed, at: path.name, in: folder(path.parents), job, access: nil,
      whenNeither: .lost)
  }

  /// Writes the report, then puts the file beside it.
  func handOver(_ job: Job, to path: BytePath) throws(SystemError) -> JobMachine.Event {
    let folder = try folder(path.parents)
    let name = ReturnReport.name(for: path.name)
    let report = ReturnReport(job, filed: path, settings: settings.settings(for: job.path))
    do throws(SystemError) {
      try folder.add(
        report.html, as: name, temporary: TemporaryName.forJob(job.id), access: inboxAccess())
    } catch {
      guard error.meaning == .exists else { throw error }
      let head = try folder.file(name).bytes(at: 0, count: 512)
      guard ReturnReport.belongs(head, to: job) else { return .nameTaken }
    }
    let event = try place(job, at: path)
    if case .nameTaken = event { try folder.remove(name) }
    return event
  }

  /// The name of what the conversion made; nil where it is no longer in the job's folder.
  private func product(of job: Job) throws(SystemError) -> FileName? {
    let made = try layout.scratch(of: job.id).folder(
      making: [Self.productFolder], access: .ownOnly)
    return try made.names().first { !$0.bytes.starts(with: [UInt8(ascii: ".")]) }
  }

  private func freePath(
    for name: FileName, in parents: [FileName], alsoFor companion: ((FileName) -> FileName)? = nil
  ) throws(SystemError) -> BytePath {
    let folder = try folder(parents)
    let free = try NumberedName.firstFree(stem: name.stem, suffix: name.suffix) {
      (name) throws(SystemError) in
      if try folder.stamp(of: name) != nil { return true }
      guard let companion else { return false }
      return try folder.stamp(of: companion(name)) != nil
    }
    return BytePath(free, in: parents)
  }

  /// A folder below the watched one. The outermost must be there; the others are made.
  private func folder(_ names: [FileName]) throws(SystemError) -> Folder {
    let outermost = try layout.root().folder(at: Array(names.prefix(1)))
    return try outermost.folder(making: Array(names.dropFirst()), access: inboxAccess())
  }

  private func inboxAccess() throws(SystemError) -> Access { try layout.inbox().access() }

  /// Moves a file to its place, or sees that it is there from an earlier attempt.
  private func place(
    _ source: FileName?, from folder: Folder, at name: FileName, in target: Folder, _ job: Job,
    access: Access?, whenNeither: JobMachine.Event
  ) throws(SystemError) -> JobMachine.Event {
    let there = try target.stamp(of: name)
    guard let source, let here = try folder.stamp(of: source) else {
      return there == nil ? whenNeither : .placed
    }
    if let there {
      guard try isSame(source, here, folder, name, there, target) else { return .nameTaken }
      try folder.remove(source)
      return .placed
    }
    do throws(SystemError) {
      try folder.bring(
        source, to: target, as: name, temporary: TemporaryName.forJob(job.id), access: access)
    } catch {
      if error.meaning == .exists { return .nameTaken }
      throw error
    }
    return .placed
  }

  /// Whether a file already stands in its place, left by an attempt that was cut off between
  /// putting it there and removing it here.
  private func isSame(
    _ source: FileName, _ here: Stamp, _ folder: Folder, _ name: FileName, _ there: Stamp,
    _ target: Folder
  ) throws(SystemError) -> Bool {
    if here.device == there.device, here.inode == there.inode { return true }
    guard here.size == there.size, there.kind == .file else { return false }
    return try folder.file(source).contentHash() == target.file(name).contentHash()
  }
}
