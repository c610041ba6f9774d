import FinanceModel

/// The invoices of 2024 and 2025.
extension Manufacturer {
  static let sales: [SaleLine] = numbered(drawnSales())

  static let salesTable = SheetTable(
    .sales, rows: sales,
    fields: [
      Field(SalesColumns.date) { .day($0.date) },
      Field(SalesColumns.document) { .code($0.document) },
      Field(SalesColumns.customerID) { $0.customer.map { .code($0.id) } ?? .blank },
      Field(SalesColumns.customer) { $0.customer.map { .text($0.name) } ?? .blank },
      Field(SalesColumns.productID) { .code($0.product.id) },
      Field(SalesColumns.product) { .text($0.product.name) },
      Field(SalesColumns.channel) { .text($0.customer?.channel ?? SampleWords.online) },
      Field(SalesColumns.region) { .text($0.customer?.region ?? SampleWords.east) },
      Field(SalesColumns.salesperson) { $0.customer.map { .text($0.salesperson) } ?? .blank },
      Field(SalesColumns.quantity) { .number(Double($0.quantity)) },
      Field(SalesColumns.unitPrice) { .cents($0.unitPrice) },
      Field(SalesColumns.grossSales, formula: "[Quantity]*[Unit Price]") { .cents($0.gross) },
      Field(SalesColumns.discount) { .cents($0.discount) },
      Field(SalesColumns.rebate) { .cents($0.rebate) },
      Field(SalesColumns.returns) { .cents($0.returns) },
      Field(
        SalesColumns.netSales,
        formula: "ROUND([Gross Sales]-[Discount]-[Rebate]-[Returns],2)"
      ) { .cents($0.net) },
      Field(SalesColumns.productCost) { .cents($0.productCost) },
      Field(SalesColumns.commission) { .cents($0.commission) },
      Field(SalesColumns.freight) { .cents($0.freight) },
    ])

  /// The invoice lines of a year, by customer id.
  static func lines(of customer: SampleCustomer, in year: Int) -> [SaleLine] {
    sales.filter { $0.customer?.id == customer.id && $0.date.month.year == year }
  }

  private static func drawnSales() -> [SaleLine] {
    var generator = SeededGenerator(seed: 20_250_101)
    var lines = customers.flatMap { customer in
      drawnOrders(of: customer, with: &generator).flatMap { order in
        drawnLines(of: order, with: &generator)
      }
    }
    lines += drawnCounterSales(with: &generator)
    return lines
  }

  /// Lines in the order of their dates, documents numbered through each year.
  private static func numbered(_ lines: [SaleLine]) -> [SaleLine] {
    let sorted = lines.enumerated().sorted {
      ($0.element.date, $0.offset) < ($1.element.date, $1.offset)
    }.map(\.element)
    var numbers: [String: Int] = [:]
    var documents: [String: String] = [:]
    return sorted.map { line in
      var line = line
      let kind = line.quantity < 0 ? "RT" : "IV"
      let key = "\(kind) \(line.customer?.id ?? "") \(line.date)"
      let series = kind + String(line.date.month.year % 100)
      if documents[key] == nil {
        numbers[series, default: 0] += 1
        documents[key] = series + padded(numbers[series] ?? 0)
      }
      line.document = documents[key] ?? series
      return line
    }
  }

  private static func padded(_ number: Int) -> String {
    String(String(10_000 + number).dropFirst())
  }
}
