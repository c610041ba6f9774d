import FinanceModel

/// Answers to two surveys, and how customers deal with the company.
extension Manufacturer {
  private struct Answer: Sendable {
    var customer: SampleCustomer
    var date: Day
    var satisfaction: Int
    var recommendation: Int
    var complaints: Int
    var comment: LocalizedText?
  }

  static let feedbackTable = SheetTable(
    .feedback, rows: answers,
    fields: [
      Field(FeedbackColumns.customerID) { .code($0.customer.id) },
      Field(FeedbackColumns.date) { .day($0.date) },
      Field(FeedbackColumns.satisfaction) { .number(Double($0.satisfaction)) },
      Field(FeedbackColumns.recommendation) { .number(Double($0.recommendation)) },
      Field(FeedbackColumns.complaints) { .number(Double($0.complaints)) },
      Field(FeedbackColumns.comments) { $0.comment.map { .text($0) } ?? .blank },
    ])

  private static let answers: [Answer] = {
    var generator = SeededGenerator(seed: 20_250_404)
    return [4, 10].flatMap { month in
      customers.filter { $0.isServed(on: day(year, month, 28)) }.compactMap { customer in
        generator.happens(perMille: 820) ? drawnAnswer(customer, month, with: &generator) : nil
      }
    }
  }()

  private static func drawnAnswer(
    _ customer: SampleCustomer, _ month: Int, with generator: inout SeededGenerator
  ) -> Answer {
    let manner = customer.manner
    let satisfaction = customer.lost == nil ? generator.draw(manner.satisfaction) : 2
    let recommendation = min(10, max(0, satisfaction * 2 + generator.draw(-1...1)))
    return Answer(
      customer: customer, date: day(year, month, generator.draw(1...28)),
      satisfaction: satisfaction, recommendation: recommendation,
      complaints: satisfaction >= 4 ? 0 : generator.draw(0...3),
      comment: generator.happens(perMille: 350) ? comments[satisfaction] : nil)
  }

  private static let comments: [Int: LocalizedText] = [
    2: note("Lead times slip, and nobody calls back.", "交期经常延误，联系不到负责人。"),
    3: note("Products are good; support is slow to answer.", "产品不错，售后响应偏慢。"),
    4: note("Reliable deliveries, fair prices.", "交货稳定，价格合理。"),
    5: note("The best supplier we have.", "我们最满意的供应商。"),
  ]

  private struct Contact: Sendable {
    var customer: SampleCustomer
    var websiteVisits: Int
    var emailClicks: Int
    var meetings: Int
  }

  static let interactionTable = SheetTable(
    .interactions, rows: contacts,
    fields: [
      Field(InteractionColumns.customerID) { .code($0.customer.id) },
      Field(InteractionColumns.named(note("Website visits", "网站访问"))) {
        .number(Double($0.websiteVisits))
      },
      Field(InteractionColumns.named(note("E-mail clicks", "邮件点击"))) {
        .number(Double($0.emailClicks))
      },
      Field(InteractionColumns.named(note("Meetings", "会议次数"))) {
        .number(Double($0.meetings))
      },
    ])

  private static let contacts: [Contact] = {
    var generator = SeededGenerator(seed: 20_250_505)
    return uses.map { use in
      Contact(
        customer: use.customer, websiteVisits: use.orders * generator.draw(2...9),
        emailClicks: generator.draw(0...45), meetings: use.visits / generator.draw(3...6))
    }
  }()
}

extension SampleCustomer.Manner {
  fileprivate var satisfaction: ClosedRange<Int> {
    switch self {
    case .champion: 4...5
    case .solid, .quiet: 3...5
    case .demanding, .piecemeal: 2...4
    }
  }
}
