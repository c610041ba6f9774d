import FinanceModel

/// Case B: a small company that looks after other companies' computers, with twenty-two clients
/// and one year of invoices from its CRM.
///
/// It has no product cost: what a client costs is its staff's hours, told by time sheets and costed
/// time-driven. Fixed monthly fees hide that some clients take twice the hours they pay for, and
/// that the project team is idle a fifth of its time.
enum ServiceCompany {
  static let company = note("Qinghe Managed Services", "清禾信息服务有限公司")
  static let year = 2025

  static let tables: [SheetTable] = [
    salesTable, costPoolTable, timeSheetTable, activityTable, feedbackTable, settingTable,
  ]

  /// A client: its monthly fee, the projects it ordered, and how many hours it takes.
  struct Client: Sendable {
    var id: String
    var name: LocalizedText
    /// Whole currency units a month; 0 for project work only.
    var monthlyFee: Int
    var projects: Int
    /// Percent of the hours that the fee allows for.
    var appetite: Int

    init(
      _ number: Int, _ english: String, _ chinese: String, fee: Int, projects: Int,
      appetite: Int
    ) {
      id = "K" + String(1_000 + number)
      name = note(english, chinese)
      monthlyFee = fee
      self.projects = projects
      self.appetite = appetite
    }
  }

  static func day(_ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Month(year: year, month: month).firstDay
  }
}
