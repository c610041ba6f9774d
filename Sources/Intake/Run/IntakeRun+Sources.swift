import CostingCore
import FinanceModel

extension IntakeRun {
  /// A column of a small table that formulas may be made of.
  struct SourceColumn {
    var field: SourceTable.Field
    var place: Int
    var isMoney = false
  }

  /// Notes where the columns of a small table stand. Figures that are drawn from a second table of
  /// the same kind as well can be no formula over one of them.
  ///
  /// - Parameters:
  ///   - role: what the columns are kept under; nil for the table's own.
  ///   - keys: what the engine took each row to be about, one a row; nil for none.
  mutating func noteSource(
    _ reading: TableReading, as role: RecognisedTable.Role? = nil,
    key: (field: SourceTable.Field, place: Int)?, keys: [String?],
    _ columns: [SourceColumn]
  ) {
    let role = role ?? reading.table.role
    guard !reading.rows.isEmpty else { return }
    guard inputs.sources[role] == nil else {
      inputs.sources[role] = SourceTable(obstacle: LivenessReason.severalTables)
      return
    }
    var source = SourceTable()
    if let key {
      source.keyObstacle = keyObstacle(reading, place: key.place, keys: keys)
      source.add(key.field, column(reading, key.place, isMoney: false))
    } else {
      source.keyObstacle = LivenessReason.otherNames
    }
    if !reading.isUnbroken { source.wholeObstacle = LivenessReason.totalsAmong }
    for one in columns {
      if reading.holdsPlainFigures(at: one.place, asDates: one.field == .date) {
        source.add(one.field, column(reading, one.place, isMoney: one.isMoney))
      } else {
        source.refuse(one.field, because: LivenessReason.textFigures)
      }
    }
    inputs.sources[role] = source
  }

  func column(_ reading: TableReading, _ place: Int, isMoney: Bool) -> SourceTable.Column {
    SourceTable.Column(
      cells: dataRange(reading, place), scale: isMoney ? reading.factor(place) : 1,
      isFilled: reading.rows.allSatisfy { $0.values[place] != nil })
  }

  /// What keeps SUMIFS over the key column from finding the rows that the engine found.
  private func keyObstacle(
    _ reading: TableReading, place: Int, keys: [String?]
  ) -> LocalizedText? {
    var met: Set<String> = []
    for (row, key) in zip(reading.rows, keys) {
      guard let value = row.values[place], let key else { continue }
      if row.isPadded { return LivenessReason.padding }
      if case .text(let text) = value, KeyFolding.looksNumeric(text) {
        return LivenessReason.numericText
      }
      guard KeyFolding.folded(value.shown) == KeyFolding.folded(key) else {
        return LivenessReason.otherNames
      }
      met.insert(key)
    }
    if met.contains(where: { KeyFolding.isUnsafe($0) }) { return LivenessReason.wildcard }
    if !KeyFolding.collisions(met.sorted()).isEmpty { return LivenessReason.collision }
    let comparisons = reading.rows.count * met.count * reading.table.columns.count
    return comparisons > SalesLiveness.comparisonLimit ? LivenessReason.tooLarge : nil
  }
}
