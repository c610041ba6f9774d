import FinanceModel

/// How orders and their lines are drawn.
extension Manufacturer {
  /// An order before its lines.
  struct Order: Sendable {
    var customer: SampleCustomer
    var date: Day
    var lineCount: Int
    /// Gross sales aimed at with each line, in hundredths.
    var lineValue: Int
  }

  static func drawnOrders(
    of customer: SampleCustomer, with generator: inout SeededGenerator
  ) -> [Order] {
    [year - 1, year].flatMap { year in
      let count = customer.manner.ordersPerYear + generator.draw(-1...1)
      let dates = (0..<count).compactMap { _ in drawnDate(in: year, with: &generator) }
      // Those who came or left within the year ordered only while they were customers.
      return dates.filter { customer.isServed(on: $0) }.map { date in
        drawnOrder(of: customer, on: date, ordersPerYear: count, with: &generator)
      }
    }
  }

  private static func drawnOrder(
    of customer: SampleCustomer, on date: Day, ordersPerYear: Int,
    with generator: inout SeededGenerator
  ) -> Order {
    let lineCount = generator.draw(customer.manner.linesPerOrder)
    let growth = date.month.year == year ? 106 : 100
    let orderValue = customer.yearlyRevenue * 100_000 / max(1, ordersPerYear)
    let jitter = generator.draw(70...130)
    return Order(
      customer: customer, date: date, lineCount: lineCount,
      lineValue: orderValue / lineCount * jitter / 100 * growth / 106)
  }

  private static func drawnDate(in year: Int, with generator: inout SeededGenerator) -> Day? {
    let month = generator.pick(Array(1...12), weights: monthWeights) ?? 1
    return Day(year: year, month: month, day: generator.draw(1...28))
  }

  /// Quiet around the spring festival, busy before the year ends.
  private static let monthWeights = [72, 58, 96, 104, 108, 110, 98, 94, 106, 110, 118, 126]

  /// A counter sale now and then: no customer id.
  static func drawnCounterSales(with generator: inout SeededGenerator) -> [SaleLine] {
    let parts = products.filter { $0.id.hasPrefix("P-4") || $0.id == "P-210" }
    return (0..<14).compactMap { index in
      guard let part = generator.pick(parts),
        let date = drawnDate(in: index < 5 ? year - 1 : year, with: &generator)
      else { return nil }
      var line = SaleLine(
        date: date, product: part, quantity: generator.draw(1...4),
        unitPrice: part.price(in: date.month.year))
      line.productCost = line.quantity * part.cost(in: date.month.year)
      return line
    }
  }
}

extension SampleCustomer {
  /// Whether the customer ordered on that day; its first order is in its first month at the
  /// earliest.
  func isServed(on day: Day) -> Bool {
    since <= day && lost.map { day <= $0.day } ?? true
  }
}

extension SampleCustomer.Manner {
  var ordersPerYear: Int {
    switch self {
    case .champion: 15
    case .solid: 11
    case .quiet: 6
    case .demanding: 34
    case .piecemeal: 28
    }
  }

  var linesPerOrder: ClosedRange<Int> {
    switch self {
    case .champion: 2...4
    case .solid: 1...3
    case .quiet: 1...2
    case .demanding: 1...3
    case .piecemeal: 1...1
    }
  }

  /// Discount in thousandths of gross sales.
  var discount: ClosedRange<Int> {
    switch self {
    case .champion: 15...40
    case .solid: 20...50
    case .quiet: 0...20
    case .demanding: 150...200
    case .piecemeal: 30...60
    }
  }

  /// How many of a thousand lines come back.
  var returnsPerMille: Int {
    switch self {
    case .champion: 8
    case .solid: 12
    case .quiet: 10
    case .demanding: 45
    case .piecemeal: 40
    }
  }
}

extension SampleProduct {
  /// List price of a year, hundredths: three percent less the year before.
  func price(in year: Int) -> Int {
    year == Manufacturer.year ? listPrice : listPrice * 97 / 100
  }

  /// Cost of one, hundredths: up two percent in the latest year.
  func cost(in year: Int) -> Int {
    let cost = listPrice * costPerMille / 1_000
    return year == Manufacturer.year ? cost : cost * 98 / 100
  }
}
