public import FinanceModel

/// The days on which a customer bought: those with a sales line above zero.
public struct PurchaseDays: Sendable, Hashable {
  public var count = 0
  public var first: Day?
  public var last: Day?
  /// Net revenue of the first day's lines above zero.
  public var firstDayRevenue: Amount = 0

  public init() {}

  /// The days with one more line.
  ///
  /// - Parameters:
  ///   - net: of the line; one of zero or less adds no day.
  ///   - isNewDay: whether no line above zero was on the day before.
  public func adding(_ net: Amount, on day: Day, isNewDay: Bool) -> PurchaseDays {
    guard net.isPositive else { return self }
    var days = self
    if isNewDay { days.count += 1 }
    if let first, first <= day {
      if first == day { days.firstDayRevenue += net }
    } else {
      days.first = day
      days.firstDayRevenue = net
    }
    days.last = max(last ?? day, day)
    return days
  }

  /// These days and those of another time; the first day's revenue stays these days' own.
  func joined(with other: PurchaseDays?) -> PurchaseDays {
    guard let other, other.count > 0 else { return self }
    guard count > 0 else { return other }
    var all = self
    all.count += other.count
    if let first = other.first { all.first = min(self.first ?? first, first) }
    if let last = other.last { all.last = max(self.last ?? last, last) }
    return all
  }
}

extension SalesFacts {
  /// The days with a purchase, or the order dates where the source did not tell them apart.
  var purchaseDays: PurchaseDays {
    if let purchases { return purchases }
    var days = PurchaseDays()
    days.count = orderDays
    days.first = firstOrder
    days.last = lastOrder
    days.firstDayRevenue = firstDayRevenue
    return days
  }
}
