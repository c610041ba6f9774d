/// Lists all that lies in the inbox, in folders of folders too, without following a link.
struct InboxListing: Sendable {
  /// Everything that is not a folder.
  var entries: [Arrivals.Entry] = []
  /// The folders inside, by their names from the inbox down; the inbox itself is the empty list.
  var folders: [[FileName]] = [[]]
  /// What could not be listed, as sentences.
  var unreadable: [String] = []

  /// How deep folders may lie in folders.
  static let deepest = 32

  init(of inbox: Folder) throws(SystemError) {
    try list(inbox, at: [])
  }

  private mutating func list(_ folder: Folder, at place: [FileName]) throws(SystemError) {
    for name in try folder.names() where !TransitName.matches(name) {
      guard let stamp = try folder.stamp(of: name) else { continue }
      guard stamp.kind == .folder else {
        entries.append(Arrivals.Entry(path: BytePath(name, in: place), stamp: stamp))
        continue
      }
      guard place.count < Self.deepest else {
        unreadable.append(
          "folders deeper than \(Self.deepest) are not looked into: \(folder.subject)")
        continue
      }
      enter(folder, name, at: place + [name])
    }
  }

  private mutating func enter(_ folder: Folder, _ name: FileName, at place: [FileName]) {
    do throws(SystemError) {
      try list(folder.folder(name), at: place)
      folders.append(place)
    } catch {
      if error.meaning != .absent { unreadable.append(error.description) }
    }
  }
}
