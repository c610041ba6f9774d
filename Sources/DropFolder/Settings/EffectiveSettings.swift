/// The settings that apply to one dropped file.
struct EffectiveSettings: Sendable, Hashable {
  var rules = FolderRules()
  /// `auto`, `zh` or `en`.
  var language = "auto"
  /// What the conversion itself is told, as YAML; nil where nothing is set.
  var conversion: String?

  /// What of the settings and of the program shapes a result; part of what makes two jobs the same.
  func key(contentHash: String, engineVersion: String) -> String {
    let parts = [contentHash, engineVersion, language, conversion ?? ""]
    return SHA256.hexadecimal(of: Array(parts.joined(separator: "\n").utf8))
  }
}
