public import FinanceModel

/// An OPC package (ECMA-376 part 2): a ZIP archive of parts with relationships and content types.
///
/// Parts are found without regard to case, percent-encoding and backslashes. Every part is read
/// under the limits and its CRC is verified.
public final class Package: Sendable {
  public let path: String
  public let limits: ReadingLimits
  /// All entries in the order of the archive, folders included.
  public let entries: [ArchiveEntry]
  let archive: ZipArchive
  /// Inflates large parts, and does what else goes beside their reading.
  package let sideThread = SideThread()
  private let places: [String: Int]
  private let types: ContentTypes
  /// What had to be decided to open it, for a person to know.
  public let notes: [LocalizedText]
  /// The folder of a package that was made from another file, as long as it is open.
  private let folder: TemporaryFolder?

  /// Opens the archive, checks its directory against the limits and reads its content types.
  public convenience init(
    path: String, limits: ReadingLimits = ReadingLimits()
  ) throws(WorkbookError) {
    try self.init(archive: ZipArchive(path: path, limits: limits), limits: limits)
  }

  init(
    archive: ZipArchive, limits: ReadingLimits, folder: TemporaryFolder? = nil,
    notes: [LocalizedText] = []
  ) throws(WorkbookError) {
    self.archive = archive
    self.folder = folder
    path = archive.path
    self.limits = limits
    var entries = archive.entries
    let places = try Package.places(of: &entries, path: archive.path)
    self.places = places
    self.entries = entries
    self.notes = notes + Package.notes(of: entries)
    try Package.check(archive, limits: limits)
    types = try ContentTypes(
      entry: places["[content_types].xml"].map { archive.entries[$0] }, archive: archive,
      limits: limits)
  }

  /// Where each part is. Of one part twice the newer counts, as where an archive was updated in
  /// place; two of the same age are refused.
  private static func places(
    of entries: inout [ArchiveEntry], path: String
  ) throws(WorkbookError) -> [String: Int] {
    var places: [String: Int] = [:]
    for place in entries.indices where !entries[place].isFolder {
      let key = PartName.key(entries[place].name)
      guard let other = places.updateValue(place, forKey: key) else { continue }
      guard entries[other].modified != entries[place].modified else {
        throw WorkbookError(.duplicateEntry, file: path, part: entries[place].name)
      }
      let isNewer = entries[place].modified > entries[other].modified
      places[key] = isNewer ? place : other
      entries[isNewer ? other : place].isSuperseded = true
    }
    return places
  }

  private static func check(_ archive: ZipArchive, limits: ReadingLimits) throws(WorkbookError) {
    guard !CentralDirectory.hasOverlaps(path: archive.path) else {
      throw WorkbookError(.overlappingEntries, file: archive.path)
    }
    var total: UInt64 = 0
    for entry in archive.entries {
      let (sum, overflow) = total.addingReportingOverflow(entry.size)
      guard !overflow, sum <= limits.bytesInAll else {
        throw WorkbookError(
          .limit(.bytesInAll, allowed: limits.bytesInAll), file: archive.path, part: entry.name)
      }
      total = sum
    }
  }

  /// The entry that holds a part; nil where there is none.
  public func entry(ofPart name: String) -> ArchiveEntry? {
    let key = PartName.key(name)
    let place = places[key] ?? places[PartName.key(PartName.normalised(name))]
    return place.map { entries[$0] }
  }

  public func contains(part name: String) -> Bool { entry(ofPart: name) != nil }

  /// The content type of a part; nil where none is declared.
  public func contentType(ofPart name: String) -> String? { types.type(ofPart: name) }

  /// Whether the package has a `[Content_Types].xml`.
  public var hasContentTypes: Bool { types.exist }

  /// A part's bytes, inflated and verified.
  public func bytes(ofPart name: String) throws(WorkbookError) -> [UInt8] {
    try archive.bytes(of: existing(name), limits: limits)
  }

  /// The relationships of a part, or of the package where `name` is empty; none where the part has
  /// none.
  public func relationships(ofPart name: String) throws(WorkbookError) -> [Relationship] {
    let part = entry(ofPart: name)?.name ?? name
    guard let entry = entry(ofPart: PartName.relationships(of: part)) else { return [] }
    return try RelationshipReader.read(entry, of: part, archive: archive, limits: limits)
  }

  /// A tokenizer over a part.
  ///
  /// - Parameter pipelined: whether the part is inflated on the side thread.
  func tokenizer(ofPart name: String, pipelined: Bool = false) throws(WorkbookError) -> XMLTokenizer
  {
    try XMLTokenizer(
      source: archive.source(
        of: existing(name), limits: limits, inflatedOn: pipelined ? sideThread : nil),
      context: PartContext(file: path, part: name), limits: limits)
  }

  private func existing(_ name: String) throws(WorkbookError) -> ArchiveEntry {
    guard let entry = entry(ofPart: name) else {
      throw WorkbookError(.missingPart(name), file: path, part: name)
    }
    return entry
  }
}
