import FinanceModel

/// The page in `returned` about a settings file with mistakes, in both languages: nobody knows
/// which one its writer reads.
enum SettingsReport {
  static func html(_ place: BytePath, _ mistakes: [SettingsMistake]) -> String {
    let body = """
      <h1>\(htmlText("\(place)"))</h1>
      \(list(mistakes, language: .english))
      <p>Until this is mended, the last good settings stay in use. This page goes away by itself.</p>
      \(list(mistakes, language: .chinese))
      <p>在改正之前，继续使用上一次有效的设置。改正后本页会自动删除。</p>
      """
    return HTMLPage.page(
      title: "marginbook.yaml", language: "en", marker: "settings", body: body)
  }

  private static func list(_ mistakes: [SettingsMistake], language: Language) -> String {
    let items = mistakes.map { "<li>\(htmlText($0.sentence(in: language)))</li>" }.joined()
    return "<ul class=\"what\">\(items)</ul>"
  }
}
