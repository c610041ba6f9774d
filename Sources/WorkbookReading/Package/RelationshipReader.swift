/// Reads the relationships of a part.
enum RelationshipReader {
  private static let relationship = XMLName("Relationship")
  private static let id = XMLName("Id")
  private static let type = XMLName("Type")
  private static let target = XMLName("Target")
  private static let mode = XMLName("TargetMode")

  /// The relationships in the order of the file; what lacks an id or a target is left out.
  static func read(
    _ entry: ArchiveEntry, of part: String, archive: ZipArchive, limits: ReadingLimits
  ) throws(WorkbookError) -> [Relationship] {
    var xml = try XMLTokenizer(
      source: archive.source(of: entry, limits: limits),
      context: PartContext(file: archive.path, part: entry.name), limits: limits)
    var relationships: [Relationship] = []
    while true {
      switch try xml.next() {
      case .start where xml.name == relationship:
        try xml.checkCount(relationships.count)
        if let found = one(in: xml, of: part) { relationships.append(found) }
      case .endOfPart: return relationships
      default: continue
      }
    }
  }

  private static func one(in xml: borrowing XMLTokenizer, of part: String) -> Relationship? {
    guard let id = xml.value(id), let target = xml.value(target) else { return nil }
    let isExternal = xml.value(mode) == "External"
    return Relationship(
      id: id, type: xml.value(type) ?? "",
      target: isExternal
        ? .external(target) : .part(PartName.resolved(target.trimmingSpaces(), from: part)))
  }
}
