import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads what products cost, where the sales lines have quantities and products but no cost.
  mutating func readProducts() throws(WorkbookError) {
    let costs: [ColumnRole] = [.cogs, .unitCost, .directMaterial, .directLabor]
    let isWanted = resolution.sales.contains { place in
      let sales = resolution.tables[place]
      return sales.has(.quantity) && (sales.has(.productID) || sales.has(.productName))
        && !costs.contains { sales.has($0) }
    }
    guard isWanted else { return }
    for place in resolution.places(.products) where resolution.tables[place].has(.unitCost) {
      let reading = try reading(place)
      let sheet = reading.table.candidate.sheet.name
      for row in reading.rows {
        guard let cost = reading.amount(row, .unitCost, log: &log) else { continue }
        unitCosts.take(
          cost, id: reading.text(row, .productID), name: reading.text(row, .productName),
          header: reading.header(.unitCost), sheet: sheet)
      }
    }
  }
}
