import CostingCore
import FinanceModel
import PluginKit

/// A column of the facts sheet: one figure a customer.
struct FactColumn: Sendable {
  /// What a fact is.
  enum Kind: Hashable, Sendable {
    case measure(SalesMeasure)
    /// Place in ``CostingInputs/drivers``.
    case driver(Int)
    /// Place in ``CostingInputs/interactions``.
    case interaction(Int)
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
      return measure.isMoney ? shown(value) : value.doubleValue
    case .driver(let index):
      return inputs.drivers[index].quantity(of: place)
    case .interaction(let index):
      return inputs.interactions[index].quantity(of: place)
    case .evenShare:
      return sharesInEvenPools(place) ? 1 : 0
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
    columns += inputs.drivers.indices.map { index in
      let driver = inputs.drivers[index]
      return FactColumn(kind: .driver(index), header: driver.name, liveness: driver.liveness)
    }
    columns += usedInteractions.map { index in
      let driver = inputs.interactions[index]
      return FactColumn(kind: .interaction(index), header: driver.name, liveness: driver.liveness)
    }
    return columns
  }

  private var wantedMeasures: [SalesMeasure] {
    let always: Set<SalesMeasure> = hasSalesLines ? [.netRevenue, .lines] : [.netRevenue]
    let used = Set(usedDriverNames.compactMap { SalesMeasure(driverName: $0) })
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

  /// The driver names of pools and activities.
  private var usedDriverNames: Set<String> {
    Set(results.pools.compactMap(\.driver) + results.activities.map(\.driver))
  }

  private var usedInteractions: [Int] {
    let used = Set(usedDriverNames.map(\.foldedName))
    let tables = Set(inputs.drivers.map(\.name.foldedName))
    return inputs.interactions.indices.filter { index in
      let name = inputs.interactions[index].name.foldedName
      return used.contains(name) && !tables.contains(name)
    }
  }

  /// Even pools go to customers with a sales line; to all where there are no sales.
  func sharesInEvenPools(_ place: Int) -> Bool {
    guard !inputs.customers[place].isUnassigned else { return false }
    return inputs.sales[place].lines > 0 || !hasSalesLines
  }
}

extension Driver {
  fileprivate func quantity(of place: Int) -> Double {
    quantities.indices.contains(place) ? quantities[place].doubleValue : 0
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
