/// The content types of a package (ECMA-376 part 2, 6.3.5).
struct ContentTypes: Sendable {
  /// Whether the package has the item at all.
  let exist: Bool
  private var byPart: [String: String] = [:]
  private var byExtension: [String: String] = [:]

  private static let override = XMLName("Override")
  private static let fallback = XMLName("Default")
  private static let partName = XMLName("PartName")
  private static let fileExtension = XMLName("Extension")
  private static let contentType = XMLName("ContentType")

  init(
    entry: ArchiveEntry?, archive: ZipArchive, limits: ReadingLimits
  ) throws(WorkbookError) {
    exist = entry != nil
    guard let entry else { return }
    var xml = try XMLTokenizer(
      source: archive.source(of: entry, limits: limits),
      context: PartContext(file: archive.path, part: entry.name), limits: limits)
    while true {
      let token = try xml.next()
      if token == .endOfPart { return }
      try xml.checkCount(byPart.count + byExtension.count)
      if token == .start { add(xml) }
    }
  }

  private mutating func add(_ xml: borrowing XMLTokenizer) {
    guard let type = xml.value(Self.contentType) else { return }
    if xml.name == Self.override, let part = xml.value(Self.partName) {
      byPart[PartName.key(PartName.normalised(part))] = type
    } else if xml.name == Self.fallback, let name = xml.value(Self.fileExtension) {
      byExtension[PartName.key(name)] = type
    }
  }

  /// The type of a part; nil where none is declared.
  func type(ofPart name: String) -> String? {
    byPart[PartName.key(name)] ?? byExtension[PartName.fileExtension(of: name)]
  }

  /// Parts with an override of a type that says yes.
  func parts(where matches: (String) -> Bool) -> [String] {
    byPart.filter { matches($0.value) }.map(\.key).sorted()
  }
}
