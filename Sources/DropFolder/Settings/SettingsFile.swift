import Yams

/// One `marginbook.yaml`, read: rules of the folder, and what goes on to the conversion.
struct SettingsFile: Sendable, Hashable {
  var rules: FolderRules?
  var language: String?
  /// Everything but `folder` and `language`, as YAML in the order of its names; nil where nothing is.
  var conversion: String?

  static let empty = SettingsFile()

  /// - Throws: every mistake in the file, as ``SettingsMistakes``.
  init(yaml: String, isInInbox: Bool) throws(SettingsMistakes) {
    guard let root = try Self.parsed(yaml) else { return }
    guard let mapping = root.mapping else {
      throw SettingsMistakes([
        SettingsMistake(
          line: root.mark?.line, english: "The file must hold names with values.",
          chinese: "文件内容应当是“名称: 值”的列表。")
      ])
    }
    var mistakes: [SettingsMistake] = []
    var passedOn: [String: Node] = [:]
    for (key, value) in mapping {
      if read(key.string ?? "", value, isInInbox: isInInbox, &mistakes) { continue }
      passedOn[key.string ?? ""] = value
    }
    conversion = yamlText(passedOn)
    guard mistakes.isEmpty else { throw SettingsMistakes(mistakes) }
  }

  private init() {}

  /// Takes in what is the folder's own; false for what the conversion is told.
  private mutating func read(
    _ key: String, _ value: Node, isInInbox: Bool, _ mistakes: inout [SettingsMistake]
  ) -> Bool {
    switch key {
    case "folder":
      let reader = FolderRulesReader(value, isInInbox: isInInbox)
      (rules, mistakes) = (reader.rules, mistakes + reader.mistakes)
    case "language":
      language = value.string.flatMap { ["auto", "zh", "en"].contains($0) ? $0 : nil }
      if language == nil {
        mistakes.append(
          SettingsMistake(
            line: value.mark?.line, english: "“language” must be auto, zh or en.",
            chinese: "“language” 应当是 auto、zh 或 en。"))
      }
    case "plugins" where isInInbox:
      mistakes.append(
        SettingsMistake(
          line: value.mark?.line,
          english: "“plugins” can only be set in the marginbook.yaml beside the inbox.",
          chinese: "“plugins” 只能在收件箱旁边的 marginbook.yaml 中设置。"))
    default: return false
    }
    return true
  }

  private static func parsed(_ yaml: String) throws(SettingsMistakes) -> Node? {
    do {
      return try compose(yaml: yaml)
    } catch {
      throw SettingsMistakes([
        SettingsMistake(
          english: "The file is not valid YAML: \(error).", chinese: "文件不是有效的 YAML：\(error)。")
      ])
    }
  }
}

/// All that is wrong with one settings file.
struct SettingsMistakes: Error, Sendable, Hashable {
  var mistakes: [SettingsMistake]

  init(_ mistakes: [SettingsMistake]) { self.mistakes = mistakes }
}

extension EffectiveSettings {
  /// The files from the outermost to the innermost; an inner one overrules what it names.
  init(merging files: [SettingsFile]) {
    var merged: [String: Node] = [:]
    for (depth, file) in files.enumerated() {
      if let language = file.language { self.language = language }
      if let rules = file.rules {
        self.rules = depth == 0 ? rules : self.rules.overruled(by: rules)
      }
      merged.merge(file.nodes) { Self.overruled($0, by: $1) }
    }
    conversion = yamlText(merged)
  }

  private static func overruled(_ outer: Node, by inner: Node) -> Node {
    guard let outer = outer.mapping, let innerMapping = inner.mapping else { return inner }
    var pairs = Array(outer).map { ($0.key, $0.value) }
    for (key, value) in innerMapping {
      if let index = pairs.firstIndex(where: { $0.0 == key }) {
        pairs[index].1 = overruled(pairs[index].1, by: value)
      } else {
        pairs.append((key, value))
      }
    }
    return Node(pairs)
  }
}

extension SettingsFile {
  fileprivate var nodes: [String: Node] {
    guard let conversion, let mapping = try? compose(yaml: conversion)?.mapping else { return [:] }
    return mapping.reduce(into: [:]) { $0[$1.key.string ?? ""] = $1.value }
  }
}

/// Settings as YAML in the order of their names; nil for none.
private func yamlText(_ settings: [String: Node]) -> String? {
  guard !settings.isEmpty else { return nil }
  let pairs = settings.sorted { $0.key < $1.key }.map { (Node($0.key), $0.value) }
  return try? serialize(node: Node(pairs), allowUnicode: true)
}

extension FolderRules {
  /// A settings file in the inbox can only choose what happens to a content that was done before.
  fileprivate func overruled(by inner: FolderRules) -> FolderRules {
    var rules = self
    rules.sameContent = inner.sameContent
    return rules
  }
}
