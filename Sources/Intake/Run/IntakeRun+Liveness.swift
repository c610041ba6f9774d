import CostingCore
import FinanceModel

extension IntakeRun {
  /// How each measure of the sales can be a formula over the team's cells.
  func salesLiveness() -> [SalesMeasure: Liveness] {
    guard !salesTables.isEmpty else { return [:] }
    let live = SalesLiveness(tables: salesTables, customerCount: register.count)
    let (obstacle, costObstacle) = (keyObstacle, orderCostObstacle)
    let costs: Set<SalesMeasure> = [.productCost, .commission, .freight, .otherDirectCost]
    return Dictionary(
      uniqueKeysWithValues: inputs.measures.map { measure in
        let reason = obstacle ?? (costs.contains(measure) ? costObstacle : nil)
        return (measure, reason.map { .valueOnly(reason: $0) } ?? live.liveness(of: measure))
      })
  }

  /// What keeps SUMIFS from telling the customers apart as the engine does.
  var keyObstacle: LocalizedText? {
    let ids = register.customers.map(\.id.text)
    if register.keys.sawPadding { return LivenessReason.padding }
    if register.keys.sawNumericText { return LivenessReason.numericText }
    if ids.contains(where: { KeyFolding.isUnsafe($0) }) { return LivenessReason.wildcard }
    return KeyFolding.collisions(ids).isEmpty ? nil : LivenessReason.collision
  }

  /// Costs that came from orders or a ledger are not in the sales columns.
  private var orderCostObstacle: LocalizedText? {
    resolution.orders.isEmpty && resolution.places(.ledger).isEmpty
      ? nil : LivenessReason.elsewhere
  }

  /// A driver whose quantities stand in rows named by it.
  func longLiveness(_ reading: TableReading, driver: String) -> Liveness? {
    guard let quantity = reading.place(.driverQuantity), let names = reading.place(.driver),
      !KeyFolding.isUnsafe(driver), !KeyFolding.looksNumeric(driver)
    else { return nil }
    let name = TextFolding.nameKey(driver)
    let mine = reading.rows.filter { row in
      reading.text(row, .driver).map { TextFolding.nameKey($0) == name } ?? false
    }
    let isSound = mine.allSatisfy { row in
      guard case .text(let text)? = row.values[names], text == driver else { return false }
      if case .text? = row.values[quantity] { return false }
      return true
    }
    guard isSound else { return .valueOnly(reason: LivenessReason.textFigures) }
    return driverLiveness(
      reading, quantity, [.init(range: dataRange(reading, names), criterion: driver)])
  }

  /// A driver with a column of its own.
  func wideLiveness(_ reading: TableReading, _ place: Int, isClean: Bool) -> Liveness? {
    guard isClean else { return .valueOnly(reason: LivenessReason.textFigures) }
    return driverLiveness(reading, place, [])
  }

  private func driverLiveness(
    _ reading: TableReading, _ place: Int, _ conditions: [LiveSum.Condition]
  ) -> Liveness {
    if let obstacle = keyObstacle { return .valueOnly(reason: obstacle) }
    guard let key = reading.place(.customerID) ?? reading.place(.customerName) else {
      return .valueOnly(reason: LivenessReason.joined)
    }
    let columns = max(1, driverColumns.count + reading.table.columns.count)
    guard reading.rows.count * register.count * columns <= SalesLiveness.comparisonLimit else {
      return .valueOnly(reason: LivenessReason.tooLarge)
    }
    let term = LiveSum.Term(
      values: dataRange(reading, place), keys: dataRange(reading, key), conditions: conditions)
    return .live(LiveSum(terms: [term]))
  }
}
