import FinanceModel
import WorkbookWriting

extension CanonicalWorkbook {
  /// Writes the workbook; the file appears whole or not at all.
  ///
  /// The same version writes the same bytes, whenever and wherever.
  ///
  /// - Parameter path: where the workbook is to be; a file that is there is replaced.
  /// - Throws: `WritingError` where there is no room, no right or no folder.
  public func write(to path: String) throws {
    let properties = DocumentProperties(
      title: title, createdAt: Self.createdAt, language: language)
    try WorkbookRenderer.write(plans, to: path, properties: properties)
  }

  /// A fixed instant, so that the samples do not change from day to day.
  private static let createdAt = "2026-01-05T08:00:00Z"
}
