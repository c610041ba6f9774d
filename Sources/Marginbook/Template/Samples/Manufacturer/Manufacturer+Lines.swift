import FinanceModel

/// How an order's lines, and what comes back of them, are drawn.
extension Manufacturer {
  static func drawnLines(of order: Order, with generator: inout SeededGenerator) -> [SaleLine] {
    (0..<order.lineCount).flatMap { _ -> [SaleLine] in
      guard let sold = drawnLine(of: order, with: &generator) else { return [] }
      return [sold] + drawnReturn(of: sold, with: &generator)
    }
  }

  private static func drawnLine(
    of order: Order, with generator: inout SeededGenerator
  ) -> SaleLine? {
    guard let product = generator.pick(products(for: order)) else { return nil }
    let price = product.price(in: order.date.month.year)
    var line = SaleLine(
      date: order.date, customer: order.customer, product: product,
      quantity: max(1, (order.lineValue + price / 2) / price), unitPrice: price)
    addDeductions(to: &line, with: &generator)
    addDirectCost(to: &line, with: &generator)
    return line
  }

  /// Products of which the line's value buys one to eighty.
  private static func products(for order: Order) -> [SampleProduct] {
    products.filter { product in
      let price = product.price(in: order.date.month.year)
      return price <= max(order.lineValue, 60_000) && order.lineValue <= price * 80
    }
  }

  private static func addDeductions(
    to line: inout SaleLine, with generator: inout SeededGenerator
  ) {
    guard let customer = line.customer else { return }
    line.discount = line.gross * generator.draw(customer.manner.discount) / 1_000
    if customer.channel == SampleWords.dealer {
      line.rebate = (line.gross - line.discount) * 15 / 1_000
    }
    if generator.happens(perMille: 15) {
      line.returns = line.gross * generator.draw(10...40) / 1_000
    }
  }

  private static func addDirectCost(
    to line: inout SaleLine, with generator: inout SeededGenerator
  ) {
    line.productCost = line.quantity * line.product.cost(in: line.date.month.year)
    let isOnline = line.customer?.channel == SampleWords.online
    line.commission = line.net * (isOnline ? 5 : 18) / 1_000
    line.freight = 6_000 + line.gross * generator.draw(12...24) / 1_000
  }

  /// Part of a line that comes back a few weeks later, at the price paid.
  private static func drawnReturn(
    of sold: SaleLine, with generator: inout SeededGenerator
  ) -> [SaleLine] {
    guard let customer = sold.customer,
      generator.happens(perMille: customer.manner.returnsPerMille)
    else { return [] }
    let date = sold.date.advanced(byDays: generator.draw(9...30))
    guard date <= day(year, 12, 31), customer.isServed(on: date) else { return [] }
    let quantity = max(1, sold.quantity * generator.draw(10...50) / 100)
    return [returned(quantity, of: sold, on: date)]
  }

  private static func returned(_ quantity: Int, of sold: SaleLine, on date: Day) -> SaleLine {
    let unitPrice = (sold.gross - sold.discount - sold.rebate) / max(1, sold.quantity)
    var line = SaleLine(
      date: date, customer: sold.customer, product: sold.product, quantity: -quantity,
      unitPrice: unitPrice)
    line.productCost = -(sold.productCost / max(1, sold.quantity)) * quantity
    line.commission = line.net * 18 / 1_000
    line.freight = 9_000
    return line
  }
}
