import FinanceModel

/// Something in a settings file that cannot be used, in words for the person who wrote it.
struct SettingsMistake: Error, Sendable, Hashable {
  /// One-based; nil where the place is not known.
  var line: Int?
  var text: LocalizedText

  init(line: Int? = nil, english: String, chinese: String) {
    self.line = line
    text = LocalizedText(english: english, chinese: chinese)
  }

  func sentence(in language: Language) -> String {
    guard let line else { return text[language] }
    return language == .chinese ? "第 \(line) 行：\(text.chinese)" : "Line \(line): \(text.english)"
  }
}
