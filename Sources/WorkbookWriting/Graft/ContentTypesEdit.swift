import WorkbookReading

/// Changes to `[Content_Types].xml`: types of new parts appended, those of parts that go taken out.
struct ContentTypesEdit {
  let base: GraftBase
  private var edit: XMLEdit
  /// The overrides that are there, by the key of the part that each is for; the first of each.
  private let overrides: [String: Int]

  init(_ base: GraftBase) {
    self.base = base
    edit = XMLEdit(base.contentTypes)
    let named = base.contentTypes.children(0, named: "Override").map { element in
      let name = base.contentTypes.attribute(element, "PartName") ?? ""
      return (PartName.key(PartName.normalised(name)), element)
    }
    overrides = Dictionary(named) { first, _ in first }
  }

  var part: [UInt8] { edit.applied() }

  private var prefix: String { base.contentTypes.prefix(0) }

  /// Takes out the overrides of the parts that go.
  mutating func removeGoneParts() {
    for element in base.contentTypes.children(0, named: "Override") {
      let name = base.contentTypes.attribute(element, "PartName") ?? ""
      if base.isRemoved(PartName.normalised(name)) { edit.remove(element) }
    }
  }

  /// Gives a part its type by an override, unless one says so already.
  ///
  /// - Parameter name: without leading slash.
  mutating func add(_ name: String, type: String) {
    if let element = overrides[PartName.key(name)], !base.isRemoved(name) {
      if base.contentTypes.attribute(element, "ContentType") != type {
        edit.set("ContentType", of: element, to: type)
      }
      return
    }
    edit.append(
      "<\(prefix)Override PartName=\"/\(XMLText.escaped(name))\" ContentType=\"\(type)\"/>", to: 0)
  }

  /// Makes an extension stand for a type; says whether it does. A workbook may use the extension
  /// for another type, and then each part needs an override.
  mutating func ensureDefault(_ fileExtension: String, type: String) -> Bool {
    for element in base.contentTypes.children(0, named: "Default") {
      let other = base.contentTypes.attribute(element, "Extension") ?? ""
      guard other.lowercased() == fileExtension else { continue }
      return base.contentTypes.attribute(element, "ContentType") == type
    }
    edit.append(
      "<\(prefix)Default Extension=\"\(fileExtension)\" ContentType=\"\(type)\"/>", to: 0)
    return true
  }
}
