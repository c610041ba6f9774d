/// A language that sheets, findings and messages are written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One text in every language of the product.
public struct LocalizedText: Sendable, Hashable {
  public var english: String
  public var chinese: String

  public init(english: String, chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// The same text in both languages, for names that are not translated.
  public init(verbatim text: String) {
    english = text
    chinese = text
  }

  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }
}
