import CostingCore
import FinanceModel
import PluginKit

/// A column of the facts sheet: one figure a customer.
struct FactColumn: Sendable {
  /// What a fact is.
  enum Kind: Hashable, Sendable {
    case measure(SalesMeasure)
    /// A driver that a pool or an activity went by: place in ``CostingResults/drivers``.
    case used(Int)
    /// A driver of the team's tables that none went by: place in ``CostingInputs/drivers``.
    case unused(Int)
    /// 1 for customers who share in even pools.
    case evenShare
  }

  var kind: Kind
  var header: String
  var liveness: Liveness?

  var isMoney: Bool {
    if case .measure(let measure) = kind { measure.isMoney } else { false }
  }
}

extension ProfitBook {
  /// The figure of a fact for a customer, in the sheets' unit where it is money.
  func fact(_ kind: FactColumn.Kind, of place: Int) -> Double {
    switch kind {
    case .measure(let measure):
      let value = inputs.sales[place].value(measure)
      return measure.isMoney ? shown(value) : value.nearestDouble
    case .used(let index):
      return results.drivers[index].quantity(of: place)
    case .unused(let index):
      return inputs.drivers[index].quantity(of: place)
    case .evenShare:
      return sharesInEvenPools(place) ? 1 : 0
    }
  }

  /// The figures of a fact, in the order of the lists.
  func facts(_ kind: FactColumn.Kind) -> [Double] {
    switch kind {
    case .measure, .evenShare: order.column { fact(kind, of: $0) }
    case .used(let index): order.column(results.drivers[index].quantities, \.nearestDouble)
    case .unused(let index): order.column(inputs.drivers[index].quantities, \.nearestDouble)
    }
  }

  /// The facts that the workbook has, in the order of their columns.
  func factColumns() -> [FactColumn] {
    var columns = wantedMeasures.map { measure in
      FactColumn(
        kind: .measure(measure), header: Terms.name(measure)[context.language],
        liveness: inputs.liveness[measure])
    }
    if results.pools.contains(where: { $0.method == .even }) {
      columns.append(FactColumn(kind: .evenShare, header: text("Shares evenly", "参与平均分摊")))
    }
    columns += results.drivers.indices.filter { factKind(ofDriverAt: $0) == .used($0) }.map {
      FactColumn(
        kind: .used($0), header: results.drivers[$0].name, liveness: results.drivers[$0].liveness)
    }
    let used = Set(results.drivers.map(\.name.foldedName))
    columns += inputs.drivers.indices.filter {
      !used.contains(inputs.drivers[$0].name.foldedName)
    }.map {
      FactColumn(
        kind: .unused($0), header: inputs.drivers[$0].name, liveness: inputs.drivers[$0].liveness)
    }
    return columns
  }

  private var wantedMeasures: [SalesMeasure] {
    let always: Set<SalesMeasure> = hasSalesLines ? [.netRevenue, .lines] : [.netRevenue]
    let used = Set(
      results.drivers.indices.compactMap { place -> SalesMeasure? in
        if case .measure(let measure) = factKind(ofDriverAt: place) { measure } else { nil }
      })
    let order: [SalesMeasure] = [
      .listRevenue, .grossRevenue, .discount, .rebate, .returns, .netRevenue, .productCost,
      .commission, .freight, .otherDirectCost, .quantity, .orders, .lines,
    ]
    let present = inputs.measures.union(always).union(used)
    return order.filter { present.contains($0) && !(isAllZero($0) && !always.contains($0)) }
  }

  private func isAllZero(_ measure: SalesMeasure) -> Bool {
    !inputs.sales.contains { !$0.value(measure).isZero }
  }

  /// The fact that a driver of the results is: a measure of the sales lines where it is built in.
  func factKind(ofDriverAt place: Int) -> FactColumn.Kind? {
    guard results.drivers.indices.contains(place) else { return nil }
    let driver = results.drivers[place]
    if driver.origin == .sales, let measure = SalesMeasure(driverName: driver.name) {
      return .measure(measure)
    }
    return .used(place)
  }

  /// Even pools go to customers with a sales line; to all where there are no sales.
  func sharesInEvenPools(_ place: Int) -> Bool {
    guard !inputs.customers[place].isUnassigned else { return false }
    return inputs.sales[place].lines > 0 || !hasSalesLines
  }
}

extension Driver {
  fileprivate func quantity(of place: Int) -> Double {
    quantities.indices.contains(place) ? quantities[place].nearestDouble : 0
  }
}

extension String {
  /// For comparing names: lower case, no blanks, hyphens or underscores.
  var foldedName: String {
    lowercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "_" }
  }
}

extension SalesMeasure {
  /// The measure that a built-in driver's name stands for (SEMANTICS, cost pools).
  init?(driverName name: String) {
    switch name.foldedName {
    case "orders", "订单数", "订单", "订单数量", "numberoforders": self = .orders
    case "orderlines", "订单行数", "订单行", "saleslines", "销售行数", "lines": self = .lines
    case "quantity", "数量", "销售数量": self = .quantity
    case "netrevenue", "净销售额", "净收入", "revenue", "收入", "销售收入": self = .netRevenue
    default: return nil
    }
  }
}
