import FinanceModel

extension AnalysisFacts {
  /// Fewer are gone through by one thread.
  private static let fewSales = 20_000
  /// Products that a customer's profile names.
  private static let profileSize = 5

  /// Share of spend by product and what each customer prefers; nil without products.
  func preferences() -> PreferenceResult? {
    guard !inputs.products.isEmpty, !inputs.productSales.isEmpty else { return nil }
    var products = inputs.products.map {
      PreferenceResult.Product(name: $0, revenue: 0, share: nil, customers: 0)
    }
    for sale in inputs.productSales where products.indices.contains(Int(sale.product)) {
      products[Int(sale.product)].revenue += sale.netRevenue
      products[Int(sale.product)].customers += 1
    }
    let whole = products.reduce(Amount.zero) { $0 + $1.revenue }
    for place in products.indices where whole.isPositive {
      products[place].share = products[place].revenue.ratio(to: whole)
    }
    return PreferenceResult(products: products, profiles: profiles(products))
  }

  /// One profile a customer, in the order of the sales; worked out in pieces, by whichever thread is free.
  private func profiles(_ products: [PreferenceResult.Product]) -> [PreferenceResult.Profile] {
    let sales = inputs.productSales
    let pieces = sales.count < Self.fewSales ? 1 : 4
    let starts = (0..<pieces).map { piece -> Int in
      var start = sales.count * piece / pieces
      while start > 0, start < sales.count, sales[start].customer == sales[start - 1].customer {
        start += 1
      }
      return start
    }
    return zip(starts, starts.dropFirst() + [sales.count]).map { $0..<$1 }
      .concurrentMap { profiles(of: sales[$0], products) }.flatMap(\.self)
  }

  /// - Parameter sales: all or none of each customer's.
  private func profiles(
    of sales: ArraySlice<ProductSales>, _ products: [PreferenceResult.Product]
  ) -> [PreferenceResult.Profile] {
    var profiles: [PreferenceResult.Profile] = []
    var start = sales.startIndex
    while start < sales.endIndex {
      var end = start + 1
      while end < sales.endIndex, sales[end].customer == sales[start].customer { end += 1 }
      if places.contains(Int(sales[start].customer)) {
        profiles.append(profile(of: sales[start..<end], products))
      }
      start = end
    }
    return profiles
  }

  private func profile(
    of sales: ArraySlice<ProductSales>, _ products: [PreferenceResult.Product]
  ) -> PreferenceResult.Profile {
    var (spend, count) = (Amount.zero, 0)
    for sale in sales where products.indices.contains(Int(sale.product)) {
      spend += sale.netRevenue
      count += 1
    }
    let largest = sales.foremost(
      Self.profileSize, where: { products.indices.contains(Int($0.product)) },
      by: { ($1.netRevenue, $0.product) < ($0.netRevenue, $1.product) })
    let top = largest.map { sale in
      let share = spend.isPositive ? sale.netRevenue.ratio(to: spend) : nil
      let usual = products[Int(sale.product)].share
      return PreferenceResult.Preference(
        product: Int(sale.product), revenue: sale.netRevenue, share: share,
        affinity: share.flatMap { own in usual.flatMap { $0 > 0 ? own / $0 : nil } })
    }
    return PreferenceResult.Profile(
      customer: Int(sales.first?.customer ?? 0), productCount: count, top: top)
  }
}
