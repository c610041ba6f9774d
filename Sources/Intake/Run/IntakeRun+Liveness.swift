import CostingCore
import FinanceModel

extension IntakeRun {
  /// How each measure of the sales can be a formula over the team's cells.
  ///
  /// - Parameter obstacle: what keeps SUMIFS from telling the customers apart.
  func salesLiveness(_ obstacle: LocalizedText?) -> [SalesMeasure: Liveness] {
    guard !salesTables.isEmpty else { return [:] }
    let live = SalesLiveness(tables: salesTables, customerCount: register.count)
    let costObstacle = orderCostObstacle
    let costs: Set<SalesMeasure> = [.productCost, .commission, .freight, .otherDirectCost]
    return Dictionary(
      uniqueKeysWithValues: inputs.measures.map { measure in
        let reason = obstacle ?? (costs.contains(measure) ? costObstacle : nil)
        return (measure, reason.map { .valueOnly(reason: $0) } ?? live.liveness(of: measure))
      })
  }

  /// What keeps SUMIFS from telling the customers apart as the engine does.
  ///
  /// - Parameter collisions: ids that a spreadsheet takes for one.
  func keyObstacle(_ collisions: [(Int, Int)]) -> LocalizedText? {
    if register.keys.sawPadding { return LivenessReason.padding }
    if register.keys.sawNumericText { return LivenessReason.numericText }
    if register.customers.contains(where: { KeyFolding.isUnsafe($0.id.text) }) {
      return LivenessReason.wildcard
    }
    return collisions.isEmpty ? nil : LivenessReason.collision
  }

  /// Costs that came from orders or a ledger are not in the sales columns.
  private var orderCostObstacle: LocalizedText? {
    resolution.orders.isEmpty && resolution.places(.ledger).isEmpty
      ? nil : LivenessReason.elsewhere
  }

  /// A driver whose quantities stand in rows named by it.
  func longLiveness(_ reading: TableReading, _ driver: DriverSpelling) -> Liveness? {
    guard let quantity = reading.place(.driverQuantity), let names = reading.place(.driver),
      !KeyFolding.isUnsafe(driver.text), !KeyFolding.looksNumeric(driver.text)
    else { return nil }
    guard driver.isSound else { return .valueOnly(reason: LivenessReason.textFigures) }
    return driverLiveness(
      reading, quantity, [.init(range: dataRange(reading, names), criterion: driver.text)])
  }

  /// A driver with a column of its own.
  func wideLiveness(_ reading: TableReading, _ place: Int, isClean: Bool) -> Liveness? {
    guard isClean else { return .valueOnly(reason: LivenessReason.textFigures) }
    return driverLiveness(reading, place, [])
  }

  private func driverLiveness(
    _ reading: TableReading, _ place: Int, _ conditions: [LiveSum.Condition]
  ) -> Liveness {
    // What keeps keys apart is judged once every table was read.
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

/// How the rows of one driver write its name, and whether SUMIFS finds and adds all of them.
struct DriverSpelling {
  /// As the first row has it.
  let text: String
  private(set) var isSound = true

  init(text: String) {
    self.text = text
  }

  /// Takes a row of the driver's: the same text in a text cell, a figure that is no text.
  mutating func take(_ row: TableRow, _ name: String, _ reading: TableReading) {
    guard isSound else { return }
    let isNamed = name == text && reading.value(row, .driver)?.isText == true
    isSound = isNamed && reading.value(row, .driverQuantity)?.isText != true
  }
}
