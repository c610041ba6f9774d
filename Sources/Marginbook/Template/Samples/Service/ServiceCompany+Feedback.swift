import FinanceModel

extension ServiceCompany {
  private struct Answer: Sendable {
    var client: Client
    var date: Day
    var satisfaction: Int
    var recommendation: Int
  }

  static let feedbackTable = SheetTable(
    .feedback, rows: answers,
    fields: [
      Field(FeedbackColumns.customerID) { .code($0.client.id) },
      Field(FeedbackColumns.date) { .day($0.date) },
      Field(FeedbackColumns.satisfaction) { .number(Double($0.satisfaction)) },
      Field(FeedbackColumns.recommendation) { .number(Double($0.recommendation)) },
    ])

  private static let answers: [Answer] = {
    var generator = SeededGenerator(seed: 20_250_808)
    return clients.map { client in
      let satisfaction = generator.draw(client.appetite > 150 ? 2...4 : 3...5)
      return Answer(
        client: client, date: day(11, generator.draw(1...28)), satisfaction: satisfaction,
        recommendation: min(10, satisfaction * 2 + generator.draw(-1...1)))
    }
  }()

  static let settingTable = SheetTable.settings([
    .company(.text(company)), .currency(.code("CNY")), .periodStart(.day(day(1, 1))),
    .periodEnd(.day(day(12, 31))),
  ])
}
