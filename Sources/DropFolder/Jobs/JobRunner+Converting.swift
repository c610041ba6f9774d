extension JobRunner {
  static let productFolder = FileName(fixed: "out")
  private static let settingsFile = FileName(fixed: "settings.yaml")
  private static let safeFolder = FileName(fixed: "plain")
  private static let safeName = FileName(fixed: "workbook.xlsx")

  /// Runs the conversion in an empty folder of the job, then makes sure that the workbook is still
  /// what it was when it was recognised.
  func convert(_ course: inout Course) throws(SystemError) -> JobMachine.Event {
    let job = course.job
    let claimed = try claimedFolder(of: job)
    guard let before = try claimed.stamp(of: job.path.name) else {
      return .converted(.crashed(ReturnReason(.noResult)))
    }
    let scratch = try layout.scratch(of: job.id)
    try scratch.removeTree(Self.productFolder)
    try scratch.makeFolder(Self.productFolder, access: .ownOnly)
    let order = try order(for: job, claimed, scratch)
    if stop.isRaised { return .converted(.stopped) }
    let outcome = converter.convert(order, stop: stop)
    let after = try claimed.stamp(of: job.path.name)
    let isSame = after == before && (course.staged.map { $0 == before } ?? true)
    return isSame ? .converted(outcome) : .changedAfterClaim
  }

  private func order(
    for job: Job, _ claimed: Folder, _ scratch: Folder
  ) throws(SystemError) -> ConversionOrder {
    let effective = settings.settings(for: job.path)
    let path = layout.scratchPath(of: job.id)
    var order = ConversionOrder(
      input: path + "/" + (try inputName(job, claimed, scratch)),
      folder: path + "/\(Self.productFolder)", language: effective.language,
      limits: effective.rules.conversion)
    if let text = effective.conversion {
      try scratch.write(text, as: Self.settingsFile, access: .ownOnly, isLasting: false)
      order.settings = path + "/\(Self.settingsFile)"
    }
    return order
  }

  /// Where the workbook is in the job's folder. A name that cannot be given to a program as text,
  /// or that leaves no room for an ending, gets a copy under a plain one.
  private func inputName(
    _ job: Job, _ claimed: Folder, _ scratch: Folder
  ) throws(SystemError) -> String {
    let name = job.path.name
    if let text = String(validating: name.bytes, as: UTF8.self), name.bytes.count <= 200,
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    {
      return "\(Self.claimedFolder)/\(text)"
    }
    let plain = NumberedName.name(
      stem: Self.safeName.stem, suffix: isKnown(name) ? name.suffix : Self.safeName.suffix,
      number: 1)
    try scratch.removeTree(Self.safeFolder)
    try scratch.makeFolder(Self.safeFolder, access: .ownOnly)
    try claimed.copy(
      name, to: scratch.folder(Self.safeFolder), as: plain,
      temporary: TemporaryName.forJob(job.id), access: .ownOnly)
    return "\(Self.safeFolder)/\(plain)"
  }

  private func isKnown(_ name: FileName) -> Bool {
    name.suffix.count < 8 && name.suffix.dropFirst().allSatisfy { $0 < 0x80 && $0 > 0x20 }
  }
}
