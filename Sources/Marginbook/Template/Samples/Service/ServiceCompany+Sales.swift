import FinanceModel

extension ServiceCompany {
  /// An invoice of one line.
  struct Invoice: Sendable {
    var date: Day
    var number = ""
    var client: Client
    var service: LocalizedText
    /// Hundredths.
    var amount: Int
  }

  static let retainer = note("Managed service, monthly", "运维服务月费")
  static let projects = [
    note("Network renewal", "网络改造"), note("Data migration", "数据迁移"),
    note("Security review", "安全评估"), note("System roll-out", "系统上线"),
  ]

  static let salesTable = SheetTable(
    .sales, rows: invoices,
    fields: [
      Field(SalesColumns.date) { .day($0.date) },
      Field(SalesColumns.document) { .code($0.number) },
      Field(SalesColumns.customerID) { .code($0.client.id) },
      Field(SalesColumns.customer) { .text($0.client.name) },
      Field(SalesColumns.product) { .text($0.service) },
      Field(SalesColumns.netSales) { .cents($0.amount) },
    ])

  static let invoices: [Invoice] = {
    var generator = SeededGenerator(seed: 20_250_606)
    let drawn = clients.flatMap { monthlyFees(of: $0) + drawnProjects(of: $0, &generator) }
    let sorted = drawn.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }
    return sorted.enumerated().map { index, invoice in
      var invoice = invoice.element
      invoice.number = "S25" + String(String(10_001 + index).dropFirst())
      return invoice
    }
  }()

  private static func monthlyFees(of client: Client) -> [Invoice] {
    guard client.monthlyFee > 0 else { return [] }
    return (1...12).map { month in
      Invoice(
        date: day(month, 5), client: client, service: retainer,
        amount: client.monthlyFee * 100)
    }
  }

  private static func drawnProjects(
    of client: Client, _ generator: inout SeededGenerator
  ) -> [Invoice] {
    (0..<client.projects).map { _ in
      Invoice(
        date: day(generator.draw(1...12), generator.draw(6...28)), client: client,
        service: generator.pick(projects) ?? retainer, amount: generator.draw(36...140) * 50_000)
    }
  }
}
