import FinanceModel

/// Whose order each document is, from a table of orders; order lines are joined by it.
struct OrderBook {
  struct Order {
    /// The register's index; ``SalesLedger/unassignedPlace`` for none.
    var customer: Int32
    var day: Day?
  }

  private var orders: [Order?] = []

  /// - Parameter document: index in ``SalesKeys/documents``; negative for none.
  mutating func note(_ document: Int32, _ order: Order) {
    guard document >= 0 else { return }
    while orders.count <= Int(document) { orders.append(nil) }
    orders[Int(document)] = order
  }

  func order(_ document: Int32) -> Order? {
    guard document >= 0, Int(document) < orders.count else { return nil }
    return orders[Int(document)]
  }

  var isEmpty: Bool { orders.isEmpty }
}
