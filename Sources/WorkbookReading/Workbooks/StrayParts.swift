import FinanceModel

/// Worksheet parts that no relationship leads to, for a sheet whose own part is missing.
enum StrayParts {
  /// The only stray part in the folder where the missing one should be; nil where there is none or
  /// more than one.
  static func only(
    in package: Package, listedBy relationships: [Relationship], like missing: String
  ) -> String? {
    guard let slash = missing.lastIndex(of: "/") else { return nil }
    let folder = PartName.key(String(missing[...slash]))
    let listed = Set(relationships.compactMap(\.part).map(PartName.key))
    let strays = package.entries.filter { entry in
      let key = PartName.key(entry.name)
      return key.hasPrefix(folder) && key.hasSuffix(".xml") && !listed.contains(key)
        && !key.dropFirst(folder.count).contains("/")
    }
    return strays.count == 1 ? strays[0].name : nil
  }

  static func note(sheet: String, missing: String, found: String) -> LocalizedText {
    LocalizedText(
      english:
        "The part \(missing) of the sheet “\(sheet)” is missing; \(found), which no other sheet "
        + "uses, was read in its place.",
      chinese: "工作表“\(sheet)”的部件 \(missing) 缺失；改读未被其他工作表使用的 \(found)。")
  }
}

extension Package {
  /// What had to be decided about the archive itself.
  static func notes(of entries: [ArchiveEntry]) -> [LocalizedText] {
    entries.filter(\.isSuperseded).map { entry in
      LocalizedText(
        english: "The archive holds the part \(entry.name) twice; the newer one was read.",
        chinese: "压缩包中部件 \(entry.name) 出现两次；已读取较新的一个。")
    }
  }
}
