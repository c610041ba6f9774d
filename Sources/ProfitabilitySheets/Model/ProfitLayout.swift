import CostingCore
import FinanceModel
import PluginKit

/// A column of the customer P&L.
enum ProfitColumn: Hashable, Sendable {
  case number, id, name, segment, channel, region, salesperson
  case gross, discount, rebate, returns, revenue
  case productCost, grossMargin, grossMarginPercent
  case commission, freight, otherDirect, cm2
  /// Cost-to-serve of a class; nil for pools without one.
  case costClass(CostClass?)
  case costToServe, cm3, overhead, netMargin, netMarginPercent
  case rank, cumulative, valueClass, tier
}

/// Where the figures of the customer P&L stand.
///
/// The P&L is an Excel table that people sort: nothing points at its cells by position. Rows find
/// their facts by the number in their first column, other sheets find rows by that number.
struct ProfitLayout: Sendable {
  let columns: [ProfitColumn]
  let rowCount: Int
  let rankedCount: Int
  let sheet: String

  static let headerRow = 6
  static let firstRow = 7

  init(_ book: ProfitBook, allocation: AllocationLayout) {
    columns = book.isWritten(.customers) ? Self.columns(book, allocation) : []
    rowCount = max(1, book.order.count)
    rankedCount = book.order.rankedCount
    sheet = book.name(of: .customers)
  }

  private static func columns(
    _ book: ProfitBook, _ allocation: AllocationLayout
  ) -> [ProfitColumn] {
    var columns: [ProfitColumn] = [.number, .id, .name]
    let customers = book.inputs.customers
    if customers.contains(where: { $0.segment != nil }) { columns.append(.segment) }
    if customers.contains(where: { $0.channel != nil }) { columns.append(.channel) }
    if customers.contains(where: { $0.region != nil }) { columns.append(.region) }
    if customers.contains(where: { $0.salesperson != nil }) { columns.append(.salesperson) }
    let facts = FactsLayout(book)
    let pairs: [(SalesMeasure, ProfitColumn)] = [
      (.grossRevenue, .gross), (.discount, .discount), (.rebate, .rebate), (.returns, .returns),
    ]
    columns += pairs.filter { facts.column(.measure($0.0)) != nil }.map(\.1)
    columns.append(.revenue)
    guard book.hasCosts else { return columns + [.rank, .cumulative, .valueClass, .tier] }
    columns += costColumns(book, facts, allocation)
    return columns + [.netMargin, .netMarginPercent, .rank, .cumulative, .valueClass, .tier]
  }

  private static func costColumns(
    _ book: ProfitBook, _ facts: FactsLayout, _ allocation: AllocationLayout
  ) -> [ProfitColumn] {
    var columns: [ProfitColumn] = []
    if facts.column(.measure(.productCost)) != nil {
      columns += [.productCost, .grossMargin, .grossMarginPercent]
    }
    let direct: [(SalesMeasure, ProfitColumn)] = [
      (.commission, .commission), (.freight, .freight), (.otherDirectCost, .otherDirect),
    ]
    let present = direct.filter { facts.column(.measure($0.0)) != nil }.map(\.1)
    if !present.isEmpty { columns += present + [.cm2] }
    guard book.hasPools else { return columns }
    let pools = book.results.pools
    if allocation.serveCount > 0 {
      let classes = (CostClass.allCases.map { Optional($0) } + [nil]).filter {
        allocation.columns(ofClass: $0, in: pools) != nil
      }
      if classes.count > 1 { columns += classes.map { .costClass($0) } }
      columns += [.costToServe, .cm3]
    }
    if allocation.serveCount < allocation.poolOrder.count { columns.append(.overhead) }
    return columns
  }

  // MARK: Places

  /// The sheet's column, from 1; nil where the P&L has none such.
  func column(_ kind: ProfitColumn) -> Int? {
    columns.firstIndex(of: kind).map { $0 + 1 }
  }

  func letters(_ kind: ProfitColumn) -> String? {
    column(kind).map { CellAddress.letters(ofColumn: $0) }
  }

  var lastRow: Int { Self.firstRow + rowCount - 1 }

  /// The data cells of a column, the unassigned line included.
  func cells(_ kind: ProfitColumn) -> CellRange? {
    column(kind).map {
      CellRange(
        CellAddress(row: Self.firstRow, column: $0), CellAddress(row: lastRow, column: $0))
    }
  }

  /// The same as a reference from another sheet.
  func range(_ kind: ProfitColumn) -> String? {
    cells(kind).map { SheetRange(sheet: sheet, range: $0).reference }
  }

  /// The figure of the customer whose number stands in `key`, wherever sorting has put the row; by
  /// position beyond 2,000 rows, where looking up each would take quadratic time.
  func lookup(_ kind: ProfitColumn, key: String) -> String? {
    guard let range = range(kind), let numbers = self.range(.number) else { return nil }
    return rowCount <= ProfitBook.quadraticLimit
      ? "INDEX(\(range),MATCH(\(key),\(numbers),0))" : "INDEX(\(range),\(key))"
  }

  /// What ranking goes by.
  var basis: ProfitColumn { columns.contains(.netMargin) ? .netMargin : .revenue }
}
