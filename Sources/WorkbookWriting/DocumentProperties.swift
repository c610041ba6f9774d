public import FinanceModel

/// What a workbook of our own says of itself.
public struct DocumentProperties: Sendable, Hashable {
  public var title: String
  public var author: String
  /// ISO 8601 with its zone, `2026-01-31T08:00:00Z`; left out where it is empty.
  public var createdAt: String
  /// Chooses the default font.
  public var language: Language

  public init(
    title: String = "", author: String = "Marginbook", createdAt: String = "",
    language: Language = .english
  ) {
    self.title = title
    self.author = author
    self.createdAt = createdAt
    self.language = language
  }
}
